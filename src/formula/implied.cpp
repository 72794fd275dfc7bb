#include "formula/implied.hpp"

#include <utility>

#include "base/spelling.hpp"
#include "formula/functions.hpp"
#include "formula/misread.hpp"
#include "formula/words/characters.hpp"
#include "formula/wrong_name.hpp"

namespace gradfield {
namespace {

std::size_t end_of(const Word& word) { return word.place.position + word.place.length; }

bool stand_on_two_lines(std::string_view text, const Word& before, const Word& word) {
  for (std::size_t i = end_of(before); i < word.place.position;) {
    const Character c = decode_character(text, i);
    const char plain = plain_character(c.code_point).value_or(' ');
    if (plain == '\n' || plain == '\r') return true;
    i += c.bytes;
  }
  return false;
}

bool has_exponent(const Word& number) { return number.text.find_first_of("eE") != std::string::npos; }

// The x1F of 0x1F, and its like for the bases 2 and 8.
bool ends_number_of_another_base(std::string_view name) {
  const std::string_view digits = name.substr(1);
  const auto has_only = [&](std::string_view known) { return digits.find_first_not_of(known) == std::string::npos; };
  if (digits.empty()) return false;
  switch (name[0]) {
    case 'x':
    case 'X':
      return has_only("0123456789abcdefABCDEF");
    case 'b':
    case 'B':
      return has_only("01");
    case 'o':
    case 'O':
      return has_only("01234567");
    default:
      return false;
  }
}

// What a word that touches a plain number may be instead of a factor: a part of that number, written in another way
// than ours. A product would take it silently for something else.
std::string objection_to_touching(std::string_view text, const Word& number, const Word& word, const Word* after) {
  const std::string digits(typed(text, number)), what(shortened(typed(text, word), 40));
  if (word.text[0] == '_') {
    const std::string_view more = std::string_view(word.text).substr(1);
    return is_digits(more) ? "write " + shortened(digits, 20) + std::string(more) : "a number has digits only";
  }
  if (number.text == "0" && word.kind == WordKind::kName && ends_number_of_another_base(word.text)) {
    return "write a decimal number, or 0*" + what + " for a product";
  }
  // 2e3x, where a raised 3x has lost its place on the way through a clipboard.
  if (has_exponent(number)) return "write " + shortened(digits, 20) + "*" + what + " for a product";
  // 2e-3 is 0.002, so 2e-x would jump to another meaning where a digit becomes a letter. 2e alone is 2*e.
  const bool is_letter_e = word.text == "e" || word.text == "E";
  if (is_letter_e && after != nullptr && end_of(word) == after->place.position &&
      (after->text == "-" || after->text == "+")) {
    const std::string sign(typed(text, *after)), number_text = shortened(digits, 12);
    return "write " + number_text + "*" + what + sign + "..., or an exponent of digits: " + number_text + what + sign +
           "3";
  }
  if (is_letter_e && after != nullptr && end_of(word) == after->place.position && typed(text, *after)[0] == '.') {
    return "write " + shortened(digits, 12) + "*" + what + " for a product, and digits behind an exponent's " + what;
  }
  return "";
}

// sin^2(x) as sin(x)^2, of every function and exponent that is a number without a sign.
std::vector<Word> with_powers_behind_calls(std::string_view text, const std::vector<Word>& words) {
  std::vector<Word> out;
  out.reserve(words.size());
  std::vector<const Word*> calls;  // of each bracket that is open: the function before a power that belongs behind it
  const Word* call = nullptr;      // of the bracket to come
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    out.push_back(word);
    if (word.kind == WordKind::kName && word.spelling == Spelling::kPlain && find_function(word.text) != nullptr &&
        i + 3 < words.size() && words[i + 1].text == "^" && words[i + 2].kind == WordKind::kNumber &&
        words[i + 3].kind == WordKind::kOpen) {
      call = &word;
      i += 2;
    } else if (word.kind == WordKind::kOpen) {
      calls.push_back(std::exchange(call, nullptr));
    } else if (word.kind == WordKind::kClose && !calls.empty()) {
      const Word* const name = calls.back();
      calls.pop_back();
      if (name == nullptr) continue;
      const Word &power = name[1], &exponent = name[2], &open = name[3];
      if (i + 1 < words.size() && words[i + 1].text == "^") {
        const std::string arguments(text.substr(open.place.position, end_of(word) - open.place.position));
        const std::string written = name->text + shortened(arguments, 30), second = exponent_at(words, i + 1);
        throw error_at(text, words[i + 1].place, "a power of a function with a power behind it can be read in two ways",
                       "write (" + written + "^" + exponent.text + ")^" + second + " or " + written + "^(" +
                           exponent.text + "^" + second + ")");
      }
      out.insert(out.end(), {power, exponent});
    }
  }
  return out;
}

}  // namespace

std::string objection_to_product(std::string_view text, const Word& before, const Word& word, const Word* after) {
  const std::string what(shortened(typed(text, word), 40));
  const bool touches = end_of(before) == word.place.position;
  const bool is_after_number = before.kind == WordKind::kNumber && before.spelling == Spelling::kPlain;
  if (word.kind == WordKind::kNumber) {
    if (is_after_number && word.spelling == Spelling::kSymbol) {
      const std::string digits = shortened(typed(text, before), 20);
      return "write " + digits + "+" + what + ", or " + digits + "*" + what + " for a product";
    }
    if (is_after_number && touches) return "a number has one decimal point";
    if (is_after_number) return "a number has no blanks; write *" + what + " for a product";
    return "write *" + what + " for a product";
  }
  // Two lines are more likely two formulas.
  if (stand_on_two_lines(text, before, word)) return "give one formula, or write *" + what + " for a product";
  if (is_after_number && touches) return objection_to_touching(text, before, word, after);
  return "";
}

std::vector<Word> with_implied_words(std::string_view text, const std::vector<Word>& typed_words, const Names& names) {
  const std::vector<Word> words = with_powers_behind_calls(text, typed_words);
  std::vector<Word> out;
  out.reserve(words.size() * 2);
  const auto put = [&](WordKind kind, std::size_t position, const char* spelled) {
    out.push_back({kind, {position, 0}, spelled, Spelling::kImplied});
  };
  const auto ends_value = [&](const Word& word) {
    return word.kind == WordKind::kNumber || word.kind == WordKind::kClose ||
           (word.kind == WordKind::kName && names.has_value(word.text));
  };
  // The number or name that the root sign before it takes, without parentheses.
  const auto is_radicand = [&](const Word& word) {
    return (word.kind == WordKind::kNumber && word.spelling != Spelling::kRaised) ||
           (word.kind == WordKind::kName && find_function(word.text, names) == nullptr);
  };
  bool is_under_root = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const Word* after = i + 1 < words.size() ? &words[i + 1] : nullptr;
    if (i > 0 && ends_value(words[i - 1]) && (word.kind == WordKind::kName || word.kind == WordKind::kOpen) &&
        objection_to_product(text, words[i - 1], word, after).empty()) {
      put(WordKind::kOperator, word.place.position, "*");
    }
    if (is_under_root) put(WordKind::kOpen, word.place.position, "(");
    out.push_back(word);
    if (is_under_root) put(WordKind::kClose, end_of(word), ")");
    is_under_root = word.spelling == Spelling::kSymbol && word.kind == WordKind::kName &&
                    find_function(word.text) != nullptr && after != nullptr && is_radicand(*after);
  }
  return out;
}

}  // namespace gradfield
