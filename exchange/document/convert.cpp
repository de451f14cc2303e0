// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/convert.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "base/error.h"
#include "exchange/detail/limit_error.h"
#include "exchange/document/child_process.h"
#include "exchange/document/html.h"
#include "exchange/document/package.h"
#include "exchange/document/plain_text.h"

namespace egiz::exchange {
namespace {

namespace fs = std::filesystem;

// A folder of our own that goes with us.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "egiz-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw Error(ErrorCode::io, pattern + ": no temporary folder can be made");
    path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

[[noreturn]] void fail(std::string_view name, const std::string& program) {
  throw Error(ErrorCode::parse, std::string(name) + ": " + program + " cannot read it; is the file damaged?");
}

std::string find_office() {
  std::string program = find_program("soffice");
  return program.empty() ? find_program("libreoffice") : program;
}

// Gives nullopt when LibreOffice is not installed.
std::optional<DocumentText> read_through_office(std::string_view bytes, std::string_view name,
                                                const std::string& extension, const DocumentLimits& limits) {
  const std::string program = find_office();
  if (program.empty()) return std::nullopt;
  const TemporaryFolder folder;
  const fs::path input = folder.path() / ("document." + extension);
  std::ofstream(input, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  // A profile of its own: LibreOffice refuses to start twice with one.
  run_program({program, "-env:UserInstallation=file://" + (folder.path() / "profile").string(), "--headless",
               "--norestore", "--convert-to", "docx", "--outdir", folder.path().string(), input.string()},
              "", name, limits);
  const fs::path output = folder.path() / "document.docx";
  std::error_code error;
  const std::uintmax_t size = fs::file_size(output, error);
  if (error) fail(name, "LibreOffice");
  if (size > limits.max_program_output) {
    throw limit_error(name, "converts to more than " + std::to_string(limits.max_program_output) + " bytes", "output");
  }
  std::ifstream stream(output, std::ios::binary);
  const std::string converted{std::istreambuf_iterator<char>(stream), {}};
  return read_package(converted, name, limits);
}

}  // namespace

DocumentText read_rtf(std::string_view bytes, std::string_view name, const DocumentLimits& limits) {
  if (auto document = read_through_office(bytes, name, "rtf", limits)) {
    document->format = "rtf";
    return *std::move(document);
  }
  const std::string program = find_program("unrtf");
  if (program.empty()) {
    throw Error(ErrorCode::unsupported, std::string(name) + ": RTF is read by another program; install libreoffice-writer "
                                                            "or unrtf, or save it as docx or odt");
  }
  const ProcessResult result = run_program({program, "--html", "--nopict"}, bytes, name, limits);
  if (result.status != 0) fail(name, "unrtf");
  DocumentText document = read_html(result.out, name, limits);
  document.format = "rtf";
  document.findings.push_back({std::string(name), "read by unrtf: headings, lists and notes are plain paragraphs"});
  return document;
}

DocumentText read_word_97(std::string_view bytes, std::string_view name, const DocumentLimits& limits) {
  if (auto document = read_through_office(bytes, name, "doc", limits)) {
    document->format = "doc";
    return *std::move(document);
  }
  struct Reader {
    std::string program;
    std::vector<std::string> arguments;
  };
  for (const Reader& reader : {Reader{"antiword", {"-w", "0", "-m", "UTF-8.txt", "-"}},
                               Reader{"catdoc", {"-w", "-d", "utf-8"}}}) {
    std::vector<std::string> arguments{find_program(reader.program)};
    if (arguments.front().empty()) continue;
    arguments.insert(arguments.end(), reader.arguments.begin(), reader.arguments.end());
    const ProcessResult result = run_program(arguments, bytes, name, limits);
    if (result.status != 0) fail(name, reader.program);
    DocumentText document = read_plain_text(result.out, name, ParagraphMode::line);
    document.format = "doc";
    document.findings.push_back(
        {std::string(name), "read by " + reader.program + ": headings, lists and notes are plain paragraphs"});
    return document;
  }
  throw Error(ErrorCode::unsupported, std::string(name) + ": Word 97 documents are read by another program; install "
                                                          "libreoffice-writer, antiword or catdoc, or save it as docx or odt");
}

}  // namespace egiz::exchange
