// SPDX-License-Identifier: Apache-2.0
// Cognates: words that are recognised by their spelling.

#include "align/detail/cognates.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "align/detail/letters.h"
#include "align/detail/skeleton.h"
#include "text/utf8.h"

namespace egiz::align_detail {
namespace {

enum class Script : std::uint8_t { none, latin, cyrillic, other };

// One form, prepared for comparing.
struct Form {
  WordId word = 0;
  Script script = Script::none;  // none: a number or a punctuation class
  std::u32string letters;        // levelled
  std::string skeleton;
};

Script script_of(char32_t first) {
  if (is_latin(first)) {
    return Script::latin;
  }
  if (is_cyrillic(first)) {
    return Script::cyrillic;
  }
  return character_class(first) == CharacterClass::letter || character_class(first) == CharacterClass::ideograph
             ? Script::other
             : Script::none;
}

Form prepare(std::string_view text) {
  Form form;
  form.letters = to_utf32(text);
  form.script = form.letters.empty() ? Script::none : script_of(form.letters.front());
  std::ranges::transform(form.letters, form.letters.begin(), level_letter);
  if (form.script == Script::latin || form.script == Script::cyrillic) {
    form.skeleton = consonant_skeleton(text);
  }
  return form;
}

std::size_t common_prefix(const auto& a, const auto& b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

float equal_strength(const Form& form) {
  const std::size_t length = form.letters.size();
  switch (form.script) {
    case Script::none:
      return form.letters.front() == U'#' ? 0.95F : 0.6F;
    case Script::latin:
      return length >= 4 ? 0.8F : length >= 2 ? 0.5F : 0.1F;
    case Script::cyrillic:
      return length >= 6 ? 0.8F : length >= 4 ? 0.3F : 0.1F;
    case Script::other:
      return length >= 2 ? 0.5F : 0.3F;
  }
  return 0;
}

float prefix_strength(const Form& a, const Form& b) {
  const std::size_t shared = common_prefix(a.letters, b.letters);
  const std::size_t longer = std::max(a.letters.size(), b.letters.size());
  if (shared < 4 || shared * 5 < longer * 2) {
    return 0;
  }
  return shared >= 6 ? 0.8F : shared == 5 ? 0.6F : longer <= 7 ? 0.35F : 0.2F;
}

float skeleton_strength(const Form& a, const Form& b) {
  const std::size_t shorter = std::min(a.skeleton.size(), b.skeleton.size());
  const std::size_t longer = std::max(a.skeleton.size(), b.skeleton.size());
  const std::size_t shared = common_prefix(a.skeleton, b.skeleton);
  if (shared == longer) {
    return shared >= 4 ? 0.7F : shared == 3 ? 0.4F : shared == 2 ? 0.08F : 0.0F;
  }
  if (shared + 1 < shorter || longer > shared + 4) {
    return 0;
  }
  return shared >= 5 ? 0.5F : shared == 4 ? 0.35F : shared == 3 && shorter == 3 ? 0.15F : 0.0F;
}

constexpr std::size_t kLongSkeleton = 4;  // consonants of one script that are compared with consonants of the same
constexpr float kSameScript = 0.5F;       // such words look alike more often than they mean the same

float strength(const Form& a, const Form& b) {
  if (a.letters.empty() || b.letters.empty()) {
    return 0;
  }
  if (a.script == b.script && a.letters == b.letters) {
    return equal_strength(a);
  }
  if (a.script == Script::none || b.script == Script::none) {
    return 0;
  }
  const bool are_comparable = !a.skeleton.empty() && !b.skeleton.empty();
  const float by_consonants = are_comparable ? skeleton_strength(a, b) : 0.0F;
  if (a.script != b.script) {
    return by_consonants;
  }
  const bool is_long = std::min(a.skeleton.size(), b.skeleton.size()) >= kLongSkeleton;
  return std::max(prefix_strength(a, b), a.script == Script::latin && is_long ? kSameScript * by_consonants : 0.0F);
}

// Only forms with an equal key are compared.
struct Key {
  std::uint64_t value = 0;
  std::uint32_t form = 0;
  auto operator<=>(const Key&) const = default;
};

template <typename Text>
std::uint64_t hash_prefix(const Text& text, std::size_t length, std::uint64_t seed) {
  std::uint64_t hash = seed * 0x9E3779B97F4A7C15ULL + length;
  for (std::size_t i = 0; i < std::min(length, text.size()); ++i) {
    hash = (hash ^ static_cast<std::uint64_t>(static_cast<std::uint32_t>(text[i]))) * 0x100000001B3ULL;
  }
  return hash;
}

void add_keys(const Form& form, std::uint32_t index, std::vector<Key>& keys) {
  const bool is_word = form.script != Script::none;
  if (is_word && form.letters.size() >= 4) {
    keys.push_back({hash_prefix(form.letters, 4, 1), index});
  } else {
    keys.push_back({hash_prefix(form.letters, form.letters.size(), 2), index});
  }
  if (form.skeleton.size() >= 3) {
    keys.push_back({hash_prefix(form.skeleton, 3, 3), index});
  } else if (form.skeleton.size() == 2 && form.letters.size() >= 3) {
    keys.push_back({hash_prefix(form.skeleton, 2, 4), index});
  }
}

std::vector<Form> prepare_all(const Vocabulary& vocabulary, std::vector<Key>& keys) {
  std::vector<Form> forms;
  forms.reserve(vocabulary.form_count());
  for (std::size_t i = 0; i < vocabulary.form_count(); ++i) {
    forms.push_back(prepare(vocabulary.form(i)));
    forms.back().word = vocabulary.word_of_form(i);
    if (!forms.back().letters.empty()) {
      add_keys(forms.back(), static_cast<std::uint32_t>(i), keys);
    }
  }
  std::ranges::sort(keys);
  return forms;
}

constexpr std::size_t kMaxBlock = 250'000;  // pairs with one key; more are no evidence, and slow
constexpr std::size_t kParts = 16;          // of the range of keys, compared in parallel; a power of two

// The keys of one part of the range.  REQUIRES: keys ascend
std::span<const Key> part_of(std::span<const Key> keys, std::size_t part) {
  const auto first_of = [&](std::size_t k) {
    const std::uint64_t least = (~std::uint64_t{0} / kParts + 1) * k;
    return k == kParts ? keys.end() : std::ranges::lower_bound(keys, least, {}, &Key::value);
  };
  return {first_of(part), first_of(part + 1)};
}

// The pairs of forms with an equal key that are cognates.  REQUIRES: both keys ascend
std::vector<WordPair> compare(const std::vector<Form>& sources, std::span<const Key> source_keys,
                              const std::vector<Form>& targets, std::span<const Key> target_keys) {
  std::vector<WordPair> pairs;
  auto s = source_keys.begin();
  auto t = target_keys.begin();
  while (s != source_keys.end() && t != target_keys.end()) {
    if (s->value != t->value) {
      ++(s->value < t->value ? s : t);
      continue;
    }
    const auto s_end = std::find_if(s, source_keys.end(), [&](const Key& key) { return key.value != s->value; });
    const auto t_end = std::find_if(t, target_keys.end(), [&](const Key& key) { return key.value != t->value; });
    if (static_cast<std::size_t>(s_end - s) * static_cast<std::size_t>(t_end - t) <= kMaxBlock) {
      for (auto a = s; a != s_end; ++a) {
        for (auto b = t; b != t_end; ++b) {
          const Form& left = sources[a->form];
          const Form& right = targets[b->form];
          if (const float value = strength(left, right); value > 0) {
            pairs.push_back({left.word, right.word, value});
          }
        }
      }
    }
    s = s_end;
    t = t_end;
  }
  return pairs;
}

}  // namespace

float cognate_strength(std::string_view source, std::string_view target) {
  return strength(prepare(source), prepare(target));
}

std::vector<WordPair> find_cognates(const Vocabulary& source, const Vocabulary& target) {
  std::vector<Key> source_keys;
  std::vector<Key> target_keys;
  std::vector<Form> sources;
  std::vector<Form> targets;
  tbb::parallel_invoke([&] { sources = prepare_all(source, source_keys); },
                       [&] { targets = prepare_all(target, target_keys); });
  std::array<std::vector<WordPair>, kParts> parts;
  tbb::parallel_for(std::size_t{0}, kParts, [&](std::size_t part) {
    parts[part] = compare(sources, part_of(source_keys, part), targets, part_of(target_keys, part));
  });
  std::vector<WordPair> pairs;
  for (const std::vector<WordPair>& part : parts) pairs.insert(pairs.end(), part.begin(), part.end());
  return pairs;
}

}  // namespace egiz::align_detail
