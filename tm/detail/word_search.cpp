// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/word_search.h"

#include <algorithm>
#include <array>
#include <bit>

#include "text/utf8.h"
#include "tm/detail/indexed_unit.h"
#include "tm/detail/word_bits.h"

namespace egiz::detail {
namespace {

using Codes = std::vector<std::uint8_t>;

constexpr int kWorthLetters = 6;  // with so many units left in a block their letters are looked at before they are

// Words one behind the other, of which only the last may go on, in the codes of an image.
struct CodedTerm {
  std::vector<Codes> words;
  bool last_may_go_on = false;
  std::size_t longest = 0;  // the word that is looked for; its neighbours are checked where it stands
  std::size_t rare = 0;     // places of its two least frequent letters
  std::size_t rarer = 0;
};

// Codes are sorted by frequency, so the highest are the rarest; kRareLetter is the rarest of all.
bool is_rarer(std::uint8_t a, std::uint8_t b) {
  return static_cast<std::uint8_t>(a - 1) > static_cast<std::uint8_t>(b - 1);
}

void choose_letters(CodedTerm& term) {
  const Codes& word = term.words[term.longest];
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_rarer(word[i], word[term.rarer])) term.rarer = i;
  }
  term.rare = term.rarer == 0 && word.size() > 1 ? 1 : 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i != term.rarer && is_rarer(word[i], word[term.rare])) term.rare = i;
  }
}

class WordSearch {
 public:
  WordSearch(const Image& image, const UnitIds& dead, const SectionRules& rules, const ConcordanceQuery& query)
      : image_(image), dead_(dead), rules_(rules), query_(query), word_codes_(image.alphabet()) {
    for (const ConcordanceTerm& term : query.terms()) add_term(term);
  }

  // Short keys first, whole lengths at a time, until there are enough.
  std::vector<WordHit> run(std::size_t max_hits) {
    const auto groups = image_.groups();
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (groups[i].length < least_length_) continue;
      const bool is_new_length = i == 0 || groups[i].length != groups[i - 1].length;
      if (is_new_length && max_hits != 0 && hits_.size() >= max_hits) break;
      search_group(image_.group(i));
    }
    std::ranges::sort(hits_);
    if (max_hits != 0 && hits_.size() > max_hits) hits_.resize(max_hits);
    return std::move(hits_);
  }

 private:
  // Where words before the last may go on, each is looked for alone; the whole key decides.
  void add_term(const ConcordanceTerm& term) {
    const std::span<const WantedWord> words(term.words);
    if (std::ranges::none_of(words.first(words.size() - 1), &WantedWord::may_go_on)) return add_run(words);
    for (std::size_t i = 0; i < words.size(); ++i) add_run(words.subspan(i, 1));
  }

  // A key must have the letters of each run; one place may serve several, so their bags do not add up.
  void add_run(std::span<const WantedWord> words) {
    if (words.back().key.empty()) return;
    CodedTerm coded;
    Codes all;
    coded.last_may_go_on = words.back().may_go_on;
    for (const WantedWord& word : words) {
      coded.words.push_back(image_.alphabet().encode(to_utf32(word.key)));
      const Codes& codes = coded.words.back();
      if (codes.size() > coded.words[coded.longest].size()) coded.longest = coded.words.size() - 1;
      all.insert(all.end(), codes.begin(), codes.end());
      const auto marks = word_codes_.marks_of(codes, word.may_go_on);
      marks_.insert(marks_.end(), marks.begin(), marks.end());
    }
    choose_letters(coded);
    least_length_ = std::max(least_length_, all.size() + coded.words.size() - 1);
    terms_.push_back(std::move(coded));
    const LetterBag bag = letter_bag(all, image_.alphabet().buckets());
    for (std::size_t i = 0; i < kBuckets; ++i) bag_[i] = std::max(bag_[i], bag[i]);
  }

  void search_group(const GroupView& group) {
    std::vector<const std::uint64_t*> marked;
    for (const std::uint64_t mark : marks_) marked.push_back(group.units_marked(mark));
    std::array<std::uint32_t, kBlockUnits> survivors;
    for (std::size_t first = 0; first < group.count; first += kBlockUnits) {
      std::uint64_t may_hold = ~std::uint64_t{0};
      for (const std::uint64_t* units : marked) may_hold &= units[first / kBlockUnits];
      if (may_hold == 0) continue;
      if (std::popcount(may_hold) >= kWorthLetters) {
        may_hold &= kernels_.scan_letters(group.bags + first * kBuckets, bag_.data());
      }
      const std::size_t count = numbers_of(may_hold, survivors.data());
      for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(group.codes + (first + survivors[i]) * group.length);
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t number = first + survivors[i];
        if (number < group.count && holds_terms(group.codes_of(number))) offer(group, number);
      }
    }
  }

  bool holds_terms(std::span<const std::uint8_t> text) const {
    return std::ranges::all_of(terms_, [&](const CodedTerm& term) { return holds_term(text, term); });
  }

  bool holds_term(std::span<const std::uint8_t> text, const CodedTerm& term) const {
    const Codes& word = term.words[term.longest];
    for (std::size_t place = 0;; ++place) {
      place = kernels_.find_word({text.data(), text.size()}, {word.data(), word.size()}, term.rare, term.rarer, place);
      if (place == static_cast<std::size_t>(-1)) return false;
      if (goes_on_before(text, place, term) && goes_on_behind(text, place + word.size(), term)) return true;
    }
  }

  // A letter without a code may be of a word or between words: it is taken for both, and the whole key decides.
  bool may_be_between(std::uint8_t code) const { return !word_codes_.contains(code); }

  bool goes_on_before(std::span<const std::uint8_t> text, std::size_t place, const CodedTerm& term) const {
    if (place > 0 && !may_be_between(text[place - 1])) return false;
    for (std::size_t i = term.longest; i-- > 0;) {
      const Codes& word = term.words[i];
      while (place > 0 && may_be_between(text[place - 1])) {
        if (text[--place] == Alphabet::kRareLetter) return true;
      }
      if (place < word.size() || !std::ranges::equal(text.subspan(place - word.size(), word.size()), word))
        return false;
      place -= word.size();
      if (place > 0 && !may_be_between(text[place - 1])) return false;
    }
    return true;
  }

  bool goes_on_behind(std::span<const std::uint8_t> text, std::size_t place, const CodedTerm& term) const {
    for (std::size_t i = term.longest;; ++i) {
      const bool may_be_longer = term.last_may_go_on && i + 1 == term.words.size();
      if (!may_be_longer && place < text.size() && !may_be_between(text[place])) return false;
      if (i + 1 == term.words.size()) return true;
      while (place < text.size() && may_be_between(text[place])) {
        if (text[place++] == Alphabet::kRareLetter) return true;
      }
      const Codes& word = term.words[i + 1];
      if (text.size() - place < word.size() || !std::ranges::equal(text.subspan(place, word.size()), word))
        return false;
      place += word.size();
    }
  }

  void offer(const GroupView& group, std::size_t number) {
    const IndexedUnit unit = IndexedUnit::unpacked(group.units[number]);
    if (!rules_.has_languages(unit) || dead_.contains(unit.id)) return;
    if (!query_.matches(to_utf8(image_.key(group, number))) || !rules_.passes(unit)) return;
    hits_.push_back({group.length, unit.id, rules_.language});
  }

  const Image& image_;
  const UnitIds& dead_;
  const SectionRules& rules_;
  const ConcordanceQuery& query_;
  const Kernels& kernels_ = kernels();
  WordCodes word_codes_;
  std::vector<CodedTerm> terms_;
  std::vector<std::uint64_t> marks_;  // that every text must have
  LetterBag bag_{};
  std::size_t least_length_ = 0;
  std::vector<WordHit> hits_;
};

}  // namespace

std::vector<WordHit> search_words(const Image& image, const UnitIds& dead, const SectionRules& rules,
                                  const ConcordanceQuery& query, std::size_t max_hits) {
  return WordSearch(image, dead, rules, query).run(max_hits);
}

}  // namespace egiz::detail
