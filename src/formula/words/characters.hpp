// What the characters of a formula stand for, beyond ASCII: what people paste from books, web pages and word
// processors.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formula/words/words.hpp"

namespace gradfield {

/// The one ASCII character that `c` is read as: itself, the letter or digit of a full-width or italic one, '-' of the
/// dashes that stand for a minus sign, '/' and '^' of their look-alikes, ' ' of every Unicode blank, '\n' of what ends
/// a line. None where `c` is no such character.
std::optional<char> plain_character(char32_t c);

/// Characters that are a whole word by themselves, whatever stands beside them: π is the name pi, × the operator *.
struct Symbol {
  std::u32string_view characters;  // each is the word
  WordKind kind;
  std::string_view text;  // as muParser reads it
};

/// The symbol that `c` is, or null.
const Symbol* find_symbol(char32_t c);

/// '0' to '9', '+' or '-' of a raised one; none of anything else.
std::optional<char> raised_character(char32_t c);

/// '0' to '9' of a lowered one, as in x₁; none of anything else.
std::optional<char> lowered_digit(char32_t c);

/// The name of a Greek letter, "theta" of θ, "Omega" of Ω; "" of anything else. π is a symbol.
std::string_view greek_letter(char32_t c);

/// Whether a name is that of a Greek letter.
bool is_greek_letter(std::string_view name);

/// Whether a formula is read as if `c` were not there: it shows nothing, as a soft hyphen, a byte order mark, or the
/// sign of MathML for a call.
bool is_left_away(char32_t c);

/// What to do about a character beyond ASCII that no formula has: "write x". `shows`: it can be seen.
std::string cure_of_character(char32_t c, bool shows);

}  // namespace gradfield
