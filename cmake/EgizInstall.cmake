# cmake --install: libraries and headers, the package config (find_package(Egiz)), pkg-config.
include(CMakePackageConfigHelpers)
