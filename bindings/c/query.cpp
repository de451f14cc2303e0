// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/egiz_query.h"

#include <memory>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/handles.h"

using namespace egiz::c;

struct egiz_answers {
  std::vector<egiz_matches> answers;
};

namespace {

// The defaults stand in egiz.h for C compilers; they are those of the library.
constexpr egiz_query_options kQueryDefaults = EGIZ_QUERY_OPTIONS_INIT;
static_assert(kQueryDefaults.min_similarity == egiz::FindOptions{}.min_similarity);
static_assert(kQueryDefaults.max_matches == egiz::FindOptions{}.max_matches);
constexpr egiz_penalty_settings kPenaltyDefaults = EGIZ_PENALTY_SETTINGS_INIT;
static_assert(kPenaltyDefaults.letter_case == egiz::PenaltySettings{}.letter_case);
static_assert(kPenaltyDefaults.punctuation == egiz::PenaltySettings{}.punctuation);
static_assert(kPenaltyDefaults.spelling == egiz::PenaltySettings{}.spelling);
static_assert(kPenaltyDefaults.several_targets == egiz::PenaltySettings{}.several_targets);
static_assert(kPenaltyDefaults.region == egiz::PenaltySettings{}.region);
static_assert(kPenaltyDefaults.aligned == egiz::PenaltySettings{}.aligned);
static_assert(kPenaltyDefaults.machine == egiz::PenaltySettings{}.machine);
static_assert(kPenaltyDefaults.numbers == egiz::PenaltySettings{}.numbers);
static_assert(kPenaltyDefaults.codes == egiz::PenaltySettings{}.codes);

// FindOptions and what they look at beside the caller's strings.
class GivenOptions {
 public:
  explicit GivenOptions(const egiz_query_options* options) {
    const auto given = options_in(options, kQueryDefaults);
    const auto text = [](const char* value, const char* name) {
      return value ? text_in(value, EGIZ_NUL_TERMINATED, name) : std::string_view();
    };
    filter_ = filter_in(given.filter);
    has_codes_ = given.has_codes != 0;
    options_ = {.min_similarity = given.min_similarity,
                .max_matches = given.max_matches,
                .previous = text(given.previous, "previous"),
                .next = text(given.next, "next"),
                .context_id = text(given.context_id, "context_id"),
                .filter = filter_ ? &*filter_ : nullptr,
                .penalties = penalties_in(given.penalties)};
  }
  GivenOptions(const GivenOptions&) = delete;
  GivenOptions& operator=(const GivenOptions&) = delete;

  const egiz::FindOptions& options() const { return options_; }
  bool has_codes() const { return has_codes_; }

 private:
  egiz::PenaltySettings penalties_in(const egiz_penalty_settings* penalties) {
    const auto given = options_in(penalties, kPenaltyDefaults);
    if (given.property_count > 0) {
      require(given.property_names, "property_names");
      require(given.property_values, "property_values");
      require(given.property_points, "property_points");
    }
    for (std::size_t i = 0; i < given.property_count; ++i) {
      properties_.push_back({std::string(text_in(given.property_names[i], EGIZ_NUL_TERMINATED, "property_names")),
                             std::string(text_in(given.property_values[i], EGIZ_NUL_TERMINATED, "property_values")),
                             given.property_points[i]});
    }
    return {.letter_case = given.letter_case,
            .punctuation = given.punctuation,
            .spelling = given.spelling,
            .numbers = given.numbers,
            .several_targets = given.several_targets,
            .region = given.region,
            .aligned = given.aligned,
            .machine = given.machine,
            .codes = given.codes,
            .properties = properties_};
  }

  std::optional<egiz::UnitFilter> filter_;
  std::vector<egiz::PropertyPenalty> properties_;
  egiz::FindOptions options_;
  bool has_codes_ = false;
};

egiz_match_kind kind_out(egiz::MatchKind kind) {
  switch (kind) {
    case egiz::MatchKind::context:
      return EGIZ_MATCH_CONTEXT;
    case egiz::MatchKind::exact:
      return EGIZ_MATCH_EXACT;
    case egiz::MatchKind::fuzzy:
      return EGIZ_MATCH_FUZZY;
  }
  return EGIZ_MATCH_FUZZY;
}

const egiz::Match& match_in(const egiz_matches* matches, std::size_t index) {
  require(matches, "matches");
  require_index(index, matches->matches->size());
  return (*matches->matches)[index];
}

std::unique_ptr<egiz_matches> query(const egiz_memories& memories, std::string_view text, const char* from,
                                    const char* to, const egiz_query_options* options) {
  const egiz::Language source = language_in(from, "from");
  const egiz::Language target = language_in(to, "to");
  const GivenOptions given(options);
  const egiz::QueryTexts texts({std::string(text)}, given.has_codes());
  return std::make_unique<egiz_matches>(std::string(text), source, target,
                                        texts.find(0, memories.asked, source, target, given.options()),
                                        memories.names, texts.codes(0));
}

std::unique_ptr<egiz_answers> query_all(const egiz_memories& memories, const char* const* texts, std::size_t count,
                                        const char* from, const char* to, const egiz_query_options* options,
                                        const egiz::Progress& progress) {
  if (count > 0) require(texts, "texts");
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) lines.emplace_back(text_in(texts[i], EGIZ_NUL_TERMINATED, "a text"));
  const egiz::Language source = language_in(from, "from");
  const egiz::Language target = language_in(to, "to");
  const GivenOptions given(options);
  const egiz::QueryTexts queries(std::move(lines), given.has_codes());
  auto found = queries.find_all(memories.asked, source, target, given.options(), progress);
  auto answers = std::make_unique<egiz_answers>();
  for (std::size_t i = 0; i < count; ++i) {
    answers->answers.emplace_back(queries.line(i), source, target, std::move(found[i]), memories.names,
                                  queries.codes(i));
  }
  return answers;
}

}  // namespace

egiz_status egiz_memory_query(egiz_matches** out, const egiz_memory* memory, const char* text, size_t size,
                              const char* from, const char* to, const egiz_query_options* options) {
  return create(out, [&] { return query(one_memory(memory), text_in(text, size, "text"), from, to, options); });
}

egiz_status egiz_memories_query(egiz_matches** out, const egiz_memories* memories, const char* text, size_t size,
                                const char* from, const char* to, const egiz_query_options* options) {
  return create(out, [&] { return query(memories_in(memories), text_in(text, size, "text"), from, to, options); });
}

void egiz_matches_free(egiz_matches* matches) { delete matches; }

size_t egiz_matches_count(const egiz_matches* matches) { return matches ? matches->matches->size() : 0; }

egiz_status egiz_matches_get(egiz_match* out, const egiz_matches* matches, size_t index) {
  return call([&] {
    const egiz::Match& match = match_in(matches, index);
    struct_out(out, egiz_match{.struct_size = sizeof(egiz_match),
                               .id = match.id.value,
                               .score = match.score,
                               .similarity = match.similarity,
                               .kind = kind_out(match.kind),
                               .source = view(egiz::match_text(match, matches->from)),
                               .target = view(egiz::match_target(match, matches->to)),
                               .penalty_count = match.penalties.size(),
                               .word_similarity = match.word_similarity,
                               .is_adjusted = match.adjusted ? 1 : 0,
                               .memory = match.memory,
                               .coded_target = matches->coded_targets[index] ? view(*matches->coded_targets[index])
                                                                             : egiz_view{}});
  });
}

egiz_status egiz_matches_penalty(egiz_penalty* out, const egiz_matches* matches, size_t index, size_t penalty) {
  return call([&] {
    const egiz::Match& match = match_in(matches, index);
    require_index(penalty, match.penalties.size());
    struct_out(out, egiz_penalty{sizeof(egiz_penalty), view(match.penalties[penalty].reason),
                                 match.penalties[penalty].points});
  });
}

const egiz_unit* egiz_matches_unit(const egiz_matches* matches, size_t index) {
  return index < egiz_matches_count(matches) ? &matches->lent[index] : nullptr;
}

egiz_status egiz_matches_json(char** out, const egiz_matches* matches) {
  return call([&] {
    require(matches, "matches");
    string_out(out, egiz::matches_json(matches->query, matches->from, matches->to, *matches->matches, matches->memories,
                                       matches->codes ? &*matches->codes : nullptr));
  });
}

egiz_status egiz_memory_query_all(egiz_answers** out, const egiz_memory* memory, const char* const* texts, size_t count,
                                  const char* from, const char* to, const egiz_query_options* options,
                                  egiz_progress progress, void* user_data) {
  return create(out, [&] {
    return query_all(one_memory(memory), texts, count, from, to, options, progress_in(progress, user_data));
  });
}

egiz_status egiz_memories_query_all(egiz_answers** out, const egiz_memories* memories, const char* const* texts,
                                    size_t count, const char* from, const char* to, const egiz_query_options* options,
                                    egiz_progress progress, void* user_data) {
  return create(out, [&] {
    return query_all(memories_in(memories), texts, count, from, to, options, progress_in(progress, user_data));
  });
}

void egiz_answers_free(egiz_answers* answers) { delete answers; }

size_t egiz_answers_count(const egiz_answers* answers) { return answers ? answers->answers.size() : 0; }

const egiz_matches* egiz_answers_get(const egiz_answers* answers, size_t index) {
  return index < egiz_answers_count(answers) ? &answers->answers[index] : nullptr;
}

egiz_status egiz_memories_create(egiz_memories** out) {
  return create(out, [] { return std::make_unique<egiz_memories>(); });
}

void egiz_memories_free(egiz_memories* memories) { delete memories; }

egiz_status egiz_memories_add(egiz_memories* memories, const egiz_memory* memory, double penalty) {
  return call([&] {
    require(memories, "memories");
    require(memory, "memory");
    if (!(penalty >= 0)) {
      throw egiz::Error(egiz::ErrorCode::invalid_argument, "penalty is " + std::to_string(penalty) + ", not 0 or more");
    }
    memories->asked.push_back({&memory->memory, penalty});
    memories->names.push_back(memory->memory.path().string());
  });
}
