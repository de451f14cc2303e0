// SPDX-License-Identifier: Apache-2.0
// The aligner on generated documents, beside its twin that looks at the whole matrix.

#include <benchmark/benchmark.h>
#include <tbb/global_control.h>
#include <time.h>

#include <utility>
#include <vector>

#include "align/detail/engine.h"
#include "align/pair_aligner.h"
#include "tests/support/planted_text.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

using align_detail::EngineOptions;
using align_detail::EnginePair;

struct Documents {
  explicit Documents(std::size_t beads) {
    const test::PlantedText text = test::plant({.beads = beads, .vocabulary = 4 * beads, .seed = 1});
    source = document_from_lines(text.source, Language("ru"));
    target = document_from_lines(text.target, Language("en"));
  }

  std::size_t segments() const { return source.size() + target.size(); }

  Document source, target;
};

Alignment align_once(const Documents& documents, bool looks_everywhere) {
  const EnginePair pair{&documents.source, &documents.target, {}};
  const EngineOptions options{.lexicon = &Lexicon::built_in(), .looks_everywhere = looks_everywhere};
  return std::move(align_detail::align_together(std::span(&pair, 1), options, {}).front());
}

double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

void align_document(benchmark::State& state) {
  const Documents documents(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(align_once(documents, false));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents.segments()));
}

// times_slower: than align_document on the same documents.
void align_whole_matrix(benchmark::State& state) {
  const Documents documents(static_cast<std::size_t>(state.range(0)));
  const double start = thread_seconds();
  benchmark::DoNotOptimize(align_once(documents, false));
  const double fast = thread_seconds() - start;
  double slow = 0;
  for (auto _ : state) {
    const double before = thread_seconds();
    benchmark::DoNotOptimize(align_once(documents, true));
    slow += thread_seconds() - before;
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents.segments()));
  state.counters["times_slower"] = slow / static_cast<double>(state.iterations()) / fast;
}

// One bead in the middle is fixed that is not in the alignment: a segment is given the partner of its neighbour.
void realign_around_a_bead(benchmark::State& state) {
  const Documents documents(static_cast<std::size_t>(state.range(0)));
  const PairAligner aligner(documents.source, documents.target);
  const std::vector<Bead>& beads = aligner.alignment().beads;
  std::size_t k = beads.size() / 2;
  while (beads[k].source.empty() || beads[k + 1].target.empty()) {
    ++k;
  }
  const Bead fixed{beads[k].source, beads[k + 1].target, 1};
  for (auto _ : state) {
    benchmark::DoNotOptimize(aligner.realign(std::span(&fixed, 1)));
  }
}

BENCHMARK(align_document)->RangeMultiplier(10)->Range(100, 100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(realign_around_a_bead)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMillisecond);
BENCHMARK(align_whole_matrix)->Arg(100)->Arg(300)->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace egiz

int main(int argc, char** argv) {
  // One core, so that processor time is the time that the work takes.
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, 1);
  benchmark::Initialize(&argc, argv);
  egiz::Lexicon::built_in();
  benchmark::RunSpecifiedBenchmarks();
}
