// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/relationships.h"

#include <utility>

#include "exchange/document/markup.h"

namespace egiz::exchange {
namespace {

class RelationshipHandler final : public MarkupHandler {
 public:
  explicit RelationshipHandler(std::string_view part) : part_(part) {}

  void start(const MarkupElement& element) override {
    if (element.name != "Relationship" || element.attribute("TargetMode") == "External") return;
    std::string_view type = element.attribute("Type");
    type.remove_prefix(type.rfind('/') + 1);
    relationships.push_back({std::string(element.attribute("Id")), std::string(type),
                             resolve_archive_path(part_, element.attribute("Target"))});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<Relationship> relationships;

 private:
  std::string_view part_;
};

}  // namespace

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

}  // namespace egiz::exchange
