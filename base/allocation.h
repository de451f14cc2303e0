// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a program keeps its memory.

namespace egiz {

// Keeps what is freed for what is allocated next, about 1 GiB for each arena of the C library, instead of giving it
// back to the system each time; for programs that end with their work.  Large buffers that come and go with each pass
// cost a page fault every 4 KiB otherwise.  Does nothing where the C library has no say in this.  Call at the start of
// main().
void keep_freed_memory();

}  // namespace egiz
