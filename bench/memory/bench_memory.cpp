// SPDX-License-Identifier: Apache-2.0

// Measures a memory of a million units: egiz_bench_memory BENCH_FOLDER [--units N] [--queries N] [--work DIR]
// [--pair en-ru|ru-kk] [--seed N] [--no-peers].  Times of queries are CPU times of the thread, so that other work on the machine
// does not count; all others are wall times.

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "bench/memory/fts5_peer.h"
#include "bench/memory/full_scan.h"
#include "bench/memory/measure.h"
#include "bench/memory/process.h"
#include "bench/memory/settings.h"
#include "bench/memory/unit_maker.h"
#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/kernels.h"
#include "tm/memory.h"

namespace egiz::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCompared = 40;  // queries that a full scan answers, too
constexpr std::size_t kForPeers = 20;  // and that others answer, who take seconds for each

class Bench {
 public:
  explicit Bench(const Settings& settings)
      : settings_(settings),
        from_(settings.pair.substr(0, 2)),
        to_(settings.pair.substr(3, 2)),
        maker_(read_pairs(settings.folder / "memory", column(from_), column(to_)), settings.seed),
        file_(settings.work / ("bench-memory-" + std::to_string(::getpid()) + ".egiz")) {}

  ~Bench() {
    std::error_code ignored;
    for (const char* suffix : {"", ".index", "-wal", "-shm"}) fs::remove(fs::path(file_) += suffix, ignored);
  }

  void run() {
    std::printf("kernels %s, pair %s, seed %u\n", detail::kernels().name, settings_.pair.c_str(), settings_.seed);
    make_units();
    import();
    remake_index();
    Memory memory = open_cold();
    make_queries();
    exact(memory);
    for (const auto& [threshold, asked] : {std::pair(85, "p50 <= 0.3"), std::pair(75, "p50 <= 1, p99 <= 10"),
                                           std::pair(70, "p50 <= 2, p99 <= 15"), std::pair(50, "-")}) {
      fuzzy(memory, threshold, asked);
    }
    processes();
    batch(memory);
    concordance(memory);
    add_one();
    full_scan(memory);
    if (settings_.has_peers) fts5();
    if (!settings_.exchange.empty()) write_for_peers(memory);
  }

 private:
  static std::size_t column(const Language& language) {
    return language == Language("en") ? 0 : language == Language("ru") ? 1 : 2;
  }

  void make_units() {
    for (std::size_t i = 0; i < settings_.units; ++i) {
      Pair pair = maker_.next();
      text_bytes_ += pair.source.size() + pair.target.size();
      source_letters_ += count_code_points(pair.source);
      units_.push_back(std::move(pair));
    }
    std::printf("%zu units, %.1f letters a source text, %.1f MB of text\n", units_.size(),
                static_cast<double>(source_letters_) / static_cast<double>(units_.size()),
                static_cast<double>(text_bytes_) / 1e6);
  }

  void import() {
    const double before_mb = resident_mb("RssAnon:");
    const double start = wall_ms();
    const double start_cpu = process_ms();
    Memory memory = Memory::create(file_);
    std::size_t i = 0;
    const AddReport report = memory.add_all([&](TranslationUnit& unit) {
      if (i == units_.size()) return false;
      unit.variants = {{from_, units_[i].source, {}, {}, {}, {}}, {to_, units_[i].target, {}, {}, {}, {}}};
      ++i;
      return true;
    });
    const double stored = wall_ms();
    memory.find("searchable?", from_, to_);
    const double searchable = wall_ms();
    std::printf("import: %.1f s stored, %.1f s searchable, %.1f s CPU, %.0f units/s (asked >= 100000), %.0f MB more in use\n",
                (stored - start) / 1e3, (searchable - start) / 1e3, (process_ms() - start_cpu) / 1e3,
                static_cast<double>(report.added) / (searchable - start) * 1e3, resident_mb("RssAnon:") - before_mb);
    fs::path index = file_;
    index += ".index";
    const double file_mb = static_cast<double>(fs::file_size(file_)) / 1e6;
    const double index_mb = fs::exists(index) ? static_cast<double>(fs::file_size(index)) / 1e6 : 0;
    std::printf("file %.0f MB, index %.0f MB for two languages, together %.2f x the text (asked <= 3)\n", file_mb,
                index_mb, (file_mb + index_mb) * 1e6 / static_cast<double>(text_bytes_));
  }

  void remake_index() const {
    fs::remove(fs::path(file_) += ".index");
    const double start = wall_ms();
    const double start_cpu = process_ms();
    Memory::open(file_, OpenMode::read_only).find("searchable?", from_, to_);
    std::printf("a lost index made again: %.2f s, %.2f s CPU (asked <= 3)\n", (wall_ms() - start) / 1e3,
                (process_ms() - start_cpu) / 1e3);
  }

  // In a warm machine but a new connection and mapping: what a process of its own would do.
  Memory open_cold() {
    const double start = wall_ms();
    Memory memory = Memory::open(file_, OpenMode::read_only);
    memory.find(units_[units_.size() / 2].source, from_, to_);
    std::printf("open and first query %.1f ms (asked <= 60 for the process)\n", wall_ms() - start);
    return memory;
  }

  void make_queries() {
    for (std::size_t i = 0; i < settings_.queries; ++i) {
      const double similarity = 0.70 + 0.29 * static_cast<double>(maker_.random()() % 1000) / 1000;
      perturbed_.push_back(maker_.perturbed(units_[maker_.random()() % units_.size()].source, similarity));
      fresh_.push_back(maker_.fresh());
    }
  }

  void exact(const Memory& memory) {
    const FindOptions options{.min_similarity = 100};
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < settings_.queries; ++i)
      texts.push_back(units_[maker_.random()() % units_.size()].source);
    for (const std::string& text : texts) memory.find(text, from_, to_, options);  // a warm process
    print("exact", measure(texts.size(), [&](std::size_t i) { memory.find(texts[i], from_, to_, options); }),
          "<= 0.02");
  }

  void fuzzy(const Memory& memory, int threshold, const char* asked) {
    const FindOptions options{.min_similarity = static_cast<double>(threshold)};
    const std::size_t count = threshold < 70 ? settings_.queries / 10 : settings_.queries;
    for (const auto& [name, texts] : {std::pair("perturbed", &perturbed_), std::pair("new", &fresh_)}) {
      std::size_t hits = 0;
      const Times times = measure(
          count, [&](std::size_t i) { hits += memory.find((*texts)[i], from_, to_, options).empty() ? 0U : 1U; });
      const std::string what = "at " + std::to_string(threshold) + ", " + name + " (" + std::to_string(hits) + " hits)";
      print(what.c_str(), times, asked);
    }
  }

  // The program for one query, and one that has answered many.
  void processes() {
    const fs::path self = fs::read_symlink("/proc/self/exe");
    const fs::path program = self.parent_path() / "../../cli/egiz";
    if (fs::exists(program)) {
      Times wall;
      Times cpu;
      for (std::size_t i = 0; i < 20; ++i) {
        const auto cost =
            run_process({program, "query", "--from", from_.tag(), "--to", to_.tag(), file_, "--", perturbed_[i]});
        wall.ms.push_back(cost.wall_ms);
        cpu.ms.push_back(cost.cpu_ms);
      }
      sort(wall);
      sort(cpu);
      print("egiz query, the process (wall)", wall, "<= 60");
      print("egiz query, the process (CPU)", cpu, "-");
    }
    fs::path queries = file_;
    queries += ".queries";
    std::ofstream(queries) << joined(perturbed_) << joined(fresh_);
    run_process({self, "--answer", file_, queries, from_.tag(), to_.tag()});
    std::string held;
    std::getline(std::ifstream(queries), held);
    fs::remove(queries);
    std::printf("a process that has answered %zu queries at 70 holds %s (asked <= 300)\n",
                perturbed_.size() + fresh_.size(), held.c_str());
  }

  static std::string joined(const std::vector<std::string>& texts) {
    std::string lines;
    for (const std::string& text : texts) lines += in_one_line(text) + '\n';
    return lines;
  }

  void batch(const Memory& memory) {
    double one = 0;
    double all = 0;
    for (int round = 0; round < 5; ++round) {  // the best of some, since other work on the machine only slows
      const double start = wall_ms();
      for (const std::string& text : perturbed_) memory.find(text, from_, to_);
      const double middle = wall_ms();
      memory.find_all(perturbed_, from_, to_);
      one = round == 0 ? middle - start : std::min(one, middle - start);
      all = round == 0 ? wall_ms() - middle : std::min(all, wall_ms() - middle);
    }
    std::printf("batch of %zu: one by one %.0f ms, find_all %.0f ms, %.2f x (asked >= 1.8 on two cores)\n",
                perturbed_.size(), one, all, one / all);
  }

  void concordance(const Memory& memory) {
    std::vector<std::string> phrases;
    std::vector<std::string> words;
    while (phrases.size() < settings_.queries / 5) {
      const std::string& text = units_[maker_.random()() % units_.size()].source;
      const std::size_t first = text.find(' ');
      const std::size_t second = first == std::string::npos ? first : text.find(' ', first + 1);
      const std::size_t third = second == std::string::npos ? second : text.find(' ', second + 1);
      if (third == std::string::npos) continue;
      phrases.push_back('"' + text.substr(0, third) + '"');
      words.push_back(text.substr(first + 1, second - first - 1) + "*");
    }
    print("concordance, phrase of three words",
          measure(phrases.size(), [&](std::size_t i) { memory.concordance(phrases[i], from_); }), "<= 5");
    print("concordance, prefix", measure(words.size(), [&](std::size_t i) { memory.concordance(words[i], from_); }),
          "-");
  }

  void add_one() {
    Memory memory = Memory::open(file_);
    Times times;
    for (int i = 0; i < 100; ++i) {
      const Pair pair = maker_.next();
      TranslationUnit unit;
      unit.variants = {{from_, pair.source, {}, {}, {}, {}}, {to_, pair.target, {}, {}, {}, {}}};
      const double start = wall_ms();
      memory.add(unit);
      times.ms.push_back(wall_ms() - start);
    }
    sort(times);
    print("adding one unit, durable (wall)", times, "<= 5");
    std::printf("resident %.0f MB, of it %.0f MB not mapped files\n", resident_mb("VmRSS:"), resident_mb("RssAnon:"));
  }

  std::string key_of(const std::string& text) const { return match_key(text, from_); }

  void full_scan(const Memory& memory) {
    FullScan scan;
    for (const Pair& pair : units_) scan.add(to_utf32(key_of(pair.source)));
    std::size_t wrong = 0;
    std::size_t matches = 0;
    const Times slow = measure(std::min(kCompared, settings_.queries), [&](std::size_t i) {
      const auto expected = scan.similarities(to_utf32(key_of(perturbed_[i])), 70);
      const double start = thread_ms();
      const auto found = memory.find(perturbed_[i], from_, to_, {.max_matches = 0});
      fast_.ms.push_back(thread_ms() - start);
      matches += found.size();
      std::vector<double> similarities;
      for (const Match& match : found) similarities.push_back(match.similarity);
      std::ranges::sort(similarities, std::greater<>());
      best_.push_back(similarities.empty() ? 0 : similarities.front());
      if (similarities != expected) ++wrong;
    });
    print("full scan at 70, bit-parallel", slow, "-");
    std::printf("full scan: %.0f times Egiz; %zu of %zu queries answered differently, %zu matches\n",
                (slow.mean() - fast_.mean()) / fast_.mean(), wrong, slow.ms.size(), matches);
  }

  void fts5() {
    const fs::path file = settings_.work / ("bench-fts5-" + std::to_string(::getpid()) + ".db");
    std::ofstream(file).flush();
    const double start = process_ms();
    std::size_t as_good = 0;
    Times times;
    {
      Fts5Peer peer(file);
      for (const Pair& pair : units_) peer.add(key_of(pair.source));
      peer.finish();
      std::printf("SQLite FTS5: %.1f s CPU to make\n", (process_ms() - start) / 1e3);
      times = measure(std::min(kForPeers, best_.size()), [&](std::size_t i) {
        if (peer.best(key_of(perturbed_[i]), 70) >= best_[i]) ++as_good;
      });
    }
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(fs::path(file) += suffix);
    print("FTS5, 100 by rank, then edit distance", times, "-");
    std::printf("FTS5: %.0f times Egiz; the best match found for %zu of %zu queries\n", times.mean() / fast_.mean(),
                as_good, times.ms.size());
  }

  // Texts as peers/compare.py wants them: units.tsv, queries.txt, and what this memory says in egiz.tsv.
  void write_for_peers(const Memory& memory) {
    std::ofstream units(settings_.exchange / "units.tsv");
    for (const Pair& pair : units_) units << in_one_line(pair.source) << '\t' << in_one_line(pair.target) << '\n';
    std::ofstream queries(settings_.exchange / "queries.txt");
    std::ofstream ours(settings_.exchange / "egiz.tsv");
    for (std::size_t i = 0; i < std::min(kForPeers, perturbed_.size()); ++i) {
      const std::string query = in_one_line(perturbed_[i]);
      const double start = thread_ms();
      const auto found = memory.find(query, from_, to_);
      ours << thread_ms() - start << '\t' << (found.empty() ? 0 : found.front().similarity) << '\n';
      queries << query << '\n';
    }
  }

  static std::string in_one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
  }

  Settings settings_;
  Language from_;
  Language to_;
  UnitMaker maker_;
  fs::path file_;
  std::vector<Pair> units_;
  std::vector<std::string> perturbed_;
  std::vector<std::string> fresh_;
  std::size_t text_bytes_ = 0;
  std::size_t source_letters_ = 0;
  Times fast_;                // look-ups that were compared with the full scan
  std::vector<double> best_;  // the highest similarity that it found, by query
};

// --answer MEMORY QUERIES FROM TO: the whole of a process that answers the lines of a file, and leaves there how much
// memory it held.
int answer(const std::string& memory_file, const std::string& queries, const std::string& from, const std::string& to) {
  const Memory memory = Memory::open(memory_file, OpenMode::read_only);
  std::ifstream lines(queries);
  for (std::string line; std::getline(lines, line);) memory.find(line, Language(from), Language(to));
  char held[80];
  std::snprintf(held, sizeof held, "%.0f MB, %.0f MB of it not mapped files", resident_mb("VmHWM:"),
                resident_mb("RssAnon:"));
  std::ofstream(queries) << held << '\n';
  return 0;
}

}  // namespace
}  // namespace egiz::bench

int main(int argc, char** argv) {
  if (argc == 6 && std::string(argv[1]) == "--answer") return egiz::bench::answer(argv[2], argv[3], argv[4], argv[5]);
  const egiz::bench::Settings settings = egiz::bench::parse(argc, argv);
  if (settings.folder.empty()) {
    std::fputs(
        "usage: egiz_bench_memory BENCH_FOLDER [--units N] [--queries N] [--pair en-ru] [--work DIR] [--seed N]"
        " [--exchange DIR] [--no-peers]\n",
        stderr);
    return 2;
  }
  try {
    egiz::bench::Bench(settings).run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 3;
  }
  return 0;
}
