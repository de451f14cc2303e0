// SPDX-License-Identifier: Apache-2.0
#pragma once

// Memories and units for tests.

#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "tests/support/temporary_folder.h"
#include "tm/memory.h"

namespace egiz::test {

// The folder of a test, and a memory in it.
class MemoryFolder : public TemporaryFolder {
 public:
  std::filesystem::path file(std::string_view name = "memory.egiz") const { return path() / name; }
};

inline TranslationUnit unit_of(std::string_view ru, std::string_view kk, std::string_view en = {}) {
  TranslationUnit unit;
  unit.variants.push_back({Language("ru"), std::string(ru), {}, {}, {}, {}});
  unit.variants.push_back({Language("kk"), std::string(kk), {}, {}, {}, {}});
  if (!en.empty()) unit.variants.push_back({Language("en"), std::string(en), {}, {}, {}, {}});
  return unit;
}

// A unit with something in every field.
inline TranslationUnit rich_unit() {
  TranslationUnit unit = unit_of("Статья 1. Право на труд.", "1-бап. Еңбек ету құқығы.", "Article 1. The right to work.");
  unit.variants[0].previous = "Глава 1";
  unit.variants[0].next = "Статья 2. Отдых.";
  unit.variants[0].codes = {{InlineCode::Kind::opening, 0, "1", "<b>"}, {InlineCode::Kind::closing, 15, "1", "</b>"}};
  unit.variants[1].properties = {{"checked", "yes"}};
  unit.context = {"code.docx", 41, "article-1"};
  unit.origin = {Origin::Kind::aligned, 0.75};
  unit.properties = {{"client", "Ministry"}, {"domain", "law"}, {"domain", "labour"}};
  unit.notes = {"see article 24", "second note"};
  unit.created = std::chrono::sys_seconds(std::chrono::seconds(1'400'000'000));
  unit.changed = std::chrono::sys_seconds(std::chrono::seconds(1'500'000'000));
  unit.created_by = "Айгүл";
  unit.changed_by = "Пётр";
  return unit;
}

}  // namespace egiz::test
