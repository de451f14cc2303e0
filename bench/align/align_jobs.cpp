// SPDX-License-Identifier: Apache-2.0
// Aligns the jobs of a list, one segment a line, and writes ladders; for measuring without the program egiz.
//
//   egiz_bench_align JOBS.tsv LANGUAGE LANGUAGE [--alone] [--third LANGUAGE] [--threads N] [--no-lexicon]
//                    [--no-paragraphs] [--posteriors]
//
// JOBS.tsv: source TAB target TAB output.  All jobs of the list are one batch, unless --alone.  With --third:
// a TAB b TAB c TAB output of a-b TAB of a-c TAB of b-c, each line a triple.

#include <tbb/global_control.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "base/allocation.h"
#include "base/error.h"
#include "text/segmenter.h"

namespace {

struct Arguments {
  std::string jobs;
  egiz::Language source;
  egiz::Language target;
  egiz::Language third;
  bool is_triple = false;
  bool is_alone = false;
  bool has_lexicon = true;
  bool use_paragraphs = true;
  bool use_posteriors = false;
  std::size_t threads = 1;
};

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  if (argc < 4) {
    throw egiz::Error(egiz::ErrorCode::invalid_argument,
                      "usage: egiz_bench_align JOBS.tsv LANGUAGE LANGUAGE [--alone] [--threads N]");
  }
  arguments.jobs = argv[1];
  arguments.source = egiz::Language(argv[2]);
  arguments.target = egiz::Language(argv[3]);
  for (int k = 4; k < argc; ++k) {
    const std::string option = argv[k];
    if (option == "--alone") {
      arguments.is_alone = true;
    } else if (option == "--third" && k + 1 < argc) {
      arguments.third = egiz::Language(argv[++k]);
      arguments.is_triple = true;
    } else if (option == "--no-lexicon") {
      arguments.has_lexicon = false;
    } else if (option == "--no-paragraphs") {
      arguments.use_paragraphs = false;
    } else if (option == "--posteriors") {
      arguments.use_posteriors = true;
    } else if (option == "--threads" && k + 1 < argc) {
      arguments.threads = std::stoul(argv[++k]);
    }
  }
  return arguments;
}

egiz::Document read(const std::string& path, const egiz::Language& language) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw egiz::Error(egiz::ErrorCode::not_found, path + ": cannot be read; check the path");
  }
  return egiz::document_from_lines(std::string(std::istreambuf_iterator<char>(in), {}), language);
}

void write_side(std::ostream& out, egiz::SegmentRange range) {
  for (std::size_t k = range.begin; k < range.end; ++k) {
    out << (k == range.begin ? "" : ",") << k;
  }
}

void write(const std::string& path, const egiz::Alignment& alignment) {
  std::ofstream out(path, std::ios::binary);
  out << "# parallelism " << alignment.parallelism << " cost " << alignment.cost << '\n';
  for (const egiz::Bead& bead : alignment.beads) {
    write_side(out, bead.source);
    out << '\t';
    write_side(out, bead.target);
    out << '\t' << bead.confidence << '\n';
  }
}

// Each line: three documents and the ladders of a-b, a-c and b-c.
int run_triples(const Arguments& arguments) {
  std::ifstream jobs(arguments.jobs);
  std::string line;
  while (std::getline(jobs, line)) {
    std::vector<std::string> fields;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      fields.push_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
    const auto triple = egiz::align(read(fields.at(0), arguments.source), read(fields.at(1), arguments.target),
                                    read(fields.at(2), arguments.third));
    write(fields.at(3), egiz::project(triple, 0, 1));
    write(fields.at(4), egiz::project(triple, 0, 2));
    write(fields.at(5), egiz::project(triple, 1, 2));
  }
  return 0;
}

int run(const Arguments& arguments) {
  std::ifstream jobs(arguments.jobs);
  std::vector<egiz::Document> documents;
  std::vector<std::string> outputs;
  std::string source, target, output;
  std::size_t segments = 0;
  while (std::getline(jobs, source, '\t') && std::getline(jobs, target, '\t') && std::getline(jobs, output)) {
    documents.push_back(read(source, arguments.source));
    documents.push_back(read(target, arguments.target));
    segments += documents[documents.size() - 2].size() + documents.back().size();
    outputs.push_back(output);
  }
  const egiz::Lexicon none;
  egiz::AlignOptions options;
  options.use_paragraphs = arguments.use_paragraphs;
  options.use_posteriors = arguments.use_posteriors;
  options.lexicon = arguments.has_lexicon ? &egiz::Lexicon::built_in() : &none;

  const auto start = std::chrono::steady_clock::now();
  if (arguments.is_alone) {
    for (std::size_t k = 0; k < outputs.size(); ++k) {
      write(outputs[k], egiz::align(documents[2 * k], documents[2 * k + 1], options));
    }
  } else {
    std::vector<egiz::DocumentPair> pairs;
    for (std::size_t k = 0; k < outputs.size(); ++k) {
      pairs.push_back({&documents[2 * k], &documents[2 * k + 1]});
    }
    const auto alignments = egiz::align_all(pairs, options);
    for (std::size_t k = 0; k < outputs.size(); ++k) {
      write(outputs[k], alignments[k]);
    }
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::cerr << outputs.size() << " jobs, " << segments << " segments, " << seconds << " s, "
            << static_cast<double>(segments) / seconds << " segments/s\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  egiz::keep_freed_memory();
  try {
    const Arguments arguments = parse(argc, argv);
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, arguments.threads);
    return arguments.is_triple ? run_triples(arguments) : run(arguments);
  } catch (const std::exception& error) {
    std::cerr << "egiz_bench_align: " << error.what() << '\n';
    return 3;
  }
}
