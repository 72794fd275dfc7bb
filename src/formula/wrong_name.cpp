#include "formula/wrong_name.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/spelling.hpp"
#include "formula/misread.hpp"
#include "formula/unknown_values.hpp"

namespace gradfield {
namespace {

// What other languages call it, where the closest of our names would mislead.
struct ForeignName {
  std::string_view name, ours;
};
constexpr ForeignName kForeignNames[] = {
    {"pow", "a^b for a power"},
    {"power", "a^b for a power"},
    {"and", "&& for 'and'"},
    {"or", "|| for 'or'"},
    {"not", "(x == 0) for 'not'"},
    {"tg", "tan"},
    {"arctg", "atan"},
    {"inf", "1/0"},
    {"infinity", "1/0"},
    {"nan", "0/0"},
};

std::string_view our_spelling_of(std::string_view name) {
  const auto row = std::ranges::find(kForeignNames, name, &ForeignName::name);
  return row == std::end(kForeignNames) ? std::string_view() : row->ours;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The variable or constant that differs from `name` in upper and lower case only, or "".
std::string in_other_case(std::string_view name, const Names& names) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const auto matches = [&](std::string_view other) {
    return std::equal(name.begin(), name.end(), other.begin(), other.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
  };
  for (const std::string& variable : names.variables) {
    if (matches(variable)) return variable;
  }
  for (const auto* constants : {&names.constants, &kBuiltInConstants}) {
    for (const Constant& constant : *constants) {
      if (matches(constant.name)) return constant.name;
    }
  }
  return {};
}

// Names are short; this bounds the search for their parts.
constexpr std::size_t kLongestProduct = 12;

// Names of values run together, as "x*y". `weight` tells how likely that is meant: a variable is worth 2, a defined
// constant 1, pi and e nothing.
struct Product {
  std::string text;
  int weight = 0;
};

std::optional<Product> as_product(std::string_view name, const Names& names) {
  if (name.empty()) return Product{};
  if (name.size() > kLongestProduct) return {};
  for (std::size_t length = name.size(); length > 0; --length) {
    const std::string_view part = name.substr(0, length);
    if (!names.has_value(part)) continue;
    const std::optional<Product> rest = as_product(name.substr(length), names);
    if (!rest) continue;
    const bool is_defined = std::ranges::count(names.constants, part, &Constant::name) > 0;
    const int weight = names.has_variable(part) ? 2 : is_defined ? 1 : 0;
    return Product{std::string(part) + (rest->text.empty() ? "" : "*" + rest->text), weight + rest->weight};
  }
  return {};
}

// "x*y" for "xy", "sin(x)" for "sinx", "x^2 or x*2" for "x2"; "" where the parts are not known.
std::string taken_apart(std::string_view name, const Names& names) {
  const std::optional<Product> whole = as_product(name, names);
  if (whole && whole->weight >= 2) return whole->text;
  const std::size_t letters = static_cast<std::size_t>(std::ranges::find_if(name, is_digit) - name.begin());
  const std::string_view base = name.substr(0, letters), digits = name.substr(letters);
  // x0 and x1 are rather names of their own.
  if (names.has_value(base) && digits > "1" && std::ranges::all_of(digits, is_digit)) {
    return std::string(base) + "^" + std::string(digits) + " or " + std::string(base) + "*" + std::string(digits);
  }
  for (std::size_t length = name.size() - 1; length > 0; --length) {
    const Function* function = find_function(name.substr(0, length));
    if (function == nullptr || function->arity != 1) continue;
    const std::string_view rest = name.substr(length);
    const std::size_t number = static_cast<std::size_t>(std::ranges::find_if_not(rest, is_digit) - rest.begin());
    const std::optional<Product> argument = as_product(rest.substr(number), names);
    if (!argument || (argument->weight == 0 && number < rest.size())) continue;
    const std::string factor = std::string(rest.substr(0, number)) + (number > 0 && number < rest.size() ? "*" : "");
    return std::string(function->name) + "(" + factor + argument->text + ")";
  }
  return {};
}

// "x*sin(...)" for the xsin of "xsin(x)", "x*y*(...)" for the xy of "xy(x+1)"; "" where the parts are not known.
std::string call_taken_apart(std::string_view name, const Names& names) {
  for (std::size_t length = 1; length < name.size(); ++length) {
    const std::optional<Product> factor = as_product(name.substr(0, length), names);
    if (factor && find_function(name.substr(length)) != nullptr) {
      return factor->text + "*" + std::string(name.substr(length)) + "(...)";
    }
  }
  return {};
}

std::string cure_of_call(std::string_view name, const Names& names) {
  if (const std::string_view ours = our_spelling_of(name); !ours.empty()) return "write " + std::string(ours);
  if (const std::string product = call_taken_apart(name, names); !product.empty()) return "write " + product;
  const std::vector<std::string_view> functions = function_names();
  if (const std::string cure = suggestion(name, functions, ""); !cure.empty()) return cure;
  const std::optional<Product> factors = as_product(name, names);
  return factors ? "write " + factors->text + "*(...)" : "--functions lists what there is";
}

std::string cure_of_value(std::string_view name, const std::vector<Word>& words, const Names& names) {
  if (const std::string other = in_other_case(name, names); !other.empty()) return "did you mean '" + other + "'?";
  if (const std::string_view ours = our_spelling_of(name); !ours.empty()) return "write " + std::string(ours);
  if (const std::string parts = taken_apart(name, names); !parts.empty()) return "write " + parts;
  std::vector<std::string_view> candidates = function_names();
  for (const Constant& constant : names.constants) candidates.push_back(constant.name);
  candidates.push_back("pi");
  if (const std::string cure = suggestion(name, candidates, ""); !cure.empty()) return cure;
  return cure_of_unknown_values(words, names);
}

}  // namespace

Error unknown_name(std::string_view text, const std::vector<Word>& words, std::size_t place, const Names& names) {
  const Word& word = words[place];
  const bool is_call = place + 1 < words.size() && words[place + 1].kind == WordKind::kOpen;
  if (const std::string value = argument_behind(text, words, place).first; word.text == "not" && !value.empty()) {
    return error_at(text, word.place, "unknown name 'not'", "write (" + value + " == 0) for 'not'");
  }
  return error_at(text, word.place,
                  (is_call ? "unknown function '" : "unknown name '") + shortened(typed(text, word), 40) + "'",
                  is_call                          ? cure_of_call(word.text, names)
                  : typed(text, word) == word.text ? cure_of_value(word.text, words, names)
                                                   : cure_of_unknown_values(words, names));
}

Error missing_argument(std::string_view text, const std::vector<Word>& words, std::size_t place) {
  const Word& word = words[place];
  const std::string name(typed(text, word));
  if (word.spelling == Spelling::kSymbol) {
    const std::string radicand = argument_behind(text, words, place).first;
    return error_at(text, word.place, "'" + name + "' takes the number, the name or the parentheses behind it",
                    "write " + name + "(" + (radicand.empty() ? " " : radicand) + ")");
  }
  const Function& function = *find_function(word.text);
  const auto call = [&](const std::string& called, const std::string& argument) {
    return argument.empty() ? called + example_of(function).substr(word.text.size()) : called + "(" + argument + ")";
  };
  const auto [argument, end] = argument_behind(text, words, place);
  const std::string example = call(word.text, argument), inverse = "a" + word.text;
  std::string cure = "write " + example;
  if (place + 1 < words.size() && words[place + 1].text == "^") {
    const std::string exponent = exponent_at(words, place + 1);
    // sin^-1 is the inverse of sin in some books, 1/sin in others.
    cure = (exponent == "-1" || exponent == "(-1)") && find_function(inverse) != nullptr
               ? "write " + call(inverse, argument) + ", or 1/" + example
               : cure + "^" + exponent;
  } else if (end < words.size() && words[end].text == "^") {
    const std::string power = "^" + exponent_at(words, end);
    cure = "write " + call(word.text, argument + power) + ", or " + example + power;
  }
  return error_at(text, word.place, "the function '" + name + "' needs its argument in parentheses", cure);
}

std::string example_of(const Function& function) {
  return std::string(function.name) + (function.arity == 1 ? "(x)" : "(x,y)");
}

std::string exponent_at(const std::vector<Word>& words, std::size_t place) {
  std::string exponent;
  int depth = 0;
  while (++place < words.size()) {
    const WordKind kind = words[place].kind;
    exponent += words[place].text;
    depth += kind == WordKind::kOpen ? 1 : kind == WordKind::kClose ? -1 : 0;
    if (exponent.size() > 20 || depth < 0) break;
    if (depth == 0 && kind != WordKind::kOperator) return exponent;
  }
  return "(...)";
}

}  // namespace gradfield
