// SPDX-License-Identifier: Apache-2.0
#include "text/identify.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "text/detail/language_model.h"
#include "text/detail/look_alikes.h"
#include "text/match_key.h"
#include "text/utf8.h"

namespace egiz {
namespace {

using detail::LanguageModel;
using detail::Script;

// Chosen with bench/text (docs/decisions/0002-language-identification.md): so much must another language be cheaper;
// then a Russian, Kazakh or English text of one or two words is hardly ever refused.
constexpr double kOtherLanguage = 20;  // bits
constexpr double kOtherScript = 12;    // bits; Kazakh in Latin letters
constexpr double kKazakh = 1;          // bits; where letters say nothing, a text is more often Russian

// Match keys have no ё; each in the text speaks against languages that hardly use it.
constexpr double kYo = 6;  // bits
constexpr std::string_view kYoLanguages = "ru be mn tg ky";

// The costs of neighbouring letters are not independent: so many bits of the model are one bit of evidence.
constexpr double kBitsPerBit = 3;

constexpr std::size_t kSlices = 8;  // of a long text, evenly apart
constexpr std::size_t kSliceBytes = 1024;

// A long text's slices, at whole characters, else the text.
std::string sample_of(std::string_view text) {
  if (text.size() <= kSlices * kSliceBytes) return std::string(text);
  const auto is_inside = [text](std::size_t at) { return at < text.size() && is_utf8_continuation(text[at]); };
  std::string sample;
  for (std::size_t i = 0; i < kSlices; ++i) {
    std::size_t begin = (text.size() - kSliceBytes) / (kSlices - 1) * i;
    std::size_t end = begin + kSliceBytes;
    while (is_inside(begin)) ++begin;
    while (is_inside(end)) ++end;
    sample += text.substr(begin, end - begin);
    sample += ' ';
  }
  return sample;
}

// Web and mail addresses and the names of users say nothing of the language.
bool is_name_of_net(std::u32string_view chunk) {
  return chunk[0] == U'#' || chunk.find(U'@') != std::u32string_view::npos ||
         chunk.find(U"://") != std::u32string_view::npos;
}

// "Даааа" is "Да": a letter written three times or more is drawn out.
std::u32string without_drawl(std::u32string_view word) {
  std::u32string out;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t end = std::min(word.find_first_not_of(word[i], i), word.size());
    out.append(end - i < 3 ? end - i : 1, word[i]);
    i = end;
  }
  return out;
}

// The words of a text by script.
struct Words {
  std::vector<std::u32string> latin, cyrillic, arabic;
  std::size_t other_letters = 0;
  std::size_t yo = 0;  // letters ё

  void add(std::u32string_view chunk) {
    for (std::size_t i = 0; i < chunk.size();) {
      const Script script = detail::script_of(chunk[i]);
      std::size_t end = i + 1;
      while (end < chunk.size() && continues(chunk, end, script)) ++end;
      const auto word = without_drawl(chunk.substr(i, end - i));
      if (script == Script::latin) latin.push_back(word);
      if (script == Script::cyrillic) cyrillic.push_back(word);
      if (script == Script::arabic) arabic.push_back(word);
      if (script == Script::other_letter) other_letters += word.size();
      i = end;
    }
  }

  static bool continues(std::u32string_view chunk, std::size_t at, Script script) {
    if (detail::script_of(chunk[at]) == script) return true;
    return chunk[at] == U'\'' && at + 1 < chunk.size() && detail::script_of(chunk[at + 1]) == script;
  }

  static std::size_t letters(const std::vector<std::u32string>& words) {
    std::size_t count = 0;
    for (const auto& word : words) count += word.size();
    return count;
  }

  std::size_t letters() const { return letters(latin) + letters(cyrillic) + letters(arabic) + other_letters; }
};

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

Words words_of(std::string_view text) {
  const std::string sample = sample_of(text);
  const std::u32string key = to_utf32(match_key(sample, Language()));
  Words plain;
  Words all;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(U' ', begin), key.size());
    const auto chunk = std::u32string_view(key).substr(begin, end - begin);
    if (!chunk.empty()) {
      all.add(chunk);
      if (!is_name_of_net(chunk)) plain.add(chunk);
    }
    begin = end + 1;
  }
  Words words = plain.letters() > 0 ? std::move(plain) : std::move(all);
  words.yo = count_of(sample, "ё") + count_of(sample, "Ё");
  return words;
}

// Latin words are often met inside Cyrillic text, Cyrillic words hardly ever in Latin text.
bool is_cyrillic_text(const Words& words) {
  return 2 * Words::letters(words.cyrillic) >= Words::letters(words.latin) ||
         2 * words.cyrillic.size() >= words.latin.size();
}

std::string_view tag_of(std::string_view model_language) {
  for (const std::string_view tag : {"ru", "kk", "en"}) {
    if (model_language == tag) return tag;
  }
  if (model_language == "kk-arab") return "kk-Arab";
  return model_language.substr(0, 3) == "kk-" ? "kk-Latn" : "x-other";
}

double prior_bits(std::string_view tag) {
  if (tag == "x-other") return kOtherLanguage;
  if (tag == "kk") return kKazakh;
  return tag == "kk-Latn" ? kOtherScript : 0;
}

double yo_bits(const std::string& language, std::size_t yo) {
  return kYoLanguages.find(language) == std::string_view::npos ? kYo * static_cast<double>(yo) : 0;
}

Identification decide(const LanguageModel& model, const std::vector<std::u32string>& words, std::size_t yo = 0) {
  std::vector<double> bits(model.languages().size(), 0);
  for (const auto& word : words) model.add_word(word, bits);
  for (std::size_t i = 0; i < bits.size(); ++i) {
    bits[i] += prior_bits(tag_of(model.languages()[i])) + yo_bits(model.languages()[i], yo);
  }
  const auto best = static_cast<std::size_t>(std::min_element(bits.begin(), bits.end()) - bits.begin());
  const std::string_view tag = tag_of(model.languages()[best]);
  double same = 0;
  double all = 0;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    const double weight = std::exp2((bits[best] - bits[i]) / kBitsPerBit);
    all += weight;
    if (tag_of(model.languages()[i]) == tag) same += weight;
  }
  return {Language(tag), same / all};
}

}  // namespace

Identification identify(std::string_view text) {
  const Words words = words_of(text);
  const std::size_t letters = words.letters();
  if (letters == 0) return {Language(), 0};
  if (2 * words.other_letters > letters) return {Language("x-other"), 1};
  if (2 * Words::letters(words.arabic) > letters) return decide(LanguageModel::of(Script::arabic), words.arabic);
  if (!words.cyrillic.empty() && is_cyrillic_text(words)) {
    return decide(LanguageModel::of(Script::cyrillic), words.cyrillic, words.yo);
  }
  if (!words.latin.empty()) return decide(LanguageModel::of(Script::latin), words.latin);
  return {Language("x-other"), 0.5};
}

}  // namespace egiz
