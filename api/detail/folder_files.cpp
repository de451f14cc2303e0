// SPDX-License-Identifier: Apache-2.0
#include "api/detail/folder_files.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "base/error.h"

namespace egiz::detail {
namespace {

constexpr std::array<std::string_view, 3> kOrder = {"ru", "kk", "en"};

std::pair<std::size_t, std::string> rank(const Language& language) {
  const auto place = std::ranges::find(kOrder, language.primary());
  return {static_cast<std::size_t>(place - kOrder.begin()), language.tag()};
}

bool is_hidden(const std::filesystem::path& file) { return file.filename().string().starts_with('.'); }

}  // namespace

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    throw Error(ErrorCode::not_found, folder.string() + ": there is no such folder; check the name");
  }
  std::vector<std::filesystem::path> files;
  try {
    for (auto entry = std::filesystem::recursive_directory_iterator(folder);
         entry != std::filesystem::recursive_directory_iterator(); ++entry) {
      if (is_hidden(entry->path())) {
        entry.disable_recursion_pending();
      } else if (entry->is_regular_file()) {
        files.push_back(entry->path());
      }
    }
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error(ErrorCode::io, folder.string() + ": " + error.code().message());
  }
  std::ranges::sort(files);
  return files;
}

bool comes_first(const Language& a, const Language& b) { return rank(a) < rank(b); }

void order_by_language(DocumentGroup& group) {
  std::vector<std::size_t> order(group.files.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order,
                    [&](std::size_t a, std::size_t b) { return comes_first(group.languages[a], group.languages[b]); });
  DocumentGroup ordered = group;
  for (std::size_t k = 0; k < order.size(); ++k) {
    ordered.files[k] = group.files[order[k]];
    ordered.languages[k] = group.languages[order[k]];
  }
  group = std::move(ordered);
}

}  // namespace egiz::detail
