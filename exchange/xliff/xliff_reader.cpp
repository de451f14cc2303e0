// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff/xliff_reader.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/detail/reporter.h"
#include "exchange/detail/unit_check.h"
#include "exchange/detail/xml_parser.h"
#include "exchange/xliff/xliff_inline.h"
#include "exchange/xliff/xliff_metadata.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kMaxUnit = 64 << 20;  // bytes of text in one <trans-unit> or <unit>
constexpr std::size_t kElementCost = 64;    // bytes that an element counts for

using Metadata = std::vector<std::pair<std::string, std::string>>;
using Pieces = std::vector<XliffInline::Piece>;

// One <trans-unit> (1.2), or one <segment> of a <unit> (2.x).
struct Segment {
  std::string place;
  Pieces source, cut_source, target;  // cut_source: <seg-source>
  std::string state;
  bool is_approved = false;
  bool is_machine = false;
};

class XliffHandler : public XmlHandler {
 public:
  XliffHandler(XmlInput& input, XmlParser& parser, const UnitSink& sink, const UnitReadOptions& options)
      : input_(input), parser_(parser), sink_(sink), options_(options) {}

  void start(std::string_view element, const XmlAttributes& attributes) override;
  void end(std::string_view element) override;
  void text(std::string_view text) override;

  Reporter& reporter() { return reporter_; }
  bool is_break_in_file() const { return has_root_ && !is_in_sink_; }

 private:
  enum class Capture { none, source, cut_source, target, note, data, metadata };

  static bool is_plain(Capture capture) {
    return capture == Capture::note || capture == Capture::data || capture == Capture::metadata;
  }

  void start_root(std::string_view element, const XmlAttributes& attributes);
  void start_element(std::string_view element, const XmlAttributes& attributes);
  void start_unit(const XmlAttributes& attributes);
  void end_capture();
  void end_unit();
  void deliver(Segment& segment);
  bool deliver_pair(const Segment& segment, XliffInline::Piece source, XliffInline::Piece target);
  std::optional<Language> language(const std::string& tag) const;
  bool spend(std::size_t bytes) { return (size_ += bytes) <= kMaxUnit; }

  XmlInput& input_;
  XmlParser& parser_;
  const UnitSink& sink_;
  const UnitReadOptions& options_;
  Reporter reporter_;

  bool has_root_ = false;
  bool is_in_sink_ = false;
  bool is_version_2_ = false;
  std::string source_language_, target_language_;
  std::string document_;
  std::int64_t position_ = 0;  // segments of this file so far

  bool is_in_unit_ = false;
  std::string unit_id_;
  bool has_name_ = false;  // that is its name, not its number in the file
  std::vector<std::string> notes_;
  Metadata metadata_;
  std::map<std::string, std::string> native_;  // <originalData>
  std::vector<Segment> segments_;
  std::size_t size_ = 0;  // of the unit

  std::size_t ignored_ = 0;
  Capture capture_ = Capture::none;
  std::size_t depth_ = 0;  // of elements inside what is captured
  std::string captured_, data_id_, metadata_name_;
  XliffInline inline_;
};

std::string value_of(const XmlAttributes& attributes, std::string_view name) {
  return std::string(attributes.find(name).value_or(""));
}

// Of <target state-qualifier>.
bool is_machine(std::string_view qualifier) { return qualifier == "mt-suggestion" || qualifier == "leveraged-mt"; }

// The groups that our writers make; those of other programs mean other things.
bool is_our_metadata(std::string_view element, const XmlAttributes& attributes) {
  if (element == "metadata") return true;
  return (element == "context-group" && attributes.find("name") == "egiz") ||
         (element == "metaGroup" && attributes.find("category") == "egiz");
}

// <context context-type="x-client">, <mda:meta type="client">
std::string metadata_name(const XmlAttributes& attributes) {
  const std::string_view name = attributes.find("context-type").value_or(attributes.find("type").value_or(""));
  const bool is_context = attributes.find("context-type").has_value();
  return std::string(is_context && name.starts_with("x-") ? name.substr(2) : name);
}

void XliffHandler::start_root(std::string_view element, const XmlAttributes& attributes) {
  if (element != "xliff") {
    throw Error(ErrorCode::parse, parser_.place() + ": <" + std::string(element.substr(0, 40)) +
                                      ">: not an XLIFF; the root element should be <xliff>");
  }
  has_root_ = true;
  is_version_2_ = value_of(attributes, "version").starts_with('2');
  source_language_ = value_of(attributes, "srcLang");
  target_language_ = value_of(attributes, "trgLang");
}

void XliffHandler::start(std::string_view element, const XmlAttributes& attributes) {
  if (is_plain(capture_)) {
    ++depth_;
  } else if (capture_ != Capture::none) {
    ++depth_;
    if (spend(kElementCost)) inline_.start(element, attributes, native_);
  } else if (ignored_ > 0) {
    ++ignored_;
  } else if (!has_root_) {
    start_root(element, attributes);
  } else {
    start_element(element, attributes);
  }
}

void XliffHandler::start_element(std::string_view element, const XmlAttributes& attributes) {
  if (element == "file") {
    document_ = value_of(attributes, "original");
    position_ = 0;
    if (!is_version_2_) source_language_ = value_of(attributes, "source-language");
    if (!is_version_2_) target_language_ = value_of(attributes, "target-language");
  } else if (element == "trans-unit" || element == "unit") {
    start_unit(attributes);
  } else if (!is_in_unit_) {
    // <body>, <group>: what is in them counts; <header>, <skeleton> and the like do not.
    if (element != "body" && element != "group") ++ignored_;
  } else if (element == "segment") {
    Segment& segment = segments_.emplace_back();
    segment.place = parser_.place();
    segment.state = value_of(attributes, "state");
  } else if (element == "source" && !segments_.empty()) {
    capture_ = Capture::source;
  } else if (element == "seg-source" && !segments_.empty()) {
    capture_ = Capture::cut_source;
  } else if (element == "target" && !segments_.empty()) {
    capture_ = Capture::target;
    if (segments_.back().state.empty()) segments_.back().state = value_of(attributes, "state");
    segments_.back().is_machine = is_machine(value_of(attributes, "state-qualifier"));
  } else if (element == "note") {
    capture_ = Capture::note;
  } else if (element == "data") {
    capture_ = Capture::data;
    data_id_ = value_of(attributes, "id");
  } else if (element == "context" || element == "meta") {
    capture_ = Capture::metadata;
    metadata_name_ = metadata_name(attributes);
  } else if (element != "notes" && element != "originalData" && !is_our_metadata(element, attributes)) {
    ++ignored_;  // <alt-trans>, <mtc:matches>: proposals, not translations
  }
}

void XliffHandler::start_unit(const XmlAttributes& attributes) {
  if (is_in_unit_) {
    ++ignored_;
    return;
  }
  is_in_unit_ = true;
  size_ = 0;
  unit_id_ = value_of(attributes, is_version_2_ ? "name" : "resname");
  has_name_ = !unit_id_.empty();
  if (!has_name_) unit_id_ = value_of(attributes, "id");
  notes_.clear();
  metadata_.clear();
  native_.clear();
  segments_.clear();
  if (!is_version_2_) {
    Segment& segment = segments_.emplace_back();
    segment.place = parser_.place();
    segment.is_approved = value_of(attributes, "approved") == "yes";
  }
}

void XliffHandler::text(std::string_view text) {
  if (capture_ == Capture::none || !spend(text.size())) return;
  if (is_plain(capture_)) {
    captured_ += text;
  } else {
    inline_.text(text);
  }
}

void XliffHandler::end(std::string_view element) {
  if (capture_ != Capture::none && depth_ > 0) {
    --depth_;
    if (!is_plain(capture_) && size_ <= kMaxUnit) inline_.end(element);
  } else if (capture_ != Capture::none) {
    end_capture();
  } else if (ignored_ > 0) {
    --ignored_;
  } else if (is_in_unit_ && (element == "trans-unit" || element == "unit")) {
    end_unit();
  }
}

void XliffHandler::end_capture() {
  switch (std::exchange(capture_, Capture::none)) {
    case Capture::source:
      segments_.back().source = inline_.finish();
      break;
    case Capture::cut_source:
      segments_.back().cut_source = inline_.finish();
      break;
    case Capture::target:
      segments_.back().target = inline_.finish();
      break;
    case Capture::note:
      notes_.push_back(std::exchange(captured_, {}));
      break;
    case Capture::data:
      native_[data_id_] = std::exchange(captured_, {});
      break;
    case Capture::metadata:
      metadata_.emplace_back(metadata_name_, std::exchange(captured_, {}));
      break;
    case Capture::none:
      break;
  }
}

void XliffHandler::end_unit() {
  is_in_unit_ = false;
  bool is_broken = false;
  std::string repairs;
  while (const auto repair = input_.take_repair(parser_.offset())) {
    is_broken = is_broken || *repair == XmlRepair::broken_bytes;
    repairs = describe(*repair);
  }
  if (segments_.empty()) return;
  if (size_ > kMaxUnit || is_broken) {
    reporter_.skipped(segments_[0].place,
                      is_broken ? "bytes that are not UTF-8; skipped" : "larger than 64 MB; skipped");
    return;
  }
  if (!repairs.empty()) reporter_.repaired(segments_[0].place, repairs);
  for (Segment& segment : segments_) deliver(segment);
}

std::optional<Language> XliffHandler::language(const std::string& tag) const {
  try {
    return Language(tag);
  } catch (const Error&) {
    return std::nullopt;
  }
}

// Where the source is cut as the target is, each pair of pieces is a unit.
void XliffHandler::deliver(Segment& segment) {
  Pieces& source = segment.cut_source.empty() ? segment.source : segment.cut_source;
  if (segment.target.empty()) return reporter_.skipped(segment.place, "not translated; skipped");
  if (source.size() != segment.target.size()) {
    return reporter_.skipped(segment.place, "source and target are cut into a different number of pieces; skipped");
  }
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i].id != segment.target[i].id && !segment.cut_source.empty()) {
      return reporter_.skipped(segment.place, "source and target are cut into different pieces; skipped");
    }
  }
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!deliver_pair(segment, std::move(source[i]), std::move(segment.target[i]))) return parser_.stop();
  }
}

bool XliffHandler::deliver_pair(const Segment& segment, XliffInline::Piece source, XliffInline::Piece target) {
  const auto from = language(source_language_);
  const auto to = language(target_language_);
  if (!from || !to) {
    reporter_.skipped(segment.place, "the file does not say which languages these are; skipped");
    return true;
  }
  TranslationUnit unit;
  unit.variants = {{*from, std::move(source.text), std::move(source.codes), "", "", {}},
                   {*to, std::move(target.text), std::move(target.codes), "", "", {}}};
  unit.context = {document_, position_++, unit_id_};
  unit.notes = notes_;
  const bool is_final = segment.state == "final" || segment.state == "signed-off" || segment.state == "reviewed";
  unit.origin.kind = segment.is_approved || is_final ? Origin::Kind::reviewed
                     : segment.is_machine            ? Origin::Kind::machine
                                                     : Origin::Kind::imported;
  apply_xliff_metadata(unit, metadata_);
  if (!has_name_ && !metadata_.empty()) unit.context.id.clear();  // we wrote it, and it had none
  if (!segment.state.empty()) unit.properties.emplace("state", segment.state);
  if (std::string refusal = check_unit(unit, options_); !refusal.empty()) {
    reporter_.skipped(segment.place, refusal + "; skipped");
    return true;
  }
  reporter_.delivered();
  is_in_sink_ = true;
  const bool goes_on = sink_(std::move(unit));
  is_in_sink_ = false;
  return goes_on;
}

}  // namespace

ReadReport read_xliff(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                      const UnitReadOptions& options) {
  XmlInput input(std::move(source), name);
  XmlParser parser(input);
  XliffHandler handler(input, parser, sink, options);
  try {
    parser.parse(handler);
  } catch (const Error& error) {
    if (!options.partial || error.code() != ErrorCode::parse || !handler.is_break_in_file()) throw;
    handler.reporter().broken(name, error.what());
  }
  return handler.reporter().take();
}

}  // namespace egiz::exchange
