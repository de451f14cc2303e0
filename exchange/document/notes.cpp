// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/notes.h"

#include <algorithm>

#include "base/error.h"

namespace egiz::exchange {

void LeftOut::add(std::string_view what, std::size_t times) {
  const auto found = counts_.find(what);
  if (found != counts_.end()) {
    found->second += times;
  } else if (times > 0) {
    counts_.emplace(what, times);
  }
}

std::vector<Finding> LeftOut::findings(std::string_view name) const {
  std::vector<Finding> out;
  for (const auto& [what, times] : counts_) {
    out.push_back({std::string(name), what + " left out: " + std::to_string(times)});
  }
  return out;
}

void LanguageVotes::add(std::string_view tag, std::size_t bytes) {
  if (tag.empty()) return;
  const auto found = bytes_.find(tag);
  if (found != bytes_.end()) {
    found->second += bytes;
  } else {
    bytes_.emplace(tag, bytes);
  }
}

std::optional<Language> LanguageVotes::winner() const {
  const auto most = std::max_element(bytes_.begin(), bytes_.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == bytes_.end() || most->second == 0) return std::nullopt;
  try {
    const Language language(most->first);
    if (language.is_undetermined()) return std::nullopt;
    return language;
  } catch (const Error&) {  // "x-none", "zxx-whatever": the format says nothing of use
    return std::nullopt;
  }
}

}  // namespace egiz::exchange
