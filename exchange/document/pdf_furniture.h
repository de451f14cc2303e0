// SPDX-License-Identifier: Apache-2.0
#pragma once

// Running heads, running feet and page numbers.

#include <cstddef>
#include <vector>

#include "exchange/document/pdf_page.h"

namespace egiz::exchange {

// Removes the lines at the head and foot of pages that stand, digits apart, at the same place of a third of the pages
// (at least two), and page numbers.  Gives how many lines went.
std::size_t remove_page_furniture(std::vector<PdfPage>& pages);

}  // namespace egiz::exchange
