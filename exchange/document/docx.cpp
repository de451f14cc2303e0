// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/docx.h"

#include <string>
#include <utility>
#include <vector>

#include "exchange/document/docx_body.h"
#include "exchange/document/relationships.h"

namespace egiz::exchange {
namespace {

void parse_part(Archive& archive, const std::string& part, const std::string& xml, MarkupHandler& handler) {
  parse_xml(xml, archive.name() + "/" + part, handler);
}

DocxNotes read_notes(Archive& archive, const std::string& part, DocxContext& context) {
  const auto xml = part.empty() ? std::nullopt : archive.read(part);
  if (!xml) return {};
  DocxBody body(context);
  parse_part(archive, part, *xml, body);
  return std::move(body.notes());
}

}  // namespace

DocumentText read_docx(Archive& archive) {
  std::string main_part = target_of(relationships_of(archive, ""), "officeDocument");
  if (main_part.empty()) main_part = "word/document.xml";
  const std::string xml = archive.read_required(main_part);
  const std::vector<Relationship> relationships = relationships_of(archive, main_part);

  DocxContext context{.name = archive.name(), .limits = archive.limits()};
  const std::string styles_part = target_of(relationships, "styles");
  if (const auto styles = styles_part.empty() ? std::nullopt : archive.read(styles_part)) {
    context.styles = DocxStyles(*styles, archive.name() + "/" + styles_part);
  }
  context.footnotes = read_notes(archive, target_of(relationships, "footnotes"), context);
  context.endnotes = read_notes(archive, target_of(relationships, "endnotes"), context);
  for (const Relationship& relationship : relationships) {
    if (relationship.type == "header" || relationship.type == "footer") context.left_out.add("headers and footers");
  }

  DocxBody body(context);
  parse_part(archive, main_part, xml, body);
  return {.format = "docx",
          .paragraphs = body.take(),
          .language = context.languages.winner(),
          .findings = context.left_out.findings(archive.name())};
}

}  // namespace egiz::exchange
