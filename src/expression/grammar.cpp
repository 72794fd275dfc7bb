#include "expression/grammar.hpp"

#include <algorithm>
#include <utility>

#include "base/spelling.hpp"
#include "expression/functions.hpp"

namespace gradfield {
namespace {

struct Bracket {
  Place place;
  const Function* function = nullptr;  // the call it belongs to; null: plain parentheses
  Place function_place;
  int commas = 0;
  std::vector<Place> open_questions;  // `?` still without its `:`
};

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
  for (const ForeignName& row : kForeignNames) {
    if (row.name == name) return row.ours;
  }
  return {};
}

class Grammar {
 public:
  Grammar(std::string_view text, const std::vector<Word>& words, const Names& names)
      : text_(text), words_(words), names_(names) {}

  void check() {
    brackets_.push_back({});  // the whole formula
    for (at_ = 0; at_ < words_.size(); ++at_) {
      const bool after_sign = std::exchange(after_sign_, false);
      switch (word().kind) {
        case WordKind::kNumber:
          begin_operand();
          break;
        case WordKind::kName:
          take_name();
          break;
        case WordKind::kOpen:
          open();
          break;
        case WordKind::kClose:
          close();
          break;
        case WordKind::kComma:
          take_comma();
          break;
        case WordKind::kOperator:
          take_operator(after_sign);
          break;
      }
    }
    if (needs_operand_) {
      fail({text_.find_last_not_of(" \t\r\n\v\f") + 1, 1}, "the expression ends too early", "a value is missing here");
    }
    if (brackets_.size() > 1) fail(brackets_.back().place, "this parenthesis is never closed", "add )");
    check_questions();
  }

 private:
  const Word& word() const { return words_[at_]; }
  const Word* previous() const { return at_ > 0 ? &words_[at_ - 1] : nullptr; }
  bool next_is(WordKind kind) const { return at_ + 1 < words_.size() && words_[at_ + 1].kind == kind; }

  [[noreturn]] void fail(Place place, const std::string& message, const std::string& cure = "") const {
    throw error_at(text_, place, message, cure);
  }

  void begin_operand() {
    if (!needs_operand_) {
      const std::string what(shortened(word().text, 40));
      fail(word().place, "an operator is missing before '" + what + "'", cure_after_value(what));
    }
    needs_operand_ = false;
  }

  // The cure for two values side by side: a number that was written in another way than ours, or a product.
  std::string cure_after_value(const std::string& what) const {
    const Word& before = *previous();
    const bool touches = before.place.position + before.place.length == word().place.position;
    if (before.kind == WordKind::kNumber && word().kind == WordKind::kNumber) {
      return touches ? "a number has one decimal point" : "a number has no blanks; write *" + what + " for a product";
    }
    if (before.kind == WordKind::kNumber && touches) {
      if (what[0] == '_') return "a number has digits only";
      if (before.text == "0" && (what[0] == 'x' || what[0] == 'b') && what.size() > 1) return "write a decimal number";
      if ((what == "e" || what == "E") && before.text.find_first_of("eE") == std::string_view::npos) {
        return "an exponent needs digits (1e5); write *e for a product";
      }
    }
    return "write *" + what + " for a product";
  }

  // The word here needs a value before it, and there is none.
  [[noreturn]] void value_is_missing() const {
    const std::string_view here = word().text, before = previous() != nullptr ? previous()->text : "";
    std::string cure = "write a value here";
    if (before == "*" && here == "*") {
      cure = "for a power write ^";
    } else if (before == "<" && here == ">") {
      cure = "for 'not equal' write !=";
    } else if (previous() == nullptr) {
      cure += ", or delete '" + std::string(here) + "'";
    } else if (previous()->kind == WordKind::kOperator || previous()->kind == WordKind::kComma) {
      cure += ", or delete '" + std::string(before) + "'";
    }
    fail(word().place, "a value is missing before '" + std::string(here) + "'", cure);
  }

  bool is_variable(std::string_view name) const {
    return std::find(names_.variables.begin(), names_.variables.end(), name) != names_.variables.end();
  }
  bool is_constant(std::string_view name) const {
    const auto has_name = [&](const Constant& constant) { return constant.name == name; };
    return std::any_of(names_.constants.begin(), names_.constants.end(), has_name) ||
           std::any_of(kBuiltInConstants.begin(), kBuiltInConstants.end(), has_name);
  }

  void take_name() {
    const std::string name(word().text);
    const Function* function = find_function(name);
    const bool is_value = is_variable(name) || is_constant(name);
    const bool is_numeral = !needs_operand_ && previous()->kind == WordKind::kNumber && !next_is(WordKind::kOpen) &&
                            previous()->place.position + previous()->place.length == word().place.position;
    if (function == nullptr && !is_value && !is_numeral) unknown_name(name);
    begin_operand();
    if (function != nullptr && !next_is(WordKind::kOpen)) {
      const bool is_power = at_ + 1 < words_.size() && words_[at_ + 1].text == "^";
      fail(word().place, "the function '" + name + "' needs its argument in parentheses",
           "write " + example_of(*function) + (is_power ? "^2 for its square" : ""));
    }
  }

  static std::string example_of(const Function& function) {
    return std::string(function.name) + (function.arity == 1 ? "(x)" : "(x,y)");
  }

  [[noreturn]] void unknown_name(const std::string& name) const {
    const bool is_call = next_is(WordKind::kOpen);
    std::vector<std::string_view> candidates = function_names();
    if (!is_call) {
      for (const Constant& constant : names_.constants) candidates.push_back(constant.name);
      candidates.push_back("pi");
    }
    std::string cure;
    if (const std::string other = in_other_case(name); !is_call && !other.empty()) {
      cure = "did you mean '" + other + "'?";
    } else if (const std::string_view ours = our_spelling_of(name); !ours.empty()) {
      cure = "write " + std::string(ours);
    } else if (const std::string_view close = closest_name(name, candidates); !close.empty()) {
      cure = "did you mean '" + std::string(close) + "'?";
    } else if (const std::string product = as_product(name); !is_call && !product.empty()) {
      cure = "write " + product;
    } else if (is_call) {
      cure = "--functions lists what there is";
    } else {
      std::vector<std::string_view> variables(names_.variables.begin(), names_.variables.end());
      cure = variables.empty()       ? "a constant expression has no variables"
             : variables.size() == 1 ? "the variable is " + listed(variables)
                                     : "the variables are " + shortened(listed(variables), 60);
      if (name.size() <= 20) cure += "; a constant: -D " + name + "=VALUE";
    }
    fail(word().place, (is_call ? "unknown function '" : "unknown name '") + shortened(name, 40) + "'", cure);
  }

  // The variable or constant that differs from `name` in upper and lower case only, or "".
  std::string in_other_case(std::string_view name) const {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const auto matches = [&](std::string_view other) {
      return std::equal(name.begin(), name.end(), other.begin(), other.end(),
                        [&](char a, char b) { return lower(a) == lower(b); });
    };
    for (const std::string& variable : names_.variables) {
      if (matches(variable)) return variable;
    }
    for (const auto* constants : {&names_.constants, &kBuiltInConstants}) {
      for (const Constant& constant : *constants) {
        if (matches(constant.name)) return constant.name;
      }
    }
    return {};
  }

  // "x*y" for "xy": a name made of one-letter variables and a leading known name.
  std::string as_product(const std::string& name) const {
    if (name.size() > 8) return {};
    std::string product;
    for (const char letter : name) {
      if (!is_variable(std::string(1, letter))) return {};
      if (!product.empty()) product += '*';
      product += letter;
    }
    return product;
  }

  void open() {
    const Word* before = previous();
    const Function* function =
        before != nullptr && before->kind == WordKind::kName ? find_function(before->text) : nullptr;
    if (function == nullptr && !needs_operand_) {
      fail(word().place, "an operator is missing before '('", "write *( for a product");
    }
    brackets_.push_back({word().place, function, function != nullptr ? before->place : Place{}, 0, {}});
    needs_operand_ = true;
  }

  void close() {
    if (brackets_.size() == 1) fail(word().place, "this parenthesis closes nothing", "delete it, or add ( before");
    check_questions();
    const Bracket& bracket = brackets_.back();
    const bool is_empty = previous()->kind == WordKind::kOpen;
    if (needs_operand_ && !(is_empty && bracket.function != nullptr)) {
      if (is_empty) fail(word().place, "nothing stands between the parentheses", "write a value here");
      value_is_missing();
    }
    if (bracket.function != nullptr) check_arity(bracket, is_empty ? 0 : bracket.commas + 1);
    brackets_.pop_back();
    needs_operand_ = false;
  }

  void check_arity(const Bracket& bracket, int count) const {
    const Function& function = *bracket.function;
    if (function.arity == kVariadic ? count >= 1 : count == function.arity) return;
    const std::string takes = function.arity == kVariadic ? "at least 1 argument"
                              : function.arity == 1       ? "1 argument"
                                                          : std::to_string(function.arity) + " arguments";
    const std::size_t end = word().place.position + 1;
    fail({bracket.function_place.position, end - bracket.function_place.position},
         "'" + std::string(function.name) + "' takes " + takes + ", not " + std::to_string(count),
         "write " + example_of(function));
  }

  void take_comma() {
    if (needs_operand_) value_is_missing();
    check_questions();
    Bracket& bracket = brackets_.back();
    if (bracket.function == nullptr) {
      const bool is_decimal = previous()->kind == WordKind::kNumber && next_is(WordKind::kNumber);
      const Word* after = at_ + 1 < words_.size() ? &words_[at_ + 1] : nullptr;
      fail(word().place, "a comma separates arguments of a function only",
           is_decimal ? "write " + std::string(previous()->text) + "." + std::string(after->text)
                      : "give one expression");
    }
    ++bracket.commas;
    needs_operand_ = true;
  }

  // `after_sign`: the word before is a sign of the value to come, as the first of `--x`, not the first of `x--y`.
  void take_operator(bool after_sign) {
    const std::string_view sign = word().text;
    const bool is_sign = sign == "+" || sign == "-";
    if (needs_operand_) {
      if (!is_sign) value_is_missing();
      if (after_sign) fail(word().place, "two signs in a row", "write -(-x) with parentheses");
      after_sign_ = true;
      return;
    }
    if (sign == "?") brackets_.back().open_questions.push_back(word().place);
    if (sign == ":") {
      if (brackets_.back().open_questions.empty()) {
        fail(word().place, "':' has no '?' before it", "write condition ? a : b");
      }
      brackets_.back().open_questions.pop_back();
    }
    needs_operand_ = true;
  }

  void check_questions() const {
    const std::vector<Place>& questions = brackets_.back().open_questions;
    if (!questions.empty()) fail(questions.back(), "'?' has no ':'", "write condition ? a : b");
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const Names& names_;
  std::vector<Bracket> brackets_;
  std::size_t at_ = 0;
  bool needs_operand_ = true;
  bool after_sign_ = false;  // the last word is a sign that belongs to the operand to come
};

}  // namespace

bool is_well_formed_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !name.empty() && name.size() <= 100 && is_letter(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return is_letter(c) || is_digit(c); });
}

void check_grammar(std::string_view text, const std::vector<Word>& words, const Names& names) {
  Grammar(text, words, names).check();
}

}  // namespace gradfield
