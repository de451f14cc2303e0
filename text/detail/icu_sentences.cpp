// SPDX-License-Identifier: Apache-2.0
#include "text/detail/icu_sentences.h"

#include <memory>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include "base/error.h"
#include "text/detail/characters.h"

namespace egiz::detail {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::unsupported, std::string("ICU cannot cut sentences: ") + u_errorName(status));
  }
}

}  // namespace

void find_sentences_by_icu(std::string_view paragraph, const Language& language, std::size_t offset,
                           std::vector<ByteRange>& sentences) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language.tag(), status);
  check(status);
  const std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createSentenceInstance(locale, status));
  check(status);
  const std::unique_ptr<UText, decltype(&utext_close)> text(
      utext_openUTF8(nullptr, paragraph.data(), static_cast<std::int64_t>(paragraph.size()), &status), &utext_close);
  check(status);
  iterator->setText(text.get(), status);
  check(status);
  std::int32_t begin = iterator->first();
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE; begin = end, end = iterator->next()) {
    const ByteRange range = trim(paragraph, {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
    if (range.size() > 0) sentences.push_back({offset + range.begin, offset + range.end});
  }
}

}  // namespace egiz::detail
