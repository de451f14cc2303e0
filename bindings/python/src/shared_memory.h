// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Memory that any thread of Python may call: work waits for its turn.

#include <atomic>
#include <list>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include "api/egiz.h"

namespace egiz::python {

class SharedMemory;

// Memories that are asked together, and the points that their matches lose.
using SharedMemories = std::vector<std::pair<SharedMemory*, double>>;

class SharedMemory {
 public:
  explicit SharedMemory(Memory memory) : path_(memory.path()), memory_(std::move(memory)) {}

  const std::filesystem::path& path() const { return path_; }
  bool is_closed() const { return closed_; }

  // Runs work(Memory&) when no other thread does.  Throws Error{invalid_argument} when the memory is closed, or when a
  // function that this very work calls uses it.
  // REQUIRES: the GIL is not held, for whoever has the turn may want it
  template <typename Work>
  auto use(Work&& work) {
    const Turn turn(*this);
    return work(opened());
  }

  // The same for several: runs work(std::span<const MemoryToAsk>).  Turns are taken in one order, so that two calls never
  // wait for each other.
  template <typename Work>
  static auto use_all(const SharedMemories& memories, Work&& work) {
    std::set<SharedMemory*> in_order;
    for (const auto& [memory, penalty] : memories) in_order.insert(memory);
    std::list<Turn> turns;
    for (SharedMemory* memory : in_order) turns.emplace_back(*memory);
    std::vector<MemoryToAsk> asked;
    for (const auto& [memory, penalty] : memories) asked.push_back({&memory->opened(), penalty});
    return work(std::span<const MemoryToAsk>(asked));
  }

  // A progress for work in a turn, whichever thread calls it: what it calls is refused the memory, for a wait would
  // never end.
  Progress in_turn(const Progress& progress) {
    return [this, progress](std::uint64_t done, std::uint64_t total) {
      const std::thread::id worker = worker_.exchange(std::this_thread::get_id());
      const bool goes_on = progress(done, total);
      worker_ = worker;
      return goes_on;
    };
  }

  // Closing twice is no harm.
  void close() {
    const Turn turn(*this);
    memory_.reset();
    closed_ = true;
  }

 private:
  class Turn {
   public:
    explicit Turn(SharedMemory& memory) : memory_(memory) {
      if (memory_.worker_ == std::this_thread::get_id()) {
        throw Error(ErrorCode::invalid_argument,
                    memory_.path_.string() + ": the memory is at work; use it when the call has returned");
      }
      memory_.mutex_.lock();
      memory_.worker_ = std::this_thread::get_id();
    }
    ~Turn() {
      memory_.worker_ = std::thread::id();
      memory_.mutex_.unlock();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    SharedMemory& memory_;
  };

  Memory& opened() {
    if (!memory_) throw Error(ErrorCode::invalid_argument, path_.string() + ": the memory is closed; open it again");
    return *memory_;
  }

  std::filesystem::path path_;
  std::mutex mutex_;
  std::atomic<std::thread::id> worker_;
  std::atomic<bool> closed_ = false;
  std::optional<Memory> memory_;
};

}  // namespace egiz::python
