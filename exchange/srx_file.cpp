// SPDX-License-Identifier: Apache-2.0
#include "exchange/srx_file.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/detail/xml_input.h"
#include "exchange/detail/xml_parser.h"
#include "exchange/detail/xml_writer.h"
#include "text/utf8.h"

namespace egiz {
namespace {

using exchange::XmlAttributes;
using exchange::XmlParser;

constexpr std::size_t kMostBytes = 64 << 20;
constexpr std::size_t kMostRules = 100'000;        // of rules, and of maps
constexpr std::size_t kLongestExpression = 65536;  // bytes

constexpr const char* kNamespace = "http://www.lisa.org/srx20";

std::string value_of(const XmlAttributes& attributes, std::string_view name) {
  return std::string(attributes.find(name).value_or(""));
}

// Gathers rules and maps as the parser meets them.
class SrxHandler : public exchange::XmlHandler {
 public:
  SrxHandler(exchange::XmlInput& input, XmlParser& parser) : input_(input), parser_(parser) {}

  void start(std::string_view element, const XmlAttributes& attributes) override;
  void end(std::string_view element) override;
  void text(std::string_view text) override;

  SrxFile take() { return std::move(file_); }

 private:
  void start_rule(const XmlAttributes& attributes);
  void add_map(const XmlAttributes& attributes);
  void tell_repairs();

  std::string place() const { return input_.name() + ":" + std::to_string(parser_.line()); }

  void require_room(std::size_t count) const {
    if (count < kMostRules) return;
    throw Error(ErrorCode::unsupported, place() + ": more than " + std::to_string(kMostRules) +
                                            " rules; keep those of the languages you need");
  }

  exchange::XmlInput& input_;
  XmlParser& parser_;
  SrxFile file_;
  std::size_t rules_ = 0;
  bool has_root_ = false;
  bool is_in_rule_ = false;
  SrxRule rule_;
  std::string* expression_ = nullptr;  // what text belongs to
};

void SrxHandler::start(std::string_view element, const XmlAttributes& attributes) {
  if (!std::exchange(has_root_, true) && element != "srx") {
    throw Error(ErrorCode::parse, parser_.place() + ": <" + std::string(element.substr(0, 40)) +
                                      ">: not an SRX; the root element should be <srx>");
  }
  if (element == "header") {
    file_.rules.cascade = value_of(attributes, "cascade") == "yes";
  } else if (element == "languagerule") {
    file_.rules.languages.push_back({value_of(attributes, "languagerulename"), {}});
    require_room(file_.rules.languages.size());
  } else if (element == "rule") {
    start_rule(attributes);
  } else if (is_in_rule_ && element == "beforebreak") {
    expression_ = &rule_.before;
  } else if (is_in_rule_ && element == "afterbreak") {
    expression_ = &rule_.after;
  } else if (element == "languagemap") {
    add_map(attributes);
  }
}

void SrxHandler::start_rule(const XmlAttributes& attributes) {
  const std::string breaks = value_of(attributes, "break");
  if (file_.rules.languages.empty()) {
    file_.findings.push_back({place(), "<rule> outside <languagerule>; left out"});
    return;
  }
  if (!breaks.empty() && breaks != "yes" && breaks != "no") {
    file_.findings.push_back({place(), "break=\"" + breaks + "\" is neither yes nor no; the rule is left out"});
    return;
  }
  is_in_rule_ = true;
  rule_ = {.breaks = breaks != "no", .before = {}, .after = {}, .line = parser_.line()};
}

void SrxHandler::add_map(const XmlAttributes& attributes) {
  require_room(file_.rules.maps.size());
  file_.rules.maps.push_back(
      {value_of(attributes, "languagepattern"), value_of(attributes, "languagerulename"), parser_.line()});
}

void SrxHandler::text(std::string_view text) {
  if (expression_ == nullptr) return;
  if (expression_->size() + text.size() > kLongestExpression) {
    throw Error(ErrorCode::unsupported, place() + ": an expression longer than " + std::to_string(kLongestExpression) +
                                            " bytes; split the rule");
  }
  expression_->append(text);
}

void SrxHandler::end(std::string_view element) {
  expression_ = nullptr;
  tell_repairs();
  if (element != "rule" || !std::exchange(is_in_rule_, false)) return;
  require_room(++rules_);
  file_.rules.languages.back().rules.push_back(std::move(rule_));
}

void SrxHandler::tell_repairs() {
  while (const auto repair = input_.take_repair(parser_.offset())) {
    if (file_.findings.size() < ReadReport::kMaxFindings) {
      file_.findings.push_back({place(), std::string(exchange::describe(*repair))});
    }
  }
}

std::string shortened(std::string expression) {
  constexpr std::size_t kShown = 80;  // bytes
  if (expression.size() <= kShown) return expression;
  std::size_t end = kShown;
  while (is_utf8_continuation(expression[end])) --end;
  return expression.substr(0, end) + "…";
}

// Leaves out what cannot be used: rules that ICU refuses, and maps without rules.
void check(SrxFile& file, const std::string& name) {
  const auto tell = [&](std::size_t line, const std::string& what) {
    file.findings.push_back({name + ":" + std::to_string(line), what});
  };
  for (const SrxFault& fault : take_out_faulty(file.rules)) {
    tell(fault.line, "\"" + shortened(fault.rule) + "\" is not an expression that ICU takes (" + fault.reason +
                         "); the rule is left out");
  }
  std::erase_if(file.rules.maps, [&](const SrxLanguageMap& map) {
    const auto has_name = [&](const SrxLanguageRules& rules) { return rules.name == map.rules; };
    if (std::ranges::any_of(file.rules.languages, has_name)) return false;
    tell(map.line, "there are no rules \"" + shortened(map.rules) + "\"; the map is left out");
    return true;
  });
  const bool has_rules =
      std::ranges::any_of(file.rules.languages, [](const SrxLanguageRules& language) { return !language.rules.empty(); });
  if (!has_rules || file.rules.maps.empty()) {
    throw Error(ErrorCode::parse, name + ": no " + (has_rules ? "<languagemap>" : "<rule>") +
                                      " that can be used; take a file of SRX 2.0 rules");
  }
}

SrxFile read(std::unique_ptr<exchange::ByteSource> source, const std::string& name) {
  exchange::XmlInput input(std::move(source), name);
  XmlParser parser(input);
  SrxHandler handler(input, parser);
  parser.parse(handler);
  SrxFile file = handler.take();
  check(file, name);
  return file;
}

}  // namespace

SrxFile read_srx(const std::filesystem::path& file) {
  const std::string name = file.string();
  const std::string bytes = exchange::read_all(*exchange::open_bytes(file), kMostBytes, name);
  return read(exchange::open_memory(bytes), name);
}

SrxFile read_srx(std::string_view bytes, std::string_view name) {
  return read(exchange::open_memory(bytes), std::string(name));
}

void write_srx(const SrxRules& rules, std::ostream& stream) {
  exchange::XmlWriter xml(stream);
  const auto open = [&](const char* element) {
    xml.line();
    xml.start(element);
  };
  const auto close = [&] {
    xml.end_line();
    xml.end();
  };
  open("srx");
  xml.attribute("xmlns", kNamespace);
  xml.attribute("version", "2.0");
  open("header");
  xml.attribute("segmentsubflows", "yes");
  xml.attribute("cascade", rules.cascade ? "yes" : "no");
  xml.end();
  open("body");
  open("languagerules");
  for (const SrxLanguageRules& language : rules.languages) {
    open("languagerule");
    xml.attribute("languagerulename", language.name);
    for (const SrxRule& rule : language.rules) {
      open("rule");
      xml.attribute("break", rule.breaks ? "yes" : "no");
      if (!rule.before.empty()) xml.element("beforebreak", rule.before);
      if (!rule.after.empty()) xml.element("afterbreak", rule.after);
      close();
    }
    close();
  }
  close();
  open("maprules");
  for (const SrxLanguageMap& map : rules.maps) {
    open("languagemap");
    xml.attribute("languagepattern", map.pattern);
    xml.attribute("languagerulename", map.rules);
    xml.end();
  }
  close();
  close();
  close();
  xml.finish();
}

}  // namespace egiz
