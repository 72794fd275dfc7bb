#include "expression/grammar.hpp"

#include <algorithm>

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

class Grammar {
 public:
  Grammar(std::string_view text, const std::vector<Word>& words, const Names& names)
      : text_(text), words_(words), names_(names) {}

  void check() {
    brackets_.push_back({});  // the whole formula
    for (at_ = 0; at_ < words_.size(); ++at_) {
      switch (word().kind) {
        case WordKind::kNumber: begin_operand(); break;
        case WordKind::kName: take_name(); break;
        case WordKind::kOpen: open(); continue;
        case WordKind::kClose: close(); break;
        case WordKind::kComma: take_comma(); break;
        case WordKind::kOperator: take_operator(); break;
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
      fail(word().place, "an operator is missing before '" + what + "'", "write *" + what + " for a product");
    }
    needs_operand_ = false;
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
    if (function == nullptr && !is_value) unknown_name(name);
    begin_operand();
    if (function != nullptr && !next_is(WordKind::kOpen)) {
      fail(word().place, "the function '" + name + "' needs its argument in parentheses",
           "write " + name + (function->arity == 2 ? "(x,y)" : "(x)"));
    }
  }

  [[noreturn]] void unknown_name(const std::string& name) const {
    const bool is_call = next_is(WordKind::kOpen);
    std::vector<std::string_view> candidates = function_names();
    if (!is_call) {
      for (const Constant& constant : names_.constants) candidates.push_back(constant.name);
      candidates.push_back("pi");
    }
    std::string cure;
    if (const std::string_view close = closest_name(name, candidates); !close.empty()) {
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
      fail(word().place, is_empty ? "nothing stands between the parentheses" : "a value is missing before ')'");
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
         "'" + std::string(function.name) + "' takes " + takes + ", not " + std::to_string(count));
  }

  void take_comma() {
    if (needs_operand_) fail(word().place, "a value is missing before ','");
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

  void take_operator() {
    const std::string_view sign = word().text;
    const bool is_sign = sign == "+" || sign == "-";
    if (needs_operand_) {
      const Word* before = previous();
      const bool after_sign = signs_in_a_row_ > 0 && before != nullptr;
      if (!is_sign || after_sign) {
        const std::string what(sign);
        if (is_sign) fail(word().place, "two signs in a row", "write -(-x) with parentheses");
        if (sign == "*" && before != nullptr && before->text == "*") {
          fail(word().place, "a value is missing before '*'", "for a power write ^");
        }
        fail(word().place, "a value is missing before '" + what + "'");
      }
      ++signs_in_a_row_;
      return;
    }
    signs_in_a_row_ = 0;
    if (sign == "?") brackets_.back().open_questions.push_back(word().place);
    if (sign == ":") {
      if (brackets_.back().open_questions.empty()) fail(word().place, "':' has no '?' before it");
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
  int signs_in_a_row_ = 0;  // signs directly before this word that belong to the operand to come
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
