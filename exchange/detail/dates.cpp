// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/dates.h"

#include <cstdio>

namespace egiz::exchange {
namespace {

constexpr std::chrono::sys_seconds kFirst = std::chrono::sys_days(std::chrono::year(1) / 1 / 1);
constexpr std::chrono::sys_seconds kEnd = std::chrono::sys_days(std::chrono::year(10000) / 1 / 1);

// Takes what is asked for from the front of a text, or says no.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::optional<int> digits(std::size_t count) {
    if (text_.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : text_.substr(0, count)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    text_.remove_prefix(count);
    return value;
  }

  bool take(char c) {
    if (text_.empty() || text_[0] != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  void skip_fraction() {
    if (!take('.') && !take(',')) return;
    while (digits(1)) {
    }
  }

  bool is_at_end() const { return text_.empty(); }

 private:
  std::string_view text_;
};

std::optional<std::chrono::sys_days> read_day(Cursor& cursor) {
  const auto year = cursor.digits(4);
  cursor.take('-');
  const auto month = cursor.digits(2);
  cursor.take('-');
  const auto day = cursor.digits(2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

// "120000", "12:00", "12".
std::optional<std::chrono::seconds> read_time(Cursor& cursor) {
  const auto hours = cursor.digits(2);
  cursor.take(':');
  const int minutes = cursor.digits(2).value_or(0);
  cursor.take(':');
  const int seconds = cursor.digits(2).value_or(0);
  cursor.skip_fraction();
  if (!hours || *hours > 24 || minutes > 59 || seconds > 60) return std::nullopt;
  return std::chrono::hours(*hours) + std::chrono::minutes(minutes) + std::chrono::seconds(seconds);
}

// "Z", "+0500", "-05:00", or nothing.
std::optional<std::chrono::seconds> read_offset(Cursor& cursor) {
  if (cursor.take('Z') || cursor.take('z')) return std::chrono::seconds(0);
  const bool is_ahead = cursor.take('+');
  if (!is_ahead && !cursor.take('-')) return std::chrono::seconds(0);
  const auto hours = cursor.digits(2);
  cursor.take(':');
  const int minutes = cursor.digits(2).value_or(0);
  if (!hours || *hours > 23 || minutes > 59) return std::nullopt;
  const std::chrono::seconds offset = std::chrono::hours(*hours) + std::chrono::minutes(minutes);
  return is_ahead ? offset : -offset;
}

struct Parts {
  int year;
  unsigned month, day;
  int hour, minute, second;
};

Parts parts_of(std::chrono::sys_seconds date) {
  const auto day = std::chrono::floor<std::chrono::days>(date);
  const std::chrono::year_month_day calendar(day);
  const std::chrono::hh_mm_ss time(date - day);
  return {static_cast<int>(calendar.year()),      static_cast<unsigned>(calendar.month()),
          static_cast<unsigned>(calendar.day()),  static_cast<int>(time.hours().count()),
          static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count())};
}

std::string format(const char* pattern, std::chrono::sys_seconds date) {
  const Parts parts = parts_of(date);
  char buffer[64];
  const int size = std::snprintf(buffer, sizeof buffer, pattern, parts.year, parts.month, parts.day, parts.hour,
                                 parts.minute, parts.second);
  return {buffer, static_cast<std::size_t>(size)};
}

}  // namespace

std::optional<std::chrono::sys_seconds> parse_date(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  Cursor cursor(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
  const auto day = read_day(cursor);
  if (!day) return std::nullopt;
  std::chrono::sys_seconds date = *day;
  if (cursor.take('T') || cursor.take('t') || cursor.take(' ')) {
    const auto time = read_time(cursor);
    if (!time) return std::nullopt;
    date += *time;
  }
  const auto offset = read_offset(cursor);
  if (!offset || !cursor.is_at_end()) return std::nullopt;
  date -= *offset;
  if (date < kFirst || date >= kEnd) return std::nullopt;
  return date;
}

std::string format_tmx_date(std::chrono::sys_seconds date) { return format("%04d%02u%02uT%02d%02d%02dZ", date); }

std::string format_iso_date(std::chrono::sys_seconds date) { return format("%04d-%02u-%02uT%02d:%02d:%02dZ", date); }

}  // namespace egiz::exchange
