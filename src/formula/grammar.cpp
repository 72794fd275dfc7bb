#include "formula/grammar.hpp"

#include <utility>

#include "base/spelling.hpp"
#include "formula/functions.hpp"
#include "formula/implied.hpp"
#include "formula/misread.hpp"
#include "formula/wrong_name.hpp"

namespace gradfield {
namespace {

struct Bracket {
  Place place;
  const Function* function = nullptr;  // the call it belongs to; null: plain parentheses
  Place function_place;
  const Word* factor = nullptr;  // the name right before it, which is no function
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
      const Place last = words_.back().place;
      fail({last.position + last.length, 1}, "the expression ends too early", "a value is missing here");
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

  std::string shown(const Word& some_word) const { return shortened(typed(text_, some_word), 40); }

  // The word before this one among those that were typed. Requires: there is one.
  const Word& previous_typed() const {
    std::size_t place = at_ - 1;
    while (words_[place].spelling == Spelling::kImplied) --place;
    return words_[place];
  }

  void begin_operand() {
    if (!needs_operand_) {
      const Word* after = at_ + 1 < words_.size() ? &words_[at_ + 1] : nullptr;
      fail(word().place, "an operator is missing before '" + shown(word()) + "'",
           objection_to_product(text_, previous_typed(), word(), after));
    }
    needs_operand_ = false;
  }

  // The word here needs a value before it, and there is none.
  [[noreturn]] void value_is_missing() const {
    const std::string here = shown(word()), before = previous() != nullptr ? shown(*previous()) : "";
    std::string cure = "write a value here";
    if (before == "*" && here == "*") {
      cure = "for a power write ^";
    } else if (before == "<" && here == ">") {
      cure = "for 'not equal' write !=";
    } else if (previous() == nullptr) {
      cure += ", or delete '" + here + "'";
    } else if (previous()->kind == WordKind::kOperator || previous()->kind == WordKind::kComma) {
      cure += ", or delete '" + before + "'";
    }
    fail(word().place, "a value is missing before '" + here + "'", cure);
  }

  void take_name() {
    refuse_choice_at(at_);
    begin_operand();
    const Function* function = find_function(word().text, names_);
    // γ alone is a letter that people write, and no gamma function without its argument.
    const bool is_letter = typed(text_, word()) != word().text && !is_reserved(word().text);
    if (is_letter && !next_is(WordKind::kOpen)) function = nullptr;
    if (function == nullptr && !names_.has_value(word().text)) {
      for (std::size_t later = at_ + 1; later < words_.size(); ++later) refuse_choice_at(later);
      throw unknown_name(text_, words_, at_, names_);
    }
    if (function != nullptr && !next_is(WordKind::kOpen)) throw missing_argument(text_, words_, at_);
  }

  void open() {
    const Word* before = previous();
    const Function* function =
        before != nullptr && before->kind == WordKind::kName ? find_function(before->text, names_) : nullptr;
    if (function == nullptr) begin_operand();
    const bool is_factor = before != nullptr && before->spelling == Spelling::kImplied && before->text == "*" &&
                           previous_typed().kind == WordKind::kName;
    brackets_.push_back({word().place,
                         function,
                         function != nullptr ? before->place : Place{},
                         is_factor ? &previous_typed() : nullptr,
                         0,
                         {}});
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

  // a if c else b
  void refuse_choice_at(std::size_t place) const {
    if (words_[place].text != "if" || names_.has_value("if")) return;
    const std::string cure = cure_of_choice(text_, words_, place);
    if (!cure.empty()) fail(words_[place].place, "a choice has no words", cure);
  }

  void check_arity(const Bracket& bracket, int count) const {
    if (with_arity(*bracket.function, static_cast<std::size_t>(count)) != nullptr) return;
    const std::size_t start = bracket.function_place.position, end = word().place.position + word().place.length;
    throw wrong_arity(text_, {start, end - start}, bracket.function_place.length, *bracket.function, count);
  }

  bool is_number(std::size_t place) const { return place < words_.size() && words_[place].kind == WordKind::kNumber; }

  // A comma whose numbers touch it, the second of them with a 0 in front: no list is typed so.
  bool is_part_of_number() const {
    if (!is_number(at_ - 1) || !is_number(at_ + 1)) return false;
    const Word &before = words_[at_ - 1], &after = words_[at_ + 1];
    return after.text.size() == 3 && after.text[0] == '0' && is_digits(after.text) && is_digits(before.text) &&
           before.place.position + before.place.length == word().place.position &&
           word().place.position + 1 == after.place.position;
  }

  // The comma here stands between two numbers: in them, or between several?
  std::string cure_of_numbers_with_commas() const {
    if (!is_number(at_ - 1) || !is_number(at_ + 1)) return "give one expression";
    std::vector<std::string> parts{words_[at_ - 1].text};
    for (std::size_t i = at_; i < words_.size() && words_[i].kind == WordKind::kComma && is_number(i + 1); i += 2) {
      parts.push_back(words_[i + 1].text);
    }
    return cure_of_commas(parts);
  }

  void take_comma() {
    if (needs_operand_) value_is_missing();
    check_questions();
    Bracket& bracket = brackets_.back();
    if (bracket.function == nullptr) {
      fail(word().place, "a comma separates arguments of a function only",
           bracket.factor != nullptr ? "'" + shown(*bracket.factor) + "' is no function"
                                     : cure_of_numbers_with_commas());
    }
    if (is_part_of_number()) fail(word().place, "a comma within a number is none", cure_of_numbers_with_commas());
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
    if (sign == "=") {
      fail(word().place, "an expression assigns nothing", "compare with ==; define a constant with -D NAME=VALUE");
    }
    if (sign == "^") check_base();
    if (sign == "?") brackets_.back().open_questions.push_back(word().place);
    if (sign == ":") {
      if (brackets_.back().open_questions.empty()) {
        fail(word().place, "':' has no '?' before it", "write condition ? a : b");
      }
      brackets_.back().open_questions.pop_back();
    }
    needs_operand_ = true;
  }

  // What is raised, or under a root sign, belongs together for the eye, but not in the text that muParser reads: x²^3
  // is (x^2)^3 for the one and x^(2^3) for the other.
  void check_base() const {
    if (previous()->spelling == Spelling::kRaised) {
      fail(word().place, "a raised exponent with a power behind it can be read in two ways",
           "write (a^b)^c or a^(b^c)");
    }
    if (previous()->spelling == Spelling::kImplied) {
      // root ( radicand )
      const std::string root = shown(words_[at_ - 4]), radicand = shown(words_[at_ - 2]),
                        power = "^" + exponent_at(words_, at_);
      fail(word().place, "a root with a power behind it can be read in two ways",
           "write " + root + "(" + radicand + ")" + power + " or " + root + "(" + radicand + power + ")");
    }
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

void check_grammar(std::string_view text, const std::vector<Word>& words, const Names& names) {
  Grammar(text, words, names).check();
}

}  // namespace gradfield
