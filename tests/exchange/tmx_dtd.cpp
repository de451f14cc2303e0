// SPDX-License-Identifier: Apache-2.0
#include "tests/exchange/tmx_dtd.h"

#include <libxml/parser.h>
#include <libxml/valid.h>

#include <cstdarg>
#include <cstdio>
#include <memory>

namespace egiz::exchange_test {
namespace {

void keep_fault(void* faults, const char* format, ...) {
  char buffer[512];
  std::va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(buffer, sizeof buffer, format, arguments);
  va_end(arguments);
  *static_cast<std::string*>(faults) += buffer;
}

}  // namespace

std::string tmx_faults(const std::string& text) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), "out.tmx", nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_HUGE),
      xmlFreeDoc);
  if (!document) return "not well-formed";
  const std::unique_ptr<xmlDtd, decltype(&xmlFreeDtd)> dtd(
      xmlParseDTD(nullptr, reinterpret_cast<const xmlChar*>(EGIZ_FIXTURES "/exchange/tmx14.dtd")), xmlFreeDtd);
  const std::unique_ptr<xmlValidCtxt, decltype(&xmlFreeValidCtxt)> context(xmlNewValidCtxt(), xmlFreeValidCtxt);
  std::string faults;
  context->userData = &faults;
  context->error = keep_fault;
  if (!dtd) return "no DTD";
  if (xmlValidateDtd(context.get(), document.get(), dtd.get()) != 1 && faults.empty()) faults = "not valid";
  return faults;
}

}  // namespace egiz::exchange_test
