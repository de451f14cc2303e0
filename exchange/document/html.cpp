// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/html.h"

#include "exchange/document/html_body.h"

namespace egiz::exchange {

DocumentText read_html(std::string_view bytes, std::string_view name, const DocumentLimits& limits) {
  const std::string text = decode_html(bytes, name);
  HtmlBody body(name, limits);
  parse_html(text, name, limits, body);
  DocumentText document{.format = "html", .paragraphs = body.take(), .language = body.languages().winner()};
  document.findings = body.left_out().findings(name);
  return document;
}

}  // namespace egiz::exchange
