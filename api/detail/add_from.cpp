// SPDX-License-Identifier: Apache-2.0
#include "api/detail/add_from.h"

#include <exception>
#include <thread>
#include <utility>

#include "api/detail/unit_channel.h"

namespace egiz::detail {

AddReport add_from(Memory& memory, const std::function<void(const UnitSink&)>& read, const Progress& progress) {
  UnitChannel channel;
  std::thread reader([&] {
    try {
      read([&](TranslationUnit&& unit) { return channel.push(std::move(unit)); });
      channel.finish();
    } catch (...) {
      channel.finish(std::current_exception());
    }
  });
  try {
    const AddReport report = memory.add_all([&](TranslationUnit& unit) { return channel.pop(unit); }, progress);
    reader.join();
    return report;
  } catch (...) {
    channel.stop();
    reader.join();
    throw;
  }
}

}  // namespace egiz::detail
