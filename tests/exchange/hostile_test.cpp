// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/ladder.h"
#include "exchange/tmx/tmx_reader.h"
#include "exchange/unit_reader.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

// Reads bytes and gives how many units came; an Error is an answer too, anything else is not.
std::size_t read_whatever(std::string_view bytes, std::string_view name, bool partial = false) {
  std::size_t count = 0;
  try {
    UnitReadOptions options;
    options.partial = partial;
    read_units(
        bytes, name,
        [&](TranslationUnit&&) {
          ++count;
          return true;
        },
        options);
  } catch (const Error&) {
  }
  return count;
}

// A TMX that says one thing: head, then piece over and over, then tail.  It is never whole in memory.
class RepeatedSource : public exchange::ByteSource {
 public:
  RepeatedSource(std::string head, std::string piece, std::size_t times, std::string tail)
      : head_(std::move(head)), piece_(std::move(piece)), times_(times), tail_(std::move(tail)) {}

  std::size_t read(char* out, std::size_t size) override {
    while (rest_.empty()) {
      if (step_ == 0) {
        rest_ = head_;
      } else if (step_ <= times_) {
        rest_ = piece_;
      } else if (step_ == times_ + 1) {
        rest_ = tail_;
      } else {
        return 0;
      }
      ++step_;
    }
    const std::size_t count = std::min(size, rest_.size());
    rest_.copy(out, count);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string head_, piece_;
  std::size_t times_;
  std::string tail_;
  std::string_view rest_;
  std::size_t step_ = 0;
};

ReadReport read_repeated(std::string head, std::string piece, std::size_t times, std::string tail) {
  return exchange::read_tmx(std::make_unique<RepeatedSource>(std::move(head), std::move(piece), times, std::move(tail)),
                            "big.tmx", [](TranslationUnit&&) { return true; }, {});
}

const std::string kBegin = "<tmx version=\"1.4\"><header srclang=\"ru\"/><body>";
const std::string kGood = "<tu><tuv xml:lang=\"ru\"><seg>Да.</seg></tuv><tuv xml:lang=\"kk\"><seg>Иә.</seg></tuv></tu>";
const std::string kEnd = "</body></tmx>";

}  // namespace

TEST_CASE("a TMX cut at any byte gives an error, and with partial the units before the cut", "[property]") {
  TranslationUnit unit = exchange_test::sample_unit();
  const std::string whole = exchange_test::write_text({unit, unit}, UnitFormat::tmx);
  const std::size_t first_end = whole.find("</tu>") + 5;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    const std::string_view cut = std::string_view(whole).substr(0, size);
    const std::size_t expected = size < first_end ? 0 : size < whole.rfind("</tu>") + 5 ? 1 : 2;

    REQUIRE(read_whatever(cut, "a.tmx", true) == expected);
    if (size + 1 < whole.size()) {
      REQUIRE_THROWS_AS(exchange_test::read_text(cut, "a.tmx"), Error);
    }
  }
}

TEST_CASE("files of units with any bytes changed are read or refused", "[property]") {
  std::mt19937 random(7);
  const auto below = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
  constexpr std::string_view kSplices[] = {"<tu>",      "</tu>", "<seg>", "</seg>", "<!--",         "-->", "<![CDATA[",
                                           "]]>",       "&",     "&#x1;", "\xFF",   "\xED\xA0\x80", "<?x", "\"",
                                           "<!DOCTYPE", "{",     "}",     "[",      "\\u"};
  for (const UnitFormat format : {UnitFormat::tmx, UnitFormat::jsonl}) {
    const std::string whole = exchange_test::write_text({exchange_test::sample_unit()}, format);
    for (int i = 0; i < 3000; ++i) {
      std::string bytes = whole;
      for (std::size_t n = below(4); n > 0; --n) bytes[below(bytes.size())] = static_cast<char>(below(256));
      if (below(2) == 0) bytes.insert(below(bytes.size()), kSplices[below(std::size(kSplices))]);
      if (below(4) == 0) bytes.erase(below(bytes.size()), below(50));
      read_whatever(bytes, "a.tmx");
    }
  }
}

TEST_CASE("elements nested ten thousand deep are refused") {
  CHECK_THROWS_AS(read_repeated(kBegin + "<tu><tuv xml:lang=\"ru\"><seg>", "<hi>", 10000, ""), Error);
  CHECK_THROWS_AS(read_repeated(kBegin, "<x>", 10000, ""), Error);
}

TEST_CASE("a segment larger than any memory is skipped, and the rest is read") {
  const std::string piece(1 << 20, 'x');

  const ReadReport report = read_repeated(kBegin + "<tu><tuv xml:lang=\"ru\"><seg>", piece, 200,
                                          "</seg></tuv><tuv xml:lang=\"kk\"><seg>а</seg></tuv></tu>" + kGood + kEnd);

  CHECK(report.read == 1);
  CHECK(report.skipped == 1);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].reason.starts_with("larger than 64 MB"));
}

TEST_CASE("a unit of too many parts is skipped, and the rest is read") {
  const ReadReport report = read_repeated(kBegin + "<tu>", "<prop type=\"a\"/><note/>", 550000,
                                          "<tuv xml:lang=\"ru\"><seg>а</seg></tuv></tu>" + kGood + kEnd);

  CHECK(report.read == 1);
  CHECK(report.skipped == 1);
}

TEST_CASE("findings stop at their limit, counts do not") {
  const ReadReport report = read_repeated(kBegin, "<tu/>", 5000, kGood + kEnd);

  CHECK(report.read == 1);
  CHECK(report.skipped == 5000);
  CHECK(report.findings.size() == ReadReport::kMaxFindings);
}

TEST_CASE("an Error of the sink is not taken for a break in the file") {
  UnitReadOptions options;
  options.partial = true;
  const UnitSink full = [](TranslationUnit&&) -> bool { throw Error(ErrorCode::parse, "the memory is damaged"); };

  CHECK(exchange_test::message_of([&] { read_units(kBegin + kGood + kEnd, "a.tmx", full, options); }) ==
        "the memory is damaged");
}

TEST_CASE("a sink that has enough stops the reading") {
  for (const std::string name : {"a.tmx", "a.jsonl", "a.tsv"}) {
    CAPTURE(name);
    const UnitFormat format = unit_format_of(name);
    const TranslationUnit unit = exchange_test::plain_unit("да", "иә");
    const std::string bytes = exchange_test::write_text({unit, unit, unit}, format, {{Language("ru"), Language("kk")}});
    std::size_t count = 0;

    const ReadReport report = read_units(bytes, name, [&](TranslationUnit&&) { return ++count < 2; });

    CHECK(count == 2);
    CHECK(report.read == 2);
  }
}

TEST_CASE("only the languages that are asked for are read") {
  UnitReadOptions options;
  options.languages = {Language("kk"), Language("ru")};
  const std::string tmx = exchange_test::write_text({exchange_test::sample_unit()}, UnitFormat::tmx);

  const auto both = exchange_test::read_text(tmx, "a.tmx", options);
  options.languages = {Language("kk"), Language("de")};
  const auto none = exchange_test::read_text(tmx, "a.tmx", options);

  REQUIRE(both.units.size() == 1);
  CHECK(both.units[0].variants.size() == 2);
  CHECK(none.units.empty());
  REQUIRE(none.report.findings.size() == 1);
  CHECK(none.report.findings[0].reason == "lacks a language that was asked for; skipped");
}

}  // namespace egiz
