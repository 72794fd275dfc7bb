#include "formula/wrong_name.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/spelling.hpp"
#include "formula/foreign_names-inl.hpp"
#include "formula/misread.hpp"
#include "formula/unknown_values.hpp"

namespace gradfield {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_part(char c) { return is_well_formed_name(std::string_view(&c, 1)) || is_digit(c); }

// In lower case without _: log_add_exp and LogAddExp are the same word.
std::string plain_spelling(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '_') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return plain;
}

const ForeignName* find_foreign(std::span<const ForeignName> table, std::string_view name) {
  const auto has = [](const ForeignName& row, std::string_view spelling) {
    return (" " + std::string(row.names) + " ").find(" " + std::string(spelling) + " ") != std::string::npos;
  };
  for (const std::string& spelling : {std::string(name), plain_spelling(name)}) {
    const auto row = std::ranges::find_if(table, [&](const ForeignName& r) { return has(r, spelling); });
    if (row != table.end()) return &*row;
  }
  return nullptr;
}

// What stands between the commas of the call whose name is at `position`; nothing where there is none, where its
// bracket is never closed, or where it is too long for a cure or not on one line.
std::vector<std::string> arguments_of(std::string_view text, std::size_t position) {
  constexpr std::size_t kLongest = 30;
  const std::vector<Word> words = split_words(text);
  auto word = std::ranges::find(words, position, [](const Word& w) { return w.place.position; });
  if (word == words.end() || ++word == words.end() || word->kind != WordKind::kOpen) return {};
  std::vector<std::string> arguments;
  std::size_t start = word->place.position + word->place.length;
  int depth = 0;
  for (; word != words.end(); ++word) {
    if (word->kind == WordKind::kOpen) ++depth;
    if (word->kind == WordKind::kClose) --depth;
    if (depth > 1 || (depth == 1 && word->kind != WordKind::kComma)) continue;
    const std::size_t end = word->place.position;
    const std::string_view typed = text.substr(start, end - start);
    const std::size_t first = typed.find_first_not_of(" "), last = typed.find_last_not_of(" ");
    if (first == std::string_view::npos || column_width(typed) > kLongest || printable(typed) != typed) return {};
    arguments.emplace_back(typed.substr(first, last + 1 - first));
    if (depth == 0) return arguments;
    start = end + word->place.length;
  }
  return {};
}

// `form` with the arguments in place of x, y and z; as it stands where one is missing.
std::string with_arguments(std::string_view form, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const std::size_t k = form[i] == 'x' ? 0 : form[i] == 'y' ? 1 : form[i] == 'z' ? 2 : 3;
    const char before = i > 0 ? form[i - 1] : ' ', after = i + 1 < form.size() ? form[i + 1] : ' ';
    if (k == 3 || is_name_part(before) || is_name_part(after)) {
      out += form[i];
      continue;
    }
    if (k >= arguments.size()) return std::string(form);
    const bool is_word = std::ranges::all_of(arguments[k], is_name_part);
    const bool is_apart = (before == '(' || before == ',') && (after == ')' || after == ',');
    out += is_word || is_apart ? arguments[k] : "(" + arguments[k] + ")";
  }
  return out;
}

// The 3 of log3; "" of what is none.
std::string_view base_of_logarithm(std::string_view name) {
  constexpr std::string_view kLogarithm = "log";
  if (!name.starts_with(kLogarithm)) return "";
  const std::string_view base = name.substr(kLogarithm.size());
  return std::ranges::all_of(base, is_digit) ? base : "";
}

std::string answer(const ForeignName& foreign, const std::vector<std::string>& arguments) {
  std::string form;
  for (const Reading& reading : foreign.readings) {
    if (!reading.formula.empty()) form += (form.empty() ? "write " : ", or ") + std::string(reading.formula);
    if (!reading.meaning.empty()) form += (form.empty() ? "" : " ") + std::string(reading.meaning);
  }
  return with_arguments(form, arguments);
}

// The names that may stand here: functions where it is a call; variables and constants.
std::vector<std::string_view> known_names(bool is_call, const Names& names) {
  std::vector<std::string_view> known = is_call ? function_names() : std::vector<std::string_view>{};
  for (const std::string& variable : names.variables) known.push_back(variable);
  for (const auto* constants : {&names.constants, &kBuiltInConstants}) {
    for (const Constant& constant : *constants) known.push_back(constant.name);
  }
  return known;
}

// "did you mean 'x'?" of the known name that has the same letters, or "".
std::string in_other_spelling(std::string_view name, bool is_call, const Names& names) {
  for (const std::string_view other : known_names(is_call, names)) {
    if (plain_spelling(name) == plain_spelling(other)) return "did you mean '" + std::string(other) + "'?";
  }
  return {};
}

// "did you mean 'x'?" of the known name that is close to one of four letters and more, or "": shorter ones are close to
// too many.
std::string close_to(std::string_view name, bool is_call, const Names& names) {
  constexpr std::size_t kShortest = 4;
  return name.size() < kShortest ? "" : suggestion(name, known_names(is_call, names), "");
}

// Names are short; this bounds the search for their parts.
constexpr std::size_t kLongestProduct = 12;

// Names of values run together, as "x*y". `weight` tells how likely that is meant: a variable is worth 2, a defined
// constant 1, pi and e nothing.
struct Product {
  std::string text;
  int weight = 0;
  bool is_of_own_names = true;  // neither pi nor e is among them
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
    return Product{std::string(part) + (rest->text.empty() ? "" : "*" + rest->text), weight + rest->weight,
                   weight > 0 && rest->is_of_own_names};
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
    if (function == nullptr || with_arity(*function, 1) == nullptr || function->arity == kVariadic) continue;
    const std::string_view rest = name.substr(length);
    const std::size_t number = static_cast<std::size_t>(std::ranges::find_if_not(rest, is_digit) - rest.begin());
    const std::optional<Product> argument = as_product(rest.substr(number), names);
    if (!argument || (argument->weight == 0 && number < rest.size())) continue;
    const std::string factor = std::string(rest.substr(0, number)) + (number > 0 && number < rest.size() ? "*" : "");
    return std::string(name.substr(0, length)) + "(" + factor + argument->text + ")";
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

// `arguments`: of the call.
std::string cure_of_call(std::string_view name, const Names& names, const std::vector<std::string>& arguments) {
  const std::optional<Product> factors = as_product(name, names);
  const std::string product = factors ? "write " + factors->text + "*(...)" : "";
  const bool is_likely_product = factors && factors->weight >= 2;
  const ForeignName* const row = find_foreign(kForeignFunctions, name);
  if (row != nullptr && !(is_likely_product && factors->is_of_own_names)) return answer(*row, arguments);
  if (is_likely_product) return product;
  if (const std::string_view base = base_of_logarithm(name); !base.empty()) {
    return "write " + with_arguments("log(x," + std::string(base) + ")", arguments);
  }
  if (const std::string cure = in_other_spelling(name, true, names); !cure.empty()) return cure;
  if (const std::string parts = call_taken_apart(name, names); !parts.empty()) return "write " + parts;
  if (const std::string cure = close_to(name, true, names); !cure.empty()) return cure;
  return factors ? product : "--functions lists what there is";
}

std::string cure_of_value(std::string_view name, const std::vector<Word>& words, const Names& names) {
  if (const std::string cure = in_other_spelling(name, false, names); !cure.empty()) return cure;
  if (const ForeignName* row = find_foreign(kForeignValues, name)) return answer(*row, {});
  if (const std::string parts = taken_apart(name, names); !parts.empty()) return "write " + parts;
  if (const std::string cure = close_to(name, false, names); !cure.empty()) return cure;
  return cure_of_unknown_values(words, names);
}

// Calls that another system has, with more arguments than ours or fewer.
struct OtherArity {
  std::string_view function;
  int count;
  std::string_view cure;  // a formula of x, y and z, the arguments in their order, and perhaps its meaning
};
constexpr OtherArity kOtherArities[] = {
    {"atan", 2, "atan2(x,y) for the angle of the point (y,x)"},
    {"hypot", 3, "sqrt(x^2+y^2+z^2)"},
    {"abs", 2, "hypot(x,y)"},
    {"floor", 2, "y*floor(x/y)"},
    {"ceil", 2, "y*ceil(x/y)"},
    {"rint", 2, "rint(x*10^y)/10^y for y digits"},
    {"erf", 2, "erf(y)-erf(x)"},
    {"polygamma", 1, "digamma(x)"},
};

// "1 argument", "1 or 2 arguments", "at least 1 argument".
std::string arity_told(const Function& function) {
  if (function.arity == kVariadic) return "at least 1 argument";
  std::string counts;
  int last = 0;
  for (const Function& row : function_table()) {
    if (row.name != function.name) continue;
    last = row.arity;
    counts += (counts.empty() ? "" : " or ") + std::to_string(last);
  }
  return counts + (last == 1 ? " argument" : " arguments");
}

}  // namespace

std::span<const ForeignName> foreign_functions() { return kForeignFunctions; }

Error unknown_name(std::string_view text, const std::vector<Word>& words, std::size_t place, const Names& names) {
  const Word& word = words[place];
  const bool is_call = place + 1 < words.size() && words[place + 1].kind == WordKind::kOpen;
  if (const std::string value = argument_behind(text, words, place).first; word.text == "not" && !value.empty()) {
    return error_at(text, word.place, "unknown name 'not'", "write (" + value + " == 0) for 'not'");
  }
  return error_at(text, word.place,
                  (is_call ? "unknown function '" : "unknown name '") + shortened(typed(text, word), 40) + "'",
                  is_call ? cure_of_call(word.text, names, arguments_of(text, word.place.position))
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
    return argument.empty() ? example_of(called, function) : called + "(" + argument + ")";
  };
  const auto [argument, end] = argument_behind(text, words, place);
  const std::string example = call(word.text, argument), inverse = "a" + std::string(function.name);
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
  } else if (!is_reserved(word.text)) {
    cure += "; a constant of that name: -D " + word.text + "=VALUE";
  }
  return error_at(text, word.place, "the function '" + name + "' needs its argument in parentheses", cure);
}

Error wrong_arity(std::string_view text, Place place, std::size_t name_length, const Function& function, int count) {
  const std::string_view name = text.substr(place.position, name_length);
  const auto* const other = std::ranges::find_if(
      kOtherArities, [&](const OtherArity& row) { return row.function == function.name && row.count == count; });
  const std::vector<std::string> arguments = arguments_of(text, place.position);
  const bool is_name = find_function(name) != nullptr;  // not a root sign
  const std::string_view plain = is_name ? name : function.name;
  const auto is_whole = [](const std::string& argument) { return std::ranges::all_of(argument, is_digit); };
  std::string cure;
  // sin(0,5) has a decimal comma rather than two arguments.
  if (arguments.size() == 2 && function.arity == 1 && std::ranges::all_of(arguments, is_whole)) {
    cure = std::string(plain) + "(" + arguments[0] + "." + arguments[1] + ")";
  }
  const auto put = [&cure](const std::string& way) { cure += (cure.empty() ? "" : ", or ") + way; };
  if (other != std::end(kOtherArities)) {
    put(with_arguments(other->cure, arguments));
  } else if (cure.empty()) {
    for (const Function& row : function_table()) {
      if (row.name == function.name) put(example_of(plain, row));
    }
  }
  return error_at(text, place,
                  "'" + std::string(name) + "' takes " + arity_told(function) + ", not " + std::to_string(count),
                  "write " + cure);
}

std::string example_of(std::string_view name, const Function& function) {
  return std::string(name) + (function.arity == 1 ? "(x)" : function.arity == 3 ? "(x,y,z)" : "(x,y)");
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
