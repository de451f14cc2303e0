// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/tmx_reader.h"

#include <optional>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "exchange/detail/reporter.h"
#include "exchange/detail/xml_parser.h"
#include "exchange/tmx/inline_reader.h"
#include "exchange/tmx/names.h"
#include "exchange/tmx/unit_assembly.h"
#include "exchange/tmx/unit_builder.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kMaxUnit = 64 << 20;  // bytes of text in one <tu>
constexpr std::size_t kElementCost = 64;    // bytes that an element counts for

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return lower;
}

// Follows the elements of a TMX and delivers a unit at each </tu>.
class TmxHandler : public XmlHandler {
 public:
  TmxHandler(XmlInput& input, XmlParser& parser, const UnitSink& sink, const UnitReadOptions& options)
      : input_(input), parser_(parser), sink_(sink), assembly_(options) {}

  void start(std::string_view element, const XmlAttributes& attributes) override;
  void end(std::string_view element) override;
  void text(std::string_view text) override;

  ReadReport take_report() { return reporter_.take(); }
  Reporter& reporter() { return reporter_; }
  // Whether an Error that left parse() is about the file: after its root, and not of the sink.
  bool is_break_in_file() const { return has_root_ && !is_in_sink_; }

 private:
  enum class Capture { none, property, note };

  void start_root(std::string_view element, const XmlAttributes& attributes);
  void start_unit(const XmlAttributes& attributes);
  void start_segment();
  void start_capture(Capture capture, const XmlAttributes& attributes);
  void start_known(std::string_view element, const XmlAttributes& attributes);
  void end_capture();
  void end_unit();
  void ignore(std::string_view why);
  bool spend(std::size_t bytes);
  void collect_repairs(bool& is_broken);
  void deliver(RawUnit& raw);

  XmlInput& input_;
  XmlParser& parser_;
  const UnitSink& sink_;
  UnitAssembly assembly_;
  Reporter reporter_;

  bool has_root_ = false;
  bool is_in_sink_ = false;
  bool is_in_variant_ = false;
  std::size_t ignored_ = 0;      // open elements of a part that is passed over
  std::optional<RawUnit> unit_;  // the open <tu>
  std::string unit_place_;
  std::size_t unit_size_ = 0;
  InlineReader segment_;
  std::size_t segment_depth_ = 0;  // 1 directly in <seg>
  Capture capture_ = Capture::none;
  std::string property_type_;
  std::string captured_;
};

// What a file that is no TMX seems to be, and what to do.
std::string explain_root(std::string_view root) {
  const std::string name = lower_case(root);
  if (name == "map" || name == "tileset") return "a Tiled map, not a translation memory; the two share the ending .tmx";
  if (name == "html" || name == "head" || name == "body")
    return "a web page, not a TMX; was a login page saved for it?";
  if (name == "xliff") return "an XLIFF, not a TMX; name it .xlf";
  return "not a TMX; the root element should be <tmx>";
}

void TmxHandler::start_root(std::string_view element, const XmlAttributes&) {
  if (lower_case(element) != "tmx") {
    throw Error(ErrorCode::parse,
                parser_.place() + ": <" + std::string(element.substr(0, 40)) + ">: " + explain_root(element));
  }
  has_root_ = true;
}

void TmxHandler::start(std::string_view element, const XmlAttributes& attributes) {
  if (segment_depth_ > 0) {
    ++segment_depth_;
    if (spend(kElementCost)) segment_.start(element, attributes);
  } else if (ignored_ > 0 || capture_ != Capture::none) {
    ++ignored_;
  } else if (!has_root_) {
    start_root(element, attributes);
  } else {
    start_known(element, attributes);
  }
}

void TmxHandler::start_known(std::string_view element, const XmlAttributes& attributes) {
  if (element == "seg") {
    start_segment();
  } else if (element == "tuv") {
    if (!unit_ || is_in_variant_) return ignore("<tuv> outside <tu>; left out");
    if (spend(kElementCost)) unit_->start_variant(attributes);
    is_in_variant_ = unit_size_ <= kMaxUnit;
    if (!is_in_variant_) ++ignored_;
  } else if (element == "tu") {
    start_unit(attributes);
  } else if (element == "prop") {
    start_capture(Capture::property, attributes);
  } else if (element == "note") {
    start_capture(Capture::note, attributes);
  } else if (element == "header") {
    assembly_.set_source_language(attributes.find("srclang").value_or(""));
  } else if (element == "body") {
    return;
  } else if (const std::string lower = lower_case(element); lower != element) {
    start_known(lower, attributes);  // "<TU>": wrong, but plain
  } else {
    ++ignored_;
  }
}

void TmxHandler::start_unit(const XmlAttributes& attributes) {
  if (unit_) return ignore("<tu> inside <tu>; left out");
  unit_.emplace();
  unit_->unit.origin.kind = Origin::Kind::imported;
  unit_place_ = parser_.place();
  unit_size_ = 0;
  unit_->read_unit_attributes(attributes);
}

void TmxHandler::start_segment() {
  if (!is_in_variant_) return ignore("<seg> outside <tuv>; left out");
  if (unit_->variants.back().has_segment) return ignore("a second <seg> in one <tuv>; left out");
  unit_->variants.back().has_segment = true;
  segment_depth_ = 1;
}

void TmxHandler::start_capture(Capture capture, const XmlAttributes& attributes) {
  capture_ = capture;
  property_type_ = attributes.find("type").value_or("");
  captured_.clear();
  spend(kElementCost);
}

void TmxHandler::ignore(std::string_view why) {
  reporter_.add(parser_.place(), std::string(why));
  ++ignored_;
}

// Whether the unit may grow by bytes.  One that grows too large is read to its end, but not kept.
bool TmxHandler::spend(std::size_t bytes) {
  unit_size_ += bytes;
  return unit_size_ <= kMaxUnit;
}

void TmxHandler::text(std::string_view text) {
  if (segment_depth_ > 0) {
    if (spend(text.size())) segment_.text(text);
  } else if (capture_ != Capture::none) {
    if (spend(text.size())) captured_ += text;
  }
}

void TmxHandler::end(std::string_view element) {
  if (segment_depth_ > 1) {
    --segment_depth_;
    if (unit_size_ <= kMaxUnit) segment_.end(element);
  } else if (segment_depth_ == 1) {
    segment_depth_ = 0;
    segment_.finish(unit_->variants.back().variant);
  } else if (ignored_ > 0) {
    --ignored_;
  } else if (capture_ != Capture::none) {
    end_capture();
  } else if (is_in_variant_) {
    is_in_variant_ = false;
  } else if (unit_) {
    end_unit();
  }
}

void TmxHandler::end_capture() {
  const Capture capture = std::exchange(capture_, Capture::none);
  if (unit_size_ > kMaxUnit) return;
  if (!unit_) {  // of the header
    if (property_type_ == kPropLanguages) assembly_.set_language_codes(captured_);
    return;
  }
  if (capture == Capture::note) {
    unit_->add_note(std::move(captured_), is_in_variant_);
  } else {
    unit_->add_property(property_type_, std::move(captured_), is_in_variant_);
  }
}

// Repairs of the input up to here belong to the unit that ends here.
void TmxHandler::collect_repairs(bool& is_broken) {
  std::string_view last;
  while (const auto repair = input_.take_repair(parser_.offset())) {
    is_broken = is_broken || *repair == XmlRepair::broken_bytes;
    const std::string_view words = describe(*repair);
    if (words != last) unit_->faults.emplace_back(words);
    last = words;
  }
}

void TmxHandler::end_unit() {
  bool is_broken = false;
  collect_repairs(is_broken);
  RawUnit raw = std::move(*unit_);
  unit_.reset();
  if (is_broken) {
    reporter_.skipped(unit_place_, "bytes that are not UTF-8; skipped; state the file's encoding in its first line");
  } else if (unit_size_ > kMaxUnit) {
    reporter_.skipped(unit_place_, "larger than " + std::to_string(kMaxUnit >> 20) + " MB; skipped");
  } else {
    deliver(raw);
  }
}

void TmxHandler::deliver(RawUnit& raw) {
  raw.settle_dates();
  Assembly assembly = assembly_.assemble(raw);
  if (assembly.units.empty()) return reporter_.skipped(unit_place_, assembly.refusal + "; skipped");
  if (!raw.faults.empty()) {
    std::string reason;
    for (const std::string& fault : raw.faults) reason.append(reason.empty() ? "" : "; ").append(fault);
    reporter_.repaired(unit_place_, std::move(reason));
  }
  for (TranslationUnit& unit : assembly.units) {
    reporter_.delivered();
    is_in_sink_ = true;
    const bool goes_on = sink_(std::move(unit));
    is_in_sink_ = false;
    if (!goes_on) return parser_.stop();
  }
}

}  // namespace

ReadReport read_tmx(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                    const UnitReadOptions& options) {
  XmlInput input(std::move(source), name);
  XmlParser parser(input);
  TmxHandler handler(input, parser, sink, options);
  try {
    parser.parse(handler);
  } catch (const Error& error) {
    if (!options.partial || error.code() != ErrorCode::parse || !handler.is_break_in_file()) throw;
    handler.reporter().broken(name, error.what());
  }
  return handler.take_report();
}

}  // namespace egiz::exchange
