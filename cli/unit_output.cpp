// SPDX-License-Identifier: Apache-2.0
#include "cli/unit_output.h"

#include <array>
#include <charconv>
#include <iterator>
#include <ostream>
#include <utility>

#include "cli/commands.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kLevels = {"1", "2"};

UnitFormat parse_format(const Words& words, const std::string& file) {
  const std::optional<std::string> name = words.value("format");
  if (!name) return unit_format_of(file);
  if (const auto format = unit_format(*name)) return *format;
  throw UsageError("--format " + *name + ": wanted is one of tmx, xliff, xliff2, tsv, csv, xlsx, jsonl, moses");
}

TmxProfile parse_profile(const Words& words) {
  const std::string name = words.value("profile").value_or("egiz");
  if (const auto profile = tmx_profile(name)) return *profile;
  throw UsageError("--profile " + name + ": wanted is one of egiz, omegat, trados, memoq, phrase, xtm, wordfast");
}

// "500k", "50M", "1G" or a number of bytes.
std::uint64_t parse_size(const Words& words, const std::string& option) {
  const std::optional<std::string> text = words.value(option);
  if (!text) return 0;
  std::uint64_t size = 0;
  const char* const end = text->data() + text->size();
  const auto [rest, error] = std::from_chars(text->data(), end, size);
  const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
  const int shift = unit.empty()                   ? 0
                    : unit == "k" || unit == "K" ? 10
                    : unit == "M"                ? 20
                    : unit == "G"                ? 30
                                                 : -1;
  if (error != std::errc() || size == 0 || shift < 0 || size > (std::uint64_t{1} << 50)) {
    throw UsageError("--" + option + " " + *text + ": wanted is a size such as 500k, 50M or 1G");
  }
  return size << shift;
}

Language parse_code(const std::string& pair, const std::string& tag) {
  try {
    return Language(tag);
  } catch (const Error&) {
    throw UsageError("--language-codes " + pair + ": wanted is full, short, or pairs such as en=en-GB");
  }
}

// "short", "full", "en=en-GB,kk=kk-Cyrl-KZ"
void parse_language_codes(const Words& words, UnitWriteOptions& options) {
  for (const std::string& word : words.list("language-codes")) {
    if (word == "full" || word == "short") {
      options.full_language_codes = word == "full";
    } else {
      const auto [language, code] = parse_assignment(word, "--language-codes");
      options.language_codes[parse_code(word, language)] = parse_code(word, code);
    }
  }
}

}  // namespace

std::vector<Option> with_output_options(std::vector<Option> options) {
  const Option outputs[] = {
      {"format", "FORMAT", "tmx, xliff (1.2), xliff2 (2.1), tsv, csv, xlsx, jsonl or moses"},
      {"languages", "L,L", "only units with all of these, and only these variants"},
      {"columns", "NAME,NAME", "tables: more columns: note, document, id, origin, confidence, names of properties"},
      {"profile", "PROGRAM", "TMX for egiz (the default), omegat, trados, memoq, phrase, xtm or wordfast"},
      {"level", "1|2", "TMX, XLIFF: 1 is text alone, 2, the default, has inline codes"},
      {"language-codes", "CODES", "full (ru-RU, the default), short, or pairs such as en=en-GB, comma-separated"},
      {"split-size", "SIZE", "go on in another file (NAME-2 ...) when one has this size: 500k, 50M, 1G"},
      {"max-chars", "N", "leave out units with a longer text"},
      {"anonymise", "", "leave out the names of people and documents"},
      kOverwrite,
  };
  options.insert(options.end(), std::begin(outputs), std::end(outputs));
  return with_filter_options(std::move(options));
}

UnitOutput parse_unit_output(const Words& words, std::string file) {
  UnitOutput output{.file = std::move(file),
                    .format = UnitFormat::tmx,
                    .options = {.languages = words.languages("languages"),
                                .columns = words.list("columns"),
                                .overwrite = words.has("overwrite"),
                                .profile = parse_profile(words),
                                .has_codes = words.choice("level", kLevels, "2") == "2",
                                .anonymise = words.has("anonymise"),
                                .filter = parse_filter(words),
                                .max_characters = words.count("max-chars", 0),
                                .split_bytes = parse_size(words, "split-size")}};
  output.format = parse_format(words, output.file);
  parse_language_codes(words, output.options);
  return output;
}

void print_unit_output(const UnitOutput& output, const ExportResult& result, std::ostream& out) {
  const LeftOut& left_out = result.left_out;
  out << output.file << ": " << result.written << " units";
  std::string_view separator = ", left out: ";
  const auto tell = [&](std::size_t count, std::string_view reason) {
    if (count == 0) return;
    out << separator << count << ' ' << reason;
    separator = ", ";
  };
  tell(left_out.filtered, "by the filter");
  tell(left_out.without_language, "that lack a language");
  tell(left_out.too_long, "that are too long");
  out << '\n';
}

}  // namespace egiz::cli
