// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/markdown.h"

#include <exception>
#include <new>
#include <string>

#include <md4c.h>

#include "base/error.h"
#include "exchange/document/html.h"
#include "exchange/document/markup.h"
#include "exchange/document/notes.h"
#include "exchange/document/paragraph_builder.h"

namespace egiz::exchange {
namespace {

// "---", lines, "---" at the head of a file: data for a site generator.
std::string_view without_front_matter(std::string_view text, LeftOut& left_out) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return text;
  for (std::size_t at = text.find("\n---"); at != std::string_view::npos; at = text.find("\n---", at + 1)) {
    const std::string_view rest = text.substr(at + 4);
    if (!rest.empty() && rest.front() != '\n' && rest.front() != '\r') continue;
    left_out.add("front matter");
    return rest;
  }
  return text;
}

// md4c is C: an exception is kept until it has returned.
class MarkdownBody {
 public:
  MarkdownBody(std::string_view name, const DocumentLimits& limits)
      : builder_(name, limits), name_(name), limits_(limits) {}

  void enter_block(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_H:
        builder_.start(ParagraphKind::heading);
        break;
      case MD_BLOCK_LI:
        ++items_;
        builder_.start(ParagraphKind::list_item);
        break;
      case MD_BLOCK_P:
        builder_.start(items_ > 0 ? ParagraphKind::list_item : ParagraphKind::text);
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        builder_.start(ParagraphKind::table_cell);
        break;
      case MD_BLOCK_CODE:
        builder_.end();
        left_out_.add("code blocks");
        in_code_ = true;
        break;
      case MD_BLOCK_HTML:
        builder_.end();
        in_html_ = true;
        break;
      default:
        break;
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_LI) --items_;
    if (type == MD_BLOCK_CODE) {
      in_code_ = false;
    } else if (type == MD_BLOCK_HTML) {
      in_html_ = false;
      add_html();
    } else {
      builder_.end();
    }
  }

  void enter_span(MD_SPANTYPE type) { images_ += type == MD_SPAN_IMG; }
  void leave_span(MD_SPANTYPE type) { images_ -= type == MD_SPAN_IMG; }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (in_code_ || images_ > 0) return;
    switch (type) {
      case MD_TEXT_NULLCHAR:
        break;
      case MD_TEXT_BR:
        builder_.line_break();
        break;
      case MD_TEXT_SOFTBR:
        builder_.append_collapsed(" ");
        break;
      case MD_TEXT_ENTITY:
        builder_.append_collapsed(html_character(text));
        break;
      case MD_TEXT_HTML:  // a block, or one tag in a line, of which only this one says something
        if (in_html_) {
          html_ += text;
        } else if (text.starts_with("<br")) {
          builder_.line_break();
        }
        break;
      default:
        builder_.append_collapsed(text);
    }
  }

  DocumentText take() {
    DocumentText document{.format = "md", .paragraphs = builder_.take()};
    document.findings = left_out_.findings(name_);
    return document;
  }

  LeftOut& left_out() { return left_out_; }

 private:
  void add_html() {
    const DocumentText text = read_html(html_, name_, limits_);
    for (const Paragraph& paragraph : text.paragraphs) {
      builder_.start(paragraph.kind);
      builder_.append(paragraph.text);
    }
    builder_.end();
    html_.clear();
  }

  ParagraphBuilder builder_;
  LeftOut left_out_;
  std::string_view name_;
  const DocumentLimits& limits_;
  std::string html_;
  std::size_t items_ = 0;  // list items that are open
  std::size_t images_ = 0;
  bool in_code_ = false;
  bool in_html_ = false;
};

struct Run {
  MarkdownBody body;
  std::exception_ptr failure;

  template <typename Action>
  int guard(const Action& action) noexcept {
    try {
      action();
      return 0;
    } catch (...) {
      failure = std::current_exception();
      return 1;
    }
  }
};

Run& run_of(void* data) { return *static_cast<Run*>(data); }

}  // namespace

DocumentText read_markdown(std::string_view bytes, std::string_view name, const DocumentLimits& limits) {
  const std::string decoded = decode_html(bytes, name).text;
  Run run{.body = MarkdownBody(name, limits), .failure = nullptr};
  const std::string_view text = without_front_matter(decoded, run.body.left_out());
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* data) {
    return run_of(data).guard([&] { run_of(data).body.enter_block(type); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
    return run_of(data).guard([&] { run_of(data).body.leave_block(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* data) {
    return run_of(data).guard([&] { run_of(data).body.enter_span(type); });
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
    return run_of(data).guard([&] { run_of(data).body.leave_span(type); });
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* data) {
    return run_of(data).guard([&] { run_of(data).body.text(type, {begin, size}); });
  };
  const int failed = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &run);
  if (run.failure) std::rethrow_exception(run.failure);
  if (failed != 0) throw std::bad_alloc();
  return run.body.take();
}

}  // namespace egiz::exchange
