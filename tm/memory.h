// SPDX-License-Identifier: Apache-2.0
#pragma once

// Memory: translation units in a file, and look-up.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "text/document.h"
#include "text/unit.h"
#include "text/unit_filter.h"

namespace egiz {

// The number of a unit in its memory.  Stays the same while the unit lives; never given twice.
struct UnitId {
  std::int64_t value = 0;

  auto operator<=>(const UnitId&) const = default;
};

enum class MatchKind {
  context,  // source equal, and previous and next source, or the context id, equal too
  exact,    // source equal (as match keys)
  fuzzy,
};

// Something that lowers a score, named for the user: "case", "punctuation", "several targets".
struct Penalty {
  std::string reason;
  double points = 0;

  bool operator==(const Penalty&) const = default;
};

// A unit that answers a query.
struct Match {
  UnitId id;
  std::size_t memory = 0;  // its place among those asked, when several were
  TranslationUnit unit;
  double score = 0;         // 0 to 100, after penalties: what a translator sees
  double similarity = 0;    // 0 to 100, before penalties: text alone, letter by letter
  int word_similarity = 0;  // 0 to 100, before penalties: word by word, rounded down (tm/word_diff.h)
  MatchKind kind = MatchKind::fuzzy;
  std::vector<Penalty> penalties;
  // The translation with the numbers of the query, when the unit's text differs from it in numbers only.
  std::optional<std::string> adjusted;
};

// Points for the units that have a property, named "client=Old"; an empty value is any, named "client".
struct PropertyPenalty {
  std::string name;
  std::string value;
  double points = 0;
};

// Points that a match loses, 0 and up (docs/matching.md).  0 switches a penalty off.
struct PenaltySettings {
  double letter_case = 1;      // the texts differ in capital letters only
  double punctuation = 1;      // in white space, quotes, dashes only
  double spelling = 1;         // in ё, look-alike letters or script only
  double numbers = 1;          // in numbers, dates or times only, and the translation was adjusted
  double several_targets = 1;  // exact matches translate one source differently
  double region = 1;           // en-US was asked for and en-GB found
  double aligned = 0;          // made by alignment, not reviewed
  double machine = 10;         // machine translation
  double codes = 1;            // other inline codes than those of the query, where these are known
  std::span<const PropertyPenalty> properties;
};

// The setting that gives a penalty of that reason: "case", "several targets", "machine"; nullptr for any other.
double* find_penalty(PenaltySettings& settings, std::string_view reason);

// Looks at the texts, the codes, the filter and the penalties of the caller.
struct FindOptions {
  double min_similarity = 70;   // 0 to 100; every unit that reaches it is found, or is adjusted (docs/matching.md)
  std::size_t max_matches = 5;  // the best ones are returned; 0 is all
  std::string_view previous;    // the source segment before, for context matches; may be empty
  std::string_view next;
  std::string_view context_id;  // the key of the segment in its document (a resource id); may be empty
  const std::vector<InlineCode>* codes = nullptr;  // those of the text; nullptr: not known
  const UnitFilter* filter = nullptr;  // only units that pass are found; nullptr: all
  PenaltySettings penalties;
};

// A text of a document, and what stands in it and beside it there.  Looks at what the caller holds.
struct TextInContext {
  std::string_view text;
  std::string_view previous;  // the segment before it; may be empty
  std::string_view next;
  const std::vector<InlineCode>* codes = nullptr;  // nullptr: not known
};

struct ConcordanceHit {
  UnitId id;
  std::size_t memory = 0;  // its place among those asked, when several were
  TranslationUnit unit;
  std::vector<ByteRange> highlights;  // where the words stand in the text of the variant that was searched
};

struct ConcordanceOptions {
  std::size_t max_hits = 20;  // 0 is all
  const UnitFilter* filter = nullptr;  // only units that pass are found; nullptr: all
};

// A part of a query that units hold word for word.
struct Fragment {
  ByteRange range;                   // in the query, from the first word to the last
  std::size_t words = 0;
  std::vector<ConcordanceHit> hits;  // units that hold it, short texts first
};

struct FragmentOptions {
  std::size_t min_words = 2;  // shorter parts are not told; at least 1
  std::size_t max_hits = 3;   // units for each part; 0 is all
  const UnitFilter* filter = nullptr;  // only units that pass are found; nullptr: all
};

// What becomes of a unit: another text, or nothing any more.
struct UnitChange {
  UnitId id;
  std::optional<TranslationUnit> unit;  // nullopt removes it
};

// What became of units that were added.
struct AddReport {
  std::size_t added = 0;
  std::size_t merged = 0;  // the same variants were there: data joined to that unit
};

struct Action;
struct ActionStep;
class Memory;

// A memory that is asked together with others.
struct MemoryToAsk {
  const Memory* memory = nullptr;
  double penalty = 0;  // points that each of its matches loses, named "memory"
};

// Memory::find over several memories as if they were one.  Among equals the memory that stands first.  What several
// hold, source and target letter by letter, is told once, where it ranks best.  Match::memory tells whose it is.
std::vector<Match> find_in(std::span<const MemoryToAsk> memories, std::string_view text, const Language& from,
                           const Language& to, const FindOptions& options = {});

// The same for many texts; parallel as Memory::find_all is.
std::vector<std::vector<Match>> find_all_in(std::span<const MemoryToAsk> memories, std::span<const std::string> texts,
                                            const Language& from, const Language& to, const FindOptions& options = {},
                                            const Progress& progress = {});

// The same where each text has neighbours and codes of its own, in place of those of options.
std::vector<std::vector<Match>> find_all_in(std::span<const MemoryToAsk> memories, std::span<const TextInContext> texts,
                                            const Language& from, const Language& to, const FindOptions& options = {},
                                            const Progress& progress = {});

// Memory::concordance over several memories as if they were one.  Among texts of one length those of the memory that
// stands first.  What several hold, the texts of all languages letter by letter, is told once.  Penalties do not count.
std::vector<ConcordanceHit> concordance_in(std::span<const MemoryToAsk> memories, std::string_view text,
                                           const Language& language, const ConcordanceOptions& options = {});

// Memory::fragments over several memories as if they were one; hits as in concordance_in.
std::vector<Fragment> fragments_in(std::span<const MemoryToAsk> memories, std::string_view text, const Language& from,
                                   const Language& to, const FragmentOptions& options = {});

enum class OpenMode { read_only, read_write };

// A translation memory: units in any number of languages in one SQLite file (docs/memory-format.md).
// Use an object from one thread at a time; for another thread open the file again.  Many may
// read while one writes.  A call that throws has changed nothing.
class Memory {
 public:
  // Throws Error{exists} when the file is there, Error{io} when it cannot be made.
  static Memory create(const std::filesystem::path& file);

  // Throws Error{not_found}; Error{parse} when the file is no memory or damaged; Error{unsupported}
  // when a newer version wrote it; Error{busy} when another writer holds it too long.
  static Memory open(const std::filesystem::path& file, OpenMode mode = OpenMode::read_write);

  // Deletes a memory and the files beside it; nothing happens when it is not there.
  static void erase(const std::filesystem::path& file);

  Memory(Memory&&) noexcept;
  Memory& operator=(Memory&&) noexcept;
  ~Memory();

  // Adds a unit, or joins its data to the unit that already says exactly this: the same languages, texts and
  // inline codes.  A unit without a date of creation gets the present one.
  // Throws Error{invalid_argument} when it has not two variants with text, or two of one language.
  UnitId add(const TranslationUnit& unit);

  // Adds what next() gives until it returns false, in one transaction: all or nothing.
  AddReport add_all(const std::function<bool(TranslationUnit&)>& next, const Progress& progress = {});
  AddReport add_all(std::span<const TranslationUnit> units, const Progress& progress = {});

  std::optional<TranslationUnit> get(UnitId id) const;

  // Replaces all that a unit holds; its date of change is the present unless unit brings a new one.
  // Throws Error{not_found} when there is no such unit.
  void update(UnitId id, const TranslationUnit& unit);
  void remove(UnitId id);

  // update() and remove() for many units in one transaction: all or nothing.
  void change_all(std::span<const UnitChange> changes, const Progress& progress = {});

  // What was done to this memory, the last action first (tm/history.h), and the steps of one.
  // steps: throws Error{not_found} when there is no such action.
  std::vector<Action> actions() const;
  std::vector<ActionStep> steps(std::int64_t action) const;

  // Undoes the last action that stands: units are again what they were, with their ids.  Once more undoes the one
  // before.  redo takes the last undo back, until something else is done.  The number of the action that was undone or
  // came back; nullopt when there is none.
  std::optional<std::int64_t> undo();
  std::optional<std::int64_t> redo();

  // Undoes one action, whatever was done since to other units.  Throws Error{not_found} when there is none;
  // Error{invalid_argument} when it does not stand, is an undo itself, or an action behind it that stands touched one of
  // its units or added one that says what it would bring back.
  void undo(std::int64_t action);

  // The name that what is done through this object is logged under; empty: none.
  void set_author(std::string name);

  // Removes what is kept of former units and actions.
  void forget_history();

  // Copies the memory as it is now; others may go on reading and writing it.  The copy appears whole or not at all.
  // Throws Error{exists} when file is there, Error{io}, Error{cancelled}.
  void back_up(const std::filesystem::path& file, const Progress& progress = {}) const;

  // The units whose variant in from is similar to text and that have a variant in to.  Best first; empty when
  // nothing reaches options.min_similarity.  similarity = 100 x (1 - d/m), d the Levenshtein distance of the two
  // match keys in code points, m the longer length (docs/matching.md).
  std::vector<Match> find(std::string_view text, const Language& from, const Language& to,
                          const FindOptions& options = {}) const;

  // find() for many texts, in parallel on TBB; same order, same answers at any thread count.
  std::vector<std::vector<Match>> find_all(std::span<const std::string> texts, const Language& from, const Language& to,
                                           const FindOptions& options = {}, const Progress& progress = {}) const;

  // Units whose variant in language holds every word of text, as match keys: "шешім*" is a prefix, "шешім~" any form of the
  // word, a "quoted phrase" stays together; other punctuation only separates.  Short texts first.
  std::vector<ConcordanceHit> concordance(std::string_view text, const Language& language,
                                          const ConcordanceOptions& options = {}) const;

  // The longest parts of text that stand in units with a variant in to: none can be made longer at either end and still
  // be found.  Most words first, then as they stand in text; parts may overlap.  Words are compared as in concordance().
  std::vector<Fragment> fragments(std::string_view text, const Language& from, const Language& to,
                                  const FragmentOptions& options = {}) const;

  // Calls visit for every unit, ascending by id, until it returns false.  visit sees the memory as it was when
  // the call began, may read it, and must not change it.
  void for_each(const std::function<bool(UnitId, const TranslationUnit&)>& visit) const;

  // The number of every unit, ascending.
  std::vector<UnitId> ids() const;

  std::size_t size() const;

  struct LanguageCount {
    Language language;
    std::size_t units = 0;
    std::size_t characters = 0;  // code points
  };
  std::vector<LanguageCount> languages() const;

  const std::filesystem::path& path() const;

 private:
  friend std::vector<Match> find_in(std::span<const MemoryToAsk>, std::string_view, const Language&, const Language&,
                                    const FindOptions&);
  friend std::vector<std::vector<Match>> find_all_in(std::span<const MemoryToAsk>, std::span<const TextInContext>,
                                                     const Language&, const Language&, const FindOptions&,
                                                     const Progress&);
  class Impl;
  explicit Memory(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace egiz
