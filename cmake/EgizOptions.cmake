# The options of this build, and egiz_flags: the compile and link flags every target shares.

option(EGIZ_BUILD_CLI "build the program egiz" ${PROJECT_IS_TOP_LEVEL})
option(EGIZ_BUILD_TESTS "build the tests" ${PROJECT_IS_TOP_LEVEL})
option(EGIZ_BUILD_PYTHON "build the Python package when pybind11 is there" ${PROJECT_IS_TOP_LEVEL})
option(EGIZ_INSTALL "let cmake --install install it" ${PROJECT_IS_TOP_LEVEL})
option(EGIZ_BUILD_BENCH "build the benches" OFF)
option(EGIZ_BUILD_FUZZ "build the libFuzzer targets (clang)" OFF)
option(EGIZ_WERROR "warnings are errors" OFF)
set(EGIZ_SANITIZE "" CACHE STRING "sanitizers, as -fsanitize= takes them")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 99)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)  # the folders end up in libegiz.so and in the Python module

find_program(EGIZ_CCACHE ccache)
if(EGIZ_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${EGIZ_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${EGIZ_CCACHE})
endif()

# Designated initializers name what differs and leave the rest to its defaults: no warning for that.
add_library(egiz_flags INTERFACE)
target_compile_options(egiz_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow
  $<$<COMPILE_LANGUAGE:CXX>:-Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers>
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-restrict>  # gcc 12 finds it in std::string::insert (GCC bug 105651)
  $<$<BOOL:${EGIZ_WERROR}>:-Werror>)
if(EGIZ_SANITIZE)
  target_compile_options(egiz_flags INTERFACE -fsanitize=${EGIZ_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(egiz_flags INTERFACE -fsanitize=${EGIZ_SANITIZE})
  if(NOT EGIZ_SANITIZE STREQUAL "thread")
    target_compile_options(egiz_flags INTERFACE -fno-sanitize-recover=all)
  endif()
endif()
