// SPDX-License-Identifier: Apache-2.0
#pragma once

// Look-up by comparing with everything, as well as that can be done.

#include <string>
#include <vector>

namespace egiz::bench {

// Compares a query with every key of its length window; the bits of the query are made once, as the cached form of
// rapidfuzz does.
class FullScan {
 public:
  void add(std::u32string key) { keys_.push_back(std::move(key)); }

  // The similarities that reach min_similarity, highest first.
  std::vector<double> similarities(const std::u32string& query, double min_similarity) const;

 private:
  std::vector<std::u32string> keys_;
};

}  // namespace egiz::bench
