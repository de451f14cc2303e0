// SPDX-License-Identifier: Apache-2.0
#include "exchange/jsonl/jsonl_writer.h"

#include <charconv>
#include <string_view>
#include <vector>

#include "exchange/detail/dates.h"
#include "exchange/detail/json_text.h"
#include "exchange/detail/origin_name.h"
#include "exchange/detail/selection.h"
#include "exchange/detail/written.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

std::string_view code_kind_name(InlineCode::Kind kind) {
  switch (kind) {
    case InlineCode::Kind::opening: return "opening";
    case InlineCode::Kind::closing: return "closing";
    case InlineCode::Kind::standalone: return "standalone";
  }
  return {};
}

// ,"key": unless it is the first of its object.
void append_key(std::string& out, std::string_view key) {
  if (out.back() != '{') out += ',';
  append_json_string(out, key);
  out += ':';
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  append_key(out, key);
  append_json_string(out, text);
}

// "key":"value", or "key":["first","second"] for a type that stands several times.
void append_properties(std::string& out, const Properties& properties) {
  if (properties.empty()) return;
  append_key(out, "properties");
  out += '{';
  for (auto it = properties.begin(); it != properties.end();) {
    const auto end = properties.upper_bound(it->first);
    append_key(out, it->first);
    if (std::next(it) == end) {
      append_json_string(out, it->second);
      it = end;
      continue;
    }
    out += '[';
    for (const char* separator = ""; it != end; ++it, separator = ",") {
      out += separator;
      append_json_string(out, it->second);
    }
    out += ']';
  }
  out += '}';
}

void append_codes(std::string& out, const Variant& variant) {
  if (variant.codes.empty()) return;
  std::vector<std::size_t> bytes;
  for (const InlineCode& code : variant.codes) bytes.push_back(code.offset);
  const std::vector<std::size_t> points = code_point_offsets(variant.text, bytes);
  append_key(out, "codes");
  out += '[';
  for (std::size_t i = 0; i < variant.codes.size(); ++i) {
    out += i == 0 ? "{" : ",{";
    append_text(out, "kind", code_kind_name(variant.codes[i].kind));
    append_key(out, "at");
    out += std::to_string(points[i]);
    append_text(out, "id", variant.codes[i].id);
    append_text(out, "original", variant.codes[i].original);
    out += '}';
  }
  out += ']';
}

void append_variant(std::string& out, const Variant& variant) {
  out += '{';
  append_text(out, "language", variant.language.tag());
  append_key(out, "text");
  append_json_string(out, variant.text);
  append_codes(out, variant);
  append_text(out, "previous", variant.previous);
  append_text(out, "next", variant.next);
  append_properties(out, variant.properties);
  out += '}';
}

void append_origin(std::string& out, const Origin& origin) {
  append_text(out, "origin", origin_name(origin.kind));
  if (origin.confidence == 1) return;
  append_key(out, "confidence");
  out += shortest(origin.confidence);
}

void append_notes(std::string& out, const std::vector<std::string>& notes) {
  if (notes.empty()) return;
  append_key(out, "notes");
  out += '[';
  for (const std::string& note : notes) {
    if (out.back() != '[') out += ',';
    append_json_string(out, note);
  }
  out += ']';
}

}  // namespace

void JsonlWriter::write(const TranslationUnit& unit) {
  const std::vector<const Variant*> variants = select_variants(unit, options_.languages);
  if (variants.size() < 2) {
    ++left_out_.without_language;
    return;
  }
  line_ = "{\"variants\":[";
  for (const Variant* variant : variants) {
    if (line_.back() != '[') line_ += ',';
    append_variant(line_, *variant);
  }
  line_ += ']';
  append_text(line_, "document", unit.context.document);
  if (unit.context.position) {
    append_key(line_, "position");
    line_ += std::to_string(*unit.context.position);
  }
  append_text(line_, "id", unit.context.id);
  append_origin(line_, unit.origin);
  append_properties(line_, unit.properties);
  append_notes(line_, unit.notes);
  if (unit.created) append_text(line_, "created", format_iso_date(*unit.created));
  if (unit.changed) append_text(line_, "changed", format_iso_date(*unit.changed));
  append_text(line_, "created_by", unit.created_by);
  append_text(line_, "changed_by", unit.changed_by);
  line_ += "}\n";
  out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
  check_written(out_);
}

void JsonlWriter::finish() {
  out_.flush();
  check_written(out_);
}

}  // namespace egiz::exchange
