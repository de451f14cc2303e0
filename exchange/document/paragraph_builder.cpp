// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/paragraph_builder.h"

#include <iterator>
#include <utility>

#include "exchange/detail/limit_error.h"

namespace egiz::exchange {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

// The bytes of a soft hyphen or byte order mark at the front of text, or 0.
std::size_t dropped_length(std::string_view text) {
  if (text.starts_with(kSoftHyphen)) return kSoftHyphen.size();
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

// The bytes of U+0085, U+2028 or U+2029 at the front of text, or 0.
std::size_t line_separator_length(std::string_view text) {
  if (text.starts_with("\xC2\x85")) return 2;
  return text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9") ? 3 : 0;
}

// Does a line that ends so end what it says?
bool ends_statement(std::string_view line) {
  return std::string_view(".!?:;").find(line.back()) != std::string_view::npos || line.ends_with("…");
}

// Takes lines, parted by '\n', apart into paragraphs.
void add_paragraphs(std::string_view text, ParagraphKind kind, std::vector<Paragraph>& out) {
  std::string open;
  const auto finish = [&] {
    if (!open.empty()) out.push_back({std::move(open), kind});
    open.clear();
  };
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trim_spaces(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty()) {
      finish();
      continue;
    }
    if (!open.empty() && ends_statement(open)) finish();
    if (!open.empty()) open += ' ';
    open += line;
  }
  finish();
}

void move_to(std::vector<Paragraph>& from, std::vector<Paragraph>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

}  // namespace

std::string_view trim_spaces(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else if (!text.empty() && is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      return text;
    }
  }
}

ParagraphBuilder::ParagraphBuilder(std::string_view name, const DocumentLimits& limits)
    : name_(name), limits_(limits), frames_(1) {}

void ParagraphBuilder::start(ParagraphKind kind) {
  end();
  frames_.back().kind = kind;
}

void ParagraphBuilder::end() {
  Frame& frame = frames_.back();
  add_paragraphs(frame.text, frame.kind, frame.done);
  frame.text.clear();
  frame.kind = ParagraphKind::text;
  move_to(frame.waiting, frame.done);
}

void ParagraphBuilder::append(std::string_view text) { add_text(text, false); }

void ParagraphBuilder::append_collapsed(std::string_view text) { add_text(text, true); }

void ParagraphBuilder::add_text(std::string_view text, bool collapse) {
  count(text.size());
  std::string& out = frames_.back().text;
  std::size_t run = 0;  // where the characters begin that are taken as they are
  const auto flush = [&](std::size_t end) { out.append(text, run, end - run); };
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte > 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF) {
      ++i;
      continue;
    }
    const std::string_view rest = text.substr(i);
    const bool is_blank = byte <= 0x20 || byte == 0x7F;
    const std::size_t separator = is_blank ? 0 : line_separator_length(rest);
    const std::size_t dropped = is_blank ? 0 : dropped_length(rest);
    const std::size_t length = is_blank ? 1 : separator + dropped;  // one of them is 0
    if (length == 0) {
      ++i;
      continue;
    }
    flush(i);
    if (separator > 0) out += '\n';
    if (is_blank && !(collapse && (out.empty() || is_space(out.back())))) out += ' ';
    i += length;
    run = i;
  }
  flush(text.size());
}

void ParagraphBuilder::line_break() { frames_.back().text += '\n'; }

void ParagraphBuilder::begin_aside() { frames_.emplace_back(); }

std::vector<Paragraph> ParagraphBuilder::end_detached() {
  end();
  std::vector<Paragraph> done = std::move(frames_.back().done);
  frames_.pop_back();
  return done;
}

void ParagraphBuilder::end_aside() {
  std::vector<Paragraph> done = end_detached();
  move_to(done, frames_.back().waiting);
}

void ParagraphBuilder::add_aside(const std::vector<Paragraph>& paragraphs) {
  for (const Paragraph& paragraph : paragraphs) {
    count(paragraph.text.size());
    frames_.back().waiting.push_back(paragraph);
  }
}

std::vector<Paragraph> ParagraphBuilder::take() {
  while (frames_.size() > 1) end_aside();
  end();
  return std::move(frames_.back().done);
}

void ParagraphBuilder::count(std::size_t bytes) {
  bytes_ += bytes;
  if (bytes_ > limits_.max_text_bytes) {
    throw limit_error(name_, "more than " + std::to_string(limits_.max_text_bytes) + " bytes of text", "text");
  }
}

}  // namespace egiz::exchange
