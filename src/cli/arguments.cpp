#include "cli/arguments.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/formats.hpp"
#include "formula/functions.hpp"
#include "formula/names.hpp"

namespace gradfield {
namespace {

// What other programs call an option of ours.
constexpr std::pair<std::string_view, std::string_view> kElsewhere[] = {
    {"lr", "rate"},          {"learning-rate", "rate"},  {"epochs", "iterations"},   {"iter", "iterations"},
    {"steps", "iterations"}, {"max-iter", "iterations"}, {"start", "path"},          {"variables", "vars"},
    {"constant", "define"},  {"levels", "contour"},      {"optimiser", "optimizer"}, {"eps", "epsilon"},
    {"beta", "beta1"},       {"gtol", "until"},          {"bounds", "box"},
};

Error unknown_option(const std::string& name) {
  std::vector<std::string_view> names;
  for (const OptionRow& row : option_table()) names.push_back(row.long_name);
  std::string_view close = closest_name(name, names);
  for (const auto& [theirs, ours] : kElsewhere) {
    if (name == theirs) close = ours;
  }
  return Error(ExitCode::kUsage, "unknown option '--" + printable(shortened(name, 40)) + "'" +
                                     (close.empty() ? "; gradfield --help lists the options"
                                                    : ": did you mean '--" + std::string(close) + "'?"));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The name at the start of a text, or "".
std::string leading_name(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (is_letter(text[length]) || (length > 0 && is_digit(text[length])))) ++length;
  return std::string(text.substr(0, length));
}

// An option whose dashes a word processor has made longer, as it is typed: --path for —path and –path, -n for –n.
// Others as they are.
std::string with_typed_dashes(const std::string& argument) {
  std::size_t length = 0;
  std::string dashes;
  while (length < argument.size() && dashes.size() < 2) {
    const Character c = decode_character(argument, length);
    const bool is_long = c.code_point == 0x2014 || c.code_point == 0x2015;
    if (!c.valid || (!is_long && c.code_point != '-' && c.code_point != 0x2212 &&
                     (c.code_point < 0x2010 || c.code_point > 0x2013))) {
      break;
    }
    dashes += is_long ? "--" : "-";
    length += c.bytes;
  }
  if (length == dashes.size()) return argument;  // typed
  const std::string rest = argument.substr(length), name = rest.substr(0, rest.find('='));
  if (find_option(name) != nullptr && (dashes.size() == 2 || name.size() > 1)) return "--" + rest;
  return dashes == "-" && rest.size() == 1 && find_option(rest[0]) != nullptr ? "-" + rest : argument;
}

class Sorter {
 public:
  explicit Sorter(const std::vector<std::string>& arguments) : arguments_(arguments) {}

  SortedArguments sort() {
    for (at_ = 0; at_ < arguments_.size(); ++at_) {
      const std::string argument = with_typed_dashes(arguments_[at_]);
      if (argument == "--") {
        sorted_.expressions.insert(sorted_.expressions.end(), arguments_.begin() + static_cast<std::ptrdiff_t>(at_) + 1,
                                   arguments_.end());
        break;
      }
      if (argument.starts_with("--")) {
        take_long(argument);
      } else if (!(argument.size() >= 2 && argument[0] == '-' && take_short(argument))) {
        sorted_.expressions.push_back(argument);
      }
    }
    return std::move(sorted_);
  }

 private:
  void take_long(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
    const OptionRow* row = find_option(name);
    if (row == nullptr) throw unknown_option(name);
    if (equals == std::string::npos) {
      take(*row, argument);
    } else if (row->value.empty()) {
      throw Error(ExitCode::kUsage, "--" + name + " takes no value");
    } else if (equals + 1 == argument.size()) {
      sorted_.options.insert(sorted_.options.end(), {"--" + name, ""});
    } else {
      sorted_.options.push_back(argument);
    }
  }

  // An option, and the next word if that is its value.
  void take(const OptionRow& row, const std::string& argument) {
    sorted_.options.push_back(argument);
    const bool takes_next = !row.value.empty() && !row.value.starts_with('[');
    if (takes_next && at_ + 1 < arguments_.size()) sorted_.options.push_back(arguments_[++at_]);
  }

  bool take_short(const std::string& argument) {
    const OptionRow* row = find_option(argument[1]);
    if (row == nullptr) return false;
    if (argument.size() == 2) {
      take(*row, argument);
      return true;
    }
    const std::string rest = argument.substr(argument[2] == '=' && argument.size() > 3 ? 3 : 2);
    if (row->value.empty() || !is_attached_value(row->short_name, rest)) return false;
    sorted_.options.insert(sorted_.options.end(), {argument.substr(0, 2), rest});
    return true;
  }

  bool is_attached_value(char short_name, const std::string& rest) const {
    if (short_name == 'n') {
      return is_digit(rest[0]) && std::ranges::all_of(rest, [](char c) { return is_digit(c) || c == 'x'; });
    }
    if (short_name == 'D') {
      const std::string name = leading_name(rest);
      return !name.empty() && rest.size() > name.size() && rest[name.size()] == '=' &&
             !rest.substr(name.size()).starts_with("==");
    }
    if (short_name == 'f') return find_format(rest) != nullptr;
    if (rest == "-" || format_of_file(rest) != nullptr) return true;
    // -o with a name that is no expression: a formula starts with a name of its own, or has brackets and powers.
    return !is_known_name(leading_name("o" + rest)) && rest.find_first_of("()^*+ ") == std::string::npos;
  }

  // A function, a constant or a variable, as far as the command line tells.
  bool is_known_name(const std::string& name) const {
    std::string variables = "x,y";
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      const std::string& argument = arguments_[i];
      const bool has_next = i + 1 < arguments_.size();
      if (argument == "--vars" && has_next) variables = arguments_[i + 1];
      if (argument.starts_with("--vars=")) variables = argument.substr(7);
      if ((argument == "-D" || argument == "--define") && has_next && arguments_[i + 1].starts_with(name + "="))
        return true;
      if (argument.starts_with("-D" + name + "=") || argument.starts_with("--define=" + name + "=")) return true;
    }
    const bool is_built_in = std::ranges::any_of(kBuiltInConstants, [&](const Constant& c) { return c.name == name; });
    return is_built_in || find_function(name) != nullptr ||
           ("," + variables + ",").find("," + name + ",") != std::string::npos;
  }

  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  SortedArguments sorted_;
};

}  // namespace

SortedArguments sort_arguments(const std::vector<std::string>& arguments) { return Sorter(arguments).sort(); }

const OptionRow* named_option(const std::string& word) {
  if (word.starts_with("--")) return find_option(word.substr(2));
  return word.size() == 2 && word[0] == '-' ? find_option(word[1]) : nullptr;
}

}  // namespace gradfield
