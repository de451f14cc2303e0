// SPDX-License-Identifier: Apache-2.0
#pragma once

// Work on a memory without the GIL, in turn with the other threads of Python.

#include "bindings/python/src/shared_memory.h"
#include "bindings/python/src/work.h"

namespace egiz::python {

// Runs work(Memory&).
template <typename Work>
auto use(SharedMemory& self, Work&& work) {
  return without_gil([&] { return self.use(work); });
}

// Runs work(Memory&, progress); function(done, total), or None, sees how far it is.
template <typename Work>
auto use(SharedMemory& self, const py::object& function, Work&& work) {
  return with_progress(function, [&](const Progress& progress) {
    return self.use([&](Memory& memory) { return work(memory, self.in_turn(progress)); });
  });
}

// The same for several memories: runs work(std::span<const MemoryToAsk>), and work(..., progress).
template <typename Work>
auto use_all(const SharedMemories& memories, Work&& work) {
  return without_gil([&] { return SharedMemory::use_all(memories, work); });
}

template <typename Work>
auto use_all(const SharedMemories& memories, const py::object& function, Work&& work) {
  return with_progress(function, [&](const Progress& progress) {
    return SharedMemory::use_all(memories, [&](std::span<const MemoryToAsk> asked) {
      Progress in_turn = progress;
      for (const auto& [memory, penalty] : memories) in_turn = memory->in_turn(in_turn);
      return work(asked, in_turn);
    });
  });
}

}  // namespace egiz::python
