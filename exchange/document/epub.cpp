// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/epub.h"

#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/detail/limit_error.h"
#include "exchange/document/html.h"
#include "exchange/document/markup.h"
#include "exchange/document/notes.h"
#include "exchange/document/paragraph_builder.h"

namespace egiz::exchange {
namespace {

// META-INF/container.xml names the package file.
class ContainerHandler final : public MarkupHandler {
 public:
  void start(const MarkupElement& element) override {
    if (element.name == "rootfile" && package.empty()) package = element.attribute("full-path");
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::string package;
};

// META-INF/encryption.xml names the files that are locked; fonts often are in books that are not.
class EncryptionHandler final : public MarkupHandler {
 public:
  void start(const MarkupElement& element) override {
    if (element.name == "CipherReference") files.insert(resolve_archive_path("", element.attribute("URI")));
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::set<std::string> files;
};

// The package file: what is in the book, and in what order it is read.
class PackageHandler final : public MarkupHandler {
 public:
  struct Item {
    std::string file;
    std::string media_type;
    bool is_contents = false;
  };

  explicit PackageHandler(std::string_view package) : package_(package) {}

  void start(const MarkupElement& element) override {
    in_language_ = element.name == "language";
    if (element.name == "item") {
      const std::string properties = " " + std::string(element.attribute("properties")) + " ";
      items[std::string(element.attribute("id"))] = {resolve_archive_path(package_, element.attribute("href")),
                                                     std::string(element.attribute("media-type")),
                                                     properties.find(" nav ") != std::string::npos};
    } else if (element.name == "itemref") {
      spine.emplace_back(element.attribute("idref"));
    }
  }
  void end(std::string_view) override { in_language_ = false; }
  void text(std::string_view text) override {
    if (in_language_ && language.empty()) language = trim_spaces(text);
  }

  std::map<std::string, Item> items;
  std::vector<std::string> spine;
  std::string language;

 private:
  std::string_view package_;
  bool in_language_ = false;
};

std::set<std::string> locked_files(Archive& archive) {
  const auto xml = archive.read("META-INF/encryption.xml");
  if (!xml) return {};
  EncryptionHandler handler;
  parse_xml(*xml, archive.name() + "/META-INF/encryption.xml", handler);
  return std::move(handler.files);
}

PackageHandler read_package(Archive& archive, const std::string& package) {
  PackageHandler handler(package);
  parse_xml(archive.read_required(package), archive.name() + "/" + package, handler);
  return handler;
}

std::string package_of(Archive& archive) {
  ContainerHandler handler;
  parse_xml(archive.read_required("META-INF/container.xml"), archive.name() + "/META-INF/container.xml", handler);
  return resolve_archive_path("", handler.package);
}

bool is_page(const PackageHandler::Item& item) {
  return item.media_type == "application/xhtml+xml" || item.media_type == "text/html";
}

}  // namespace

DocumentText read_epub(Archive& archive) {
  const std::string package_file = package_of(archive);
  const PackageHandler package = read_package(archive, package_file);
  const std::set<std::string> locked = locked_files(archive);

  DocumentText document{.format = "epub"};
  LeftOut left_out;
  std::set<std::string> seen;  // a spine that names one page a thousand times is no book
  std::size_t bytes = 0;
  for (const std::string& id : package.spine) {
    const auto item = package.items.find(id);
    if (item == package.items.end() || !seen.insert(item->second.file).second) continue;
    if (item->second.is_contents || !is_page(item->second)) {
      left_out.add(item->second.is_contents ? "tables of contents" : "pages that are pictures");
      continue;
    }
    if (locked.count(item->second.file) > 0) {
      throw Error(ErrorCode::unsupported, archive.name() + ": the book is locked (DRM); only a book without a lock can be read");
    }
    const std::string page = archive.read_required(item->second.file);
    DocumentText text = read_html(page, archive.name() + "/" + item->second.file, archive.limits());
    for (const Paragraph& paragraph : text.paragraphs) bytes += paragraph.text.size();
    if (bytes > archive.limits().max_text_bytes) {
      throw limit_error(archive.name(), "more than " + std::to_string(archive.limits().max_text_bytes) + " bytes of text",
                        "text");
    }
    std::move(text.paragraphs.begin(), text.paragraphs.end(), std::back_inserter(document.paragraphs));
    std::move(text.findings.begin(), text.findings.end(), std::back_inserter(document.findings));
  }
  LanguageVotes language;
  language.add(package.language, 1);
  document.language = language.winner();
  for (Finding& finding : left_out.findings(archive.name())) document.findings.push_back(std::move(finding));
  return document;
}

}  // namespace egiz::exchange
