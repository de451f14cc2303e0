// SPDX-License-Identifier: Apache-2.0
// Part of the test programs that ThreadSanitizer watches: TBB works in the thread that calls it.

#include <tbb/global_control.h>

namespace {

// TBB is not instrumented, so that the joins of its loops would be taken for races.  The threads that tests start by
// themselves run side by side all the same.
const tbb::global_control one_tbb_thread(tbb::global_control::max_allowed_parallelism, 1);

}  // namespace
