// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <fstream>
#include <istream>
#include <ostream>

#include "cli/commands.h"
#include "cli/limits.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "jsonl"};

struct IdentifyArgs {
  std::vector<std::string> files;
  bool lines = false;
  bool as_jsonl = false;
  DocumentLimits limits;
};

IdentifyArgs parse_identify(const Words& words) {
  words.require_positional(1, SIZE_MAX, "one file or more");
  return {.files = words.positional(),
          .lines = words.has("lines"),
          .as_jsonl = words.choice("format", kFormats, "text") == "jsonl",
          .limits = parse_limits(words)};
}

void print_answer(const std::string& name, const Identification& answer, const IdentifyArgs& args, std::ostream& out) {
  if (args.as_jsonl) {
    out << identification_json(name, answer.language, answer.confidence) << '\n';
    return;
  }
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.4f", answer.confidence);
  if (!args.lines) out << name << '\t';
  out << answer.language.tag() << '\t' << confidence << '\n';
}

void identify_lines(std::istream& in, const std::string& name, const IdentifyArgs& args, std::ostream& out) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const std::string place = name + ":" + std::to_string(number);
    print_answer(place, identify_text(line, place), args, out);
  }
}

int run_identify(const Words& words, Io& io) {
  const IdentifyArgs args = parse_identify(words);
  for (const std::string& name : args.files) {
    if (!args.lines) {
      print_answer(name, identify_file(name, args.limits), args, io.out);
      continue;
    }
    if (name == "-") {
      identify_lines(io.in, name, args, io.out);
      continue;
    }
    std::ifstream file(name);
    if (!file) throw Error(ErrorCode::not_found, name + ": cannot be read; check the name");
    identify_lines(file, name, args, io.out);
  }
  return kSuccess;
}

}  // namespace

Command identify_command() {
  return {
      .name = "identify",
      .summary = "tell the language of files or lines",
      .usage = {"identify FILE... [--lines] [--format text|jsonl]"},
      .description =
          "Tells ru, kk, kk-Latn, kk-Arab, en, x-other for another language, or und when it cannot be told, and how "
          "sure\n"
          "it is, 0 to 1. With --lines every line is told on its own, in order; - is standard input.",
      .options = {{"lines", "", "tell the language of every line"}, {"format", "FORMAT", "text or jsonl"}, kLimits},
      .examples = {"egiz identify *.txt", "egiz identify --lines mixed.txt"},
      .nothing_found = "never",
      .run = run_identify,
  };
}

}  // namespace egiz::cli
