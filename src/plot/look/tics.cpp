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

}  // namespace

std::vector<Tic> choose_tics(double min, double max, int most) {
  return labelled(round_numbers_within(min, max, most));
}

std::vector<Tic> choose_uneven_tics(double max, double apart, const std::function<double(double)>& place) {
  constexpr int kDecades = 14;
  const int largest = static_cast<int>(std::floor(std::log10(max)));
  std::vector<RoundNumber> chosen = {{0, 0}};
  // Powers of ten first, from the largest down; then what has room between them.
  for (const int digit : {1, 5, 2}) {
    for (int exponent = largest; exponent > largest - kDecades; --exponent) {
      const double value = value_of({digit, exponent});
      const bool has_room = std::ranges::all_of(
          chosen, [&](RoundNumber other) { return std::fabs(place(value) - place(value_of(other))) >= apart; });
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
