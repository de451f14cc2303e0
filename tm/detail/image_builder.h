// SPDX-License-Identifier: Apache-2.0
#pragma once

// A spool of keys to an image.

#include "tm/detail/index_output.h"
#include "tm/detail/key_spool.h"

namespace egiz::detail {

// Appends the image of a spool to out.  Groups are made in parallel, each from its own part of the spool, and written one
// after another: the same bytes at any thread count, and at most eight groups in memory, one more than there are
// threads, each of 4 MB (20 MB when all its keys have letters without a code) and three times that to make it from.
// Throws IndexOutput::NoRoom, Error{io}.
// REQUIRES: spool.finish() was called, out.size() is a multiple of kImageAlignment
void write_image(const KeySpool& spool, IndexOutput& out);

}  // namespace egiz::detail
