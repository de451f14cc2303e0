// SPDX-License-Identifier: Apache-2.0
// The seed lexicon, lexicons of users, and how inflected words are recognised.

#include "align/lexicon.h"

#include "align/detail/cognates.h"
#include "align/detail/lexicon_index.h"
#include "align/detail/skeleton.h"
#include "align/detail/tokenizer.h"
#include "base/error.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

TEST_CASE("the seed lexicon has thousands of concepts in three languages") {
  const Lexicon& lexicon = Lexicon::built_in();

  CHECK(lexicon.size() >= 4000);
  CHECK(&lexicon == &Lexicon::built_in());
}

TEST_CASE("a lexicon file of other languages names them in its first line") {
  const auto entries = parse_lexicon_tsv("#\tde\tfr\nBerg|Gipfel\tmontagne\n\n# comment\nTal\tvallée\n", "alps.tsv");

  REQUIRE(entries.size() == 2);
  CHECK(entries[0].terms.size() == 3);
  CHECK(entries[0].terms[2].language == Language("fr"));
  CHECK(entries[1].terms[1].text == "vallée");
}

TEST_CASE("a broken lexicon line is refused with its place") {
  CHECK_THROWS_WITH(parse_lexicon_tsv("дом\n", "my.tsv"), Catch::Matchers::Contains("my.tsv:1"));
  CHECK_THROWS_AS(parse_lexicon_tsv("a\tb\tc\td\n", "my.tsv"), Error);
}

TEST_CASE("lexicons can be merged") {
  const std::vector<LexiconEntry> one{{{{Language("ru"), "гора"}, {Language("en"), "mountain"}}}};
  const std::vector<LexiconEntry> two{{{{Language("ru"), "река"}, {Language("en"), "river"}}}};

  CHECK(Lexicon(one).merged_with(Lexicon(two)).size() == 2);
}

TEST_CASE("inflected forms find their dictionary form") {
  const std::vector<LexiconEntry> entries{{{{Language("ru"), "гора"}, {Language("kk"), "тау"}}},
                                          {{{Language("ru"), "государственный"}, {Language("kk"), "мемлекеттік"}}},
                                          {{{Language("ru"), "писать"}, {Language("kk"), "жазу"}}},
                                          {{{Language("ru"), "книга"}, {Language("kk"), "кітап"}}}};
  const align_detail::LexiconIndex index(entries);
  const auto finds = [&](const char* form, const char* language, std::uint32_t entry) {
    const auto hits = index.find(form, language);
    return std::ranges::any_of(hits, [entry](const auto& hit) { return hit.entry == entry && hit.strength > 0.1F; });
  };

  CHECK(finds("горами", "ru", 0));
  CHECK(finds("тауларымыздан", "kk", 0));
  CHECK(finds("государственного", "ru", 1));
  CHECK(finds("писали", "ru", 2));
  CHECK(finds("жазды", "kk", 2));
  CHECK(finds("кітабы", "kk", 3));
  CHECK_FALSE(finds("книжка", "ru", 3));
  CHECK(index.find("гора", "en").empty());
}

TEST_CASE("names have one skeleton across scripts") {
  using align_detail::consonant_skeleton;

  CHECK(consonant_skeleton("вашингтон") == consonant_skeleton("washington"));
  CHECK(consonant_skeleton("президент") == consonant_skeleton("president"));
  CHECK(consonant_skeleton("тоқаев") == consonant_skeleton("токаев"));
  CHECK(consonant_skeleton("漢字").empty());
}

TEST_CASE("cognates are recognised and strangers are not") {
  using align_detail::cognate_strength;

  CHECK(cognate_strength("#1991", "#1991") > 0.9F);
  CHECK(cognate_strength("#1991", "#1992") == 0.0F);
  CHECK(cognate_strength("министрлігі", "министерство") > 0.5F);
  CHECK(cognate_strength("петербург", "petersburg") == 0.0F);  // nor is every cognate
  CHECK(cognate_strength("лондон", "london") > 0.5F);
  CHECK(cognate_strength("konstruktion", "construction") > 0.2F);  // consonants within one script
  CHECK(cognate_strength("konto", "conte") == 0.0F);               // when there are enough of them
  CHECK(cognate_strength("дом", "house") == 0.0F);
}

TEST_CASE("the aligner's tokens are stems, numbers and classes of punctuation") {
  const auto segment = align_detail::tokenize_segment("Ёлки стоили 1 234,5 тенге — а «Ели»?");

  std::vector<std::string> stems;
  for (const auto& token : segment.tokens) {
    stems.push_back(token.stem);
  }
  CHECK(stems == std::vector<std::string>{"елки", "стоил", "#1234.5", "тенге", "-", "а", "\"", "ели", "\"", "?"});
  CHECK(segment.sentences == 1);
  CHECK(align_detail::tokenize_segment("Первое здесь. Второе там.").sentences == 2);
}

}  // namespace
}  // namespace egiz
