// SPDX-License-Identifier: Apache-2.0
// egiz_bench_langid FOLDER [errors]: how often identify() is right on every FOLDER/*.tsv (language, source, text
// in every line), by language, and how fast; with "errors" also every text it is wrong about.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "text/identify.h"

namespace {

struct Count {
  std::size_t right = 0;
  std::size_t all = 0;
};

// "kk-Latn2018" is kk-Latn; a language that is none of ours is to be refused.
bool is_right(const std::string& wanted, const std::string& found) {
  if (wanted.substr(0, 3) == "kk-") return found == wanted.substr(0, 7);
  if (wanted == "ru" || wanted == "kk" || wanted == "en") return found == wanted;
  return found == "x-other" || found == "und";
}

void score(const std::filesystem::path& path, bool shows_errors) {
  std::ifstream file(path);
  std::map<std::string, Count> counts;
  std::size_t bytes = 0;
  std::chrono::duration<double> spent{};
  std::string line;
  while (std::getline(file, line)) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    if (second == std::string::npos) continue;
    const std::string wanted = line.substr(0, first);
    const std::string text = line.substr(second + 1);
    const auto start = std::chrono::steady_clock::now();
    const std::string found = egiz::identify(text).language.tag();
    spent += std::chrono::steady_clock::now() - start;
    bytes += text.size();
    const bool right = is_right(wanted, found);
    for (const std::string& name : {wanted, std::string("all")}) {
      ++counts[name].all;
      counts[name].right += right ? 1 : 0;
    }
    if (shows_errors && !right) std::cout << wanted << " taken for " << found << ": " << text << '\n';
  }
  std::cout << path.filename().string() << ' ' << static_cast<double>(bytes) / 1e6 / spent.count() << " MB/s:";
  for (const auto& [name, count] : counts) {
    std::cout << "  " << name << ' ' << 100.0 * static_cast<double>(count.right) / static_cast<double>(count.all);
  }
  std::cout << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: egiz_bench_langid FOLDER [errors]\n";
    return 2;
  }
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) score(path, argc > 2);
}
