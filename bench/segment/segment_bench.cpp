// SPDX-License-Identifier: Apache-2.0

// How fast texts are cut into sentences: bytes per second on one core.
//   EGIZ_BENCH_TEXT=FILE egiz_bench_segment   measures a text of yours

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "text/segmenter.h"
#include "text/srx.h"
#include "text/srx_export.h"

namespace {

// About 4 MB in paragraphs of four sentences, with what the segmenter has to think about.
std::string sample(const std::string& language) {
  const std::string paragraph =
      language == "en"
          ? "The contract was signed on Jan. 5, 2014 in Almaty by Mr. A. Smith and his partner. Its price "
            "is 5.2 bn. tenge, that is, less than was planned a year ago. “Who will pay for it?” asked the "
            "director of the plant. No answer was given, and the meeting went on until 6 p.m.\n"
      : language == "kk"
          ? "Шарт 2014 ж. 12 мамырда Алматы қаласында жасалды, оған директор А. С. Иманов қол қойды. Оның "
            "құны – 5,2 млрд. теңге, яғни бір жыл бұрын жоспарланғаннан аз. «Бұны кім төлейді?» – деп "
            "сұрады зауыт басшысы. Жауап болған жоқ, жиналыс кешкі сағат алтыға дейін созылды.\n"
          : "Договор подписал 12 мая 2014 г. в Алматы директор завода А. С. Иманов вместе с партнёром. Его "
            "цена – 5,2 млрд. тенге, т. е. меньше, чем планировалось год назад. «Кто же за это заплатит?» – "
            "спросил начальник цеха. Ответа не было, и собрание продолжалось до шести часов вечера.\n";
  std::string text;
  while (text.size() < 4'000'000) text += paragraph;
  return text;
}

void segment_text(benchmark::State& state, const std::string& language) {
  const char* file = std::getenv("EGIZ_BENCH_TEXT");
  std::ifstream in(file != nullptr ? file : "");
  const std::string text = file != nullptr ? std::string(std::istreambuf_iterator<char>(in), {}) : sample(language);
  const egiz::Language tag(language);
  for (auto _ : state) benchmark::DoNotOptimize(egiz::segment(text, tag));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

// SRX with 200 exceptions, one for each abbreviation, as other tools write them, and two rules that break.
egiz::SrxRules srx_of_200(const std::string& language) {
  std::vector<egiz::SrxRule> rules;
  for (const egiz::WordTable::Word& word : egiz::SegmentationRules::built_in().find(language)->words()) {
    const bool is_plain = word.folded.find_first_of(".+*?()[]") == std::string::npos;
    if (is_plain && word.always.is_abbreviation() && rules.size() < 200) {
      rules.push_back({false, "\\b" + word.folded + "\\.", "\\s"});
    }
  }
  rules.push_back({true, "[.?!…]+[\"»”’)]*", "\\s+[\\p{Lu}«“\"(–—]"});
  rules.push_back({true, "[?!]+", "\\s"});
  return {.cascade = true, .languages = {{"All", std::move(rules)}}, .maps = {{".*", "All"}}};
}

void segment_by_srx(benchmark::State& state, const std::string& language, const egiz::SrxRules& rules) {
  const std::string text = sample(language);
  const egiz::SrxSegmenter segmenter(rules, egiz::Language(language));
  for (auto _ : state) benchmark::DoNotOptimize(segmenter.segment(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void segment_by_200_rules(benchmark::State& state, const std::string& language) {
  segment_by_srx(state, language, srx_of_200(language));
}

void segment_by_exported_rules(benchmark::State& state, const std::string& language) {
  segment_by_srx(state, language, egiz::to_srx(egiz::SegmentationRules::built_in()));
}

BENCHMARK_CAPTURE(segment_by_200_rules, ru, "ru")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(segment_by_200_rules, en, "en")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(segment_by_exported_rules, ru, "ru")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(segment_by_exported_rules, kk, "kk")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(segment_text, ru, "ru")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(segment_text, kk, "kk")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(segment_text, en, "en")->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
