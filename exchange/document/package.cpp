// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/package.h"

#include <string>

#include "base/error.h"
#include "exchange/document/archive.h"
#include "exchange/document/docx.h"
#include "exchange/document/epub.h"
#include "exchange/document/odt.h"
#include "exchange/document/paragraph_builder.h"

namespace egiz::exchange {
namespace {

[[noreturn]] void refuse(const Archive& archive, std::string_view what) {
  throw Error(ErrorCode::unsupported, archive.name() + ": " + std::string(what));
}

}  // namespace

DocumentText read_package(std::string_view bytes, std::string_view name, const DocumentLimits& limits) {
  Archive archive(bytes, name, limits);
  // OpenDocument and EPUB state their type in a file of its own, Office Open XML in [Content_Types].xml.
  const std::string mimetype = archive.read("mimetype").value_or("");
  const std::string_view type = trim_spaces(mimetype);
  if (type.starts_with("application/vnd.oasis.opendocument.text")) return read_odt(archive);
  if (type.starts_with("application/vnd.oasis.opendocument.")) {
    refuse(archive, "an OpenDocument file that is not a text; save it as odt, docx or plain text first");
  }
  if (type == "application/epub+zip" || archive.has("META-INF/container.xml")) return read_epub(archive);
  const std::string types = archive.read("[Content_Types].xml").value_or("");
  // Only the main part tells: a presentation may have a Word document in it, and a Word document a spreadsheet.
  for (const std::string_view main_part : {"wordprocessingml.document.main", "wordprocessingml.template.main",
                                           "ms-word.document.macroEnabled.main", "ms-word.template.macroEnabled"}) {
    if (types.find(main_part) != std::string::npos) return read_docx(archive);
  }
  if (types.find("spreadsheetml") != std::string::npos) {
    refuse(archive, "a spreadsheet, not a document; import it into a memory if it has a table of translations");
  }
  if (types.find("presentationml") != std::string::npos) {
    refuse(archive, "a presentation; save it as PDF or plain text first");
  }
  refuse(archive, "a zip archive, but no docx, odt or epub; unpack it first");
}

}  // namespace egiz::exchange
