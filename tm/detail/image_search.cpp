// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/image_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>

#include "tm/detail/bit_parallel.h"
#include "tm/detail/hash.h"
#include "tm/detail/pattern_windows.h"
#include "tm/detail/threshold.h"
#include "tm/detail/unit_sieve.h"
#include "tm/similarity.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kBatch = 256;  // units that are compared together; the cut-off may rise between batches
constexpr std::size_t kBlocksAhead = 3;  // so far bags are read ahead
constexpr int kWorthParts = 2;       // with so many units left a block is looked at more closely

// A key in the codes of an image, with the tables that each step wants.
class CodedQuery {
 public:
  CodedQuery(const Image& image, std::u32string_view key)
      : codes_(image.alphabet().encode(key)),
        buckets_(image.alphabet().buckets()),
        words_((codes_.size() + 63) / 64),
        has_rare_letter_(std::ranges::find(codes_, Alphabet::kRareLetter) != codes_.end()) {}
  CodedQuery(const CodedQuery&) = delete;
  CodedQuery& operator=(const CodedQuery&) = delete;

  std::size_t length() const { return codes_.size(); }
  const std::vector<std::uint8_t>& codes() const { return codes_; }
  const BagQuery& bags() const {
    if (!bags_) bags_.emplace(codes_, buckets_);
    return *bags_;
  }

  // The tables that the kernel for bands of kBandWords[band] wants.
  PatternWindows windows(std::size_t band, const Kernels::BandKernel& kernel) const {
    if (!tables_[band]) tables_[band].emplace(codes_, kernel.words, kernel.wants_slots_whole);
    return tables_[band]->windows();
  }
  bool has_rare_letter() const { return has_rare_letter_; }

  // For distances that no band of the kernels is wide enough for.
  std::size_t distance(std::span<const std::uint8_t> unit, std::size_t limit) const {
    if (codes_.empty() || unit.empty()) return std::max(codes_.size(), unit.size());
    if (word_rows_.empty()) make_word_rows();
    const auto row = [this](std::uint8_t code) { return word_rows_.data() + code * words_; };
    return bit_parallel_distance(codes_.size(), unit, row, limit);
  }

 private:
  void make_word_rows() const {
    word_rows_.assign(256 * words_, 0);
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      word_rows_[codes_[i] * words_ + i / 64] |= std::uint64_t{1} << (i % 64);
    }
  }

  std::vector<std::uint8_t> codes_;
  const Buckets& buckets_;
  std::size_t words_;
  bool has_rare_letter_;
  // Made when first wanted; a CodedQuery belongs to one search.
  mutable std::optional<BagQuery> bags_;
  mutable std::array<std::optional<PatternTable>, kBandSizes> tables_;
  mutable std::vector<std::uint64_t> word_rows_;
};

// Searches one image for one query.
class ImageSearch {
 public:
  ImageSearch(const Image& image, const UnitIds& dead, const SectionRules& rules, std::u32string_view key,
              Candidates& candidates)
      : image_(image), dead_(dead), rules_(rules), key_(key), query_(image, key), candidates_(candidates) {}

  // Groups in order of growing difference of length, so that good matches come early and raise the cut-off.
  void run() {
    const auto groups = image_.groups();
    std::size_t above = static_cast<std::size_t>(
        std::ranges::lower_bound(groups, query_.length(), {}, &ImageGroup::length) - groups.begin());
    std::size_t below = above;
    bool is_done_above = above == groups.size();
    bool is_done_below = below == 0;
    while (!is_done_above || !is_done_below) {
      const bool goes_up = !is_done_above && (is_done_below || groups[above].length - query_.length() <=
                                                                   query_.length() - groups[below - 1].length);
      const std::size_t next = goes_up ? above++ : --below;
      const bool in_reach = limit_for(groups[next].length) >= length_difference(groups[next].length);
      if (in_reach) search_group(next);
      if (goes_up) {
        is_done_above = !in_reach || above == groups.size();
      } else {
        is_done_below = !in_reach || below == 0;
      }
    }
  }

 private:
  std::size_t longer(std::size_t length) const { return std::max(length, query_.length()); }
  std::size_t limit_for(std::size_t length) const { return max_distance(longer(length), candidates_.cutoff()); }

  std::size_t length_difference(std::size_t length) const {
    return longer(length) - std::min<std::size_t>(length, query_.length());
  }

  void search_group(std::size_t number) {
    const GroupView group = image_.group(number);
    std::size_t limit = limit_for(group.length);
    if (limit == 0) return search_exact(group);
    const BagQuery::Windows windows = query_.bags().windows(group.length);
    std::array<std::uint32_t, kBatch> batch;
    std::size_t filled = 0;
    for (std::size_t first = 0; first < group.count; first += kBlockUnits) {
      filled += survivors_of_block(group, first, windows, limit, batch.data() + filled);
      const bool is_last = first + kBlockUnits >= group.count;
      if (filled + kBlockUnits <= kBatch && !is_last) continue;
      compare(group, {batch.data(), filled}, limit);
      filled = 0;
      limit = limit_for(group.length);
      if (limit < length_difference(group.length)) return;
    }
  }

  // The units of a block that their letters do not rule out, as numbers in the group.
  std::size_t survivors_of_block(const GroupView& group, std::size_t first, const BagQuery::Windows& windows,
                                 std::size_t limit, std::uint32_t* out) {
    const std::size_t in_block = std::min(kBlockUnits, group.count - first);
    std::uint64_t alive = ~std::uint64_t{0} >> (kBlockUnits - in_block);  // a last block may not be full
    read_bags_ahead(group, first + kBlocksAhead * kBlockUnits);
    const std::size_t surplus = limit - windows.length_difference;
    if (surplus < 255) alive = scan(group.bags + first * kBuckets, windows, alive, static_cast<std::uint8_t>(surplus));
    const std::size_t count = numbers_of(alive, out);
    for (std::size_t i = 0; i < count; ++i) {
      out[i] += static_cast<std::uint32_t>(first);
      read_ahead<Cache::second>(group.codes_of(out[i]).data(), group.length);  // a batch of them would fill the first
    }
    return count;
  }

  // Many blocks are left early, and every other one begins a page: what the processor reads ahead by itself makes a look-up
  // at 85 take 0.43 ms in a million units, this 0.18.
  static void read_bags_ahead(const GroupView& group, std::size_t first) {
    if (first >= group.count) return;
    read_ahead<Cache::first>(group.bags + first * kBuckets, kBlockBytes);
  }

  // Of the wanted units of a block those that fit.
  std::uint64_t scan(const std::uint8_t* block, const BagQuery::Windows& windows, std::uint64_t wanted,
                     std::uint8_t surplus) const {
    const std::uint64_t fits =
        kernels_.scan_block(block, windows.anywhere, windows.wants_query_surplus, wanted, surplus);
    if (windows.parts.empty() || std::popcount(fits) < kWorthParts) return fits;
    std::uint64_t out = fits;  // of every part so far
    for (const BagPair& part : windows.parts) {
      out &= ~kernels_.scan_block(block, part, windows.wants_query_surplus, out, surplus);
      if (out == 0) break;
    }
    return fits & ~out;
  }

  void compare(const GroupView& group, std::span<const std::uint32_t> units, std::size_t limit) {
    std::array<std::uint32_t, kBatch> distances;
    const LengthBatch batch{group.codes, group.length, units.data(), units.size()};
    const auto* words = std::ranges::find_if(kBandWords, [limit](std::size_t w) { return limit <= max_limit(w); });
    if (words != std::end(kBandWords)) {
      const auto band = static_cast<std::size_t>(words - std::begin(kBandWords));
      const Kernels::BandKernel& kernel = kernels_.bands[band];
      kernel.distances(query_.windows(band, kernel), batch, limit, distances.data());
    } else {
      for (std::size_t i = 0; i < units.size(); ++i) {
        distances[i] = static_cast<std::uint32_t>(query_.distance(group.codes_of(units[i]), limit));
      }
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (distances[i] <= limit) offer(group, units[i], distances[i]);
    }
  }

  // Units with exactly these codes: they lie together, by their hash.
  void search_exact(const GroupView& group) {
    if (group.length != query_.length()) return;
    const std::uint64_t wanted = hash_codes(query_.codes().data(), query_.length());
    for (std::uint32_t i = first_with(group, wanted); i < group.count; ++i) {
      const auto codes = group.codes_of(i);
      if (hash_codes(codes.data(), codes.size()) != wanted) break;
      if (std::ranges::equal(codes, query_.codes())) offer(group, i, 0);
    }
  }

  // The first unit of a group whose hash is at least wanted.  Hashes are spread evenly, so that their place can be guessed
  // (interpolation search; Peterson 1957); where that fails, as among equal ones, halves are taken.
  static std::uint32_t first_with(const GroupView& group, std::uint64_t wanted) {
    std::uint32_t begin = 0;
    std::uint32_t end = group.count;
    std::uint64_t low = 0;  // what lies before begin is below wanted and at least low, what lies from end on at least high
    std::uint64_t high = ~std::uint64_t{0};
    for (std::size_t look = 1; begin < end; ++look) {
      const bool halves = look % 4 == 0 || high == wanted;
      const auto share = static_cast<Uint128>(end - begin) * (wanted - low) / (static_cast<Uint128>(high - low) + 1);
      const std::uint32_t place = begin + (halves ? (end - begin) / 2 : static_cast<std::uint32_t>(share));
      const std::uint64_t hash = hash_codes(group.codes_of(place).data(), group.length);
      if (hash < wanted) {
        begin = place + 1;
        low = hash;
      } else {
        end = place;
        high = hash;
      }
    }
    return begin;
  }

  void offer(const GroupView& group, std::uint32_t number, std::size_t distance) {
    const IndexedUnit unit = IndexedUnit::unpacked(group.units[number]);
    if (dead_.contains(unit.id)) return;
    if (query_.has_rare_letter()) {  // two rare letters have one code and may yet differ
      const std::size_t limit = limit_for(group.length);
      distance = levenshtein(key_, image_.key(group, number), limit);
      if (distance > limit) return;
    }
    const double similarity = similarity_of(distance, longer(group.length));
    candidates_.add(unit, rules_, similarity, [&] { return image_.key(group, number); });
  }

  const Image& image_;
  const UnitIds& dead_;
  const SectionRules& rules_;
  std::u32string_view key_;
  CodedQuery query_;
  Candidates& candidates_;
  const Kernels& kernels_ = kernels();
};

}  // namespace

bool SectionRules::passes(const IndexedUnit& unit) const { return sieve == nullptr || sieve->passes(unit); }

void Candidates::keep(const IndexedUnit& unit, const SectionRules& rules, double similarity, bool may_gain) {
  const double origin = bounds_.origin[static_cast<std::size_t>(unit.origin) & 7];
  const double most = may_gain ? std::max(similarity, bounds_.numbers_score) : similarity;
  const double least = may_gain ? std::min(similarity, bounds_.numbers_score) : similarity;
  candidates_.push_back({unit.id, rules.language, similarity, most - origin});
  const bool is_certain = unit.languages != LanguageSets::kUnknown && similarity >= min_similarity_;
  if (is_certain) cutoff_.raise(least - origin - (similarity == 100 ? bounds_.exact : bounds_.fuzzy));
}

std::vector<Candidate> Candidates::take() {
  const double worst = cutoff_.worst_of_best();
  std::erase_if(candidates_, [worst](const Candidate& candidate) {
    return candidate.possible < worst && candidate.similarity < 100;  // exact ones tell of several targets
  });
  return std::move(candidates_);
}

void search_image(const Image& image, const UnitIds& dead, const SectionRules& rules, std::u32string_view key,
                  Candidates& candidates) {
  ImageSearch(image, dead, rules, key, candidates).run();
}

}  // namespace egiz::detail
