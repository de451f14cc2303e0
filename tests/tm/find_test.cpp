// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/reference/memory_search.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/detail/concordance_query.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;

// Sentences of made-up words over an alphabet, many of them near copies of others.
class SentenceMaker {
 public:
  SentenceMaker(unsigned seed, std::u32string alphabet) : random_(seed), alphabet_(std::move(alphabet)) {
    for (int i = 0; i < 200; ++i) words_.push_back(word());
  }

  std::string sentence() {
    if (!made_.empty() && random_() % 3 == 0) return remember(perturbed(made_[random_() % made_.size()]));
    std::u32string text;
    for (std::size_t words = 1 + random_() % (random_() % 20 == 0 ? 60 : 12); words > 0; --words) {
      text += words_[random_() % words_.size()] + U' ';
    }
    return remember(text);
  }

  // A text that is like one that was made, or like none.
  std::string query() {
    if (random_() % 5 == 0) return to_utf8(words_[random_() % words_.size()]);
    return to_utf8(random_() % 4 == 0 ? made_[random_() % made_.size()] : perturbed(made_[random_() % made_.size()]));
  }

  // Words for a concordance: alone, several, a phrase, a beginning, any form.
  std::string words() {
    const std::u32string& text = made_[random_() % made_.size()];
    const std::size_t begin = text.rfind(U' ', random_() % text.size());
    std::u32string part = text.substr(begin == std::u32string::npos ? 0 : begin + 1, 1 + random_() % 16);
    if (random_() % 3 == 0) part += U'~';
    if (random_() % 6 == 0) part.replace(std::min(part.find(U' '), part.size()), 0, U"~");
    if (random_() % 3 == 0) part = U'"' + part + U'"';
    if (random_() % 3 == 0) part += U'*';
    if (random_() % 4 == 0) part += U' ' + words_[random_() % words_.size()].substr(0, 2) + U'*';
    if (random_() % 4 == 0) part += U' ' + words_[random_() % words_.size()] + U'~';
    return to_utf8(part);
  }

  std::mt19937& random() { return random_; }

 private:
  std::u32string word() {
    std::u32string letters(1 + random_() % 9, U' ');
    for (char32_t& letter : letters) letter = alphabet_[random_() % alphabet_.size()];
    return letters;
  }

  std::u32string perturbed(std::u32string text) {
    for (std::size_t edits = random_() % (1 + text.size() / 3); edits > 0 && !text.empty(); --edits) {
      const std::size_t place = random_() % text.size();
      const char32_t letter = alphabet_[random_() % alphabet_.size()];
      switch (random_() % 4) {
        case 0:
          text[place] = letter;
          break;
        case 1:
          text.erase(place, 1);
          break;
        case 2:
          text.insert(place, 1, letter);
          break;
        default:
          text.insert(place, words_[random_() % words_.size()]);
          break;
      }
    }
    return text;
  }

  std::string remember(std::u32string text) {
    made_.push_back(text.empty() ? U"x" : std::move(text));
    return to_utf8(made_.back());
  }

  std::mt19937 random_;
  std::u32string alphabet_;
  std::vector<std::u32string> words_;
  std::vector<std::u32string> made_;
};

std::u32string letters_between(char32_t first, char32_t last) {
  std::u32string letters;
  for (char32_t letter = first; letter <= last; ++letter) letters += letter;
  return letters;
}

// A memory and the plain list of what is in it.
struct MemoryAndTwin {
  explicit MemoryAndTwin(const std::filesystem::path& file) : memory(Memory::create(file)) {}

  void add(const TranslationUnit& unit) { twin[memory.add(unit)] = unit; }

  void add_all(const std::vector<TranslationUnit>& units) {
    memory.add_all(units);
    twin.clear();
    memory.for_each([this](UnitId id, const TranslationUnit& unit) { return twin[id] = unit, true; });
  }

  Memory memory;
  std::map<UnitId, TranslationUnit> twin;
};

TranslationUnit random_unit(SentenceMaker& ru, SentenceMaker& kk) {
  TranslationUnit unit = test::unit_of(ru.sentence(), kk.sentence());
  const auto kind = ru.random()() % 4;
  if (kind == 0) unit.variants.push_back({Language("en"), kk.sentence(), {}, {}, {}, {}});
  if (kind == 1) unit.variants[0].language = Language("en");
  unit.origin.kind = static_cast<Origin::Kind>(ru.random()() % 5);
  std::erase_if(unit.variants,
                [](const Variant& variant) { return match_key(variant.text, variant.language).empty(); });
  return unit.variants.size() < 2 ? test::unit_of("запас", "қор") : unit;
}

// Whether find gives exactly what the twin does, and fewer matches are the first of all.
void check_against_twin(const MemoryAndTwin& both, const std::string& text, const char* from, const char* to,
                        double min_similarity, const UnitFilter& filter = {}) {
  const Language source(from);
  const Language target(to);
  FindOptions options{.min_similarity = min_similarity, .max_matches = 0, .filter = &filter};
  const auto all = both.memory.find(text, source, target, options);
  std::map<UnitId, double> found;
  for (const Match& match : all) found.emplace(match.id, match.similarity);
  REQUIRE(found.size() == all.size());
  auto expected = reference::found_units(both.twin, text, source, target, min_similarity);
  std::erase_if(expected, [&](const auto& one) { return !filter.passes(both.twin.at(one.first)); });
  REQUIRE(found == expected);
  for (const std::size_t max_matches : {1U, 5U}) {
    options.max_matches = max_matches;
    const auto best = both.memory.find(text, source, target, options);
    REQUIRE(best.size() == std::min(max_matches, all.size()));
    for (std::size_t i = 0; i < best.size(); ++i) {
      REQUIRE(best[i].id == all[i].id);
      REQUIRE(best[i].score == all[i].score);
      REQUIRE(best[i].penalties == all[i].penalties);
      REQUIRE(best[i].adjusted == all[i].adjusted);
    }
  }
}

void check_concordance_against_twin(const MemoryAndTwin& both, const std::string& text, const char* language,
                                    const UnitFilter& filter = {}) {
  const Language in(language);
  const detail::ConcordanceQuery query(text, in);
  std::vector<std::pair<std::size_t, UnitId>> expected;
  for (const auto& [id, unit] : both.twin) {
    const Variant* variant = unit.find(in);
    if (variant == nullptr || query.is_empty() || !filter.passes(unit)) continue;
    const std::string key = match_key(variant->text, in);
    if (query.matches(key)) expected.emplace_back(count_code_points(key), id);
  }
  std::ranges::sort(expected);
  for (const std::size_t max_hits : {0U, 3U}) {
    const auto hits = both.memory.concordance(text, in, {.max_hits = max_hits, .filter = &filter});
    REQUIRE(hits.size() == (max_hits == 0 ? expected.size() : std::min<std::size_t>(max_hits, expected.size())));
    for (std::size_t i = 0; i < hits.size(); ++i) {
      REQUIRE(hits[i].id == expected[i].second);
      REQUIRE_FALSE(hits[i].highlights.empty());
    }
  }
}

void check_many(const MemoryAndTwin& both, SentenceMaker& ru, SentenceMaker& kk, int queries) {
  const double thresholds[] = {50, 60, 70, 75, 80, 85, 90, 95, 99, 100, 66.6, 0.5};
  for (int i = 0; i < queries; ++i) {
    const double threshold = thresholds[ru.random()() % (i % 50 == 0 ? 12 : 11)];
    check_concordance_against_twin(both, ru.words(), "ru");
    check_concordance_against_twin(both, kk.words(), "kk");
    switch (i % 4) {
      case 0:
        check_against_twin(both, ru.query(), "ru", "kk", threshold);
        break;
      case 1:
        check_against_twin(both, kk.query(), "kk", "ru", threshold);
        break;
      case 2:
        check_against_twin(both, kk.query(), "en", "kk", threshold);
        break;
      default:
        check_against_twin(both, kk.query(), "kk", "en", threshold);
        break;
    }
  }
}

}  // namespace

TEST_CASE("find equals a full scan while units come, change and go", "[property]") {
  const MemoryFolder folder;
  SentenceMaker ru(1, letters_between(U'а', U'я'));
  SentenceMaker kk(2, letters_between(U'а', U'т') + U"әғқңөұүһі");
  MemoryAndTwin both(folder.file());
  for (int round = 0; round < 12; ++round) {
    for (int i = 0; i < 90; ++i) both.add(random_unit(ru, kk));  // beyond what is compared one by one
    for (int i = 0; i < 10; ++i) {
      const auto place = std::next(both.twin.begin(), static_cast<std::ptrdiff_t>(ru.random()() % both.twin.size()));
      if (i % 2 == 0) {
        both.memory.remove(place->first);
        both.twin.erase(place);
      } else {
        place->second = random_unit(ru, kk);
        both.memory.update(place->first, place->second);
      }
    }
    check_many(both, ru, kk, 100);
  }
}

TEST_CASE("find equals a full scan with more letters than codes", "[property]") {
  const MemoryFolder folder;
  SentenceMaker ru(3, letters_between(U'а', U'я') + letters_between(0x4E00, 0x4E00 + 600));
  SentenceMaker kk(4, letters_between(0x4E00, 0x4E00 + 1500));
  MemoryAndTwin both(folder.file());
  for (int i = 0; i < 700; ++i) both.add(random_unit(ru, kk));
  check_many(both, ru, kk, 400);
}

TEST_CASE("find equals a full scan over a file, and after it was opened again", "[property]") {
  const MemoryFolder folder;
  SentenceMaker ru(5, letters_between(U'а', U'я'));
  SentenceMaker kk(6, letters_between(U'а', U'я'));
  std::map<UnitId, TranslationUnit> twin;
  {
    MemoryAndTwin both(folder.file());
    std::vector<TranslationUnit> units;
    for (int i = 0; i < 18'000; ++i) units.push_back(random_unit(ru, kk));
    both.add_all(units);
    check_many(both, ru, kk, 12);
    REQUIRE(std::filesystem::exists(folder.file("memory.egiz.index")));
    for (int i = 0; i < 300; ++i) both.add(random_unit(ru, kk));
    for (int i = 0; i < 300; ++i) {
      const auto place = std::next(both.twin.begin(), static_cast<std::ptrdiff_t>(ru.random()() % both.twin.size()));
      both.memory.remove(place->first);
      both.twin.erase(place);
    }
    check_many(both, ru, kk, 12);
    twin = both.twin;
  }
  MemoryAndTwin again(folder.file("other.egiz"));
  again.memory = Memory::open(folder.file(), OpenMode::read_only);
  again.twin = std::move(twin);
  check_many(again, ru, kk, 12);
}

TEST_CASE("a filter lets few units pass, and the best of those are found", "[property]") {
  const MemoryFolder folder;
  SentenceMaker ru(21, letters_between(U'а', U'я'));
  SentenceMaker kk(22, letters_between(U'а', U'т'));
  std::vector<TranslationUnit> units;
  for (int i = 0; i < 2'000; ++i) {
    units.push_back(random_unit(ru, kk));
    units.back().properties = {{"client", std::to_string(ru.random()() % 20)}};
    if (i % 3 == 0) units.back().context.document = "a.docx";
    units.back().created = std::chrono::sys_seconds(std::chrono::seconds(i));
  }
  MemoryAndTwin both(folder.file());
  both.add_all(units);
  const UnitFilter filters[] = {
      {.properties = {{"client", "7"}}},
      {.origins = {Origin::Kind::reviewed, Origin::Kind::machine}},
      {.document = "a.docx"},
      {.properties = {{"client", "1"}}, .document = "a.docx"},
      {.languages = {Language("en")}, .since = std::chrono::sys_seconds(std::chrono::seconds(900))},
      {.text = "а"},
      {.properties = {{"client", "none"}}}};
  for (int i = 0; i < 140; ++i) {
    const UnitFilter& filter = filters[static_cast<std::size_t>(i) % std::size(filters)];
    check_against_twin(both, ru.query(), "ru", "kk", i % 2 == 0 ? 50 : 75, filter);
    check_concordance_against_twin(both, ru.words(), "ru", filter);
  }
  const auto answers = both.memory.find_all(std::vector<std::string>(40, ru.query()), Language("ru"), Language("kk"),
                                            {.min_similarity = 50, .filter = &filters[0]});
  for (const auto& matches : answers) REQUIRE(matches.size() == answers.front().size());
}

TEST_CASE("the best of many units that differ in numbers are the first of all", "[property]") {
  const MemoryFolder folder;
  std::mt19937 random(31);
  const auto number = [&] { return std::to_string(random() % (random() % 3 == 0 ? 100'000 : 40)); };
  const auto source = [&] {
    const std::string starts[] = {"Статья ", "Пункт ", "Таблица "};
    const std::string ends[] = {"", " настоящего Кодекса", " и приложение " + number(),
                                " от 5 марта 20" + number() + " года"};
    return starts[random() % 3] + number() + ends[random() % 4];
  };
  MemoryAndTwin both(folder.file());
  std::vector<TranslationUnit> units;
  for (int i = 0; i < 1'500; ++i) {
    const std::string text = source();
    units.push_back(test::unit_of(text, "Аударма: " + text));
    units.back().origin.kind = static_cast<Origin::Kind>(random() % 5);
  }
  both.add_all(units);
  for (int i = 0; i < 60; ++i) check_against_twin(both, source(), "ru", "kk", i % 2 == 0 ? 50 : 70);
}

TEST_CASE("every unit with a text is found at 100, among many of its length") {
  const MemoryFolder folder;
  std::mt19937 random(41);
  std::vector<TranslationUnit> units;
  std::map<std::string, std::size_t> twin;
  for (int i = 0; i < 3'000; ++i) {
    const bool is_common = random() % 3 == 0;
    const std::string text = "Пункт " + std::to_string(100'000 + (is_common ? random() % 3 : random() % 900));
    units.push_back(test::unit_of(text, "Тармақ " + std::to_string(i)));
    ++twin[text];
  }
  Memory memory = Memory::create(folder.file());
  memory.add_all(units);

  const auto found = [&](const std::string& text) {
    return memory.find(text, Language("ru"), Language("kk"), {.min_similarity = 100, .max_matches = 0}).size();
  };
  for (const auto& [text, count] : twin) REQUIRE(found(text) == count);
  for (unsigned i = 0; i < 50; ++i) REQUIRE(found("Пункт " + std::to_string(200'000 + random() % 900)) == 0);
}

TEST_CASE("find_all gives what find gives, in order") {
  const MemoryFolder folder;
  SentenceMaker ru(7, letters_between(U'а', U'я'));
  SentenceMaker kk(8, letters_between(U'а', U'я'));
  MemoryAndTwin both(folder.file());
  for (int i = 0; i < 400; ++i) both.add(random_unit(ru, kk));
  std::vector<std::string> texts;
  for (int i = 0; i < 700; ++i) texts.push_back(ru.query());
  std::uint64_t reported = 0;

  const auto all = both.memory.find_all(texts, Language("ru"), Language("kk"), {},
                                        [&](std::uint64_t done, std::uint64_t) { return reported = done, true; });

  REQUIRE(all.size() == texts.size());
  CHECK(reported == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto one = both.memory.find(texts[i], Language("ru"), Language("kk"));
    REQUIRE(one.size() == all[i].size());
    for (std::size_t m = 0; m < one.size(); ++m) REQUIRE(one[m].id == all[i][m].id);
  }
}

}  // namespace egiz
