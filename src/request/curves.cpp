#include "request/curves.hpp"

#include <optional>
#include <vector>

#include "base/error.hpp"
#include "base/excerpt.hpp"
#include "formula/compile.hpp"
#include "formula/left_side.hpp"
#include "formula/words/words.hpp"

namespace gradfield {
namespace {

bool is_equals(const Word& word) { return word.kind == WordKind::kOperator && (word.text == "=" || word.text == "=="); }

// Those of the words outside of all parentheses that are one of these operators.
template <typename Test>
std::vector<Word> outside_brackets(const std::vector<Word>& words, Test test) {
  std::vector<Word> found;
  int depth = 0;
  for (const Word& word : words) {
    if (word.kind == WordKind::kOpen) ++depth;
    if (word.kind == WordKind::kClose) --depth;
    if (depth == 0 && test(word)) found.push_back(word);
  }
  return found;
}

std::string without_blanks_around(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\n\r");
  return first == text.npos ? "" : text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1);
}

// Of one variable: a function, which may have a name.
CurveFormula read_function(const std::string& text, const Names& names) {
  const std::optional<LeftSide> left = find_left_side(text);
  if (!left) return {compile_expression(text, names), "", without_blanks_around(text)};
  const std::string before_equals = without_blanks_around(text.substr(0, left->equals));
  const Place before{text.find(before_equals), before_equals.size()};
  if (left->name.empty() || names.has_variable(left->name)) {
    throw error_at(text, before, "this is an equation, not a function of " + names.variables[0],
                   "write what stands right of y =");
  }
  check_left_side(text, *left, names);
  if (!left->variables.empty() && left->variables != names.variables) {
    throw error_at(text, before, "the variable is " + names.variables[0],
                   "write " + left->name + "(" + names.variables[0] + ") =");
  }
  return {compile_expression(text, names, left->end), before_equals, without_blanks_around(text.substr(left->end))};
}

CurveFormula read_equation(const std::string& text, const Names& names) {
  const std::vector<Word> words = split_words(text), equals = outside_brackets(words, is_equals);
  if (equals.empty()) {
    const std::vector<Word> orders = outside_brackets(words, [](const Word& word) {
      return word.kind == WordKind::kOperator && (word.text.starts_with('<') || word.text.starts_with('>'));
    });
    if (!orders.empty()) {
      throw error_at(text, orders[0].place, "this is a region, not an equation",
                     "for its edge write = in place of " + std::string(orders[0].text));
    }
    compile_expression(text, names);
    throw error_at(text, {text.size(), 1}, "this is no equation, such as G = C",
                   "write = 0 behind it, or another value");
  }
  if (equals.size() > 1) {
    throw error_at(text, equals[1].place, "a second equation begins here", "write a --curve for each");
  }
  const Place& place = equals[0].place;
  const std::string left = without_blanks_around(text.substr(0, place.position));
  const std::string right = without_blanks_around(text.substr(place.position + place.length));
  // Each side alone first, which finds and shows what is wrong with it.
  compile_expression(left, names);
  compile_expression(text, names, place.position + place.length);
  return {compile_expression("(" + left + ")-(" + right + ")", names), left, right};
}

}  // namespace

CurveFormula read_curve(const std::string& text, const Names& names) {
  try {
    return names.variables.size() == 1 ? read_function(text, names) : read_equation(text, names);
  } catch (const Error& fault) {
    throw Error(fault.code(), "--curve: " + std::string(fault.what()));
  }
}

}  // namespace gradfield
