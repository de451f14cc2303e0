// SPDX-License-Identifier: Apache-2.0
// What survives the translation of a document.

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "align/detail/letters.h"
#include "align/detail/lexicon_index.h"
#include "align/detail/skeleton.h"
#include "align/detail/tokenizer.h"
#include "align/pairing.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace egiz {
namespace {

using namespace align_detail;

constexpr std::size_t kNameLetters = 4;      // a shorter word is no name
constexpr std::size_t kLeastSkeleton = 3;    // consonants
constexpr std::size_t kSkeletonLetters = 4;  // consonants that count: endings are behind them
constexpr float kLeastStrength = 0.4F;       // of a lexicon hit

// What kind of thing a key stands for, so that "5" the number is not "5" the entry.
enum class Kind : char { anchor = 'a', latin = 'l', stem = 's', skeleton = 'k', concept_ = 'c' };

std::uint64_t key_of(Kind kind, std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL ^ static_cast<std::uint64_t>(static_cast<unsigned char>(kind));
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash ^ (hash >> 29);
}

class Collector {
 public:
  Collector(const Language& language, const Lexicon& lexicon) : language_(language), lexicon_(lexicon) {}

  void add(std::string_view segment) {
    for (const Token& anchor : anchors(segment, language_)) {
      if (anchor.kind != TokenKind::latin) count(key_of(Kind::anchor, anchor.value), 1);
    }
    for (SegmentToken& token : tokenize_segment(segment).tokens) ++forms_[std::move(token.form)];
  }

  std::vector<DocumentProfile::Feature> take() {
    for (const auto& [form, times] : forms_) add_form(form, static_cast<float>(times));
    std::vector<DocumentProfile::Feature> features;
    features.reserve(counts_.size());
    for (const auto& [key, times] : counts_) features.push_back({key, std::log1p(times)});
    std::ranges::sort(features, {}, &DocumentProfile::Feature::key);
    return features;
  }

 private:
  void count(std::uint64_t key, float times) { counts_[key] += times; }

  void add_form(const std::string& form, float times) {
    const std::u32string letters = to_utf32(form);
    if (letters.empty()) return;
    if (character_class(letters.front()) == CharacterClass::ideograph) count(key_of(Kind::stem, form), times);
    if (character_class(letters.front()) != CharacterClass::letter) return;
    if (is_latin(letters.front())) count(key_of(Kind::latin, form), times);
    if (letters.size() >= kNameLetters) {
      std::string stem;
      for (const char32_t c : letters.substr(0, kStemLetters)) append_utf8(stem, level_letter(c));
      count(key_of(Kind::stem, stem), times);
      const std::string skeleton = consonant_skeleton(form).substr(0, kSkeletonLetters);
      if (skeleton.size() >= kLeastSkeleton) count(key_of(Kind::skeleton, skeleton), times);
    }
    for (const LexiconHit& hit : lexicon_.index().find(form, language_.primary())) {
      if (hit.strength >= kLeastStrength) count(key_of(Kind::concept_, std::to_string(hit.entry)), times);
    }
  }

  const Language& language_;
  const Lexicon& lexicon_;
  std::map<std::string, unsigned> forms_;  // in order, so that sums come out the same everywhere
  std::unordered_map<std::uint64_t, float> counts_;
};

}  // namespace

DocumentProfile profile_document(const Document& document, const Lexicon& lexicon) {
  Collector collector(document.language(), lexicon);
  for (std::size_t i = 0; i < document.size(); ++i) collector.add(document.segment_text(i));
  return {document.language(), document.size(), collector.take()};
}

}  // namespace egiz
