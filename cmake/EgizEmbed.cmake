# egiz_embed(TARGET NAMESPACE name FILES file...)
#
# Each data file becomes a constant `extern const std::string_view` in the generated header
# "<folder>/detail/embedded_<namespace>.h", named as the file with every other character an underscore.
set(EGIZ_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed.py)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(egiz_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAMESPACE" "FILES")
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE folder)
  set(stem ${PROJECT_BINARY_DIR}/generated/${folder}/detail/embedded_${arg_NAMESPACE})
  list(TRANSFORM arg_FILES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  add_custom_command(
    OUTPUT ${stem}.h ${stem}.cpp
    COMMAND ${Python3_EXECUTABLE} ${EGIZ_EMBED_SCRIPT} ${stem} ${folder} ${arg_NAMESPACE} ${arg_FILES}
    DEPENDS ${EGIZ_EMBED_SCRIPT} ${arg_FILES}
    COMMENT "Embedding ${folder}/${arg_NAMESPACE}"
    VERBATIM)
  target_sources(${target} PRIVATE ${stem}.h ${stem}.cpp)
  target_include_directories(${target} PRIVATE ${PROJECT_BINARY_DIR}/generated)
endfunction()
