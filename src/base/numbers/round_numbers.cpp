#include "base/numbers/round_numbers.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

namespace gradfield {

double value_of(RoundNumber number) {
  const std::string text = std::to_string(number.count) + "e" + std::to_string(number.exponent);
  double value = 0;
  const std::from_chars_result result = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_too_large = result.ec == std::errc::result_out_of_range && number.exponent > 0;
  return is_too_large ? std::copysign(std::numeric_limits<double>::infinity(), static_cast<double>(number.count))
                      : value;
}

std::vector<RoundNumber> multiples_within(double min, double max, int digit, int exponent) {
  const double step = value_of({digit, exponent});
  constexpr double kSlack = 1e-9;
  const double first = std::ceil(min / step - kSlack), last = std::floor(max / step + kSlack);
  if (!(step > 0) || !(std::fabs(first) < 1e15 && std::fabs(last) < 1e15)) return {};
  std::vector<RoundNumber> out;
  constexpr double kMost = 1000;
  if (last - first >= kMost) return {};
  for (double m = first; m <= last; ++m) out.push_back({static_cast<long long>(m) * digit, exponent});
  return out;
}

std::vector<RoundNumber> round_numbers_within(double min, double max, int most) {
  // Below this the steps would leave the range of doubles.
  constexpr double kNarrowest = 1e-302;
  if (!(max / 2 - min / 2 > kNarrowest)) return {};
  const int smallest = static_cast<int>(std::floor(std::log10(max / 2 - min / 2))) - 2;
  for (int i = 0; i < 15; ++i) {
    constexpr int kDigits[] = {1, 2, 5};
    std::vector<RoundNumber> numbers = multiples_within(min, max, kDigits[i % 3], smallest + i / 3);
    if (!numbers.empty() && numbers.size() <= static_cast<std::size_t>(most)) return numbers;
  }
  return {};
}

std::string plain_digits(RoundNumber number) {
  std::string digits = std::to_string(std::llabs(number.count));
  const std::string sign = number.count < 0 ? "-" : "";
  if (number.count == 0) return "0";
  if (number.exponent >= 0) return sign + digits + std::string(static_cast<std::size_t>(number.exponent), '0');
  const std::size_t decimals = static_cast<std::size_t>(-number.exponent);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  return sign + digits.substr(0, digits.size() - decimals) + "." + digits.substr(digits.size() - decimals);
}

std::string scientific_digits(RoundNumber number) {
  if (number.count == 0) return "0";
  std::string digits = std::to_string(std::llabs(number.count));
  const int exponent = number.exponent + static_cast<int>(digits.size()) - 1;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.size() > 1) digits.insert(1, ".");
  return (number.count < 0 ? "-" : "") + digits + "e" + std::to_string(exponent);
}

}  // namespace gradfield
