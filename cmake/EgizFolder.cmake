# egiz_folder(NAME [LINKS target...] [OWNS target...])
#
# The sources of the current folder and its sub-folders as the static library egiz::NAME.  LINKS is the
# folder's row in the layer table, OWNS the outside libraries that stay inside its .cpp files.  The headers
# of the folder itself are its interface and a file set, so the build checks that each compiles alone.
function(egiz_folder name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;OWNS")
  file(GLOB headers CONFIGURE_DEPENDS *.h)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp)
  add_library(egiz_${name} STATIC ${sources})
  add_library(egiz::${name} ALIAS egiz_${name})
  target_sources(egiz_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${headers})
  target_compile_features(egiz_${name} PUBLIC cxx_std_20)
  target_link_libraries(egiz_${name} PUBLIC ${arg_LINKS} PRIVATE $<BUILD_INTERFACE:egiz_flags> ${arg_OWNS})
  set_target_properties(egiz_${name} PROPERTIES
    EXPORT_NAME ${name}
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()
