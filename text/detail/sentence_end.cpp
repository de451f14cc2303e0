// SPDX-License-Identifier: Apache-2.0
#include "text/detail/sentence_end.h"

#include <algorithm>

#include "text/detail/characters.h"

namespace egiz::detail {
namespace {

bool is_period(char32_t c) { return c == U'.' || c == U'۔' || c == U'。' || c == U'．'; }
bool is_ellipsis(char32_t c) { return c == U'…'; }

bool is_superscript_digit(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹');
}

// Pictures of all sorts, and what is put between them.
bool is_emoji(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0x200D || c == 0xFE0F;
}

// Does the quotation mark at offset, with a mark or a closer right before it, close?  Kazakh news writes
// ”…“, typewriters "…", so its neighbour tells and not its shape.
bool closes(std::string_view text, std::size_t offset) {
  const char32_t quote = code_point_at(text, offset);
  if (quote == U'»' || quote == U'”') return true;
  const CharKind next = kind_at(text, next_offset(text, offset));
  return !is_letter(next) && next != CharKind::digit && next != CharKind::opener;
}

// The end of a footnote mark such as [1], [2, 3], [a], [12–14], [note 1] at offset; offset when there is none.
std::size_t skip_note(std::string_view text, std::size_t offset) {
  constexpr std::size_t kLongestNote = 16;  // bytes
  if (text.substr(offset, 1) != "[") return offset;
  const std::size_t close = text.substr(0, std::min(text.size(), offset + kLongestNote)).find(']', offset);
  if (close == std::string_view::npos || close == offset + 1) return offset;
  const std::string_view inside = text.substr(offset + 1, close - offset - 1);
  const bool is_note = next_offset(inside, 0) == inside.size() ||
                       std::ranges::any_of(inside, [](char c) { return c >= '0' && c <= '9'; });
  return is_note && code_point_at(inside, 0) != U'.' ? close + 1 : offset;
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t mark) : text_(text), at_(mark) { end_.mark = mark; }

  SentenceEnd read() {
    read_marks();
    while (read_closer() || read_note() || read_plain_note() || read_marks_behind_closer() || read_spaced_closer() ||
           read_emoji()) {
    }
    end_.is_full_stop = marks_ == 1 && periods_ == 1;
    end_.trails_off = has_ellipsis_character_ || periods_ > 1;
    end_.end = at_;
    return end_;
  }

 private:
  void read_marks() {
    for (;;) {
      while (kind_at(text_, at_) == CharKind::mark) take_mark();
      // ". . ." and "! ! !": a mark behind white space goes on when no word begins with it.
      const std::size_t next = skip_white_space(text_, at_);
      if (next == at_ || kind_at(text_, next) != CharKind::mark || !stands_alone(next)) return;
      at_ = next;
    }
  }

  bool stands_alone(std::size_t mark) const {
    while (kind_at(text_, mark) == CharKind::mark) mark = next_offset(text_, mark);
    const CharKind behind = kind_at(text_, mark);
    return behind == CharKind::space || behind == CharKind::none || behind == CharKind::closer;
  }

  void take_mark() {
    const char32_t c = code_point_at(text_, at_);
    if (is_period(c)) {
      ++periods_;
    } else if (is_ellipsis(c)) {
      has_ellipsis_character_ = true;
    } else {
      end_.asks_or_exclaims = true;
    }
    ++marks_;
    at_ = next_offset(text_, at_);
  }

  bool read_closer() {
    const CharKind kind = kind_at(text_, at_);
    const bool is_bracket = kind == CharKind::closer;
    const bool is_emphasis = text_.substr(at_, 1) == "*" && kind_at(text_, at_ + 1) == CharKind::space;
    if (!is_bracket && !is_emphasis && !(kind == CharKind::quote && closes(text_, at_))) return false;
    at_ = next_offset(text_, at_);
    end_.is_closed = true;
    end_.is_bracketed = end_.is_bracketed || is_bracket;
    return true;
  }

  bool read_note() {
    if (is_superscript_digit(code_point_at(text_, at_))) {
      at_ = next_offset(text_, at_);
      return end_.has_note = true;
    }
    // " [1] Next": a note may stand apart, but then nothing may stick to it.
    const std::size_t begin = skip_white_space(text_, at_);
    const std::size_t behind = skip_note(text_, begin);
    if (behind == begin) return false;
    if (begin != at_ && kind_at(text_, behind) != CharKind::space && kind_at(text_, behind) != CharKind::none &&
        code_point_at(text_, behind) != U'[') {
      return false;
    }
    at_ = behind;
    return end_.has_note = true;
  }

  // The full stop of »Иди!«. or (етc.).
  bool read_marks_behind_closer() {
    if (!end_.is_closed || kind_at(text_, at_) != CharKind::mark) return false;
    at_ = next_offset(text_, at_);
    return end_.has_mark_behind_closer = true;
  }

  // "… »" and "! )": what can only close, behind white space.
  bool read_spaced_closer() {
    const std::size_t next = skip_white_space(text_, at_);
    const char32_t c = code_point_at(text_, next);
    if (next == at_ || (c != U'»' && c != U')' && c != U']')) return false;
    at_ = next_offset(text_, next);
    end_.is_closed = true;
    end_.is_bracketed = end_.is_bracketed || c != U'»';
    return true;
  }

  // Pictures that stick to the mark; behind white space they lead the next sentence.
  bool read_emoji() {
    if (!is_emoji(code_point_at(text_, at_)) || !stays_behind(at_)) return false;
    at_ = next_offset(text_, at_);
    return true;
  }

  bool stays_behind(std::size_t at) const {
    while (is_emoji(code_point_at(text_, at))) at = next_offset(text_, at);
    return !is_letter(kind_at(text_, at));
  }

  // "consultation.11 12 Take": the numbers of notes that were superscript once.
  bool read_plain_note() {
    const CharKind before = kind_before(text_, end_.mark);
    if (end_.has_note || marks_ != 1 || periods_ != 1 || at_ != end_.mark + 1) return false;
    if (before != CharKind::lower && before != CharKind::closer) return false;
    std::size_t at = at_;
    std::size_t behind = at_;
    for (;;) {
      const std::size_t begin = at;
      while (at - begin < 3 && kind_at(text_, at) == CharKind::digit) at = next_offset(text_, at);
      if (at == begin) break;
      behind = at;
      at = text_.substr(at, 1) == "," ? at + 1 : skip_white_space(text_, at);
    }
    if (behind == at_ || behind == at || kind_at(text_, at) != CharKind::upper) return false;
    at_ = behind;
    return end_.has_note = true;
  }

  std::string_view text_;
  std::size_t at_;
  SentenceEnd end_;
  int marks_ = 0;
  int periods_ = 0;
  bool has_ellipsis_character_ = false;
};

}  // namespace

SentenceEnd read_sentence_end(std::string_view text, std::size_t mark) { return Reader(text, mark).read(); }

SentenceEnd read_smile(std::string_view text, std::size_t bracket) {
  SentenceEnd end;
  end.mark = bracket;
  end.end = bracket;
  while (end.end < text.size() && text[end.end] == text[bracket]) ++end.end;
  end.is_smile = true;
  return end;
}

}  // namespace egiz::detail
