// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/live_index.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <system_error>

#include "text/utf8.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/language_choice.h"
#include "tm/detail/threshold.h"
#include "tm/similarity.h"

namespace egiz::detail {
namespace {

namespace sql = embedded::sql;

constexpr std::size_t kMaxFresh = 256;       // units compared one by one; more are folded into an image
constexpr std::size_t kMaxTail = 16'384;     // units in newer layers; more are merged into a new base
constexpr std::size_t kWorthSaving = 1'024;  // units that the next reader would have to read again
constexpr std::uint64_t kMaxMapped = std::uint64_t{16} << 20;  // bytes of a layer that is merged held at a time

// ranges: ascending, without overlap.
bool contains(std::span<const UnitRange> ranges, std::int64_t unit) {
  const auto behind = std::ranges::upper_bound(ranges, unit, {}, &UnitRange::first);
  return behind != ranges.begin() && std::prev(behind)->contains(unit);
}

std::uint64_t units_in(std::span<const UnitRange> ranges) {
  std::uint64_t sum = 0;
  for (const UnitRange& range : ranges) sum += static_cast<std::uint64_t>(range.last - range.first + 1);
  return sum;
}

// Ascending, without overlap.
std::vector<UnitRange> united(std::vector<UnitRange> ranges) {
  std::ranges::sort(ranges, {}, &UnitRange::first);
  std::vector<UnitRange> result;
  for (const UnitRange& range : ranges) {
    if (!result.empty() && range.first <= result.back().last + 1) {
      result.back().last = std::max(result.back().last, range.last);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

// What ranges have outside hole.
std::vector<UnitRange> without(std::span<const UnitRange> ranges, const UnitRange& hole) {
  std::vector<UnitRange> result;
  for (const UnitRange& range : ranges) {
    const UnitRange before{range.first, std::min(range.last, hole.first - 1)};
    const UnitRange behind{std::max(range.first, hole.last + 1), range.last};
    for (const UnitRange& part : {before, behind}) {
      if (part.first <= part.last) result.push_back(part);
    }
  }
  return result;
}

}  // namespace

LiveIndex::LiveIndex(Connection& connection, UnitStore& store)
    : connection_(connection),
      store_(store),
      file_(std::filesystem::path(connection.file()) += ".index"),
      folder_(std::filesystem::absolute(file_).parent_path()) {
  Rows row(connection.statement(sql::memory_id_sql).with());
  if (row.next()) {
    const std::string_view id = row->text(0);
    std::memcpy(memory_.data(), id.data(), std::min(id.size(), memory_.size()));
  }
}

ChangeMark LiveIndex::last_change() {
  ChangeMark change;
  Rows row(connection_.statement(sql::last_change_sql).with());
  if (row.next()) change = {row->integer(0), row->integer(1)};
  return change;
}

// A memory that was put back from a copy goes on from an older state; an index made after that state is of
// another history, even when its number has been reached again.
bool LiveIndex::is_of_this_history(const IndexState& state, const ChangeMark& now) {
  if (state.change > now.number) return false;
  Rows row(connection_.statement(sql::change_token_sql).with(state.change));
  return row.next() ? row->integer(0) == state.token : state.change == 0;
}

std::vector<UnitRange> LiveIndex::ranges_after(std::int64_t change) {
  std::vector<UnitRange> ranges;
  Rows rows(connection_.statement(sql::changes_after_sql).with(change));
  while (rows.next()) ranges.push_back({rows->integer(1), rows->integer(2)});
  return united(std::move(ranges));
}

void LiveIndex::sync() {
  const ChangeMark now = last_change();
  if (is_loaded_ && now == change_) return;
  if (!is_loaded_ || !is_of_this_history({{}, change_.number, change_.token, 0}, now)) load(now);
  const std::vector<UnitRange> ranges = ranges_after(change_.number);
  if (units_in(ranges) + units_in_tail() > kMaxTail) {
    rebuild(ranges, now);
  } else {
    catch_up(ranges);
  }
  change_ = now;
  prepared_.reset();
}

void LiveIndex::load(const ChangeMark& now) {
  auto base = ImageSet::read(file_, memory_);
  if (base && !is_of_this_history(base->state(), now)) base = nullptr;
  use(std::move(base));
  is_loaded_ = true;
}

void LiveIndex::use(std::shared_ptr<const ImageSet> base) {
  middle_ = {};
  middle_units_ = 0;
  fresh_.clear();
  base_ = {std::move(base), {}};
  sets_ = {};
  change_ = {};
  if (!base_.images) return;
  for (const LanguageSets::Set& set : base_.images->sets()) sets_.number(set);
  change_ = {base_.images->state().change, base_.images->state().token};
}

void LiveIndex::forget(const UnitRange& range) {
  const auto kill = [&range](Layer& layer) {
    if (!layer.images) return;
    const std::int64_t last = std::min(range.last, layer.images->state().last_unit);
    for (std::int64_t unit = range.first; unit <= last; ++unit) layer.dead.insert(unit);
  };
  kill(base_);
  kill(middle_);
  fresh_.erase(fresh_.lower_bound(range.first), fresh_.upper_bound(range.last));
}

void LiveIndex::catch_up(std::span<const UnitRange> ranges) {
  for (const UnitRange& range : ranges) {
    forget(range);
    read_keys(connection_, store_, sets_, range,
              [this](std::int64_t language, const IndexedUnit& unit, std::string_view key) {
                fresh_[unit.id].push_back({language, unit, to_utf32(key)});
              });
  }
  if (fresh_.size() > kMaxFresh) fold_fresh();
}

void LiveIndex::spool_layer(const Layer& layer, std::span<const UnitRange> changed, Spools& spools) const {
  if (!layer.images) return;
  std::uint64_t read = 0;
  for (const auto& [language, image] : layer.images->images()) {
    for (std::size_t g = 0; g < image.groups().size(); ++g) {
      read += image.groups()[g].bytes();
      if (read > kMaxMapped) {
        layer.images->let_go();
        read = 0;
      }
      const GroupView group = image.group(g);
      for (std::size_t i = 0; i < group.count; ++i) {
        const std::int64_t unit = IndexedUnit::unpacked(group.units[i]).id;
        if (layer.dead.contains(unit) || contains(changed, unit)) continue;
        spool_of(spools, language, folder_).add(group.units[i], to_utf8(image.key(group, i)));
      }
    }
  }
}

void LiveIndex::spool_fresh(std::span<const UnitRange> changed, Spools& spools) const {
  for (const auto& [unit, entries] : fresh_) {
    if (contains(changed, unit)) continue;
    for (const Entry& entry : entries) {
      spool_of(spools, entry.language, folder_).add(entry.unit.packed(), to_utf8(entry.key));
    }
  }
}

void LiveIndex::fold_fresh() {
  Spools spools;
  spool_layer(middle_, {}, spools);
  spool_fresh({}, spools);
  const IndexState state{memory_, 0, 0,
                         std::max(fresh_.rbegin()->first, middle_.images ? middle_.images->state().last_unit : 0)};
  auto images = ImageSet::build(state, sets_, spools, {});
  middle_units_ += fresh_.size();
  fresh_.clear();
  middle_ = {std::move(images), {}};
}

// What is left to read of the changed units is in changed afterwards.
Spools LiveIndex::take_prepared(std::vector<UnitRange>& changed, const ChangeMark& now) {
  if (!prepared_ || !(prepared_->change == now)) return {};
  PreparedKeys keys = *std::exchange(prepared_, std::nullopt);
  changed = without(changed, keys.units);
  keys.changed.for_each([&changed](std::int64_t unit) { changed.push_back({unit, unit}); });
  changed = united(std::move(changed));

  std::vector<std::uint16_t> numbers;  // here, of the sets that the keys know
  for (const LanguageSets::Set& set : keys.sets.sets()) numbers.push_back(sets_.number(set));
  bool keeps_numbers = true;
  for (std::size_t i = 0; i < numbers.size(); ++i) keeps_numbers = keeps_numbers && numbers[i] == i;
  if (keeps_numbers && keys.changed.empty()) return std::move(keys.spools);
  Spools spools;
  for (const auto& [language, spool] : keys.spools) {
    spool->finish();
    spool->for_each([&, in = language](std::uint64_t bits, std::u32string_view key) {
      IndexedUnit unit = IndexedUnit::unpacked(bits);
      if (keys.changed.contains(unit.id)) return;
      if (unit.languages != LanguageSets::kUnknown) unit.languages = numbers[unit.languages];
      spool_of(spools, in, folder_).add(unit.packed(), to_utf8(key));
    });
  }
  return spools;
}

void LiveIndex::rebuild(std::span<const UnitRange> changed, const ChangeMark& now) {
  std::vector<UnitRange> unread(changed.begin(), changed.end());
  Spools spools = take_prepared(unread, now);
  spool_layer(base_, changed, spools);
  spool_layer(middle_, changed, spools);
  spool_fresh(changed, spools);
  for (const UnitRange& range : unread) {
    read_keys(connection_, store_, sets_, range,
              [&](std::int64_t language, const IndexedUnit& unit, std::string_view key) {
                spool_of(spools, language, folder_).add(unit.packed(), key);
              });
  }
  const IndexState state{memory_, now.number, now.token, store_.counter("next_unit")};
  auto images = ImageSet::build(state, sets_, spools, file_);
  const LanguageSets sets = sets_;
  use(std::move(images));
  sets_ = sets;
}

void LiveIndex::save() {
  if (!is_loaded_ || units_in_tail() < kWorthSaving) return;
  rebuild({}, change_);
}

void LiveIndex::discard() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
  use(nullptr);
  is_loaded_ = false;
}

std::vector<SectionRules> LiveIndex::rules_where(const MayAnswer& may) {
  std::map<std::int64_t, SectionRules> sections;
  for (std::size_t number = 0; number < sets_.sets().size(); ++number) {
    const LanguageSets::Set& set = sets_.sets()[number];
    std::vector<const Language*> languages;
    for (const std::int64_t id : set) languages.push_back(&store_.language(id));
    for (std::size_t place = 0; place < set.size(); ++place) {
      if (!may(languages, place)) continue;
      SectionRules& rules = sections[set[place]];
      rules.language = set[place];
      rules.may_answer.resize(sets_.sets().size(), false);
      rules.may_answer[number] = true;
    }
  }
  std::vector<SectionRules> result;
  for (auto& [language, rules] : sections) result.push_back(std::move(rules));
  return result;
}

std::vector<SectionRules> LiveIndex::rules(const Language& from, const Language& to) {
  return rules_where([&](std::span<const Language* const> languages, std::size_t place) {
    const auto target = answering(languages, to);
    return answering(languages, from) == place && target && *target != place;
  });
}

std::vector<SectionRules> LiveIndex::rules(const Language& in) {
  return rules_where(
      [&](std::span<const Language* const> languages, std::size_t place) { return answering(languages, in) == place; });
}

void LiveIndex::search_fresh(const IndexQuery& query, const SectionRules& rules, Candidates& candidates) const {
  for (const auto& [unit, entries] : fresh_) {
    for (const Entry& entry : entries) {
      if (entry.language != rules.language) continue;
      const std::size_t longer = std::max(query.key.size(), entry.key.size());
      const std::size_t limit = max_distance(longer, candidates.cutoff());
      const std::size_t distance = levenshtein(query.key, entry.key, limit);
      if (distance > limit) continue;
      candidates.add(entry.unit, rules, similarity_of(distance, longer), [&entry] { return entry.key; });
    }
  }
}

std::vector<Candidate> LiveIndex::search(const IndexQuery& query, std::span<const SectionRules> rules) const {
  Candidates candidates(query.bounds, query.min_similarity, query.least_similarity, query.max_matches);
  for (const SectionRules& section : rules) {
    search_fresh(query, section, candidates);
    for (const Layer* layer : {&middle_, &base_}) {
      if (!layer->images) continue;
      const auto image = layer->images->images().find(section.language);
      if (image != layer->images->images().end()) {
        search_image(image->second, layer->dead, section, query.key, candidates);
      }
    }
  }
  return candidates.take();
}

std::vector<WordHit> LiveIndex::search_words(const ConcordanceQuery& query, std::span<const SectionRules> rules,
                                             std::size_t max_hits) const {
  std::vector<WordHit> hits;
  for (const SectionRules& section : rules) {
    for (const auto& [unit, entries] : fresh_) {
      for (const Entry& entry : entries) {
        if (entry.language != section.language || !section.has_languages(entry.unit)) continue;
        if (!query.matches(to_utf8(entry.key)) || !section.passes(entry.unit)) continue;
        hits.push_back({entry.key.size(), unit, entry.language});
      }
    }
    for (const Layer* layer : {&middle_, &base_}) {
      if (!layer->images) continue;
      const auto image = layer->images->images().find(section.language);
      if (image == layer->images->images().end()) continue;
      const auto found = detail::search_words(image->second, layer->dead, section, query, max_hits);
      hits.insert(hits.end(), found.begin(), found.end());
    }
  }
  std::ranges::sort(hits);
  if (max_hits != 0 && hits.size() > max_hits) hits.resize(max_hits);
  return hits;
}

}  // namespace egiz::detail
