#include "plot/look/tics.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/numbers/round_numbers.hpp"
#include "plot/look/font.hpp"

namespace gradfield {

namespace {

// The tics at these numbers, all in the shorter of the two forms.
std::vector<Tic> labelled(const std::vector<RoundNumber>& chosen) {
  const auto widest = [&](std::string (*write)(RoundNumber)) {
    std::size_t width = 0;
    for (const RoundNumber decimal : chosen) width = std::max(width, write(decimal).size());
    return width;
  };
  constexpr std::size_t kShort = 7;  // "-0.0005" and "1000000" still read well
  const bool is_plain = widest(plain_digits) <= kShort || widest(plain_digits) <= widest(scientific_digits);
  std::vector<Tic> tics;
  for (const RoundNumber decimal : chosen) {
    tics.push_back({value_of(decimal), is_plain ? plain_digits(decimal) : scientific_digits(decimal)});
  }
  return tics;
}

// Up to "10000" and "0.001", without a power of ten.
bool is_short(const std::string& label) {
  constexpr std::size_t kShort = 5;
  return label.find('e') == std::string::npos && label.size() <= kShort + (label[0] == '-');
}

// 0 with the decimals of the others.
ScaledTics with_equal_decimals(ScaledTics scaled) {
  std::string decimals;
  for (const Tic& tic : scaled.tics) {
    if (const std::size_t point = tic.label.find('.'); point != std::string::npos) decimals = tic.label.substr(point);
  }
  for (Tic& tic : scaled.tics) {
    if (tic.label == "0" && !decimals.empty()) tic.label += "." + std::string(decimals.size() - 1, '0');
  }
  return scaled;
}

}  // namespace

std::vector<Tic> choose_tics(double min, double max, int most) {
  return labelled(round_numbers_within(min, max, most));
}

ScaledTics choose_scaled_tics(double min, double max, int most) {
  ScaledTics scaled{choose_tics(min, max, most)};
  const auto is_long = [](const Tic& tic) { return !is_short(tic.label); };
  if (std::ranges::none_of(scaled.tics, is_long)) return with_equal_decimals(std::move(scaled));
  std::vector<RoundNumber> numbers = round_numbers_within(min, max, most);
  double largest = 0;
  for (const Tic& tic : scaled.tics) largest = std::max(largest, std::fabs(tic.value));
  const int exponent = static_cast<int>(std::floor(std::log10(largest) + 1e-9));
  // A narrow range far from zero keeps its digits: no power of ten would make them fewer.
  for (RoundNumber& number : numbers) number.exponent -= exponent;
  const std::vector<Tic> shorter = labelled(numbers);
  if (widest_label(shorter) >= widest_label(scaled.tics)) return with_equal_decimals(std::move(scaled));
  for (std::size_t i = 0; i < shorter.size(); ++i) scaled.tics[i].label = shorter[i].label;
  scaled.exponent = exponent;
  return with_equal_decimals(std::move(scaled));
}

std::vector<Tic> choose_uneven_tics(double min, double max, double apart, const std::function<double(double)>& place) {
  constexpr int kDecades = 14;
  const double larger = std::max(std::fabs(min), std::fabs(max));
  const int largest = static_cast<int>(std::floor(std::log10(larger)));
  std::vector<RoundNumber> chosen;
  const auto choose = [&](RoundNumber number) {
    constexpr double kSlack = 1e-9;
    const double value = value_of(number), slack = kSlack * std::fabs(value);
    const bool has_room = std::ranges::all_of(
        chosen, [&](RoundNumber other) { return std::fabs(place(value) - place(value_of(other))) >= apart; });
    if (value >= min - slack && value <= max + slack && has_room) chosen.push_back(number);
  };
  choose({0, 0});
  // Powers of ten first, from the largest down; then what has room between them.
  for (const int digit : {1, 5, 2}) {
    for (int exponent = largest; exponent > largest - kDecades; --exponent) {
      if (value_of({digit, exponent}) == 0) continue;
      choose({digit, exponent});
      choose({-digit, exponent});
    }
  }
  std::ranges::sort(chosen, {}, value_of);
  std::vector<Tic> tics;
  for (const RoundNumber number : chosen) {
    const std::string plain = plain_digits(number);
    tics.push_back({value_of(number), is_short(plain) ? plain : scientific_digits(number)});
  }
  return tics;
}

std::string typeset_label(const std::string& label) {
  const std::string minus = "\u2212";
  std::string out;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const bool is_bare_power = label.compare(i, 2, "1e") == 0 && (i == 0 || label[i - 1] == '-');
    if (is_bare_power) {
      out += "10^{";
      ++i;
    } else if (label[i] == '-')
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
