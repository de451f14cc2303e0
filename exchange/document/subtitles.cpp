// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/subtitles.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/document/html.h"
#include "exchange/document/paragraph_builder.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

constexpr std::int64_t kLongestPause = 4'000;  // ms; a sentence does not go on after a longer one

struct Cue {
  std::int64_t begin = 0;  // ms
  std::int64_t end = 0;
  std::vector<std::string_view> lines;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back(trim_spaces(text.substr(0, end)));
    text.remove_prefix(end);
    if (!text.empty()) text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

// "01:02:03,456" or "02:03.456", in milliseconds.
std::optional<std::int64_t> parse_time(std::string_view text) {
  std::int64_t total = 0;
  for (;;) {
    std::int64_t part = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 6), part);
    if (error != std::errc() || part < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    total += part;
    if (text.empty()) return std::nullopt;
    const char mark = text.front();
    text.remove_prefix(1);
    if (mark == ':') {
      total *= 60;
      continue;
    }
    if (mark != ',' && mark != '.') return std::nullopt;
    std::int64_t fraction = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 3), fraction);
    if (parsed.ec != std::errc()) return std::nullopt;
    return total * 1000 + fraction;
  }
}

// "00:00:01,000 --> 00:00:02,000 position:10%"
std::optional<Cue> parse_times(std::string_view line) {
  const std::size_t arrow = line.find("-->");
  if (arrow == std::string_view::npos) return std::nullopt;
  const auto begin = parse_time(trim_spaces(line.substr(0, arrow)));
  const auto end = parse_time(trim_spaces(line.substr(arrow + 3)));
  if (!begin || !end) return std::nullopt;
  return Cue{*begin, *end, {}};
}

std::vector<Cue> cues_of(std::string_view text) {
  std::vector<Cue> cues;
  bool is_open = false;
  for (const std::string_view line : lines_of(text)) {
    if (auto cue = parse_times(line)) {
      // Files without a blank line between cues exist: the number before the times is then the last line of a cue.
      if (is_open && !cues.back().lines.empty() &&
          cues.back().lines.back().find_first_not_of("0123456789") == std::string_view::npos) {
        cues.back().lines.pop_back();
      }
      cues.push_back(*std::move(cue));
      is_open = true;
    } else if (line.empty()) {
      is_open = false;
    } else if (is_open) {
      cues.back().lines.push_back(line);
    }
  }
  return cues;
}

struct Reference {
  std::string_view name;
  std::string_view text;
};

constexpr Reference kReferences[] = {{"&amp;", "&"}, {"&lt;", "<"},  {"&gt;", ">"},         {"&nbsp;", "\xC2\xA0"},
                                     {"&lrm;", ""},  {"&rlm;", ""}, {"&quot;", "\""}};

// Without <i>, <font ...>, <v Speaker>, <00:01.000> and {\an8}; "a < b" stays.
std::string without_tags(std::string_view line) {
  std::string out;
  while (!line.empty()) {
    const bool is_tag = line.size() > 1 && line[0] == '<' && line[1] != ' ' && line.find('>') != std::string_view::npos;
    const bool is_code = line.starts_with("{\\") && line.find('}') != std::string_view::npos;
    if (is_tag || is_code) {
      line.remove_prefix(line.find(is_tag ? '>' : '}') + 1);
      continue;
    }
    const auto* const reference = std::find_if(std::begin(kReferences), std::end(kReferences),
                                               [&](const Reference& candidate) { return line.starts_with(candidate.name); });
    if (reference != std::end(kReferences)) {
      out += reference->text;
      line.remove_prefix(reference->name.size());
    } else {
      out += line.front();
      line.remove_prefix(1);
    }
  }
  return std::string(trim_spaces(out));
}

// Takes the dash away that says that somebody else speaks.
bool take_speaker_dash(std::string& line) {
  for (const std::string_view dash : {"-", "–", "—"}) {
    if (!line.starts_with(dash)) continue;
    line = std::string(trim_spaces(std::string_view(line).substr(dash.size())));
    return true;
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view closing : {"\"", "»", "”", ")", "]", "♪"}) {
    if (text.ends_with(closing)) text.remove_suffix(closing.size());
  }
  for (const std::string_view end : {".", "!", "?", "…"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

// "... and then": a sentence that was broken off goes on.
bool goes_on(std::string_view open, std::string_view next) {
  if (open.empty()) return false;
  if (!ends_sentence(open)) return true;
  return (open.ends_with("...") || open.ends_with("…")) && (next.starts_with("...") || next.starts_with("…"));
}

}  // namespace

DocumentText read_subtitles(std::string_view bytes, std::string_view name, const DocumentLimits& limits) {
  const std::string text = decode_html(bytes, name).text;
  const bool is_vtt = text.starts_with("WEBVTT");
  const std::vector<Cue> cues = cues_of(text);
  if (cues.empty()) throw Error(ErrorCode::parse, std::string(name) + ": no subtitle with its times is in it");

  ParagraphBuilder builder(name, limits);
  std::string open;  // the sentence so far
  std::int64_t end = 0;
  for (const Cue& cue : cues) {
    if (cue.begin - end > kLongestPause) open.clear();
    end = cue.end;
    for (const std::string_view raw : cue.lines) {
      std::string line = without_tags(raw);
      const bool is_other_speaker = take_speaker_dash(line);
      if (line.empty()) continue;
      if (is_other_speaker || !goes_on(open, line)) {
        builder.start(ParagraphKind::text);
        open.clear();
      }
      if (builder.has_text()) builder.append(" ");
      builder.append(line);
      open = std::move(line);
    }
  }
  return {.format = is_vtt ? "vtt" : "srt", .paragraphs = builder.take()};
}

}  // namespace egiz::exchange
