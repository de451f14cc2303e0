// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/html.h"

#include <string>
#include <utility>

#include "exchange/document/html_body.h"

namespace egiz::exchange {

DocumentText read_html(std::string_view bytes, std::string_view name, const DocumentLimits& limits) {
  DecodedText decoded = decode_html(bytes, name);
  HtmlBody body(name, limits);
  parse_html(decoded.text, name, limits, body);
  DocumentText document{.format = "html", .paragraphs = body.take(), .language = body.languages().winner()};
  document.findings = body.left_out().findings(name);
  for (std::string& note : decoded.notes) document.findings.push_back({std::string(name), std::move(note)});
  return document;
}

}  // namespace egiz::exchange
