// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx/sheet.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "exchange/detail/xml_parser.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kMostColumns = 256;

// 27 of "AB12", from 0; nullopt when there are no letters.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z' && letters < 4) {
    column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
    ++letters;
  }
  if (letters == 0) return std::nullopt;
  return column - 1;
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) return std::nullopt;
  return value;
}

class SheetHandler final : public XmlHandler {
 public:
  SheetHandler(XmlParser& parser, const SharedStrings& strings, const SheetRowSink& sink)
      : parser_(parser), strings_(strings), sink_(sink) {}

  void start(std::string_view element, const XmlAttributes& attributes) override {
    in_value_ = false;
    if (element == "row") {
      number_ = number_of(attributes.find("r").value_or("")).value_or(number_ + 1);
      cells_.clear();
      column_ = 0;
    } else if (element == "c") {
      column_ = column_of(attributes.find("r").value_or("")).value_or(column_);
      type_ = attributes.find("t").value_or("n");
      value_.clear();
    } else if (element == "rPh") {
      ++readings_;
    } else {
      in_value_ = element == "v" || (element == "t" && readings_ == 0);
    }
  }

  void end(std::string_view element) override {
    in_value_ = false;
    if (element == "rPh" && readings_ > 0) --readings_;
    if (element == "c") end_cell();
    if (element == "row" && !cells_.empty() && !sink_(number_, cells_)) parser_.stop();
  }

  void text(std::string_view text) override {
    if (in_value_) value_ += text;
  }

  std::size_t left_out() const { return left_out_; }

 private:
  void end_cell() {
    const std::size_t column = column_++;
    std::string text = cell_text();
    if (text.empty()) return;
    if (column >= kMostColumns) {
      ++left_out_;
      return;
    }
    if (cells_.size() <= column) cells_.resize(column + 1);
    cells_[column] = std::move(text);
  }

  std::string cell_text() const {
    if (type_ == "e") return {};
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ != "s") return unescape_cell(value_);
    const auto number = number_of(value_);
    return std::string(number ? strings_.find(*number).value_or("") : "");
  }

  XmlParser& parser_;
  const SharedStrings& strings_;
  const SheetRowSink& sink_;
  std::vector<std::string> cells_;
  std::size_t number_ = 0;
  std::size_t column_ = 0;
  std::string type_;
  std::string value_;
  bool in_value_ = false;
  std::size_t readings_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace

std::size_t read_sheet(std::unique_ptr<ByteSource> source, const std::string& place, const SharedStrings& strings,
                       const SheetRowSink& sink) {
  XmlInput input(std::move(source), place);
  XmlParser parser(input);
  SheetHandler handler(parser, strings, sink);
  parser.parse(handler);
  return handler.left_out();
}

}  // namespace egiz::exchange
