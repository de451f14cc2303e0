// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which parts of an Office Open XML archive belong together.

#include <string>
#include <string_view>
#include <vector>

#include "exchange/document/archive.h"

namespace egiz::exchange {

// Open Packaging Conventions: a part names the parts it needs in _rels/NAME.rels beside it.
struct Relationship {
  std::string id;
  std::string type;    // the end of its URI, as the rest differs between the transitional and the strict flavour
  std::string target;  // path in the archive
};

// Those of part, "" being the archive itself; without those to other files or addresses.
std::vector<Relationship> relationships_of(Archive& archive, const std::string& part);

// The target of the first of type; empty when there is none.
std::string target_of(const std::vector<Relationship>& relationships, std::string_view type);

}  // namespace egiz::exchange
