// SPDX-License-Identifier: Apache-2.0
// How far the aligner is, and how it is stopped.

#include "base/progress.h"

#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

#include "align/aligner.h"
#include "align/pair_aligner.h"
#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/support/planted_text.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

// What progress was told, until it says stop.
struct Told {
  Progress progress(std::size_t stop_at = ~std::size_t{0}) {
    return [this, stop_at](std::uint64_t now, std::uint64_t all) {
      CHECK(std::this_thread::get_id() == thread);
      CHECK(now >= done);
      CHECK(now <= all);
      done = now;
      total = all;
      return calls++ < stop_at;
    };
  }

  std::thread::id thread = std::this_thread::get_id();
  std::size_t calls = 0;
  std::uint64_t done = 0;
  std::uint64_t total = 0;
};

ErrorCode refusal_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return {};
}

TEST_CASE("progress is told on the thread that aligns, up to the end, and stops the work wherever it is",
          "[property]") {
  const test::PlantedText text = test::plant({.beads = 100, .seed = 91});
  const Document ru = document_from_lines(text.source, Language("ru"));
  const Document en = document_from_lines(text.target, Language("en"));
  const Document de = document_from_lines(test::plant({.beads = 30, .seed = 92}).target, Language("de"));
  const std::vector<DocumentPair> pairs{{&ru, &en}, {&ru, &de}};
  const std::vector<std::function<void(const Progress&)>> works{
      [&](const Progress& progress) { align(ru, en, {}, progress); },
      [&](const Progress& progress) { align(de, ru, en, {}, progress); },
      [&](const Progress& progress) { align_all(pairs, {}, progress); },
      [&](const Progress& progress) { PairAligner(ru, en, {}, progress); },
  };
  for (const auto& work : works) {
    Told whole;
    work(whole.progress());
    CHECK(whole.calls >= 2);
    CHECK(whole.total >= ru.size() + en.size());
    CHECK(whole.done == whole.total);
  }
  for (std::size_t stop_at = 0; stop_at < 3; ++stop_at) {
    Told stopped;
    CHECK(refusal_of([&] { works[stop_at](stopped.progress(stop_at)); }) == ErrorCode::cancelled);
    CHECK(stopped.calls == stop_at + 1);
  }
}

}  // namespace
}  // namespace egiz
