// SPDX-License-Identifier: Apache-2.0
#pragma once

// Catch2, whichever version the system has: Debian 12 has 2.13, newer systems 3.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
