// SPDX-License-Identifier: Apache-2.0
#include "api/documents.h"

#include <algorithm>
#include <memory>
#include <system_error>
#include <utility>

#include "api/detail/read_file.h"
#include "base/error.h"
#include "exchange/srx_file.h"
#include "text/decode.h"
#include "text/srx_export.h"
#include "text/utf8.h"

namespace egiz {
namespace {

constexpr double kSure = 0.95;  // an identification that is worth more than what a file states

Language find_language(std::string_view text, std::string_view name, const LoadOptions& options,
                       const std::optional<Language>& stated) {
  if (options.language) return *options.language;
  const Identification identification = identify(text);
  const std::string& tag = identification.language.tag();
  const bool is_known = tag != "und" && tag != "x-other";
  // Office programs often state the language of the machine: what the text says itself counts for more.
  if (stated && !(is_known && identification.confidence >= kSure)) return *stated;
  if (stated && stated->covers(identification.language)) return *stated;
  if (!is_known) {
    throw Error(ErrorCode::invalid_argument,
                std::string(name) +
                    ": the language is none of ru, kk, en that could be told; name the languages (--languages)");
  }
  return identification.language;
}

void require_utf8(std::string_view text, std::string_view place) {
  if (const auto byte = find_invalid_utf8(text)) {
    throw Error(ErrorCode::parse, std::string(place) + ": byte " + std::to_string(*byte) +
                                      " is not UTF-8; convert the text to UTF-8 first");
  }
}

std::string joined_text(const DocumentText& text) {
  std::string joined;
  for (const Paragraph& paragraph : text.paragraphs) joined.append(paragraph.text).push_back('\n');
  return joined;
}

LoadedDocument load_segmented(std::string_view bytes, std::string_view name, const LoadOptions& options) {
  DecodedText decoded;
  try {
    decoded = decode(bytes);
  } catch (const Error& error) {
    throw Error(error.code(), std::string(name) + ": " + error.what());
  }
  LoadedDocument loaded{std::string(name), {}, {}};
  for (std::string& note : decoded.notes) loaded.findings.push_back({std::string(name), std::move(note)});
  const Language language = find_language(decoded.text, name, options, std::nullopt);
  loaded.document = document_from_lines(std::move(decoded.text), language);
  return loaded;
}

std::string read_within(const std::filesystem::path& file, const DocumentLimits& limits) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (!error && size > limits.max_file_bytes) {
    throw Error(ErrorCode::unsupported, file.string() + ": larger than " + std::to_string(limits.max_file_bytes) +
                                            " bytes; split it, or raise the limit \"file\" (--limits)");
  }
  return detail::read_file(file);
}

LoadedDocument load_running(DocumentText text, std::string_view name, const LoadOptions& options) {
  const Language language = find_language(joined_text(text), name, options, text.language);
  try {
    return {std::string(name), to_document(text, language, options.rules), std::move(text.findings)};
  } catch (const Error& error) {
    throw Error(error.code(), std::string(name) + ": " + error.what());
  }
}

LoadedDocument checked(LoadedDocument loaded) {
  if (loaded.document.size() == 0) throw Error(ErrorCode::parse, loaded.name + ": there is no text in it");
  return loaded;
}

}  // namespace

LoadedDocument load_document(const std::filesystem::path& file, const LoadOptions& options) {
  const std::string name = file.string();
  if (options.segmented) return checked(load_segmented(read_within(file, options.limits), name, options));
  return checked(
      load_running(read_document(file, {.paragraphs = options.paragraphs, .limits = options.limits}), name, options));
}

LoadedDocument load_document(std::string_view bytes, std::string_view name, const LoadOptions& options) {
  if (options.segmented) return checked(load_segmented(bytes, name, options));
  return checked(load_running(read_document(bytes, name, {.paragraphs = options.paragraphs, .limits = options.limits}),
                              name, options));
}

LoadedRules load_sentence_rules(const std::optional<std::filesystem::path>& words,
                                const std::optional<std::filesystem::path>& srx) {
  if (words && srx) {
    throw Error(ErrorCode::invalid_argument,
                "a table of words adds to the built-in rules, SRX replaces them; give one");
  }
  LoadedRules loaded;
  if (words) {
    SegmentationRules rules = SegmentationRules::built_in();
    rules.add(detail::read_file(*words), words->string());
    loaded.rules.words = std::make_shared<const SegmentationRules>(std::move(rules));
  }
  if (srx) {
    SrxFile file = read_srx(*srx);
    loaded.rules.srx = std::make_shared<const SrxRules>(std::move(file.rules));
    loaded.findings = std::move(file.findings);
  }
  return loaded;
}

void export_srx(const SentenceRules& words, std::ostream& stream) {
  write_srx(to_srx(words.words ? *words.words : SegmentationRules::built_in()), stream);
}

std::vector<std::vector<std::string>> segment_records(const std::vector<std::string>& records, const Language& language,
                                                      const SentenceRules& rules) {
  const SentenceCutter cutter(rules, language);
  std::vector<std::vector<std::string>> cut;
  cut.reserve(records.size());
  for (const std::string& record : records) {
    require_utf8(record, "record " + std::to_string(cut.size() + 1));
    std::vector<std::string>& segments = cut.emplace_back();
    for (const Segment& segment : cutter.segment(record, ParagraphMode::line)) {
      segments.emplace_back(record, segment.range.begin, segment.range.size());
    }
  }
  return cut;
}

Identification identify_text(std::string_view text, std::string_view place) {
  require_utf8(text, place);
  return identify(text);
}

Identification identify_file(const std::filesystem::path& file, const DocumentLimits& limits) {
  return identify(joined_text(read_document(file, DocumentReadOptions{.limits = limits})));
}

}  // namespace egiz
