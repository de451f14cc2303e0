// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "api/egiz.h"

// use_cpp RU KK MEMORY: adds two documents and looks up the first segment.
int main(int argc, char* argv[]) {
  if (argc != 4) return 2;
  const std::vector<std::filesystem::path> files = {argv[1], argv[2]};
  egiz::Memory memory = egiz::Memory::create(argv[3]);
  const egiz::AddDocumentsResult result = egiz::add_documents(memory, files);
  std::cout << result.report.added << " units\n";
  const egiz::LoadedDocument loaded = egiz::load_document(files[0]);
  const auto matches = memory.find(loaded.document.segment_text(0), egiz::Language("ru"), egiz::Language("kk"));
  return !matches.empty() && matches.front().score == 100 ? 0 : 1;
}
