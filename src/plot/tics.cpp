#include "plot/tics.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "plot/font.hpp"

namespace gradfield {
namespace {

// A tic is the whole number `count` times 10^exponent: its digits are exact, no binary fraction shows.
struct Decimal {
  long long count;
  int exponent;
};

std::string plain(Decimal decimal) {
  std::string digits = std::to_string(std::llabs(decimal.count));
  const std::string sign = decimal.count < 0 ? "-" : "";
  if (decimal.count == 0) return "0";
  if (decimal.exponent >= 0) return sign + digits + std::string(static_cast<std::size_t>(decimal.exponent), '0');
  const std::size_t decimals = static_cast<std::size_t>(-decimal.exponent);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  return sign + digits.substr(0, digits.size() - decimals) + "." + digits.substr(digits.size() - decimals);
}

std::string scientific(Decimal decimal) {
  if (decimal.count == 0) return "0";
  std::string digits = std::to_string(std::llabs(decimal.count));
  const int exponent = decimal.exponent + static_cast<int>(digits.size()) - 1;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.size() > 1) digits.insert(1, ".");
  return (decimal.count < 0 ? "-" : "") + digits + "e" + std::to_string(exponent);
}

double value_of(Decimal decimal) {
  const std::string text = std::to_string(decimal.count) + "e" + std::to_string(decimal.exponent);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Multiples m of the step digit*10^exponent with min <= m*step <= max; empty where they are too large to count.
std::vector<Decimal> multiples(double min, double max, int digit, int exponent) {
  const double step = value_of({digit, exponent});
  // A range that ends at a tic must have it, whatever the last bit of the quotient.
  constexpr double kSlack = 1e-9;
  const double first = std::ceil(min / step - kSlack), last = std::floor(max / step + kSlack);
  if (!(step > 0) || !(std::fabs(first) < 1e15 && std::fabs(last) < 1e15)) return {};
  std::vector<Decimal> out;
  for (double m = first; m <= last && out.size() < 100; ++m)
    out.push_back({static_cast<long long>(m) * digit, exponent});
  return out;
}

// The tics at these numbers, all in the shorter of the two forms.
std::vector<Tic> labelled(const std::vector<Decimal>& chosen) {
  const auto widest = [&](std::string (*write)(Decimal)) {
    std::size_t width = 0;
    for (const Decimal decimal : chosen) width = std::max(width, write(decimal).size());
    return width;
  };
  constexpr std::size_t kShort = 7;  // "-0.0005" and "1000000" still read well
  const bool is_plain = widest(plain) <= kShort || widest(plain) <= widest(scientific);
  std::vector<Tic> tics;
  for (const Decimal decimal : chosen) {
    tics.push_back({value_of(decimal), is_plain ? plain(decimal) : scientific(decimal)});
  }
  return tics;
}

}  // namespace

std::vector<Tic> choose_tics(double min, double max, int most) {
  // Below this the steps would leave the range of doubles.
  constexpr double kNarrowest = 1e-302;
  if (!(max / 2 - min / 2 > kNarrowest)) return {};
  const int smallest = static_cast<int>(std::floor(std::log10(max / 2 - min / 2))) - 2;
  std::vector<Decimal> chosen;
  for (int i = 0; i < 15 && chosen.empty(); ++i) {
    constexpr int kDigits[] = {1, 2, 5};
    const std::vector<Decimal> tics = multiples(min, max, kDigits[i % 3], smallest + i / 3);
    if (tics.size() <= static_cast<std::size_t>(most)) chosen = tics;
  }
  return labelled(chosen);
}

std::vector<Tic> choose_uneven_tics(double max, double apart, const std::function<double(double)>& place) {
  constexpr int kDecades = 14;
  const int largest = static_cast<int>(std::floor(std::log10(max)));
  std::vector<Decimal> chosen = {{0, 0}};
  // Powers of ten first, from the largest down; then what has room between them.
  for (const int digit : {1, 5, 2}) {
    for (int exponent = largest; exponent > largest - kDecades; --exponent) {
      const double value = value_of({digit, exponent});
      const bool has_room = std::ranges::all_of(
          chosen, [&](Decimal other) { return std::fabs(place(value) - place(value_of(other))) >= apart; });
      if (value > 0 && value <= max && has_room) chosen.push_back({digit, exponent});
    }
  }
  std::ranges::sort(chosen, {}, value_of);
  return labelled(chosen);
}

std::string typeset_label(const std::string& label) {
  const std::string minus = "\u2212";
  std::string out;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] == '-')
      out += minus;
    else if (label[i] == 'e')
      out += "\u00D710^{";
    else
      out += label[i];
  }
  return label.find('e') == std::string::npos ? out : out + "}";
}

double widest_typeset_label(const std::vector<Tic>& tics) {
  double width = 0;
  for (const Tic& tic : tics) {
    const std::size_t exponent = tic.label.find('e');
    double label = em_width(tic.label.substr(0, exponent));
    if (exponent != std::string::npos) label += em_width("×10") + 0.8 * em_width(tic.label.substr(exponent + 1));
    width = std::max(width, label + (tic.label[0] == '-' ? em_width("+") - em_width("-") : 0));
  }
  return width;
}

std::size_t widest_label(const std::vector<Tic>& tics) {
  std::size_t width = 0;
  for (const Tic& tic : tics) width = std::max(width, tic.label.size());
  return width;
}

}  // namespace gradfield
