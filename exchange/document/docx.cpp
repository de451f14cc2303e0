// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/docx.h"

#include <string>
#include <utility>
#include <vector>

#include "exchange/document/docx_body.h"

namespace egiz::exchange {
namespace {

// Open Packaging Conventions: a part names the parts it needs in _rels/NAME.rels beside it, by the ends of URIs
// that differ between the transitional and the strict flavour.
struct Relationship {
  std::string type;
  std::string target;  // path in the archive
};

class RelationshipHandler final : public MarkupHandler {
 public:
  explicit RelationshipHandler(std::string_view part) : part_(part) {}

  void start(const MarkupElement& element) override {
    if (element.name != "Relationship" || element.attribute("TargetMode") == "External") return;
    std::string_view type = element.attribute("Type");
    type.remove_prefix(type.rfind('/') + 1);
    relationships.push_back({std::string(type), resolve_archive_path(part_, element.attribute("Target"))});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<Relationship> relationships;

 private:
  std::string_view part_;
};

std::vector<Relationship> relationships_of(Archive& archive, const std::string& part) {
  const std::size_t slash = part.rfind('/') + 1;  // 0 when there is none
  const std::string file = part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
  const auto xml = archive.read(file);
  if (!xml) return {};
  RelationshipHandler handler(part);
  parse_xml(*xml, archive.name() + "/" + file, handler);
  return std::move(handler.relationships);
}

std::string target_of(const std::vector<Relationship>& relationships, std::string_view type) {
  for (const Relationship& relationship : relationships) {
    if (relationship.type == type) return relationship.target;
  }
  return {};
}

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
