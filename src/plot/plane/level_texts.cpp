#include "plot/plane/level_texts.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/round_numbers.hpp"

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

}  // namespace

std::vector<std::string> level_texts(std::span<const double> levels) {
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
  const auto widest = [&](std::string (*write)(RoundNumber)) {
    std::size_t width = 0;
    for (const RoundNumber number : numbers) width = std::max(width, write(number).size());
    return width;
  };
  constexpr std::size_t kShort = 7;  // as of tics
  const bool is_plain = widest(plain_digits) <= kShort || widest(plain_digits) <= widest(scientific_digits);
  std::vector<std::string> texts;
  for (const RoundNumber number : numbers) texts.push_back(is_plain ? plain_digits(number) : scientific_digits(number));
  return texts;
}

}  // namespace gradfield
