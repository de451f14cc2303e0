// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/memory_impl.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/error.h"
#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/background.h"
#include "tm/detail/backup.h"
#include "tm/detail/concordance_query.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/fragments.h"
#include "tm/detail/unit_check.h"
#include "tm/detail/unit_hash.h"
#include "tm/detail/unit_intake.h"
#include "tm/detail/unit_sieve.h"
#include "tm/similarity.h"

namespace egiz {
namespace {

namespace sql = embedded::sql;
using detail::Rows;
using detail::Transaction;
using detail::WriteSession;

constexpr std::uint64_t kUnitsPerReport = 1024;
constexpr std::size_t kQueriesPerBatch = 256;  // searched in parallel, then read from the memory one by one

std::chrono::sys_seconds now() {
  return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
}

// What is added without a date was made now.
void stamp(TranslationUnit& unit) {
  if (!unit.created) unit.created = now();
}

detail::IndexQuery index_query(const detail::Query& query) {
  return {to_utf32(query.key), query.options.min_similarity, query.least_similarity(), query.options.max_matches,
          detail::penalty_bounds(query)};
}

void check_text(std::string_view text) {
  if (!is_valid_utf8(text)) throw Error(ErrorCode::invalid_argument, "the text to find is not UTF-8; decode it first");
}

std::vector<detail::SectionRules> sifted(std::vector<detail::SectionRules> rules, const detail::UnitSieve& sieve) {
  if (sieve.lets_all_pass()) return rules;
  for (detail::SectionRules& section : rules) section.sieve = &sieve;
  return rules;
}

struct Searched {
  std::optional<detail::Query> query;
  std::vector<detail::Candidate> found;
};
using SearchedBatch = std::vector<Searched>;

}  // namespace

Memory::Impl::~Impl() {
  try {
    if (!has_written_) return;
    Transaction snapshot(*connection_, Transaction::Kind::read);
    index_.sync();
    index_.save();
  } catch (...) {
    // The index is a convenience: the next reader makes it again.
  }
}

UnitId Memory::Impl::add(const TranslationUnit& unit) {
  detail::check_unit(unit);
  TranslationUnit stamped = unit;
  stamp(stamped);
  WriteSession session(*connection_, store_, author_);
  const UnitId id{session.add(stamped).id};
  session.commit();
  has_written_ = true;
  return id;
}

AddReport Memory::Impl::add_all(const std::function<bool(TranslationUnit&)>& next, std::uint64_t total,
                                const Progress& progress) {
  WriteSession session(*connection_, store_, author_);
  detail::UnitIntake intake(session, store_, std::filesystem::absolute(path()).parent_path());
  const AddReport report = intake.run(next, total, progress);
  session.commit();
  has_written_ = true;
  if (auto keys = intake.take_keys()) index_.offer(*std::move(keys));
  return report;
}

std::optional<TranslationUnit> Memory::Impl::get(UnitId id) {
  Transaction snapshot(*connection_, Transaction::Kind::read);
  return store_.get(id.value);
}

void Memory::Impl::change(WriteSession& session, UnitId id, const TranslationUnit& unit) {
  detail::check_unit(unit);
  TranslationUnit stamped = unit;
  const auto before = store_.get(id.value);
  if (before && stamped.changed == before->changed) stamped.changed = now();
  stamp(stamped);
  session.update(id.value, stamped);
}

void Memory::Impl::update(UnitId id, const TranslationUnit& unit) {
  WriteSession session(*connection_, store_, author_);
  change(session, id, unit);
  session.commit();
  has_written_ = true;
}

void Memory::Impl::remove(UnitId id) {
  WriteSession session(*connection_, store_, author_);
  session.remove(id.value);
  session.commit();
  has_written_ = true;
}

void Memory::Impl::change_all(std::span<const UnitChange> changes, const Progress& progress) {
  std::uint64_t done = 0;
  WriteSession session(*connection_, store_, author_);
  for (const UnitChange& one : changes) {
    if (one.unit) {
      change(session, one.id, *one.unit);
    } else {
      session.remove(one.id.value);
    }
    if (++done % kUnitsPerReport == 0) report_progress(progress, done, changes.size());
  }
  report_progress(progress, done, changes.size());
  session.commit();
  has_written_ = true;
}

void Memory::Impl::back_up(const std::filesystem::path& file, const Progress& progress) {
  detail::copy_database(*connection_, file, progress);
}

template <class Look>
auto Memory::Impl::with_index(Look look) {
  Transaction snapshot(*connection_, Transaction::Kind::read);
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      index_.sync();
      return look();
    } catch (const detail::IndexDamaged&) {
      index_.discard();
    }
  }
  throw Error(ErrorCode::parse,
              path().string() + ": no index can be made; the memory is damaged, restore it from a backup");
}

bool Memory::Impl::stood_there(std::int64_t unit, const Variant& source, const detail::Query& query) {
  const std::string_view context_id = query.options.context_id;
  if (!context_id.empty() && store_.has_occurrence(unit, detail::place_hash(context_id))) return true;
  if (query.previous_key.empty() && query.next_key.empty()) return false;
  return store_.has_occurrence(unit, detail::place_hash(source.language, query.previous_key, query.next_key));
}

// SQLite has the last word: what a candidate says is read, and its similarity counted again.
std::vector<Match> Memory::Impl::matches_of(std::vector<detail::Candidate> candidates, const detail::Query& query) {
  detail::Ranking::sort(candidates);
  detail::Ranking ranking(query);
  for (const detail::Candidate& candidate : candidates) {
    if (ranking.is_settled(candidate)) break;
    const auto unit = store_.get(candidate.id);
    if (!unit) throw detail::IndexDamaged();
    const detail::AnsweringPair pair = detail::answering_pair(*unit, query.from, query.to);
    if (pair.source == nullptr || store_.language_id(pair.source->language) != candidate.language) continue;
    if (similarity(query.key, match_key(pair.source->text, pair.source->language)) != candidate.similarity) {
      throw detail::IndexDamaged();
    }
    const bool stood = candidate.similarity == 100 && stood_there(candidate.id, *pair.source, query);
    Match match = detail::make_match(UnitId{candidate.id}, *unit, pair, candidate.similarity, query, stood);
    if (query.wants(match)) ranking.add(std::move(match));
  }
  return ranking.take();
}

std::vector<Match> Memory::Impl::gather(const detail::Query& query) {
  return with_index([&] {
    const detail::UnitSieve sieve(store_, query.options.filter);
    const auto rules = sifted(index_.rules(query.from, query.to), sieve);
    return matches_of(index_.search(index_query(query), rules), query);
  });
}

std::vector<Match> Memory::Impl::find(std::string_view text, const Language& from, const Language& to,
                                      const FindOptions& options) {
  const detail::Query query(text, from, to, options);
  return detail::ranked(gather(query), query);
}

void Memory::Impl::gather_all(std::span<const TextInContext> texts, const Language& from, const Language& to,
                              const FindOptions& options, const TakeMatches& take) {
  std::size_t done = 0;  // an index that shows damage is made anew, and the work goes on where it was
  with_index([&] {
    const detail::UnitSieve sieve(store_, options.filter);
    const auto rules = sifted(index_.rules(from, to), sieve);
    const auto search = [&](std::size_t first) {
      SearchedBatch batch(std::min(kQueriesPerBatch, texts.size() - first));
      tbb::parallel_for(std::size_t{0}, batch.size(), [&](std::size_t i) {
        const TextInContext& text = texts[first + i];
        FindOptions with_context = options;
        with_context.previous = text.previous;
        with_context.next = text.next;
        with_context.codes = text.codes;
        batch[i].query.emplace(text.text, from, to, with_context);
        batch[i].found = index_.search(index_query(*batch[i].query), rules);
      });
      return batch;
    };
    // While units of one batch are read, which only one thread may do, the others search for the next.
    SearchedBatch upcoming;
    detail::Background background;
    for (std::size_t searched = done; done < texts.size();) {
      SearchedBatch ready = std::exchange(upcoming, {});
      background.start([&, searched] { upcoming = search(searched); });
      searched = std::min(texts.size(), searched + kQueriesPerBatch);
      if (!sieve.lets_all_pass()) background.wait();  // a filter reads units, too
      for (Searched& one : ready) {
        take(*one.query, matches_of(std::move(one.found), *one.query));
        ++done;
      }
      background.wait();
    }
  });
}

std::vector<std::vector<Match>> Memory::Impl::find_all(std::span<const std::string> texts, const Language& from,
                                                       const Language& to, const FindOptions& options,
                                                       const Progress& progress) {
  std::vector<std::vector<Match>> all;
  all.reserve(texts.size());
  const std::vector<TextInContext> queries = detail::with_context(texts, options);
  gather_all(queries, from, to, options, [&](const detail::Query& query, std::vector<Match> matches) {
    all.push_back(detail::ranked(std::move(matches), query));
    if (all.size() % kQueriesPerBatch == 0) report_progress(progress, all.size(), texts.size());
  });
  report_progress(progress, all.size(), texts.size());
  return all;
}

std::vector<ConcordanceHit> Memory::Impl::hits_of(std::span<const detail::WordHit> found,
                                                  const detail::ConcordanceQuery& query, const Language& language) {
  std::vector<ConcordanceHit> hits;
  for (const detail::WordHit& one : found) {
    const auto unit = store_.get(one.id);
    if (!unit) throw detail::IndexDamaged();
    const Variant* variant = detail::answering_variant(*unit, language);
    if (variant == nullptr || store_.language_id(variant->language) != one.language) continue;
    if (!query.matches(match_key(variant->text, variant->language))) throw detail::IndexDamaged();
    hits.push_back({UnitId{one.id}, 0, *unit, query.highlights(variant->text, variant->language)});
  }
  return hits;
}

std::vector<ConcordanceHit> Memory::Impl::concordance(std::string_view text, const Language& language,
                                                      const ConcordanceOptions& options) {
  check_text(text);
  const detail::ConcordanceQuery query(text, language);
  if (query.is_empty()) return {};
  return with_index([&] {
    const detail::UnitSieve sieve(store_, options.filter);
    const auto rules = sifted(index_.rules(language), sieve);
    return hits_of(index_.search_words(query, rules, options.max_hits), query, language);
  });
}

std::vector<Fragment> Memory::Impl::fragments(std::string_view text, const Language& from, const Language& to,
                                              const FragmentOptions& options) {
  check_text(text);
  const std::vector<detail::PlacedWord> words = detail::placed_words(text, from);
  return with_index([&] {
    const detail::UnitSieve sieve(store_, options.filter);
    const auto rules = sifted(index_.rules(from, to), sieve);
    const auto look_up = [&](std::span<const detail::PlacedWord> part) {
      const detail::ConcordanceQuery query(part);
      return hits_of(index_.search_words(query, rules, options.max_hits), query, from);
    };
    return detail::longest_fragments(words, std::max<std::size_t>(1, options.min_words), look_up);
  });
}

void Memory::Impl::for_each(const std::function<bool(UnitId, const TranslationUnit&)>& visit) {
  Transaction snapshot(*connection_, Transaction::Kind::read);
  detail::Statement statement(*connection_, sql::unit_ids_sql);  // its own: visit may come here again
  Rows rows(statement);
  while (rows.next()) {
    const std::int64_t id = rows->integer(0);
    const auto unit = store_.get(id);
    if (unit && !visit(UnitId{id}, *unit)) return;
  }
}

std::vector<UnitId> Memory::Impl::ids() {
  std::vector<UnitId> list;
  Rows rows(connection_->statement(sql::unit_ids_sql).with());
  while (rows.next()) list.push_back(UnitId{rows->integer(0)});
  return list;
}

std::size_t Memory::Impl::size() { return static_cast<std::size_t>(store_.counter("units")); }

std::vector<Memory::LanguageCount> Memory::Impl::languages() {
  std::vector<LanguageCount> counts;
  Rows rows(connection_->statement(sql::languages_sql).with());
  while (rows.next()) {
    if (rows->integer(2) <= 0) continue;
    counts.push_back({store_.language(rows->integer(0)), static_cast<std::size_t>(rows->integer(2)),
                      static_cast<std::size_t>(rows->integer(3))});
  }
  return counts;
}

}  // namespace egiz
