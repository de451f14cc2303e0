// SPDX-License-Identifier: Apache-2.0
#pragma once

// The border between C and C++: what comes in is checked, what goes out is copied, nothing is thrown across.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "api/egiz.h"
#include "bindings/c/egiz.h"

namespace egiz::c {

// The exception that is being handled as a status; its message becomes egiz_last_error().
egiz_status fail() noexcept;

template <typename Work>
egiz_status call(Work&& work) noexcept {
  try {
    work();
    return EGIZ_OK;
  } catch (...) {
    return fail();
  }
}

// Each throws Error{invalid_argument} that names what is wrong.
void require(const void* pointer, const char* name);
void require_index(std::size_t index, std::size_t count);
void require_struct_size(std::size_t given, std::size_t known, const void* tail_begin);

// A call that makes an object: *out is NULL until it is there.
template <typename T, typename Make>
egiz_status create(T** out, Make&& make) noexcept {
  return call([&] {
    require(out, "out");
    *out = nullptr;
    *out = make().release();
  });
}

// Text that came in.  Throws Error{parse} when it is not UTF-8.
std::string_view text_in(const char* text, std::size_t size, const char* name);
std::string optional_text_in(const char* text, const char* name);

std::filesystem::path path_in(const char* file, const char* name);
std::vector<std::filesystem::path> paths_in(const char* const* files, std::size_t count);
Language language_in(const char* language, const char* name);
std::vector<Language> languages_in(const char* const* languages, std::size_t count);

// A point in time; INT64_MIN is none.
inline constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();
std::optional<std::chrono::sys_seconds> time_in(std::int64_t seconds);

egiz::Origin::Kind origin_in(egiz_origin origin);

const LoadedDocument& document_in(const egiz_document* document, const char* name);

// nullopt for NULL.
std::optional<UnitFilter> filter_in(const egiz_filter* filter);

// Options, and the lexicon that they point to.
struct DocumentsOptions {
  std::shared_ptr<const Lexicon> lexicon;
  AddDocumentsOptions options;

  // For documents that are loaded.
  AlignDocumentsOptions aligning() const {
    return {.lexicon = options.lexicon, .fixed = options.fixed, .moves = options.moves};
  }
};
DocumentsOptions documents_options_in(const egiz_documents_options* options);

// The lexicon that files make; nullptr when both are NULL.
std::shared_ptr<const Lexicon> lexicon_in(const char* file, const char* memory);

Progress progress_in(egiz_progress progress, void* user_data);

// The options given, laid over the defaults.  A struct of an older version is shorter: what it lacks keeps its default.
// A struct of a newer version is longer: what this version does not know must be zero, else Error{unsupported}.
template <typename T>
T options_in(const T* given, const T& defaults) {
  static_assert(std::is_trivially_copyable_v<T> && std::is_same_v<decltype(given->struct_size), std::size_t>);
  T options = defaults;
  if (!given) return options;
  require_struct_size(given->struct_size, sizeof(T), given + 1);
  std::memcpy(&options, given, std::min(given->struct_size, sizeof(T)));
  options.struct_size = sizeof(T);
  return options;
}

// Copies value to *out, as much of it as the caller's version of the struct has room for.
template <typename T>
void struct_out(T* out, T value) {
  static_assert(std::is_trivially_copyable_v<T> && std::is_same_v<decltype(out->struct_size), std::size_t>);
  require(out, "out");
  require_struct_size(out->struct_size, sizeof(T), nullptr);
  value.struct_size = out->struct_size;
  std::memcpy(out, &value, std::min(out->struct_size, sizeof(T)));
}

inline egiz_view view(std::string_view text) { return {text.data(), text.size()}; }
inline egiz_range range(const ByteRange& range) { return {range.begin, range.end}; }

egiz_finding finding_out(const Finding& finding);

// A copy for the caller, freed by egiz_string_free.
void string_out(char** out, std::string_view text);

}  // namespace egiz::c
