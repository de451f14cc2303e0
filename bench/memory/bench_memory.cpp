// SPDX-License-Identifier: Apache-2.0

// Measures a memory of a million units: egiz_bench_memory BENCH_FOLDER [--units N] [--queries N] [--work DIR]
// [--pair en-ru|ru-kk] [--seed N].  Times of queries are CPU times of the thread, so that other work on the machine
// does not count; all others are wall times.

#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "bench/memory/unit_maker.h"
#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/bit_parallel.h"
#include "tm/detail/kernels.h"
#include "tm/detail/letter_rows.h"
#include "tm/detail/threshold.h"
#include "tm/memory.h"

namespace egiz::bench {
namespace {

namespace fs = std::filesystem;

double wall_ms() {
  using Ms = std::chrono::duration<double, std::milli>;
  return Ms(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double thread_ms() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// Resident memory now, in MB; anonymous only, without mapped files.
double resident_mb(const char* field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::stod(line.substr(std::string_view(field).size() + 1)) / 1024;
  }
  return 0;
}

struct Times {
  std::vector<double> ms;

  double at(double share) const {
    if (ms.empty()) return 0;
    return ms[std::min(ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
  }
  double mean() const {
    double sum = 0;
    for (const double time : ms) sum += time;
    return sum / static_cast<double>(ms.size());
  }
};

template <class Call>
Times measure(std::size_t count, Call call) {
  Times times;
  for (std::size_t i = 0; i < count; ++i) {
    const double start = thread_ms();
    call(i);
    times.ms.push_back(thread_ms() - start);
  }
  std::ranges::sort(times.ms);
  return times;
}

void print(const char* what, const Times& times, const char* asked) {
  std::printf("%-34s mean %8.3f  p50 %8.3f  p95 %8.3f  p99 %8.3f  max %8.3f ms   asked %s\n", what, times.mean(),
              times.at(0.5), times.at(0.95), times.at(0.99), times.ms.empty() ? 0 : times.ms.back(), asked);
  std::fflush(stdout);
}

struct Settings {
  fs::path folder;
  fs::path work = fs::temp_directory_path();
  std::size_t units = 1'000'000;
  std::size_t queries = 1'000;
  std::string pair = "en-ru";
  unsigned seed = 1;
};

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
    } else if (word == "--pair") {
      settings.pair = value();
    } else if (word == "--seed") {
      settings.seed = static_cast<unsigned>(std::stoul(value()));
    } else {
      settings.folder = word;
    }
  }
  return settings;
}

// Compares a query with every key of its length window: bits of the query made once, as rapidfuzz's cached form does.
class BruteForce {
 public:
  void add(std::u32string key) { keys_.push_back(std::move(key)); }

  std::vector<double> similarities(const std::u32string& query, double min_similarity) const {
    const detail::LetterRows rows(query);
    std::vector<double> found;
    for (const std::u32string& key : keys_) {
      const std::size_t longer = std::max(key.size(), query.size());
      const std::size_t limit = detail::max_distance(longer, min_similarity);
      if (longer - std::min(key.size(), query.size()) > limit) continue;
      const std::size_t distance = detail::bit_parallel_distance(
          query.size(), key, [&rows](char32_t letter) { return rows.row(letter); }, limit);
      if (distance <= limit) found.push_back(detail::similarity_of(distance, longer));
    }
    std::ranges::sort(found, std::greater<>());
    return found;
  }

 private:
  std::vector<std::u32string> keys_;
};

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
    Memory memory = open_cold();
    make_queries();
    exact(memory);
    for (const auto& [threshold, asked] : {std::pair(85, "p50 <= 0.3"), std::pair(75, "p50 <= 1, p99 <= 10"),
                                           std::pair(70, "p50 <= 2, p99 <= 15"), std::pair(50, "-")}) {
      fuzzy(memory, threshold, asked);
    }
    batch(memory);
    concordance(memory);
    add_one();
    brute_force(memory);
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
    std::printf("import: %.1f s stored, %.1f s searchable, %.0f units/s (asked >= 100000), %.0f MB more in use\n",
                (stored - start) / 1e3, (searchable - start) / 1e3,
                static_cast<double>(report.added) / (searchable - start) * 1e3, resident_mb("RssAnon:") - before_mb);
    fs::path index = file_;
    index += ".index";
    const double file_mb = static_cast<double>(fs::file_size(file_)) / 1e6;
    const double index_mb = fs::exists(index) ? static_cast<double>(fs::file_size(index)) / 1e6 : 0;
    std::printf("file %.0f MB, index %.0f MB for two languages, together %.2f x the text (asked <= 3)\n", file_mb,
                index_mb, (file_mb + index_mb) * 1e6 / static_cast<double>(text_bytes_));
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

  void batch(const Memory& memory) {
    double one = 0;
    double start = wall_ms();
    for (const std::string& text : perturbed_) memory.find(text, from_, to_);
    one = wall_ms() - start;
    start = wall_ms();
    memory.find_all(perturbed_, from_, to_);
    const double all = wall_ms() - start;
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
      words.push_back(text.substr(first + 1, std::min<std::size_t>(second - first - 1, 40)) + "*");
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
    std::ranges::sort(times.ms);
    print("adding one unit, durable (wall)", times, "<= 5");
    std::printf("resident %.0f MB, of it %.0f MB not mapped files\n", resident_mb("VmRSS:"), resident_mb("RssAnon:"));
  }

  void brute_force(const Memory& memory) {
    BruteForce twin;
    for (const Pair& pair : units_) twin.add(to_utf32(match_key(pair.source, from_)));
    constexpr std::size_t kCompared = 40;
    std::size_t wrong = 0;
    std::size_t matches = 0;
    Times fast;
    const Times slow = measure(std::min(kCompared, settings_.queries), [&](std::size_t i) {
      const auto expected = twin.similarities(to_utf32(match_key(perturbed_[i], from_)), 70);
      const double start = thread_ms();
      const auto found = memory.find(perturbed_[i], from_, to_, {.max_matches = 0});
      fast.ms.push_back(thread_ms() - start);
      matches += found.size();
      std::vector<double> similarities;
      for (const Match& match : found) similarities.push_back(match.similarity);
      std::ranges::sort(similarities, std::greater<>());
      if (similarities != expected) ++wrong;
    });
    print("brute force at 70", slow, "-");
    std::printf("the memory is %.0f times faster; %zu of %zu queries answered differently, %zu matches\n",
                (slow.mean() - fast.mean()) / fast.mean(), wrong, slow.ms.size(), matches);
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
};

}  // namespace
}  // namespace egiz::bench

int main(int argc, char** argv) {
  const egiz::bench::Settings settings = egiz::bench::parse(argc, argv);
  if (settings.folder.empty()) {
    std::fputs(
        "usage: egiz_bench_memory BENCH_FOLDER [--units N] [--queries N] [--pair en-ru] [--work DIR] [--seed N]\n",
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
