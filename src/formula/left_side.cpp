#include "formula/left_side.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/excerpt.hpp"
#include "base/spelling.hpp"
#include "formula/compile.hpp"
#include "formula/functions.hpp"
#include "formula/words/words.hpp"

namespace gradfield {
namespace {

bool is_equals(const Word& word) { return word.kind == WordKind::kOperator && word.text == "="; }

// Of the first = outside of all parentheses, or the number of words.
std::size_t place_of_equals(const std::vector<Word>& words) {
  int depth = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind == WordKind::kOpen) ++depth;
    if (words[i].kind == WordKind::kClose) --depth;
    if (depth == 0 && is_equals(words[i])) return i;
  }
  return words.size();
}

// Whether the first `count` words are name ( name , name ).
bool lists_variables(const std::vector<Word>& words, std::size_t count) {
  if (count < 4 || count % 2 != 0 || words[1].kind != WordKind::kOpen || words[count - 1].kind != WordKind::kClose) {
    return false;
  }
  for (std::size_t i = 2; i + 1 < count; ++i) {
    if (words[i].kind != (i % 2 == 0 ? WordKind::kName : WordKind::kComma)) return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n\r");
  return first == text.npos ? "" : text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1);
}

bool is_formula(const std::string& text, const Names& names) {
  try {
    compile_expression(text, names);
    return true;
  } catch (const Error& fault) {
    if (fault.code() != ExitCode::kData) throw;
    return false;
  }
}

// What the person may have meant, as text; each is "" where that is no formula.
class Meanings {
 public:
  Meanings(std::string_view left, std::string_view right, const Names& names)
      : left_(left), right_(right), names_(names) {}

  // What is 0 where both sides are equal.
  std::string equation() const {
    if (right_ == "0") return tried(left_);
    if (left_ == "0") return tried(right_);
    const bool is_sum = left_.find_first_of("<>=!&|?") == std::string::npos;  // or holds more tightly
    return tried((is_sum ? left_ : "(" + left_ + ")") + "-(" + right_ + ")");
  }
  std::string right_alone() const { return tried(right_); }
  // The same under another name.
  std::string renamed() const {
    const std::size_t bracket = std::min(left_.find('('), left_.size());
    return tried(right_).empty() ? "" : "f" + left_.substr(bracket) + " = " + right_;
  }
  // The variables that the right side has, where they are not `left` alone.
  std::string curve() const {
    std::string others;
    for (const std::string& variable : names_.variables) {
      if (variable == left_) continue;
      if (is_formula(right_, {{variable}, names_.constants})) return "--vars " + variable;
      others += (others.empty() ? "" : ",") + variable;
    }
    Names without = names_;
    std::erase(without.variables, left_);
    return is_formula(right_, without) ? "--vars " + others : "";
  }
  bool is_constant() const { return is_formula(right_, {{}, names_.constants}); }

 private:
  std::string tried(const std::string& text) const {
    constexpr std::size_t kMostColumns = 60;
    return column_width(text) <= kMostColumns && is_formula(text, names_) ? text : "";
  }

  std::string left_, right_;
  const Names& names_;
};

// "a 1, b 2" of those parts whose text is not empty.
std::string offered(const std::vector<std::pair<std::string, std::string>>& parts, const std::string& otherwise) {
  std::string out;
  for (const auto& [before, text] : parts) {
    if (!text.empty()) out += (out.empty() ? "" : ", ") + before + text;
  }
  return out.empty() ? otherwise : out;
}

}  // namespace

std::optional<LeftSide> find_left_side(std::string_view text) {
  std::vector<Word> words;
  try {
    words = split_words(text);
  } catch (const Error&) {  // which is found again where the formula is compiled
    return {};
  }
  const std::size_t count = place_of_equals(words);
  if (count == words.size() || count == 0) return {};
  LeftSide left;
  left.equals = words[count].place.position;
  left.end = left.equals + words[count].place.length;
  if (words[0].kind != WordKind::kName || (count > 1 && !lists_variables(words, count))) return left;
  left.name = words[0].text;
  for (std::size_t i = 2; i < count; i += 2) left.variables.push_back(words[i].text);
  return left;
}

void check_left_side(std::string_view text, const LeftSide& left, const Names& names) {
  const std::string_view before = trimmed(text.substr(0, left.equals)), right = trimmed(text.substr(left.end));
  const Meanings meant(before, right, names);
  const Place place{static_cast<std::size_t>(before.data() - text.data()), before.size()};
  const std::string shown = printable(shortened(before, 40)), leave = "leave '" + shown + " =' away";
  if (left.name.empty()) {
    throw error_at(text, place, "this is an equation, and its left side names no function",
                   offered({{"for what is 0 where it holds write ", meant.equation()}}, leave));
  }
  if (left.variables.empty() && names.has_variable(left.name)) {
    throw error_at(text, place, "'" + shown + "' is a variable, so this could be an equation or the name of a function",
                   offered({{meant.is_constant() ? "for the function write " : "for the function add ",
                             meant.is_constant() ? meant.right_alone() : meant.curve()},
                            {"for what is 0 where both are equal write ", meant.equation()}},
                           leave));
  }
  if (names.has_constant(left.name)) {
    throw error_at(text, place, "'" + shown + "' is a constant already", leave);
  }
  if (find_function(left.name) != nullptr) {
    throw error_at(text, place, "'" + left.name + "' is a function already",
                   offered({{"for another write ", meant.renamed()},
                            {"for what is 0 where both are equal write ", meant.equation()}},
                           leave));
  }
}

}  // namespace gradfield
