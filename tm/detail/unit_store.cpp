// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/unit_store.h"

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/packed_variants.h"

namespace egiz::detail {
namespace {

namespace sql = embedded::sql;

constexpr std::int64_t kUnitItself = -1;   // property.variant
constexpr std::size_t kMaxNames = 10'000;  // kept in memory; more are looked up again

std::int64_t details_of(const TranslationUnit& unit) {
  std::int64_t details = unit.properties.empty() ? 0 : kHasProperties;
  if (!unit.notes.empty()) details |= kHasNotes;
  for (const Variant& variant : unit.variants) {
    if (!variant.properties.empty()) details |= kHasProperties;
    if (!variant.codes.empty()) details |= kHasCodes;
    if (!variant.previous.empty() || !variant.next.empty()) details |= kHasNeighbours;
  }
  return details;
}

std::optional<std::int64_t> seconds(const std::optional<std::chrono::sys_seconds>& time) {
  if (!time) return std::nullopt;
  return time->time_since_epoch().count();
}

std::optional<std::chrono::sys_seconds> time_of(const std::optional<std::int64_t>& seconds_since_1970) {
  if (!seconds_since_1970) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(*seconds_since_1970));
}

}  // namespace

std::optional<TranslationUnit> UnitStore::get(std::int64_t id) {
  auto stored = read(id);
  if (!stored) return std::nullopt;
  if (unit_checksum(stored->unit) != stored->hashes.checksum) fail_damaged(id);
  return std::move(stored->unit);
}

std::optional<UnitStore::Stored> UnitStore::read(std::int64_t id) {
  Rows row(connection_.statement(sql::get_unit_sql).with(id));
  if (!row.next()) return std::nullopt;
  Stored stored;
  TranslationUnit& unit = stored.unit;
  const std::int64_t details = row->integer(3);
  stored.hashes = {static_cast<std::uint64_t>(row->integer(1)), static_cast<std::uint64_t>(row->integer(2))};
  unit.origin = {static_cast<Origin::Kind>(row->integer(4)), row->real(5)};
  if (!row->is_null(6)) unit.context.document = name(row->integer(6));
  unit.context.position = row->optional_integer(7);
  unit.context.id = row->text(8);
  unit.created = time_of(row->optional_integer(9));
  unit.changed = time_of(row->optional_integer(10));
  if (!row->is_null(11)) unit.created_by = name(row->integer(11));
  if (!row->is_null(12)) unit.changed_by = name(row->integer(12));
  read_variants(id, row->text(13), unit);
  if (details != 0) read_details(id, details, unit);
  return stored;
}

void UnitStore::read_variants(std::int64_t id, std::string_view packed, TranslationUnit& unit) {
  PackedVariants variants(packed);
  while (variants.next()) {
    Variant& variant = unit.variants.emplace_back();
    variant.language = language(variants.language());
    variant.text = variants.text();
  }
  if (!variants.is_whole()) fail_damaged(id);
}

void UnitStore::read_details(std::int64_t id, std::int64_t details, TranslationUnit& unit) {
  const auto variant_at = [&](std::int64_t position) -> Variant& {
    if (position < 0 || static_cast<std::size_t>(position) >= unit.variants.size()) fail_damaged(id);
    return unit.variants[static_cast<std::size_t>(position)];
  };
  if ((details & kHasProperties) != 0) {
    Rows rows(connection_.statement(sql::get_properties_sql).with(id));
    while (rows.next()) {
      const std::int64_t variant = rows->integer(0);
      Properties& properties = variant == kUnitItself ? unit.properties : variant_at(variant).properties;
      properties.emplace(name(rows->integer(1)), rows->text(2));
    }
  }
  if ((details & kHasNotes) != 0) {
    Rows rows(connection_.statement(sql::get_notes_sql).with(id));
    while (rows.next()) unit.notes.emplace_back(rows->text(0));
  }
  if ((details & kHasCodes) != 0) {
    Rows rows(connection_.statement(sql::get_codes_sql).with(id));
    while (rows.next()) {
      InlineCode& code = variant_at(rows->integer(0)).codes.emplace_back();
      code.kind = static_cast<InlineCode::Kind>(rows->integer(1));
      code.offset = static_cast<std::size_t>(rows->integer(2));
      code.id = rows->text(3);
      code.original = rows->text(4);
    }
  }
  if ((details & kHasNeighbours) != 0) {
    Rows rows(connection_.statement(sql::get_neighbours_sql).with(id));
    while (rows.next()) {
      Variant& variant = variant_at(rows->integer(0));
      variant.previous = rows->text(1);
      variant.next = rows->text(2);
    }
  }
}

std::vector<std::int64_t> UnitStore::with_identity(std::uint64_t identity) {
  std::vector<std::int64_t> ids;
  Rows rows(connection_.statement(sql::find_identity_sql).with(static_cast<std::int64_t>(identity)));
  while (rows.next()) ids.push_back(rows->integer(0));
  return ids;
}

void UnitStore::insert_identity(std::uint64_t identity, std::int64_t id) {
  connection_.statement(sql::insert_identity_sql).with(static_cast<std::int64_t>(identity), id).run();
}

void UnitStore::insert(std::int64_t id, const TranslationUnit& unit, const UnitHashes& hashes) {
  const std::int64_t details = details_of(unit);
  packed_.clear();
  for (const Variant& variant : unit.variants) append_variant(packed_, language_id(variant.language), variant.text);
  connection_.statement(sql::insert_unit_sql)
      .with(id, static_cast<std::int64_t>(hashes.identity), static_cast<std::int64_t>(hashes.checksum), details,
            static_cast<std::int64_t>(unit.origin.kind), unit.origin.confidence,
            optional_name_id(unit.context.document), unit.context.position, unit.context.id, seconds(unit.created),
            seconds(unit.changed), optional_name_id(unit.created_by), optional_name_id(unit.changed_by), Blob{packed_})
      .run();
  if (details != 0) insert_details(id, details, unit);
}

void UnitStore::insert_details(std::int64_t id, std::int64_t details, const TranslationUnit& unit) {
  if ((details & kHasProperties) != 0) insert_properties(id, kUnitItself, unit.properties);
  for (std::size_t i = 0; i < unit.notes.size(); ++i) {
    connection_.statement(sql::insert_note_sql).with(id, static_cast<std::int64_t>(i), unit.notes[i]).run();
  }
  for (std::size_t i = 0; i < unit.variants.size(); ++i) {
    const Variant& variant = unit.variants[i];
    const auto position = static_cast<std::int64_t>(i);
    insert_properties(id, position, variant.properties);
    for (std::size_t c = 0; c < variant.codes.size(); ++c) {
      const InlineCode& code = variant.codes[c];
      connection_.statement(sql::insert_code_sql)
          .with(id, position, static_cast<std::int64_t>(c), static_cast<std::int64_t>(code.kind),
                static_cast<std::int64_t>(code.offset), code.id, code.original)
          .run();
    }
    if (!variant.previous.empty() || !variant.next.empty()) {
      connection_.statement(sql::insert_neighbour_sql).with(id, position, variant.previous, variant.next).run();
    }
  }
}

void UnitStore::insert_properties(std::int64_t id, std::int64_t variant, const Properties& properties) {
  std::int64_t position = 0;
  for (const auto& [property, value] : properties) {
    connection_.statement(sql::insert_property_sql).with(id, variant, position++, name_id(property), value).run();
  }
}

void UnitStore::erase(std::int64_t id) {
  for (const std::string_view statement : {sql::delete_identity_sql, sql::delete_unit_sql, sql::delete_property_sql,
                                           sql::delete_note_sql, sql::delete_code_sql, sql::delete_neighbour_sql}) {
    connection_.statement(statement).with(id).run();
  }
}

void UnitStore::add_occurrence(std::int64_t id, std::uint64_t place) {
  connection_.statement(sql::insert_occurrence_sql).with(id, static_cast<std::int64_t>(place)).run();
}

bool UnitStore::has_occurrence(std::int64_t id, std::uint64_t place) {
  Rows row(connection_.statement(sql::find_occurrence_sql).with(id, static_cast<std::int64_t>(place)));
  return row.next();
}

std::int64_t UnitStore::counter(std::string_view name) {
  Rows row(connection_.statement(sql::counter_sql).with(name));
  return row.next() ? row->integer(0) : 0;
}

void UnitStore::set_counter(std::string_view name, std::int64_t value) {
  connection_.statement(sql::set_counter_sql).with(name, value).run();
}

std::int64_t UnitStore::language_id(const Language& language) {
  const auto known = language_ids_.find(language.tag());
  if (known != language_ids_.end()) return known->second;
  {
    Rows row(connection_.statement(sql::find_language_sql).with(language.tag()));
    if (row.next()) return language_ids_.emplace(language.tag(), row->integer(0)).first->second;
  }
  connection_.statement(sql::insert_language_sql).with(language.tag()).run();
  const std::int64_t id = sqlite3_last_insert_rowid(connection_.handle());
  return language_ids_.emplace(language.tag(), id).first->second;
}

const Language& UnitStore::language(std::int64_t id) {
  const auto known = languages_.find(id);
  if (known != languages_.end()) return known->second;
  Rows row(connection_.statement(sql::get_language_sql).with(id));
  if (!row.next()) {
    throw Error(ErrorCode::parse, connection_.file().string() + ": language " + std::to_string(id) +
                                      " is missing; the memory is damaged, restore it from a backup");
  }
  try {
    return languages_.emplace(id, Language(row->text(0))).first->second;
  } catch (const Error& error) {
    throw Error(ErrorCode::parse, connection_.file().string() + ": " + error.what() +
                                      "; the memory is damaged, restore it from a backup");
  }
}

std::int64_t UnitStore::name_id(const std::string& text) {
  const auto known = name_ids_.find(text);
  if (known != name_ids_.end()) return known->second;
  if (name_ids_.size() >= kMaxNames) name_ids_.clear();
  {
    Rows row(connection_.statement(sql::find_name_sql).with(text));
    if (row.next()) return name_ids_.emplace(text, row->integer(0)).first->second;
  }
  connection_.statement(sql::insert_name_sql).with(text).run();
  return name_ids_.emplace(text, sqlite3_last_insert_rowid(connection_.handle())).first->second;
}

std::optional<std::int64_t> UnitStore::optional_name_id(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return name_id(text);
}

const std::string& UnitStore::name(std::int64_t id) {
  const auto known = names_.find(id);
  if (known != names_.end()) return known->second;
  if (names_.size() >= kMaxNames) names_.clear();
  Rows row(connection_.statement(sql::get_name_sql).with(id));
  if (!row.next()) {
    throw Error(ErrorCode::parse, connection_.file().string() + ": name " + std::to_string(id) +
                                      " is missing; the memory is damaged, restore it from a backup");
  }
  return names_.emplace(id, row->text(0)).first->second;
}

void UnitStore::fail_damaged(std::int64_t id) const {
  throw Error(ErrorCode::parse, connection_.file().string() + ": unit " + std::to_string(id) +
                                    " is not what was stored; the memory is damaged, restore it from a backup");
}

}  // namespace egiz::detail
