# cmake --install: the program with its manual and completions, the libraries with their headers, the package config
# (find_package(Egiz) gives egiz::api for C++ and egiz::c for C), egiz.pc for C without CMake.
if(NOT EGIZ_INSTALL)
  return()
endif()
include(CMakePackageConfigHelpers)
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Egiz)
set(made ${PROJECT_BINARY_DIR}/install)

# C++: headers are included from the root ("api/egiz.h"), so they have a folder of their own.
install(TARGETS egiz_base egiz_text egiz_align egiz_tm egiz_exchange egiz_api EXPORT EgizTargets
  ARCHIVE COMPONENT development
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/egiz COMPONENT development)
install(EXPORT EgizTargets NAMESPACE egiz:: DESTINATION ${config_folder} COMPONENT development)

# C
install(TARGETS egiz_c EXPORT EgizCTargets
  LIBRARY NAMELINK_COMPONENT development
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT EgizCTargets NAMESPACE egiz:: DESTINATION ${config_folder} COMPONENT development)
file(RELATIVE_PATH EGIZ_PC_ROOT /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)  # so that the tree may be moved
configure_file(${CMAKE_CURRENT_LIST_DIR}/egiz.pc.in ${made}/egiz.pc @ONLY)
install(FILES ${made}/egiz.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/EgizConfig.cmake.in ${made}/EgizConfig.cmake
  INSTALL_DESTINATION ${config_folder})
write_basic_package_version_file(${made}/EgizConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${made}/EgizConfig.cmake ${made}/EgizConfigVersion.cmake DESTINATION ${config_folder} COMPONENT development)

# What the program writes about itself.
if(EGIZ_BUILD_CLI)
  set(script ${CMAKE_CURRENT_LIST_DIR}/generate.cmake)
  add_custom_command(OUTPUT ${made}/generated.stamp
    COMMAND ${CMAKE_COMMAND} -D EGIZ=$<TARGET_FILE:egiz> -D FOLDER=${made} -P ${script}
    COMMAND ${CMAKE_COMMAND} -E touch ${made}/generated.stamp
    DEPENDS egiz ${script}
    COMMENT "Writing the manual and the completions"
    VERBATIM)
  add_custom_target(egiz_generated ALL DEPENDS ${made}/generated.stamp)
  install(DIRECTORY ${made}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR})
  install(FILES ${made}/completion/bash RENAME egiz DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${made}/completion/zsh RENAME _egiz DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${made}/completion/fish RENAME egiz.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
