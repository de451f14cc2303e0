// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/dialect.h"

#include <array>
#include <cstddef>

#include "exchange/tmx/names.h"

namespace egiz::exchange {
namespace {

using Place = Dialect::ContextPlace;

// In the order of TmxProfile.
constexpr std::array<Dialect, 7> kDialects = {{
    {.original_format = "egiz",
     .has_own_properties = true,
     .context = Place::variant,
     .previous = kPropPrevious,
     .next = kPropNext,
     .document = kPropDocument,
     .context_id = kPropContextId},
    {.original_format = "OmegaT TMX",
     .context = Place::unit,
     .previous = "prev",
     .next = "next",
     .document = "file",
     .context_id = "id",
     .has_authors_on_target = true},
    {.original_format = "TW4Win 2.0 Format",
     .context = Place::trados,
     .previous = "x-ContextContent",
     .document = "x-SourceFile:SingleString",
     .context_id = "x-IdContext",
     .has_typed_properties = true},
    {.original_format = "MemoQTM",
     .context = Place::variant,
     .previous = kPropPrevious,
     .next = kPropNext,
     .wraps_context = true,
     .document = "x-document",
     .context_id = "x-context"},
    {.original_format = "PhraseTMS",
     .context = Place::variant,
     .previous = "context_prev",
     .next = "context_next",
     .document = "filename",
     .context_id = "context_id"},
    {.original_format = "XTM",
     .context = Place::unit,
     .previous = "x-previous-source-text",
     .next = "x-next-source-text",
     .document = "x-document",
     .context_id = "x-context-id"},
    {.original_format = "egiz",
     .context = Place::unit,
     .previous = "previousMd5Segment",
     .next = "nextMd5Segment",
     .document = "x-document"},
}};

}  // namespace

const Dialect& dialect_of(TmxProfile profile) { return kDialects[static_cast<std::size_t>(profile)]; }

}  // namespace egiz::exchange
