#include "plot/labels/level_texts.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/numbers/round_numbers.hpp"

namespace gradfield {
namespace {

// `value` to so many significant digits, without zeros behind.
RoundNumber rounded(double value, int digits) {
  char text[40];
  const std::to_chars_result end =
      std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, digits - 1);
  RoundNumber number{0, 0};
  bool is_behind_point = false;
  const char* place = text + (text[0] == '-');
  for (; place != end.ptr && *place != 'e'; ++place) {
    if (*place == '.') {
      is_behind_point = true;
      continue;
    }
    number.count = 10 * number.count + (*place - '0');
    number.exponent -= is_behind_point;
  }
  int exponent = 0;
  const char* start = place + 1 + (place[1] == '+');
  std::from_chars(start, end.ptr, exponent);
  number.exponent += exponent;
  while (number.count != 0 && number.count % 10 == 0) {
    number.count /= 10;
    ++number.exponent;
  }
  if (text[0] == '-') number.count = -number.count;
  return number;
}

std::size_t widest(const std::vector<std::string>& texts) {
  std::size_t width = 0;
  for (const std::string& text : texts) width = std::max(width, text.size());
  return width;
}

std::vector<std::string> whole_texts(std::span<const double> levels) {
  std::vector<RoundNumber> numbers;
  const auto are_told_apart = [&] {
    for (std::size_t i = 0; i < levels.size(); ++i) {
      double distance = std::fabs(levels[i]);
      for (std::size_t k = 0; k < levels.size(); ++k) {
        if (k != i) distance = std::min(distance, std::fabs(levels[k] - levels[i]));
      }
      if (std::fabs(value_of(numbers[i]) - levels[i]) > distance / 100) return false;
    }
    return true;
  };
  for (int digits = 3; digits <= std::numeric_limits<double>::max_digits10; ++digits) {
    numbers.clear();
    for (const double level : levels) numbers.push_back(rounded(level, digits));
    if (are_told_apart()) break;
  }
  std::vector<std::string> plain, scientific;
  for (const RoundNumber number : numbers) {
    plain.push_back(plain_digits(number));
    scientific.push_back(scientific_digits(number));
  }
  constexpr std::size_t kShort = 7;  // as of tics
  return widest(plain) <= kShort || widest(plain) <= widest(scientific) ? plain : scientific;
}

// What is left of the levels when a number is taken off that is as short as one so near to them can be.
std::vector<std::string> texts_from_base(std::span<const double> levels) {
  const auto [least, greatest] = std::ranges::minmax(levels);
  RoundNumber base{};
  for (int digits = 1; digits <= std::numeric_limits<double>::max_digits10; ++digits) {
    base = rounded(least, digits);
    if (std::fabs(value_of(base) - least) <= greatest - least) break;
  }
  // The differences of near numbers are exact; the levels themselves are round to their last bit only.
  const double last_bit = std::numeric_limits<double>::epsilon() * std::fabs(value_of(base));
  std::vector<double> rest;
  for (const double level : levels) {
    const double more = level - value_of(base);
    double round = 0;
    for (int digits = 1; std::fabs(round - more) > last_bit; ++digits) round = value_of(rounded(more, digits));
    rest.push_back(round);
  }
  std::vector<std::string> texts = whole_texts(rest);
  for (std::string& text : texts) {
    const char* sign = text[0] == '-' ? "" : "+";
    text = text == "0" ? plain_digits(base) : plain_digits(base) + sign + text;
  }
  return texts;
}

}  // namespace

std::vector<std::string> level_texts(std::span<const double> levels) {
  std::vector<std::string> texts = whole_texts(levels);
  constexpr std::size_t kLong = 10;  // characters: "1000000001" can just be read
  if (levels.size() < 2 || widest(texts) <= kLong) return texts;
  std::vector<std::string> from_base = texts_from_base(levels);
  return widest(from_base) < widest(texts) ? from_base : texts;
}

}  // namespace gradfield
