// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/egiz_unit.h"

#include <algorithm>
#include <memory>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/handles.h"

using namespace egiz::c;

namespace {

using Time = std::optional<std::chrono::sys_seconds>;

std::int64_t time_out(const Time& time) { return time ? std::int64_t{time->time_since_epoch().count()} : kNoTime; }

egiz::TranslationUnit& unit_in(egiz_unit* unit) {
  require(unit, "unit");
  return *unit->unit;
}

const egiz::TranslationUnit& unit_in(const egiz_unit* unit) {
  require(unit, "unit");
  return *unit->unit;
}

// The variant of exactly this language, or nullptr.
egiz::Variant* variant_of(egiz::TranslationUnit& unit, const egiz::Language& language) {
  const auto found = std::ranges::find(unit.variants, language, &egiz::Variant::language);
  return found == unit.variants.end() ? nullptr : &*found;
}

egiz::Variant& variant_in(egiz_unit* unit, const char* language) {
  if (egiz::Variant* variant = variant_of(unit_in(unit), language_in(language, "language"))) return *variant;
  throw egiz::Error(egiz::ErrorCode::not_found,
                    "the unit says nothing in " + std::string(language) + "; give its text first");
}

// A view that came in: empty when its data is NULL.  Throws Error{parse} when it is not UTF-8.
std::string_view view_in(egiz_view text, const char* name) {
  return text.data ? text_in(text.data, text.size, name) : std::string_view();
}

egiz_origin origin_out(egiz::Origin::Kind kind) {
  switch (kind) {
    case egiz::Origin::Kind::human:
      return EGIZ_ORIGIN_HUMAN;
    case egiz::Origin::Kind::aligned:
      return EGIZ_ORIGIN_ALIGNED;
    case egiz::Origin::Kind::reviewed:
      return EGIZ_ORIGIN_REVIEWED;
    case egiz::Origin::Kind::machine:
      return EGIZ_ORIGIN_MACHINE;
    case egiz::Origin::Kind::imported:
      return EGIZ_ORIGIN_IMPORTED;
  }
  return EGIZ_ORIGIN_HUMAN;
}

egiz::InlineCode::Kind code_kind_in(egiz_code_kind kind) {
  switch (kind) {
    case EGIZ_CODE_OPENING:
      return egiz::InlineCode::Kind::opening;
    case EGIZ_CODE_CLOSING:
      return egiz::InlineCode::Kind::closing;
    case EGIZ_CODE_STANDALONE:
      return egiz::InlineCode::Kind::standalone;
  }
  throw egiz::Error(egiz::ErrorCode::invalid_argument, "kind is none of EGIZ_CODE_...");
}

egiz_code_kind code_kind_out(egiz::InlineCode::Kind kind) {
  switch (kind) {
    case egiz::InlineCode::Kind::opening:
      return EGIZ_CODE_OPENING;
    case egiz::InlineCode::Kind::closing:
      return EGIZ_CODE_CLOSING;
    case egiz::InlineCode::Kind::standalone:
      return EGIZ_CODE_STANDALONE;
  }
  return EGIZ_CODE_STANDALONE;
}

// Throws Error{invalid_argument} when no code can stand there.
void require_code_offset(const egiz::Variant& variant, std::size_t offset) {
  const bool is_inside = offset < variant.text.size() && egiz::is_utf8_continuation(variant.text[offset]);
  const std::size_t least = variant.codes.empty() ? 0 : variant.codes.back().offset;
  if (offset <= variant.text.size() && !is_inside && offset >= least) return;
  throw egiz::Error(egiz::ErrorCode::invalid_argument,
                    "offset is " + std::to_string(offset) +
                        "; wanted is the beginning of a character of the text, or its "
                        "end, and not before the last code");
}

std::unique_ptr<egiz_unit> make_unit(egiz::TranslationUnit unit) {
  return std::make_unique<egiz_unit>(egiz_unit{std::make_shared<egiz::TranslationUnit>(std::move(unit))});
}

}  // namespace

egiz_status egiz_unit_create(egiz_unit** out) {
  return create(out, [] { return make_unit({}); });
}

egiz_status egiz_unit_copy(egiz_unit** out, const egiz_unit* unit) {
  return create(out, [&] { return make_unit(unit_in(unit)); });
}

void egiz_unit_free(egiz_unit* unit) { delete unit; }

egiz_status egiz_unit_set_text(egiz_unit* unit, const char* language, const char* text, size_t size) {
  return call([&] {
    egiz::TranslationUnit& changed = unit_in(unit);
    egiz::Variant variant{.language = language_in(language, "language"),
                          .text = std::string(text_in(text, size, "text"))};
    if (egiz::Variant* there = variant_of(changed, variant.language)) {
      *there = std::move(variant);
    } else {
      changed.variants.push_back(std::move(variant));
    }
  });
}

egiz_status egiz_unit_set_neighbours(egiz_unit* unit, const char* language, const char* previous, const char* next) {
  return call([&] {
    egiz::Variant& variant = variant_in(unit, language);
    std::string before = optional_text_in(previous, "previous");
    variant.next = optional_text_in(next, "next");
    variant.previous = std::move(before);
  });
}

egiz_status egiz_unit_add_code(egiz_unit* unit, const char* language, const egiz_code* code) {
  return call([&] {
    egiz::Variant& variant = variant_in(unit, language);
    require(code, "code");
    const auto given = options_in(code, egiz_code EGIZ_CODE_INIT);
    require_code_offset(variant, given.offset);
    variant.codes.push_back({.kind = code_kind_in(given.kind),
                             .offset = given.offset,
                             .id = std::string(view_in(given.id, "id")),
                             .original = std::string(view_in(given.original, "original"))});
  });
}

egiz_status egiz_unit_set_origin(egiz_unit* unit, egiz_origin origin, double confidence) {
  return call([&] {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw egiz::Error(egiz::ErrorCode::invalid_argument,
                        "confidence is " + std::to_string(confidence) + ", not 0 to 1");
    }
    unit_in(unit).origin = {.kind = origin_in(origin), .confidence = confidence};
  });
}

egiz_status egiz_unit_set_document(egiz_unit* unit, const char* document, int64_t position) {
  return call([&] {
    egiz::Context& context = unit_in(unit).context;
    context.document = optional_text_in(document, "document");
    context.position = position < 0 ? std::nullopt : std::optional(position);
  });
}

egiz_status egiz_unit_add_property(egiz_unit* unit, const char* name, const char* value) {
  return call([&] {
    unit_in(unit).properties.emplace(text_in(name, EGIZ_NUL_TERMINATED, "name"),
                                     text_in(value, EGIZ_NUL_TERMINATED, "value"));
  });
}

egiz_status egiz_unit_add_note(egiz_unit* unit, const char* note) {
  return call([&] { unit_in(unit).notes.emplace_back(text_in(note, EGIZ_NUL_TERMINATED, "note")); });
}

egiz_status egiz_unit_set_created(egiz_unit* unit, int64_t time, const char* by) {
  return call([&] {
    unit_in(unit).created_by = optional_text_in(by, "by");
    unit_in(unit).created = time_in(time);
  });
}

egiz_status egiz_unit_set_changed(egiz_unit* unit, int64_t time, const char* by) {
  return call([&] {
    unit_in(unit).changed_by = optional_text_in(by, "by");
    unit_in(unit).changed = time_in(time);
  });
}

egiz_status egiz_unit_get(egiz_unit_info* out, const egiz_unit* unit) {
  return call([&] {
    const egiz::TranslationUnit& given = unit_in(unit);
    struct_out(out, egiz_unit_info{.struct_size = sizeof(egiz_unit_info),
                                   .origin = origin_out(given.origin.kind),
                                   .confidence = given.origin.confidence,
                                   .document = view(given.context.document),
                                   .position = given.context.position.value_or(-1),
                                   .created = time_out(given.created),
                                   .changed = time_out(given.changed),
                                   .created_by = view(given.created_by),
                                   .changed_by = view(given.changed_by),
                                   .variant_count = given.variants.size(),
                                   .property_count = given.properties.size(),
                                   .note_count = given.notes.size()});
  });
}

egiz_status egiz_unit_variant(egiz_variant* out, const egiz_unit* unit, size_t index) {
  return call([&] {
    const egiz::TranslationUnit& given = unit_in(unit);
    require_index(index, given.variants.size());
    const egiz::Variant& variant = given.variants[index];
    struct_out(out, egiz_variant{sizeof(egiz_variant), view(variant.language.tag()), view(variant.text),
                                 view(variant.previous), view(variant.next)});
  });
}

size_t egiz_unit_code_count(const egiz_unit* unit, size_t variant) {
  return unit && variant < unit->unit->variants.size() ? unit->unit->variants[variant].codes.size() : 0;
}

egiz_status egiz_unit_code(egiz_code* out, const egiz_unit* unit, size_t variant, size_t index) {
  return call([&] {
    const egiz::TranslationUnit& given = unit_in(unit);
    require_index(variant, given.variants.size());
    const std::vector<egiz::InlineCode>& codes = given.variants[variant].codes;
    require_index(index, codes.size());
    const egiz::InlineCode& code = codes[index];
    struct_out(out,
               egiz_code{sizeof(egiz_code), code_kind_out(code.kind), code.offset, view(code.id), view(code.original)});
  });
}

egiz_status egiz_unit_property(egiz_property* out, const egiz_unit* unit, size_t index) {
  return call([&] {
    const egiz::TranslationUnit& given = unit_in(unit);
    require_index(index, given.properties.size());
    const auto property = std::next(given.properties.begin(), static_cast<std::ptrdiff_t>(index));
    struct_out(out, egiz_property{sizeof(egiz_property), view(property->first), view(property->second)});
  });
}

egiz_view egiz_unit_note(const egiz_unit* unit, size_t index) {
  return unit && index < unit->unit->notes.size() ? view(unit->unit->notes[index]) : egiz_view{};
}

egiz_view egiz_unit_text(const egiz_unit* unit, const char* language) {
  egiz_view text{};
  call([&] {
    const egiz::Variant* variant = unit_in(unit).find(language_in(language, "language"));
    if (variant) text = view(variant->text);
  });
  return text;
}

egiz_status egiz_unit_json(char** out, const egiz_unit* unit) {
  return call([&] { string_out(out, egiz::unit_json(unit_in(unit))); });
}
