// SPDX-License-Identifier: Apache-2.0

// Checks "numbers" and "dates": what is counted and dated in one text is in the other, in the form of its language.

#include <algorithm>
#include <cctype>
#include <charconv>
#include <functional>
#include <optional>

#include "text/utf8.h"
#include "tm/detail/check.h"
#include "tm/detail/number_words.h"

namespace egiz::detail {
namespace {

enum class Part { number, month, time };

// A number, a time, or a part of a date, that wants its counterpart.
struct Quantity {
  Part part = Part::number;
  std::string value;
  const Token* token = nullptr;
};

using Quantities = std::vector<Quantity>;

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string without_zeros(std::string_view digits) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return std::string(digits.substr(first));
}

bool is_counted(const Token& token) {
  if (token.kind == TokenKind::list_marker) return is_digits(token.value);
  return token.kind == TokenKind::number || token.kind == TokenKind::date || token.kind == TokenKind::time;
}

Quantities quantities_of(const CheckedText& text) {
  Quantities found;
  for (const Token& token : text.tokens) {
    if (!is_counted(token)) continue;
    found.push_back({token.kind == TokenKind::time ? Part::time : Part::number, token.value, &token});
  }
  return found;
}

// Takes out of both lists every pair that fits, first come first served.
void drop_pairs(Quantities& a, Quantities& b, const std::function<bool(const Quantity&, const Quantity&)>& fits) {
  std::erase_if(a, [&](const Quantity& one) {
    const auto other = std::ranges::find_if(b, [&](const Quantity& candidate) { return fits(one, candidate); });
    if (other == b.end()) return false;
    b.erase(other);
    return true;
  });
}

bool is_equal(const Quantity& a, const Quantity& b) { return a.part == b.part && a.value == b.value; }

// "2014-03-11" as 2014, month 3, 11: one language may set apart what another holds together.
Quantities date_parts(const Quantity& date) {
  Quantities parts;
  std::string_view rest = date.value;
  if (rest.starts_with("--")) {
    rest.remove_prefix(2);
  } else {
    parts.push_back({Part::number, without_zeros(rest.substr(0, rest.find('-'))), date.token});
    rest.remove_prefix(std::min(rest.find('-'), rest.size() - 1) + 1);
  }
  if (rest.size() >= 2) parts.push_back({Part::month, without_zeros(rest.substr(0, 2)), date.token});
  if (rest.size() >= 5) parts.push_back({Part::number, without_zeros(rest.substr(3, 2)), date.token});
  return parts;
}

// "2/1" as 2, 1: a score that another language writes 2-1.
Quantities ratio_parts(const Quantity& ratio) {
  const std::size_t slash = ratio.value.find('/');
  return {{Part::number, ratio.value.substr(0, slash), ratio.token},
          {Part::number, ratio.value.substr(slash + 1), ratio.token}};
}

Quantities taken_apart(const Quantities& quantities) {
  Quantities apart;
  for (const Quantity& quantity : quantities) {
    Quantities parts{quantity};
    if (quantity.token->kind == TokenKind::date) parts = date_parts(quantity);
    if (std::ranges::count(quantity.value, '/') == 1) parts = ratio_parts(quantity);
    apart.insert(apart.end(), parts.begin(), parts.end());
  }
  return apart;
}

class Comparison {
 public:
  Comparison(const CheckedText& source, const CheckedText& target)
      : source_(source), target_(target), wanted_(quantities_of(source)), found_(quantities_of(target)) {}

  void run(FindingList& findings) {
    drop_pairs(wanted_, found_, is_equal);
    if (wanted_.empty() && found_.empty()) return;
    wanted_ = taken_apart(wanted_);
    found_ = taken_apart(found_);
    drop_pairs(wanted_, found_, is_equal);
    drop_other_forms();
    drop_words(wanted_, target_);
    drop_words(found_, source_);
    drop_inside_codes(wanted_, target_);
    drop_inside_codes(found_, source_);
    drop_letters(wanted_, source_);
    drop_letters(found_, target_);
    report(findings);
  }

 private:
  static std::string spelled(const CheckedText& text, const Token& token) {
    return text.text().substr(token.range.begin, token.range.size());
  }

  // Both ways about.
  void drop_either(const std::function<bool(const Quantity&, const CheckedText&, const Quantity&)>& fits) {
    drop_pairs(wanted_, found_, [&](const Quantity& a, const Quantity& b) { return fits(a, source_, b); });
    drop_pairs(found_, wanted_, [&](const Quantity& a, const Quantity& b) { return fits(a, target_, b); });
  }

  void drop_other_forms() {
    drop_pairs(wanted_, found_, [](const Quantity& a, const Quantity& b) {
      return (a.part == Part::month) != (b.part == Part::month) && a.value == b.value;
    });
    drop_either([](const Quantity& a, const CheckedText& text, const Quantity& b) {
      return is_time_as_number(a, text, b) || is_short_year(a, b) || is_without_magnitude(a, text, b);
    });
  }

  // "14.30" and "14 часов" for 14:30 and 14:00; "2 часа дня" for 14:00.
  static bool is_time_as_number(const Quantity& number, const CheckedText& text, const Quantity& time) {
    if (number.part != Part::number || time.part != Part::time || time.value.size() != 5) return false;
    std::string clock = spelled(text, *number.token);
    clock.resize(std::min(clock.find_first_not_of("0123456789."), clock.size()));
    std::ranges::replace(clock, '.', ':');
    if (clock.size() == 4) clock.insert(0, "0");
    if (clock == time.value) return true;
    const int hour = std::stoi(time.value.substr(0, 2));
    const bool is_hour = number.value == std::to_string(hour) || number.value == std::to_string(hour % 12);
    return time.value.ends_with(":00") && is_hour;
  }

  // "1914-18" for 1914–1918, "90-е" for 1990s.
  static bool is_short_year(const Quantity& years, const Quantity& full) {
    return years.part == full.part && years.value.size() == 2 && full.value.size() == 4 && is_digits(full.value) &&
           full.value.ends_with(years.value) && (full.value.starts_with("19") || full.value.starts_with("20"));
  }

  // "5–7 млн" says 5 and means five millions; "1.500" is a thousand and a half in one language, 1,5 in another.
  static bool is_without_magnitude(const Quantity& small, const CheckedText& text, const Quantity& large) {
    if (small.part != Part::number || large.part != Part::number) return false;
    const std::string spelling = spelled(text, *small.token);
    const bool is_plain = spelling.size() <= 5 && std::ranges::all_of(spelling, [](unsigned char c) {
                            return std::isdigit(c) != 0 || c == '.' || c == ',';
                          });
    if (!is_plain) return false;
    double few = 0;
    double many = 0;
    std::from_chars(small.value.data(), small.value.data() + small.value.size(), few);
    std::from_chars(large.value.data(), large.value.data() + large.value.size(), many);
    return few > 0 && (many == few * 1e3 || many == few * 1e6 || many == few * 1e9);
  }

  static std::optional<std::int64_t> integer(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
  }

  // "three" for 3, a name of a month for the month.
  static void drop_words(Quantities& quantities, const CheckedText& other) {
    if (quantities.empty()) return;
    const std::set<std::int64_t> numbers = number_words(other.tokens, other.variant.language);
    const std::set<std::int64_t> months = month_words(other.tokens, other.variant.language);
    std::erase_if(quantities, [&](const Quantity& quantity) {
      const auto value = integer(quantity.value);
      if (!value || quantity.part == Part::time) return false;
      return quantity.part == Part::month ? months.contains(*value) : numbers.contains(*value);
    });
  }

  // "COVID 19" for COVID-19.
  static void drop_inside_codes(Quantities& quantities, const CheckedText& other) {
    std::erase_if(quantities, [&](const Quantity& quantity) {
      return std::ranges::any_of(other.tokens, [&](const Token& token) {
        const bool is_code = token.kind == TokenKind::latin || token.kind == TokenKind::url ||
                             token.kind == TokenKind::word || token.kind == TokenKind::acronym;
        return is_code && quantity.part == Part::number && token.value.find(quantity.value) != std::string::npos;
      });
    });
  }

  // A letter may be no Roman number after all.
  static void drop_letters(Quantities& quantities, const CheckedText& text) {
    std::erase_if(quantities, [&](const Quantity& quantity) {
      const std::string spelling = spelled(text, *quantity.token);
      return quantity.part == Part::number && count_code_points(spelling) == 1 && !is_digits(spelling);
    });
  }

  static std::string_view check_of(const Quantity& quantity) {
    return quantity.token->kind == TokenKind::date || quantity.token->kind == TokenKind::time ? "dates" : "numbers";
  }

  // A date is told once, not by its parts.
  static void drop_parts_of_one(Quantities& quantities) {
    const auto is_of_one = [](const Quantity& a, const Quantity& b) { return a.token == b.token; };
    quantities.erase(std::unique(quantities.begin(), quantities.end(), is_of_one), quantities.end());
  }

  void report(FindingList& findings) {
    drop_parts_of_one(wanted_);
    drop_parts_of_one(found_);
    if (wanted_.size() == found_.size()) {
      for (std::size_t i = 0; i < wanted_.size(); ++i) {
        findings.add(check_of(found_[i]), target_, found_[i].token->range,
                     spelled(source_, *wanted_[i].token) + " in " + source_.tag() + " is " +
                         spelled(target_, *found_[i].token) + " here");
      }
      return;
    }
    for (const Quantity& quantity : wanted_) {
      findings.add(check_of(quantity), source_, quantity.token->range,
                   spelled(source_, *quantity.token) + " is not in " + target_.tag());
    }
    for (const Quantity& quantity : found_) {
      findings.add(check_of(quantity), target_, quantity.token->range,
                   spelled(target_, *quantity.token) + " is not in " + source_.tag());
    }
  }

  const CheckedText& source_;
  const CheckedText& target_;
  Quantities wanted_;
  Quantities found_;
};

}  // namespace

void check_numbers(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  Comparison(source, target).run(findings);
}

}  // namespace egiz::detail
