// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/detect.h"

#include <algorithm>
#include <string>

namespace egiz::exchange {
namespace {

constexpr std::size_t kHead = 4096;  // bytes that are looked at

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

// "srt" of "Фильм.SRT"; a trailing ".gz" has been unpacked and does not count.
std::string extension_of(std::string_view name) {
  std::string lower = lower_case(name);
  if (lower.ends_with(".gz")) lower.resize(lower.size() - 3);
  const std::size_t dot = lower.rfind('.');
  return dot == std::string::npos || lower.find('/', dot) != std::string::npos ? std::string() : lower.substr(dot + 1);
}

std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) (out += c) += '\0';
  return out;
}

// The streams of an OLE file have names in UTF-16.
DocumentFormat office_97(std::string_view bytes) {
  if (bytes.find(utf16("EncryptedPackage")) != std::string_view::npos) return DocumentFormat::encrypted_word;
  if (bytes.find(utf16("WordDocument")) != std::string_view::npos) return DocumentFormat::word_97;
  return DocumentFormat::other_office_97;
}

std::string_view skip_mark_and_space(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// The first bytes in lower case, as ASCII when they are UTF-16.
std::string head_of(std::string_view bytes) {
  std::string head(bytes.substr(0, kHead));
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
    head.erase(0, 2);
    head.erase(std::remove(head.begin(), head.end(), '\0'), head.end());
  }
  return lower_case(skip_mark_and_space(head));
}

DocumentFormat xml_format(std::string_view head) {
  const auto has = [&](std::string_view what) { return head.find(what) != std::string_view::npos; };
  if (has("<html") || has("<!doctype html")) return DocumentFormat::html;
  if (has("opendocument:xmlns:office") && has("office:document")) return DocumentFormat::flat_odt;
  if (has("<tmx") || has("<xliff")) return DocumentFormat::bilingual;
  return DocumentFormat::other_xml;
}

bool is_html(std::string_view head) {
  while (head.starts_with("<!--")) {
    const std::size_t end = head.find("-->");
    if (end == std::string_view::npos) return false;
    head = skip_mark_and_space(head.substr(end + 3));
  }
  for (const std::string_view start : {"<!doctype html", "<html", "<head", "<body", "<title", "<meta"}) {
    if (head.starts_with(start)) return true;
  }
  return false;
}

// "1", then "00:00:01,000 --> 00:00:02,000".
bool is_srt(std::string_view head) {
  const std::size_t first_end = head.find_first_of("\r\n");
  if (first_end == std::string_view::npos) return false;
  const std::string_view first = head.substr(0, first_end);
  if (first.empty() || first.find_first_not_of("0123456789 ") != std::string_view::npos) return false;
  const std::string_view rest = skip_mark_and_space(head.substr(first_end));
  return rest.substr(0, rest.find_first_of("\r\n")).find("-->") != std::string_view::npos;
}

DocumentFormat by_extension(std::string_view name) {
  const std::string extension = extension_of(name);
  const auto is = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), extension) != names.end();
  };
  if (is({"html", "htm", "xhtml", "xht"})) return DocumentFormat::html;
  if (is({"md", "markdown", "mdown", "mkd"})) return DocumentFormat::markdown;
  if (is({"srt", "vtt"})) return DocumentFormat::subtitles;
  if (is({"po", "pot", "tmx", "xliff", "xlf", "mxliff", "sdlxliff", "jsonl"})) return DocumentFormat::bilingual;
  return DocumentFormat::text;
}

}  // namespace

DocumentFormat detect_format(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return DocumentFormat::zip;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return office_97(bytes);
  if (bytes.starts_with("\x1F\x8B")) return DocumentFormat::gzip;
  if (bytes.starts_with("SQLite format 3")) return DocumentFormat::database;
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return DocumentFormat::pdf;
  const std::string head = head_of(bytes);
  if (head.starts_with("{\\rtf")) return DocumentFormat::rtf;
  if (head.starts_with("webvtt") || is_srt(head)) return DocumentFormat::subtitles;
  if (is_html(head)) return DocumentFormat::html;
  if (head.starts_with("<?xml")) return xml_format(head);
  if (head.starts_with("<tmx") || head.starts_with("<xliff")) return DocumentFormat::bilingual;
  return by_extension(name);
}

}  // namespace egiz::exchange
