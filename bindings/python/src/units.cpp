// SPDX-License-Identifier: Apache-2.0

// Units to the fields of egiz.Unit, and back.

#include <array>

#include "bindings/python/src/convert.h"

namespace egiz::python {
namespace {

constexpr std::array kOrigins = {Origin::Kind::human, Origin::Kind::aligned, Origin::Kind::reviewed,
                                 Origin::Kind::machine, Origin::Kind::imported};

constexpr std::array<const char*, 3> kCodeKinds = {"opening", "closing", "standalone"};  // as InlineCode::Kind counts

InlineCode::Kind to_code_kind(const std::string& name) {
  for (std::size_t i = 0; i < kCodeKinds.size(); ++i) {
    if (kCodeKinds[i] == name) return static_cast<InlineCode::Kind>(i);
  }
  throw Error(ErrorCode::invalid_argument, name + ": a code is opening, closing or standalone");
}

// A name that stands once has its value, a name that stands several times a list of them.
py::dict property_fields(const Properties& properties) {
  py::dict fields;
  for (auto it = properties.begin(); it != properties.end();) {
    const auto end = properties.upper_bound(it->first);
    const py::str name = to_str(it->first);
    if (std::next(it) == end) {
      fields[name] = to_str(it->second);
      it = end;
      continue;
    }
    py::list values;
    for (; it != end; ++it) values.append(to_str(it->second));
    fields[name] = values;
  }
  return fields;
}

Properties to_properties(const py::dict& fields) {
  Properties properties;
  for (const auto& [name, value] : fields) {
    if (py::isinstance<py::str>(value)) {
      properties.emplace(to_utf8(name), to_utf8(value));
      continue;
    }
    for (const py::handle one : value) properties.emplace(to_utf8(name), to_utf8(one));
  }
  return properties;
}

py::list code_fields(const Variant& variant) {
  std::vector<std::size_t> offsets;
  for (const InlineCode& code : variant.codes) offsets.push_back(code.offset);
  offsets = code_point_offsets(variant.text, offsets);
  py::list fields;
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    const InlineCode& code = variant.codes[i];
    py::dict row;
    row["kind"] = kCodeKinds[static_cast<std::size_t>(code.kind)];
    row["offset"] = offsets[i];
    row["id"] = to_str(code.id);
    row["original"] = to_str(code.original);
    fields.append(row);
  }
  return fields;
}

// The byte offset of a code point, or one behind the end when there is none, which the memory refuses.
std::size_t byte_offset(std::string_view text, std::size_t code_point) {
  std::size_t offset = 0;
  for (; code_point > 0 && offset < text.size(); --code_point) next_code_point(text, offset);
  return code_point == 0 ? offset : text.size() + 1;
}

std::vector<InlineCode> to_codes(const py::iterable& rows, const std::string& text) {
  std::vector<InlineCode> codes;
  for (const py::handle row : rows) {
    codes.push_back({.kind = to_code_kind(to_utf8(row["kind"])),
                     .offset = byte_offset(text, row["offset"].cast<std::size_t>()),
                     .id = to_utf8(row["id"]),
                     .original = to_utf8(row["original"])});
  }
  return codes;
}

py::dict variant_fields(const Variant& variant) {
  py::dict fields;
  fields["language"] = to_str(variant.language.tag());
  fields["text"] = to_str(variant.text);
  fields["previous"] = to_str(variant.previous);
  fields["next"] = to_str(variant.next);
  fields["codes"] = code_fields(variant);
  fields["properties"] = property_fields(variant.properties);
  return fields;
}

Variant to_variant(const py::handle& fields) {
  Variant variant;
  variant.language = Language(to_utf8(fields["language"]));
  variant.text = to_utf8(fields["text"]);
  variant.previous = to_utf8(fields["previous"]);
  variant.next = to_utf8(fields["next"]);
  variant.codes = to_codes(fields["codes"], variant.text);
  variant.properties = to_properties(fields["properties"]);
  return variant;
}

std::optional<std::chrono::sys_seconds> to_time(const py::handle& seconds) {
  if (seconds.is_none()) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(seconds.cast<std::int64_t>()));
}

}  // namespace

Origin::Kind to_origin(const std::string& name) {
  for (const Origin::Kind kind : kOrigins) {
    if (origin_name(kind) == name) return kind;
  }
  throw Error(ErrorCode::invalid_argument, name + ": an origin is human, aligned, reviewed, machine or imported");
}

py::dict unit_fields(const TranslationUnit& unit) {
  py::list variants;
  for (const Variant& variant : unit.variants) variants.append(variant_fields(variant));
  py::list notes;
  for (const std::string& note : unit.notes) notes.append(to_str(note));
  py::dict fields;
  fields["variants"] = variants;
  fields["document"] = to_str(unit.context.document);
  fields["position"] = unit.context.position;
  fields["context_id"] = to_str(unit.context.id);
  fields["origin"] = to_str(origin_name(unit.origin.kind));
  fields["confidence"] = unit.origin.confidence;
  fields["properties"] = property_fields(unit.properties);
  fields["notes"] = notes;
  fields["created"] = seconds_or_none(unit.created);
  fields["changed"] = seconds_or_none(unit.changed);
  fields["created_by"] = to_str(unit.created_by);
  fields["changed_by"] = to_str(unit.changed_by);
  return fields;
}

UnitFilter to_filter(const py::dict& fields) {
  UnitFilter filter{.origins = {},
                    .min_confidence = fields["min_confidence"].cast<double>(),
                    .properties = to_properties(fields["properties"]),
                    .document = to_utf8(fields["document"]),
                    .languages = {},
                    .since = to_time(fields["since"]),
                    .before = to_time(fields["before"]),
                    .text = to_utf8(fields["text"]),
                    .by = to_utf8(fields["by"]),
                    .note = to_utf8(fields["note"])};
  for (const py::handle origin : fields["origins"]) filter.origins.push_back(to_origin(to_utf8(origin)));
  for (const py::handle language : fields["languages"]) filter.languages.emplace_back(to_utf8(language));
  return filter;
}

TranslationUnit to_unit(const py::dict& fields) {
  TranslationUnit unit;
  for (const py::handle variant : fields["variants"]) unit.variants.push_back(to_variant(variant));
  unit.context = {.document = to_utf8(fields["document"]),
                  .position = fields["position"].cast<std::optional<std::int64_t>>(),
                  .id = to_utf8(fields["context_id"])};
  unit.origin = {.kind = to_origin(to_utf8(fields["origin"])), .confidence = fields["confidence"].cast<double>()};
  unit.properties = to_properties(fields["properties"]);
  for (const py::handle note : fields["notes"]) unit.notes.push_back(to_utf8(note));
  unit.created = to_time(fields["created"]);
  unit.changed = to_time(fields["changed"]);
  unit.created_by = to_utf8(fields["created_by"]);
  unit.changed_by = to_utf8(fields["changed_by"]);
  return unit;
}

}  // namespace egiz::python
