// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx/xlsx_reader.h"

#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/document/archive.h"
#include "exchange/document/markup.h"
#include "exchange/document/relationships.h"
#include "exchange/table/row_reader.h"
#include "exchange/table/sheet_table.h"
#include "exchange/xlsx/shared_strings.h"
#include "exchange/xlsx/sheet.h"

namespace egiz::exchange {
namespace {

struct SheetEntry {
  std::string name;
  std::string relationship;
  bool is_hidden = false;
};

class WorkbookHandler final : public MarkupHandler {
 public:
  void start(const MarkupElement& element) override {
    if (element.name != "sheet") return;
    sheets.push_back({std::string(element.attribute("name")), std::string(element.attribute("id")),
                      element.attribute("state").ends_with("idden")});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<SheetEntry> sheets;
};

[[noreturn]] void refuse_other(const Archive& archive, bool is_office) {
  throw Error(
      ErrorCode::unsupported,
      archive.name() + (is_office ? ": a document, not a file of units; align it with its translation (egiz add)"
                                  : ": an archive, but no file of units; unpack it first"));
}

std::string workbook_of(Archive& archive) {
  std::string main_part = target_of(relationships_of(archive, ""), "officeDocument");
  const std::string types = archive.read("[Content_Types].xml").value_or("");
  if (types.find("spreadsheetml.sheet.main") == std::string::npos &&
      types.find("ms-excel.sheet.macroEnabled.main") == std::string::npos &&
      types.find("spreadsheetml.template.main") == std::string::npos) {
    refuse_other(archive, !types.empty());
  }
  return main_part.empty() ? "xl/workbook.xml" : main_part;
}

std::vector<SheetEntry> sheets_of(Archive& archive, const std::string& workbook) {
  WorkbookHandler handler;
  parse_xml(archive.read_required(workbook), archive.name() + "/" + workbook, handler);
  return std::move(handler.sheets);
}

SharedStrings strings_of(Archive& archive, const std::vector<Relationship>& relationships) {
  const std::string part = target_of(relationships, "sharedStrings");
  auto source = part.empty() ? nullptr : archive.open(part);
  return source ? SharedStrings(std::move(source), archive.name() + "/" + part) : SharedStrings();
}

// Empty for a sheet of charts or macros.
std::string part_of(const SheetEntry& sheet, const std::vector<Relationship>& relationships) {
  for (const Relationship& relationship : relationships) {
    if (relationship.id == sheet.relationship && relationship.type == "worksheet") return relationship.target;
  }
  return {};
}

class WorkbookReader {
 public:
  WorkbookReader(Archive& archive, const UnitSink& sink, const UnitReadOptions& options)
      : archive_(archive), options_(options), sink_(sink), rows_(sink_, options) {}

  ReadReport read() {
    const std::string workbook = workbook_of(archive_);
    const std::vector<Relationship> relationships = relationships_of(archive_, workbook);
    const SharedStrings strings = strings_of(archive_, relationships);
    for (const SheetEntry& sheet : sheets_of(archive_, workbook)) {
      const std::string part = part_of(sheet, relationships);
      if (part.empty()) continue;
      if (sheet.is_hidden) {
        rows_.reporter().add(place_of(sheet), "a hidden sheet; left out");
      } else if (!read_sheet_of(sheet, part, strings)) {
        return rows_.reporter().take();
      }
    }
    if (!has_table_) {
      throw Error(ErrorCode::parse, archive_.name() +
                                        ": no sheet has columns in two languages; name the languages "
                                        "(ru, kk, en) in its first row");
    }
    return rows_.reporter().take();
  }

 private:
  // False when the sink has enough.
  bool read_sheet_of(const SheetEntry& sheet, const std::string& part, const SharedStrings& strings) {
    auto source = archive_.open(part);
    if (!source) throw Error(ErrorCode::parse, archive_.name() + ": \"" + part + "\" is missing in the archive");
    SheetTable table(rows_, options_, place_of(sheet));
    bool wants_more = true;
    const auto take = [&](std::size_t number, std::vector<std::string>& cells) {
      wants_more = table.take(number, cells);
      return wants_more;
    };
    const std::size_t left_out = read_sheet(std::move(source), archive_.name() + "/" + part, strings, take);
    if (left_out > 0) {
      rows_.reporter().add(place_of(sheet), "cells right of column 256 left out: " + std::to_string(left_out));
    }
    wants_more = wants_more && table.finish();
    has_table_ = has_table_ || table.is_table();
    return wants_more;
  }

  std::string place_of(const SheetEntry& sheet) const { return archive_.name() + "/" + sheet.name; }

  Archive& archive_;
  const UnitReadOptions& options_;
  const UnitSink& sink_;
  RowReader rows_;
  bool has_table_ = false;
};

}  // namespace

ReadReport read_xlsx(std::string_view bytes, const std::string& name, const UnitSink& sink,
                     const UnitReadOptions& options) {
  Archive archive(bytes, name, options.limits);
  return WorkbookReader(archive, sink, options).read();
}

}  // namespace egiz::exchange
