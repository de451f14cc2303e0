// SPDX-License-Identifier: Apache-2.0
// The lattice of all alignments of a section: forward-backward, and the best path by expected gain.

#include "align/detail/lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "align/detail/fast_math.h"

namespace egiz::align_detail {
namespace {

constexpr double kNever = -1e30;
constexpr double kLeastBead = 0.01;  // posteriors below are not worth keeping
constexpr double kMostOver = 2e-5;   // posterior of the beads that pass over a gate
constexpr float kLeastLink = 0.02F;
constexpr double kNegligible = -25;       // log posterior of a node that no sum notices
constexpr double kUnseen = -15;           // log posterior of a bead that no gate notices
constexpr double kMostCertain = 0.99999;  // nothing is certain but what the caller fixed
constexpr std::size_t kQuiet = 2;         // rows around a decided one that hold one likely node each

double exp_fast(double x) { return static_cast<double>(fast_exp(static_cast<float>(std::min(x, 80.0)))); }

double log_sum(double a, double b) {
  const double high = std::max(a, b);
  const double low = std::min(a, b);
  return low < high - 40 ? high : high + static_cast<double>(fast_log(1 + fast_exp(static_cast<float>(low - high))));
}

double log_sum(double a, double b, double c) { return log_sum(log_sum(a, b), c); }

// A sum of logarithms that grows.
struct LogSum {
  double high = kNever;
  float sum = 0;  // of exp(value - high)

  void add(double value) {
    if (value <= high) {
      sum += fast_exp(static_cast<float>(value - high));
    } else if (value > kNever / 2) {
      sum = sum * fast_exp(static_cast<float>(high - value)) + 1;
      high = value;
    }
  }
  double value() const { return sum > 0 ? high + static_cast<double>(fast_log(sum)) : kNever; }
};

}  // namespace

TransitionCounts& TransitionCounts::operator+=(const TransitionCounts& other) {
  beads += other.beads;
  source_runs += other.source_runs;
  source_segments += other.source_segments;
  target_runs += other.target_runs;
  target_segments += other.target_segments;
  return *this;
}

Lattice::Lattice(const Pair& pair, const Section& section, const ParagraphModel& paragraphs,
                 const Transitions& transitions, const std::vector<TypeScores>& scores)
    : band_(section.band), n_(section.source.size()), m_(section.target.size()), offsets_(n_ + 2) {
  for (std::size_t i = 0; i <= n_; ++i) {
    offsets_[i + 1] = offsets_[i] + band_.rows[i].end - band_.rows[i].begin;
  }
  collect_edges(scores);
  match_match_ = std::log(1 - transitions.enter_source - transitions.enter_target);
  match_source_ = std::log(transitions.enter_source);
  match_target_ = std::log(transitions.enter_target);
  stay_ = std::log(transitions.stay);
  source_match_ = std::log(1 - transitions.stay);
  target_match_ = std::log(1 - transitions.stay - Transitions::kTargetToSource);
  target_source_ = std::log(Transitions::kTargetToSource);
  const auto fill = [](const Side& side, SegmentRange range, const std::array<float, 2>& odds,
                       std::vector<double>& out) {
    out.resize(range.size() + 1);
    for (std::size_t k = 0; k < range.size(); ++k) {
      out[k] = static_cast<double>(odds[side.starts_paragraph(range.begin + k) ? 1 : 0]);
    }
  };
  fill(pair.source, section.source, paragraphs.omission_start, start_source_);
  fill(pair.source, section.source, paragraphs.omission_end, end_source_);
  fill(pair.target, section.target, paragraphs.omission_start, start_target_);
  fill(pair.target, section.target, paragraphs.omission_end, end_target_);
}

void Lattice::collect_edges(const std::vector<TypeScores>& scores) {
  first_edges_.reserve(scores.size() + 1);
  for (std::size_t i = 0; i <= n_; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      first_edges_.push_back(edges_.size());
      const TypeScores& own = scores[index(i, j)];
      for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
        const std::size_t to_i = i + kBeadTypes[t].source;
        const std::size_t to_j = j + kBeadTypes[t].target;
        if (own[t] > kForbidden / 2 && to_i <= n_ && band_.contains(to_i, to_j)) {
          edges_.push_back({index(to_i, to_j), own[t], static_cast<std::uint8_t>(t)});
        }
      }
    }
  }
  first_edges_.push_back(edges_.size());
}

void Lattice::forward() {
  alpha_.assign(offsets_[n_ + 1], {kNever, kNever, kNever});
  leave_.assign(alpha_.size(), kNever);
  std::vector<LogSum> beads(alpha_.size());  // that end at a node
  for (std::size_t i = 0; i <= n_; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::size_t at = index(i, j);
      Node& node = alpha_[at];
      node.match = i == 0 && j == 0 ? 0.0 : beads[at].value();
      if (i > 0 && band_.contains(i - 1, j)) {
        const Node& from = alpha_[index(i - 1, j)];
        node.source = log_sum(from.match + match_source_ + start_source_[i - 1], from.source + stay_,
                              from.target + target_source_ + start_source_[i - 1] + end_target_[j]);
      }
      if (j > band_.rows[i].begin) {
        const Node& from = alpha_[at - 1];
        node.target = log_sum(from.match + match_target_ + start_target_[j - 1], from.target + stay_);
      }
      leave_[at] = log_sum(node.match + match_match_, node.source + source_match_ + end_source_[i],
                           node.target + target_match_ + end_target_[j]);
      for (const Edge& edge : edges(at)) {
        beads[edge.to].add(leave_[at] + static_cast<double>(edge.score));
      }
    }
  }
}

double Lattice::starts_of(std::size_t node) const {
  LogSum beads;
  for (const Edge& edge : edges(node)) {
    beads.add(static_cast<double>(edge.score) + beta_[edge.to].match);
  }
  return beads.value();
}

void Lattice::backward() {
  beta_.assign(alpha_.size(), {kNever, kNever, kNever});
  for (std::size_t i = n_ + 1; i-- > 0;) {
    for (std::size_t j = band_.rows[i].end; j-- > band_.rows[i].begin;) {
      Node& node = beta_[index(i, j)];
      if (i == n_ && j == m_) {
        node = {0, 0, 0};
        continue;
      }
      const double beads = starts_of(index(i, j));
      double source = kNever;
      double target = kNever;
      if (i < n_ && band_.contains(i + 1, j)) {
        source = beta_[index(i + 1, j)].source;
      }
      if (j + 1 < band_.rows[i].end) {
        target = beta_[index(i, j + 1)].target;
      }
      node.match = log_sum(match_match_ + beads, match_source_ + start_source_[i] + source,
                           match_target_ + start_target_[j] + target);
      node.source = log_sum(source_match_ + end_source_[i] + beads, stay_ + source);
      node.target = log_sum(target_match_ + end_target_[j] + beads, stay_ + target,
                            target_source_ + end_target_[j] + start_source_[i] + source);
    }
  }
}

// Of the three states of a node; their sum is at most 1.1 more.
double Lattice::greatest_log_posterior(std::size_t node) const {
  return std::max({alpha_[node].match + beta_[node].match, alpha_[node].source + beta_[node].source,
                   alpha_[node].target + beta_[node].target}) -
         total_;
}

double Lattice::log_posterior(std::size_t node) const {
  return log_sum(alpha_[node].match + beta_[node].match, alpha_[node].source + beta_[node].source,
                 alpha_[node].target + beta_[node].target) -
         total_;
}

namespace {

// The links that the beads imply, merged, in order of target and then source.
std::vector<SegmentLink> links_of(const std::vector<BeadPosterior>& beads) {
  std::vector<SegmentLink> links;
  for (const BeadPosterior& bead : beads) {
    const BeadType& type = kBeadTypes[bead.type];
    for (std::uint32_t a = 0; a < type.source; ++a) {
      for (std::uint32_t b = 0; b < type.target; ++b) {
        links.push_back({bead.source + a, bead.target + b, bead.probability});
      }
    }
  }
  std::ranges::stable_sort(links, [](const SegmentLink& a, const SegmentLink& b) {
    return a.target != b.target ? a.target < b.target : a.source < b.source;
  });
  std::vector<SegmentLink> merged;
  for (const SegmentLink& link : links) {
    if (!merged.empty() && merged.back().source == link.source && merged.back().target == link.target) {
      merged.back().weight = std::min(1.0F, merged.back().weight + link.weight);
    } else {
      merged.push_back(link);
    }
  }
  std::erase_if(merged, [](const SegmentLink& link) { return link.weight < kLeastLink; });
  return merged;
}

}  // namespace

void Lattice::believe_omissions(std::size_t i, std::size_t j, Section& section, Expectations& expected) const {
  const std::size_t node = index(i, j);
  const double omitted_source = i > 0 ? exp_fast(alpha_[node].source + beta_[node].source - total_) : 0.0;
  const double omitted_target = j > 0 ? exp_fast(alpha_[node].target + beta_[node].target - total_) : 0.0;
  if (i > 0) {
    section.source_omitted[i - 1] += static_cast<float>(omitted_source);
  }
  if (j > 0) {
    section.target_omitted[j - 1] += static_cast<float>(omitted_target);
  }
  expected.transitions.source_segments += omitted_source;
  expected.transitions.target_segments += omitted_target;
  // A run ends where a bead or the other kind of omission starts.
  if (i < n_ && band_.contains(i + 1, j)) {
    const double entered =
        log_sum(alpha_[node].match + match_source_, alpha_[node].target + target_source_ + end_target_[j]);
    expected.transitions.source_runs += exp_fast(entered + start_source_[i] + beta_[index(i + 1, j)].source - total_);
  }
  if (j + 1 < band_.rows[i].end) {
    expected.transitions.target_runs +=
        exp_fast(alpha_[node].match + match_target_ + start_target_[j] + beta_[node + 1].target - total_);
  }
}

void Lattice::believe_beads(std::size_t i, std::size_t j, Section& section, Expectations& expected) {
  const std::size_t node = index(i, j);
  for (const Edge& edge : edges(node)) {
    const BeadType& type = kBeadTypes[edge.type];
    const double exponent = leave_[node] + static_cast<double>(edge.score) + beta_[edge.to].match - total_;
    if (exponent < (type.source > 1 ? kUnseen : -4.7)) {  // log kLeastBead, and a little
      continue;
    }
    const double probability = exp_fast(exponent);
    for (std::size_t row = i + 1; row < i + type.source; ++row) {
      passed_over_[row] += probability;
    }
    if (probability >= kLeastBead) {
      section.beads.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), edge.type,
                               static_cast<float>(std::min(probability, kMostCertain))});
      expected.types[edge.type] += probability;
      expected.transitions.beads += probability;
    }
  }
}

Expectations Lattice::infer(Section& section) {
  forward();
  backward();
  const Node& end = alpha_[index(n_, m_)];
  total_ = log_sum(end.match, end.source, end.target);

  Expectations expected;
  section.score = total_;
  section.beads.clear();
  section.source_omitted.assign(n_, 0.0F);
  section.target_omitted.assign(m_, 0.0F);
  passed_over_.assign(n_ + 1, 0.0);
  for (std::size_t i = 0; i <= n_; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      if (greatest_log_posterior(index(i, j)) > kNegligible) {
        believe_omissions(i, j, section, expected);
        believe_beads(i, j, section, expected);
      }
    }
  }
  for (auto* omitted : {&section.source_omitted, &section.target_omitted}) {
    for (float& value : *omitted) {
      value = std::min(value, static_cast<float>(kMostCertain));
    }
  }
  section.links = links_of(section.beads);
  return expected;
}

namespace {

// Narrows the rows that are decided to their one likely node, and what lies around them to what it can reach.
void decide(const std::vector<Band::Row>& likely, Band& band) {
  std::size_t quiet = kQuiet;  // rows in a row that hold one likely node; the first has nothing before it
  std::vector<bool> is_decided(band.rows.size());
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    quiet = likely[i].is_decided() ? quiet + 1 : 0;
    if (i >= kQuiet && quiet > 2 * kQuiet) {
      is_decided[i - kQuiet] = true;
    }
  }
  std::uint32_t first = 0;
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    first = is_decided[i] ? likely[i].begin : first;
    band.rows[i].begin = std::max(band.rows[i].begin, first);
  }
  std::uint32_t end = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t i = band.rows.size(); i-- > 0;) {
    end = is_decided[i] ? likely[i].end : end;
    band.rows[i].end = std::min(band.rows[i].end, end);
  }
}

}  // namespace

Band Lattice::prune(double nats, std::uint32_t margin, std::size_t type_count) const {
  Band pruned;
  pruned.rows.resize(n_ + 1, {std::numeric_limits<std::uint32_t>::max(), 0});
  std::vector<Band::Row> likely(pruned.rows);
  for (std::size_t i = 0; i <= n_; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      if (greatest_log_posterior(index(i, j)) + 1.1 < -nats || log_posterior(index(i, j)) < -nats) {
        continue;
      }
      likely[i].begin = std::min(likely[i].begin, static_cast<std::uint32_t>(j));
      likely[i].end = static_cast<std::uint32_t>(j) + 1;
      const auto column = static_cast<std::uint32_t>(j);
      const std::size_t first = i >= margin ? i - margin : 0;
      for (std::size_t row = first; row <= std::min(n_, i + margin); ++row) {
        pruned.rows[row].begin = std::min(pruned.rows[row].begin, column >= margin ? column - margin : 0);
        pruned.rows[row].end = std::max(pruned.rows[row].end,
                                        std::min<std::uint32_t>(column + margin, static_cast<std::uint32_t>(m_)) + 1);
      }
    }
  }
  connect(pruned, m_);
  decide(likely, pruned);
  for (std::size_t i = 0; i <= n_; ++i) {
    pruned.rows[i].is_gate =
        type_count >= kBasicTypeCount && passed_over_[i] < kMostOver && pruned.rows[i].is_decided();
  }
  return pruned;
}

std::vector<std::size_t> Lattice::tight_rows(double posterior) const {
  std::vector<std::size_t> rows;
  if (total_ < kNever / 2) {
    for (std::size_t i = 0; i <= n_; ++i) {
      rows.push_back(i);
    }
    return rows;
  }
  // What is decided below a row bounds its columns to the right.
  std::vector<std::uint32_t> ends(n_ + 1, static_cast<std::uint32_t>(m_) + 1);
  for (std::size_t i = n_; i-- > 0;) {
    ends[i] = band_.rows[i + 1].is_decided() ? band_.rows[i + 1].end : ends[i + 1];
  }
  const double least = std::log(posterior);
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i <= n_; ++i) {
    const Band::Row& row = band_.rows[i];
    if (row.is_decided()) {
      begin = row.begin;
    } else if ((row.begin > begin && log_posterior(index(i, row.begin)) > least) ||
               (row.end < ends[i] && log_posterior(index(i, row.end - 1)) > least)) {
      rows.push_back(i);
    }
  }
  return rows;
}

Lattice::Boundary Lattice::best_boundary(std::size_t i) const {
  Boundary best;
  for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
    const double posterior = exp_fast(alpha_[index(i, j)].match + beta_[index(i, j)].match - total_);
    if (posterior > best.posterior) {
      best = {j, posterior};
    }
  }
  return best;
}

}  // namespace egiz::align_detail
