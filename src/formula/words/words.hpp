// The words of a formula: where each was typed, and what muParser is to read for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/excerpt.hpp"

namespace gradfield {

enum class WordKind { kNumber, kName, kOperator, kOpen, kClose, kComma };

/// How a word was typed.
enum class Spelling {
  kPlain,
  kSymbol,   // as one character that is a word: π, √, ×, ½
  kRaised,   // as part of a raised exponent, as the ^, the - and the 2 of x⁻²
  kImplied,  // not at all: the * of 2x
};

struct Word {
  WordKind kind;
  Place place;       // in the text as typed; of no length where it was not
  std::string text;  // as muParser reads it: "^" for **, "pi" for π
  Spelling spelling = Spelling::kPlain;
};

/// What the person typed for a word, without what shows nothing; of an invisible sign, what it stands for.
std::string typed(std::string_view text, const Word& word);

/// Characters of a formula; muParser takes fewer than 20000.
inline constexpr std::size_t kLongestExpression = 19999;

/// The words of a formula as they were typed, none added: `**` and its kind are `^`, a raised exponent such as ⁻² is
/// the words ^ - 2, pasted symbols are what they stand for (characters.hpp), Greek letters and lowered digits are
/// (parts of) names, bars are calls of abs. Left away are signs that show nothing, quotes around the whole, and the
/// modules of other languages: np.sin is sin. `begin`: where in `text` the formula begins, at a character. Errors:
/// kData for a character that no formula has (control, quotes, brackets, letters beyond ASCII but for those that
/// characters.hpp knows), for bars that could be read in two ways, for a number too large for a double, and for a text
/// that is empty or longer than `kLongestExpression`.
std::vector<Word> split_words(std::string_view text, std::size_t begin = 0);

/// The name that a text stands for where it is one: "theta" for θ, "x1" for x₁; else the text as it is.
std::string plain_name(const std::string& text);

}  // namespace gradfield
