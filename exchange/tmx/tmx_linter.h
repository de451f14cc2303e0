// SPDX-License-Identifier: Apache-2.0
#pragma once

// Follows the elements of a TMX and says what is wrong with them.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/detail/xml_parser.h"
#include "exchange/tmx_lint.h"

namespace egiz::exchange {

class TmxLinter : public XmlHandler {
 public:
  // Fills report.  watch is called at each unit with the bytes read so far.
  TmxLinter(XmlInput& input, XmlParser& parser, TmxLintReport& report, std::function<void(std::uint64_t)> watch)
      : input_(input), parser_(parser), report_(report), watch_(std::move(watch)) {}

  void start(std::string_view element, const XmlAttributes& attributes) override;
  void end(std::string_view element) override;
  void text(std::string_view text) override;

  // What only shows at the end of a file that was read whole.
  void finish();

 private:
  struct Segment {
    std::string language;
    bool has_text = false;
    std::size_t characters = 0;
    std::size_t segments = 0;
  };

  // message may be empty: then it is the summary of the rule.
  void add(std::string_view rule, std::string place, std::string message = {});
  void add_here(std::string_view rule, std::string message = {}) { add(rule, parser_.place(), std::move(message)); }
  void check_repairs();
  void check_element(std::string_view element, const XmlAttributes& attributes);
  void check_root(const XmlAttributes& attributes);
  void check_header(const XmlAttributes& attributes);
  void check_order(std::string_view element);
  void check_dates(std::string_view element, const XmlAttributes& attributes);
  void check_language(std::string_view tag);
  void start_unit(const XmlAttributes& attributes);
  void start_variant(const XmlAttributes& attributes);
  void check_code(std::string_view element, const XmlAttributes& attributes);
  void end_segment();
  void end_unit();

  XmlInput& input_;
  XmlParser& parser_;
  TmxLintReport& report_;
  std::function<void(std::uint64_t)> watch_;

  std::vector<std::string> open_;  // elements
  bool has_header_ = false, has_body_ = false;
  std::string source_;                    // srclang of the header
  std::set<std::string> seen_languages_;  // told already, once each

  std::string unit_place_, unit_source_;
  std::vector<Segment> variants_;        // of the open <tu>
  std::vector<std::string> open_pairs_;  // i of each <bpt> that waits for its <ept>
};

}  // namespace egiz::exchange
