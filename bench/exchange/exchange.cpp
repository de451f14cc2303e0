// SPDX-License-Identifier: Apache-2.0

// How fast units go in and out: egiz_bench_exchange FOLDER [UNITS]
//
// FOLDER holds TSV files of units with a heading row.  Their units, repeated until there are UNITS (200000), are
// written and read in each format.  Prints units per second, the same per second of processor time (what a busy machine
// would do when it is free), and the peak of resident memory so far.

#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "exchange/unit_reader.h"
#include "exchange/unit_writer.h"

namespace {

using namespace egiz;

std::vector<TranslationUnit> read_folder(const std::filesystem::path& folder) {
  std::vector<TranslationUnit> units;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".tsv") continue;
    read_units(entry.path(), [&](TranslationUnit&& unit) {
      units.push_back(std::move(unit));
      return true;
    });
  }
  return units;
}

template <typename Work>
void measure(const std::string& name, std::size_t units, Work work) {
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t begin_cpu = std::clock();
  work();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const double cpu = static_cast<double>(std::clock() - begin_cpu) / CLOCKS_PER_SEC;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::cout << name << "\t" << static_cast<long>(static_cast<double>(units) / seconds) << " units/s\t"
            << static_cast<long>(static_cast<double>(units) / cpu) << " units/s of CPU\t" << usage.ru_maxrss / 1024
            << " MB" << std::endl;
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc < 2) {
    std::cerr << "egiz_bench_exchange FOLDER [UNITS]\n";
    return 2;
  }
  const std::size_t count = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 200000;
  const std::vector<TranslationUnit> units = read_folder(argv[1]);
  if (units.empty()) return 3;
  const std::pair<UnitFormat, const char*> formats[] = {
      {UnitFormat::tmx, "tmx"}, {UnitFormat::jsonl, "jsonl"}, {UnitFormat::tsv, "tsv"}};
  for (const auto& [format, name] : formats) {
    const auto file = std::filesystem::temp_directory_path() / (std::string("egiz-bench.") + name);
    measure(std::string(name) + " out", count, [&, form = format] {
      UnitWriteOptions options;
      options.overwrite = true;
      if (form == UnitFormat::tsv) options.languages = {Language("en"), Language("ru")};
      const auto writer = open_unit_writer(file, form, options);
      for (std::size_t i = 0; i < count; ++i) writer->write(units[i % units.size()]);
      writer->finish();
    });
    std::size_t read = 0;
    measure(std::string(name) + " in", count, [&] {
      read_units(file, [&](TranslationUnit&&) {
        ++read;
        return true;
      });
    });
    std::cout << name << " file\t" << std::filesystem::file_size(file) / 1000000 << " MB, " << read << " units read\n";
    std::filesystem::remove(file);
  }
}
