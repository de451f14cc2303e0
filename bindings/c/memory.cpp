// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/egiz_memory.h"

#include <memory>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/formats.h"
#include "bindings/c/detail/handles.h"

using namespace egiz::c;

struct egiz_stats {
  std::vector<egiz::Memory::LanguageCount> languages;
};

namespace {

egiz::Memory open_memory(const std::filesystem::path& file, egiz_open_mode mode) {
  switch (mode) {
    case EGIZ_READ_ONLY:
      return egiz::Memory::open(file, egiz::OpenMode::read_only);
    case EGIZ_READ_WRITE:
      return egiz::Memory::open(file);
    case EGIZ_OPEN_OR_CREATE:
      return egiz::open_or_create_memory(file);
    case EGIZ_CREATE:
      return egiz::Memory::create(file);
  }
  throw egiz::Error(egiz::ErrorCode::invalid_argument, "mode is none of egiz_open_mode");
}

egiz::Memory& memory_in(egiz_memory* memory) {
  require(memory, "memory");
  return memory->memory;
}

const egiz::Memory& memory_in(const egiz_memory* memory) {
  require(memory, "memory");
  return memory->memory;
}

const egiz::TranslationUnit& unit_in(const egiz_unit* unit) {
  require(unit, "unit");
  return *unit->unit;
}

}  // namespace

egiz_status egiz_memory_open(egiz_memory** out, const char* file, egiz_open_mode mode) {
  return create(out,
                [&] { return std::make_unique<egiz_memory>(egiz_memory{open_memory(path_in(file, "file"), mode)}); });
}

void egiz_memory_free(egiz_memory* memory) { delete memory; }

egiz_status egiz_memory_add(int64_t* id, egiz_memory* memory, const egiz_unit* unit) {
  return call([&] {
    const egiz::UnitId added = memory_in(memory).add(unit_in(unit));
    if (id) *id = added.value;
  });
}

egiz_status egiz_memory_get(egiz_unit** out, const egiz_memory* memory, int64_t id) {
  return create(out, [&]() -> std::unique_ptr<egiz_unit> {
    std::optional<egiz::TranslationUnit> unit = memory_in(memory).get(egiz::UnitId{id});
    if (!unit) return nullptr;
    return std::make_unique<egiz_unit>(egiz_unit{std::make_shared<egiz::TranslationUnit>(*std::move(unit))});
  });
}

egiz_status egiz_memory_update(egiz_memory* memory, int64_t id, const egiz_unit* unit) {
  return call([&] { memory_in(memory).update(egiz::UnitId{id}, unit_in(unit)); });
}

egiz_status egiz_memory_remove(egiz_memory* memory, int64_t id) {
  return call([&] { memory_in(memory).remove(egiz::UnitId{id}); });
}

egiz_status egiz_memory_for_each(const egiz_memory* memory, egiz_visit visit, void* user_data) {
  return call([&] {
    if (!visit) throw egiz::Error(egiz::ErrorCode::invalid_argument, "visit is NULL");
    memory_in(memory).for_each([&](egiz::UnitId id, const egiz::TranslationUnit& unit) {
      const egiz_unit lent{std::make_shared<egiz::TranslationUnit>(unit)};
      return visit(id.value, &lent, user_data) == 0;
    });
  });
}

egiz_status egiz_memory_export(egiz_export_counts* out, const egiz_memory* memory, const char* file,
                               const egiz_export_options* options, egiz_progress progress, void* user_data) {
  return call([&] {
    const auto given = options_in(options, egiz_export_options EGIZ_EXPORT_OPTIONS_INIT);
    const std::filesystem::path path = path_in(file, "file");
    const egiz::UnitWriteOptions write{.languages = languages_in(given.languages, given.language_count),
                                       .overwrite = given.overwrite != 0};
    if (out)
      struct_out(out, egiz_export_counts EGIZ_EXPORT_COUNTS_INIT);  // a wrong struct_size is told before the work
    const egiz::ExportResult result = egiz::export_memory(memory_in(memory), path, unit_format_in(given.format, path),
                                                          write, progress_in(progress, user_data));
    if (out) struct_out(out, egiz_export_counts{sizeof(egiz_export_counts), result.written, result.left_out.total()});
  });
}

egiz_status egiz_memory_size(size_t* out, const egiz_memory* memory) {
  return call([&] {
    require(out, "out");
    *out = memory_in(memory).size();
  });
}

egiz_status egiz_memory_stats(egiz_stats** out, const egiz_memory* memory) {
  return create(out, [&] { return std::make_unique<egiz_stats>(egiz_stats{memory_in(memory).languages()}); });
}

void egiz_stats_free(egiz_stats* stats) { delete stats; }

size_t egiz_stats_count(const egiz_stats* stats) { return stats ? stats->languages.size() : 0; }

egiz_status egiz_stats_get(egiz_language_count* out, const egiz_stats* stats, size_t index) {
  return call([&] {
    require(stats, "stats");
    require_index(index, stats->languages.size());
    const egiz::Memory::LanguageCount& count = stats->languages[index];
    struct_out(out, egiz_language_count{sizeof(egiz_language_count), view(count.language.tag()), count.units,
                                        count.characters});
  });
}

egiz_status egiz_memory_stats_json(char** out, const egiz_memory* memory) {
  return call([&] { string_out(out, egiz::stats_json(memory_in(memory))); });
}
