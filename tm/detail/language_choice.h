// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which language of a unit answers for a language that was asked for.

#include <cstddef>
#include <optional>
#include <span>

#include "text/language.h"
#include "text/unit.h"

namespace egiz::detail {

// True when a query in language asked may be answered by text in language held: one covers the other.
bool may_answer(const Language& asked, const Language& held);

// The place in languages of the one that answers: asked itself, else the first by tag that may answer; nullopt when
// none may.
std::optional<std::size_t> answering(std::span<const Language* const> languages, const Language& asked);

// The variant of unit that answers a query in asked, or nullptr.
const Variant* answering_variant(const TranslationUnit& unit, const Language& asked);

// The variants that answer a look-up; both nullptr when the unit cannot, because one is missing or both are one.
struct AnsweringPair {
  const Variant* source = nullptr;
  const Variant* target = nullptr;
};
AnsweringPair answering_pair(const TranslationUnit& unit, const Language& from, const Language& to);

}  // namespace egiz::detail
