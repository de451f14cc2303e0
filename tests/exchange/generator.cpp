// SPDX-License-Identifier: Apache-2.0
#include "tests/exchange/generator.h"

#include <iterator>
#include <string_view>

namespace egiz::exchange_test {
namespace {

constexpr std::string_view kPieces[] = {"слово ",
                                        "сөз ",
                                        "word ",
                                        "<b>",
                                        "&amp;",
                                        "&",
                                        "<",
                                        ">",
                                        "]]>",
                                        "\"",
                                        "'",
                                        "\t",
                                        "\n",
                                        "\r",
                                        "\r\n",
                                        " ",
                                        "  ",
                                        "\\t",
                                        "\\",
                                        "<seg>",
                                        "</seg>",
                                        "<ph x=\"1\"/>",
                                        "<!--",
                                        "<![CDATA[",
                                        "{0}",
                                        "%s",
                                        "\xE2\x80\x8F",
                                        "\xE2\x80\xAE",
                                        "\xCC\x81",
                                        "e\xCC\x81",
                                        "\xF0\x9F\x98\x80",
                                        "\xF0\x90\x8D\x88",
                                        "\xEF\xBF\xBD",
                                        "\xEF\xB7\x90",
                                        "\xEE\x80\x80",
                                        "\xC2\x85",
                                        "\xE2\x80\xA8",
                                        "\xC2\xA0",
                                        "\xC2\xAD",
                                        "\x7F",
                                        "\xC2\x80",
                                        "\xEF\xBB\xBF",
                                        ".",
                                        "1 234,5",
                                        "ё",
                                        "і"};

constexpr std::string_view kOriginals[] = {"",
                                           "<b>",
                                           "</b>",
                                           "{\\b ",
                                           "<br/>",
                                           "<bpt i=\"1\" type=\"bold\"/>",
                                           "<ph type=\"x\">a<sub>b</sub></ph>",
                                           "<ph broken",
                                           "<hi>",
                                           "</hi>",
                                           "<ph x=\"1\" y=\"2\"/>",
                                           "&nbsp;"};

}  // namespace

std::string UnitGenerator::text(std::size_t max_pieces) {
  std::string text = "т";
  for (std::size_t i = below(max_pieces + 1); i > 0; --i) text += kPieces[below(std::size(kPieces))];
  if (keeps_controls_ && chance(20)) text += static_cast<char>(below(32));
  if (chance(1)) text.append(100000, 'z');
  return text;
}

// Codes as a reader gives them: pairs share an id, everything else may stand anywhere.
void UnitGenerator::add_codes(Variant& variant) {
  std::vector<std::size_t> places = {0};
  for (std::size_t i = 1; i <= variant.text.size() && places.size() < 50; ++i) {
    if (i == variant.text.size() || (static_cast<unsigned char>(variant.text[i]) & 0xC0) != 0x80) places.push_back(i);
  }
  std::size_t place = 0;
  for (std::size_t count = below(6); count > 0; --count) {
    place += below(places.size() - place);
    InlineCode& code = variant.codes.emplace_back();
    code.kind = static_cast<InlineCode::Kind>(below(3));
    code.offset = places[place];
    if (chance(80)) code.id = std::to_string(below(3));
    code.original = kOriginals[below(std::size(kOriginals))];
  }
}

Properties UnitGenerator::properties() {
  Properties properties;
  for (std::size_t count = below(4); count > 0; --count) properties.emplace(chance(50) ? "client" : text(3), text(6));
  return properties;
}

std::optional<std::chrono::sys_seconds> UnitGenerator::date() {
  if (chance(50)) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(static_cast<std::int64_t>(below(6000000000)) - 3000000000));
}

Variant UnitGenerator::variant(const char* language) {
  Variant variant;
  variant.language = Language(language);
  variant.text = text(12);
  if (chance(30)) add_codes(variant);
  if (chance(30)) variant.previous = text(5);
  if (chance(30)) variant.next = text(5);
  variant.properties = properties();
  return variant;
}

TranslationUnit UnitGenerator::unit() {
  TranslationUnit unit;
  unit.variants = {variant(chance(50) ? "ru" : "ru-RU"), variant(chance(50) ? "kk" : "kk-Latn")};
  if (chance(30)) unit.variants.push_back(variant("en-GB"));
  if (chance(30)) unit.variants.insert(unit.variants.begin(), variant("de"));
  if (chance(30)) unit.context.document = text(4);
  if (chance(30)) unit.context.position = static_cast<std::int64_t>(below(1000000));
  if (chance(30)) unit.context.id = text(4);
  unit.origin.kind = static_cast<Origin::Kind>(below(5));
  if (chance(50)) unit.origin.confidence = static_cast<double>(below(1000001)) / 1000000;
  unit.properties = properties();
  for (std::size_t count = below(3); count > 0; --count) unit.notes.push_back(text(5));
  unit.created = date();
  unit.changed = date();
  if (chance(50)) unit.created_by = text(3);
  if (chance(50)) unit.changed_by = text(3);
  return unit;
}

}  // namespace egiz::exchange_test
