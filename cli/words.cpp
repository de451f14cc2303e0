// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/program_options.hpp>
#include <cctype>
#include <charconv>
#include <cmath>

#include "cli/command.h"

namespace egiz::cli {
namespace {

namespace po = boost::program_options;

po::options_description describe(std::span<const Option> options) {
  po::options_description description;
  for (const Option& option : options) {
    std::string name(option.name);
    if (option.short_name != 0) name.append(",").push_back(option.short_name);
    if (option.argument.empty()) {
      description.add_options()(name.c_str(), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::string>(), "");
    }
  }
  return description;
}

// "- Сәлем!" and "-5 °C" are words, not options.
std::vector<po::option> take_text(std::vector<std::string>& arguments) {
  const std::string& word = arguments.front();
  const bool is_text =
      word.size() > 1 && word[0] == '-' && word[1] != '-' && std::isalpha(static_cast<unsigned char>(word[1])) == 0;
  if (!is_text) return {};
  po::option option;
  option.value.push_back(word);
  option.original_tokens.push_back(word);
  option.position_key = 0;
  arguments.erase(arguments.begin());
  return {option};
}

UsageError wrong_value(const std::string& option, const std::string& found, const std::string& wanted) {
  return UsageError("--" + option + " " + found + ": wanted is " + wanted);
}

Language parse_language(const std::string& option, std::string_view tag) {
  try {
    return Language(tag);
  } catch (const Error&) {
    throw wrong_value(option, std::string(tag), "a language such as ru, kk or en");
  }
}

}  // namespace

Words::Words(std::span<const Option> options, std::span<const std::string> arguments) {
  try {
    const po::options_description description = describe(options);
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const po::parsed_options parsed = po::command_line_parser({arguments.begin(), arguments.end()})
                                          .options(description)
                                          .style(style)
                                          .extra_style_parser(take_text)
                                          .allow_unregistered()
                                          .run();
    for (const po::basic_option<char>& option : parsed.options) {
      if (option.position_key >= 0) {
        positional_.insert(positional_.end(), option.value.begin(), option.value.end());
        continue;
      }
      if (option.unregistered) throw UsageError(option.original_tokens.front() + ": there is no such option");
      std::vector<std::string>& values = values_[option.string_key];
      const auto described = std::ranges::find(options, option.string_key, &Option::name);
      const bool repeats = described != options.end() && described->repeats;
      if (!values.empty() && !repeats) throw UsageError("--" + option.string_key + " is given twice");
      values.push_back(option.value.empty() ? "" : option.value.front());
    }
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
}

std::optional<std::string> Words::value(const std::string& option) const {
  const auto found = values_.find(option);
  if (found == values_.end()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Words::values(const std::string& option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

double Words::number(const std::string& option, double fallback, double low, double high) const {
  const std::optional<std::string> text = value(option);
  if (!text) return fallback;
  double number = 0;
  const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (code != std::errc() || end != text->data() + text->size() || !(number >= low && number <= high)) {
    throw wrong_value(option, *text,
                      "a number from " + std::to_string(std::lround(low)) + " to " + std::to_string(std::lround(high)));
  }
  return number;
}

std::size_t Words::count(const std::string& option, std::size_t fallback) const {
  const std::optional<std::string> text = value(option);
  if (!text) return fallback;
  std::size_t count = 0;
  const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), count);
  if (code != std::errc() || end != text->data() + text->size())
    throw wrong_value(option, *text, "a whole number, 0 or more");
  return count;
}

std::optional<Language> Words::language(const std::string& option) const {
  const std::optional<std::string> text = value(option);
  if (!text) return std::nullopt;
  return parse_language(option, *text);
}

Language Words::required_language(const std::string& option) const {
  if (const std::optional<Language> found = language(option)) return *found;
  throw UsageError("--" + option + " is missing; it takes a language such as ru, kk or en");
}

std::vector<std::string> Words::list(const std::string& option) const {
  std::vector<std::string> names;
  const std::string text = value(option).value_or("");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    names.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

std::vector<Language> Words::languages(const std::string& option) const {
  std::vector<Language> languages;
  for (const std::string& tag : list(option)) languages.push_back(parse_language(option, tag));
  return languages;
}

std::string Words::choice(const std::string& option, std::span<const std::string_view> choices,
                          std::string_view fallback) const {
  const std::string text = value(option).value_or(std::string(fallback));
  if (std::ranges::find(choices, text) != choices.end()) return text;
  std::string wanted;
  for (const std::string_view choice : choices) wanted.append(wanted.empty() ? "" : ", ").append(choice);
  throw wrong_value(option, text, "one of " + wanted);
}

void Words::require_positional(std::size_t low, std::size_t high, std::string_view what) const {
  if (positional_.size() >= low && positional_.size() <= high) return;
  const std::string found = positional_.empty() ? "nothing was" : std::to_string(positional_.size()) + " words were";
  throw UsageError("wanted is " + std::string(what) + ", " + found + " given");
}

}  // namespace egiz::cli
