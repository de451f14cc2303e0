// SPDX-License-Identifier: Apache-2.0
#include "bench/memory/settings.h"

namespace egiz::bench {

Settings parse(int argc, char** argv) {
  Settings settings;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const auto value = [&] { return std::string(i + 1 < argc ? argv[++i] : ""); };
    if (word == "--units") {
      settings.units = std::stoul(value());
    } else if (word == "--queries") {
      settings.queries = std::stoul(value());
    } else if (word == "--work") {
      settings.work = value();
    } else if (word == "--exchange") {
      settings.exchange = value();
    } else if (word == "--pair") {
      settings.pair = value();
    } else if (word == "--seed") {
      settings.seed = static_cast<unsigned>(std::stoul(value()));
    } else if (word == "--no-peers") {
      settings.has_peers = false;
    } else {
      settings.folder = word;
    }
  }
  return settings;
}

}  // namespace egiz::bench
