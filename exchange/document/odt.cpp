// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/odt.h"

#include <string>
#include <utility>

#include "base/error.h"
#include "exchange/document/odt_body.h"

namespace egiz::exchange {
namespace {

// styles.xml, of which headers and footers are a part.
class StylesHandler final : public MarkupHandler {
 public:
  void start(const MarkupElement& element) override {
    styles.add(element);
    if (element.name == "header" || element.name == "footer") left_out.add("headers and footers");
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  OdtStyles styles;
  LeftOut left_out;
};

class ManifestHandler final : public MarkupHandler {
 public:
  void start(const MarkupElement& element) override {
    if (element.name == "encryption-data") is_encrypted = true;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  bool is_encrypted = false;
};

void refuse_encrypted(Archive& archive) {
  const auto manifest = archive.read("META-INF/manifest.xml");
  if (!manifest) return;
  ManifestHandler handler;
  parse_xml(*manifest, archive.name() + "/META-INF/manifest.xml", handler);
  if (handler.is_encrypted) {
    throw Error(ErrorCode::unsupported, archive.name() + ": protected by a password; save the file without one");
  }
}

DocumentText document_of(OdtBody& body, std::string_view name) {
  DocumentText document{.format = "odt", .paragraphs = body.take(), .language = body.languages().winner()};
  document.findings = body.left_out().findings(name);
  return document;
}

}  // namespace

DocumentText read_odt(Archive& archive) {
  refuse_encrypted(archive);
  StylesHandler styles;
  if (const auto xml = archive.read("styles.xml")) parse_xml(*xml, archive.name() + "/styles.xml", styles);
  OdtBody body(archive.name(), archive.limits(), std::move(styles.styles));
  const std::string content = archive.read_required("content.xml");
  parse_xml(content, archive.name() + "/content.xml", body);
  DocumentText document = document_of(body, archive.name());
  for (Finding& finding : styles.left_out.findings(archive.name())) document.findings.push_back(std::move(finding));
  return document;
}

DocumentText read_flat_odt(std::string_view xml, std::string_view name, const DocumentLimits& limits) {
  OdtBody body(name, limits, {});
  parse_xml(xml, name, body);
  return document_of(body, name);
}

}  // namespace egiz::exchange
