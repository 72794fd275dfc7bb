// Round numbers: few digits and a power of ten, as people choose them for axes and levels.
#pragma once

#include <string>
#include <vector>

namespace gradfield {

/// The number count * 10^exponent: its digits are exact, no binary fraction shows.
struct RoundNumber {
  long long count;
  int exponent;
};

/// The nearest double; inf beyond the doubles.
double value_of(RoundNumber number);

/// The multiples m of the step digit*10^exponent with min <= m*step <= max, ascending; empty where they are too
/// large to count, or more than 1000. A range that ends at a multiple has it, whatever the last bit of the quotient.
std::vector<RoundNumber> multiples_within(double min, double max, int digit, int exponent);

/// Multiples of 1, 2 or 5 times a power of ten within [min, max]: as many as there are, but at most `most`. None where
/// the range is narrower than 2e-302. Requires: min <= max, both finite.
std::vector<RoundNumber> round_numbers_within(double min, double max, int most);

/// "-0.05", "1200": all digits and no exponent.
std::string plain_digits(RoundNumber number);
/// "-5e-2", "1.2e3".
std::string scientific_digits(RoundNumber number);

}  // namespace gradfield
