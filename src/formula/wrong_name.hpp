// What to say about a name that is none, and about a function without its argument.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "formula/functions.hpp"
#include "formula/names.hpp"
#include "formula/words/words.hpp"

namespace gradfield {

/// A way to write what another system has a name for.
struct Reading {
  std::string_view formula = {};  // of x, y and z, the arguments in their order; "" where there is none
  std::string_view meaning = {};  // when it is meant; without a formula the whole answer
};

/// Names of other systems that mean the same.
struct ForeignName {
  std::string_view names;  // between blanks. Lower case without _: any spelling; one with a capital: that alone
  std::array<Reading, 2> readings;
};

/// Functions that are known elsewhere and neither functions here nor aliases.
std::span<const ForeignName> foreign_functions();

/// The error about the name `words[place]` of `text`, with the cure: what it is elsewhere and how to write it here,
/// other case, the product or the call that was meant; for four letters and more a name that is close; at last a value
/// for all that have none. Code: kData.
Error unknown_name(std::string_view text, const std::vector<Word>& words, std::size_t place, const Names& names);

/// The error about a call at `place` with `count` arguments, which the function does not take; its first `name_length`
/// bytes are the name as typed.
/// Code: kData.
Error wrong_arity(std::string_view text, Place place, std::size_t name_length, const Function& function, int count);

/// The error about the function `words[place]` that no bracket follows: "write sin(x)^2" for sin^2(x).
/// Code: kData.
Error missing_argument(std::string_view text, const std::vector<Word>& words, std::size_t place);

/// "sin(x)", "arctan2(x,y)": the function by one of its names, with arguments.
std::string example_of(std::string_view name, const Function& function);

/// The exponent behind the ^ at `place`: a number or a name, with its sign; "(...)" where it is more than that.
std::string exponent_at(const std::vector<Word>& words, std::size_t place);

}  // namespace gradfield
