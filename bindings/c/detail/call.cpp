// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/detail/call.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

namespace egiz::c {
namespace {

// Of fixed size, so that telling that memory is out needs none.
thread_local char last_error[2048] = "";

egiz_status told(egiz_status status, const char* message) noexcept {
  std::snprintf(last_error, sizeof last_error, "%s", message);
  // A long message may have been cut inside a character: take away what is left of it.
  std::size_t size = std::strlen(last_error);
  if (size + 1 < sizeof last_error) return status;
  while (size > 0 && egiz::is_utf8_continuation(last_error[size - 1])) --size;
  if (size > 0 && static_cast<unsigned char>(last_error[size - 1]) >= 0xC0) --size;
  last_error[size] = '\0';
  return status;
}

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorCode::invalid_argument, message); }

}  // namespace

egiz_status fail() noexcept {
  try {
    throw;
  } catch (const Error& error) {
    return told(static_cast<egiz_status>(error.code()), error.what());
  } catch (const std::bad_alloc&) {
    return told(EGIZ_OUT_OF_MEMORY, "out of memory; give it less at a time");
  } catch (const std::exception& error) {
    return told(EGIZ_INTERNAL, error.what());
  } catch (...) {
    return told(EGIZ_INTERNAL, "an unknown failure");
  }
}

void require(const void* pointer, const char* name) {
  if (!pointer) refuse(std::string(name) + " is NULL");
}

void require_index(std::size_t index, std::size_t count) {
  if (index >= count) refuse("index " + std::to_string(index) + " of " + std::to_string(count));
}

void require_struct_size(std::size_t given, std::size_t known, const void* tail_begin) {
  constexpr std::size_t kMost = 65536;  // no struct comes near: what is larger was not initialised
  if (given < sizeof(std::size_t) || given > kMost) {
    refuse("struct_size is " + std::to_string(given) + "; initialise the struct with its EGIZ_..._INIT");
  }
  if (!tail_begin || given <= known) return;
  const auto* tail = static_cast<const unsigned char*>(tail_begin);
  if (std::any_of(tail, tail + (given - known), [](unsigned char byte) { return byte != 0; })) {
    throw Error(ErrorCode::unsupported,
                "an option of a later version of libegiz is set; this is " + std::string(version()));
  }
}

std::string_view text_in(const char* text, std::size_t size, const char* name) {
  if (size != 0) require(text, name);
  const std::string_view given(text ? text : "", size == EGIZ_NUL_TERMINATED ? std::strlen(text) : size);
  if (const auto byte = find_invalid_utf8(given)) {
    throw Error(ErrorCode::parse, std::string(name) + ": byte " + std::to_string(*byte) +
                                      " is not UTF-8; convert the text to UTF-8 first");
  }
  return given;
}

std::string optional_text_in(const char* text, const char* name) {
  return text ? std::string(text_in(text, EGIZ_NUL_TERMINATED, name)) : std::string();
}

std::filesystem::path path_in(const char* file, const char* name) {
  require(file, name);
  return file;
}

std::vector<std::filesystem::path> paths_in(const char* const* files, std::size_t count) {
  if (count > 0) require(files, "files");
  std::vector<std::filesystem::path> paths;
  for (std::size_t i = 0; i < count; ++i) paths.push_back(path_in(files[i], "a file"));
  return paths;
}

Language language_in(const char* language, const char* name) {
  require(language, name);
  return Language(language);
}

std::vector<Language> languages_in(const char* const* languages, std::size_t count) {
  if (count > 0) require(languages, "languages");
  std::vector<Language> list;
  for (std::size_t i = 0; i < count; ++i) list.push_back(language_in(languages[i], "a language"));
  return list;
}

std::shared_ptr<const Lexicon> lexicon_in(const char* file, const char* memory) {
  LexiconSources sources;
  if (file) sources.files.emplace_back(file);
  if (memory) sources.memory = memory;
  return sources.empty() ? nullptr : std::make_shared<const Lexicon>(load_lexicon(sources).lexicon);
}

DocumentsOptions documents_options_in(const egiz_documents_options* options) {
  const auto given = options_in(options, egiz_documents_options EGIZ_DOCUMENTS_OPTIONS_INIT);
  DocumentsOptions result;
  result.lexicon = lexicon_in(given.lexicon, given.lexicon_memory);
  result.options = {.languages = languages_in(given.languages, given.language_count),
                    .segmented = given.segmented != 0,
                    .force = given.force != 0,
                    .lexicon = result.lexicon.get(),
                    .fixed = given.fixed ? read_fixed_beads(given.fixed) : std::vector<Bead>{},
                    .moves = given.moves != 0};
  return result;
}

Progress progress_in(egiz_progress progress, void* user_data) {
  if (!progress) return {};
  return [=](std::uint64_t done, std::uint64_t total) { return progress(done, total, user_data) == 0; };
}

egiz_finding finding_out(const Finding& finding) {
  return {sizeof(egiz_finding), view(finding.place), view(finding.reason)};
}

void string_out(char** out, std::string_view text) {
  require(out, "out");
  *out = nullptr;
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (!copy) throw std::bad_alloc();
  std::copy(text.begin(), text.end(), copy);
  copy[text.size()] = '\0';
  *out = copy;
}

}  // namespace egiz::c

using namespace egiz::c;

const char* egiz_last_error(void) { return last_error; }

void egiz_string_free(char* text) { std::free(text); }
