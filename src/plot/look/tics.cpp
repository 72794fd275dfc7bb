#include "plot/look/tics.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numbers>
#include <numeric>
#include <optional>

#include "base/numbers/round_numbers.hpp"
#include "plot/look/typeset.hpp"

namespace gradfield {

namespace {

constexpr std::size_t kShort = 7;  // characters: "-0.0005" and "1000000" still read well

std::size_t widest(const std::vector<RoundNumber>& numbers, std::string (*write)(RoundNumber)) {
  std::size_t width = 0;
  for (const RoundNumber number : numbers) width = std::max(width, write(number).size());
  return width;
}

// The tics at these numbers, all in the shorter of the two forms.
std::vector<Tic> labelled(const std::vector<RoundNumber>& chosen) {
  const std::size_t plain = widest(chosen, plain_digits);
  const bool is_plain = plain <= kShort || plain <= widest(chosen, scientific_digits);
  std::vector<Tic> tics;
  for (const RoundNumber decimal : chosen) {
    tics.push_back({value_of(decimal), is_plain ? plain_digits(decimal) : scientific_digits(decimal)});
  }
  return tics;
}

// Up to "10000" and "0.001", without a power of ten.
bool is_short(const std::string& label) {
  constexpr std::size_t kFewDigits = 5;
  return label.find('e') == std::string::npos && label.size() <= kFewDigits + (label[0] == '-');
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

// What tics of the range are counted from, however many they are: 0, or the roundest number that leaves labels of two
// digits, where whole ones would be long in both forms, and by their digits, not by their power of ten.
RoundNumber offset_of(double min, double max) {
  constexpr int kSome = 5;
  constexpr long long kManyDigits = 100'000, kFew = 100, kLargest = 100'000'000'000'000'000;
  const std::vector<RoundNumber> some = round_numbers_within(min, max, kSome);
  const bool has_many_digits =
      std::ranges::any_of(some, [](RoundNumber number) { return std::llabs(number.count) >= kManyDigits; });
  if (!has_many_digits || widest(some, plain_digits) <= kShort || widest(some, scientific_digits) <= kShort) return {};
  for (long long unit = kLargest; unit > 1; unit /= 10) {
    const long long near = some[some.size() / 2].count, offset = (near + (near < 0 ? -unit : unit) / 2) / unit * unit;
    if (std::ranges::all_of(some, [&](RoundNumber tic) { return std::llabs(tic.count - offset) < kFew; })) {
      return {offset, some[0].exponent};
    }
  }
  return {};
}

// a - b, in units of the smaller of their powers of ten.
RoundNumber difference(RoundNumber a, RoundNumber b) {
  for (RoundNumber* number : {&a, &b}) {
    const int exponent = std::min(a.exponent, b.exponent);
    for (; number->exponent > exponent; --number->exponent) number->count *= 10;
  }
  return {a.count - b.count, a.exponent};
}

// In units of pi/24: halves, and thirds of what these leave.
constexpr int kUnit = 24, kWidestInPi = 20 * kUnit;
constexpr int kPiSteps[] = {96, 48, 24, 12, 6, 3, 8, 4, 2};

// How many such units a multiple of pi/12 has; nothing for other numbers.
std::optional<int> in_pi_units(double value) {
  constexpr double kRounding = 1e-13, kFarthest = 1e6;
  const double twelfths = value / std::numbers::pi * 12;
  const bool is_multiple = std::fabs(twelfths) < kFarthest &&
                           std::fabs(twelfths - std::round(twelfths)) <= kRounding * std::max(1.0, std::fabs(twelfths));
  return is_multiple ? std::optional(2 * static_cast<int>(std::lround(twelfths))) : std::nullopt;
}

// "-3pi/4"
std::string pi_label(int units) {
  if (units == 0) return "0";
  const int common = std::gcd(units, kUnit), over = std::abs(units) / common, under = kUnit / common;
  return (units < 0 ? "-" : "") + (over == 1 ? "" : std::to_string(over)) + "pi" +
         (under == 1 ? "" : "/" + std::to_string(under));
}

// The offset without its sign, and what that makes of it.
std::string offset_text(const std::vector<Tic>& tics, std::string_view minus,
                        std::string (*write)(const std::string&)) {
  if (tics.empty() || tics[0].offset.empty()) return "";
  const std::string& offset = tics[0].offset;
  const bool is_negative = offset[0] == '-';
  return " " + (is_negative ? "+" : std::string(minus)) + " " + write(offset.substr(is_negative));
}

}  // namespace

std::vector<Tic> choose_tics(double min, double max, int most) {
  const std::vector<RoundNumber> chosen = round_numbers_within(min, max, most);
  const RoundNumber offset = offset_of(min, max);
  if (offset.count == 0) return labelled(chosen);
  std::vector<RoundNumber> rest;
  for (const RoundNumber number : chosen) rest.push_back(difference(number, offset));
  std::vector<Tic> tics = labelled(rest);
  const std::string plain = plain_digits(offset), scientific = scientific_digits(offset);
  for (std::size_t i = 0; i < tics.size(); ++i) {
    tics[i].value = value_of(chosen[i]);
    tics[i].offset = scientific.size() < plain.size() ? scientific : plain;
  }
  return tics;
}

std::vector<Tic> choose_axis_tics(const TicRange& asked, const TicRange& shown, int most) {
  const auto first = in_pi_units(asked.min), last = in_pi_units(asked.max);
  if (!first || !last || *first >= *last || *last - *first > kWidestInPi) {
    return choose_tics(shown.min, shown.max, most);
  }
  // The largest step that makes both ends tics and gives five of them; or what comes nearest to that.
  constexpr int kEnough = 5;
  struct Fitness {
    bool has_ends;
    int count;
    auto operator<=>(const Fitness&) const = default;
  };
  Fitness best{false, 1};
  std::vector<Tic> tics;
  for (const int step : kPiSteps) {
    const auto from = static_cast<int>(std::ceil(*first / static_cast<double>(step)));
    const auto to = static_cast<int>(std::floor(*last / static_cast<double>(step)));
    const int count = to - from + 1;
    const Fitness fitness{from * step == *first && to * step == *last && count > 1, std::min(count, kEnough)};
    if (count > most || !(best < fitness)) continue;
    best = fitness;
    tics.clear();
    for (int k = from; k <= to; ++k) tics.push_back({k * step * std::numbers::pi / kUnit, pi_label(k * step)});
  }
  return tics.empty() ? choose_tics(shown.min, shown.max, most) : tics;
}

std::string typeset_offset(const std::vector<Tic>& tics) {
  return offset_text(tics, "−", [](const std::string& number) { return typeset_formula(number, HUGE_VAL).markup; });
}

std::string plain_offset(const std::vector<Tic>& tics, std::string_view minus) {
  return offset_text(tics, minus, [](const std::string& number) { return number; });
}

ScaledTics choose_scaled_tics(double min, double max, int most) {
  ScaledTics scaled{choose_tics(min, max, most)};
  const auto is_long = [](const Tic& tic) { return !is_short(tic.label); };
  const bool has_offset = !scaled.tics.empty() && !scaled.tics.front().offset.empty();
  if (has_offset || std::ranges::none_of(scaled.tics, is_long)) return with_equal_decimals(std::move(scaled));
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
    } else if (label[i] == '-') {
      out += minus;
    } else if (label[i] == 'e') {
      out += "\u00D710^{";
    } else if (label.compare(i, 2, "pi") == 0) {
      out += "π";
      ++i;
    } else {
      out += label[i];
    }
  }
  return label.find('e') == std::string::npos ? out : out + "}";
}

double widest_typeset_label(const std::vector<Tic>& tics) {
  double width = 0;
  for (const Tic& tic : tics) width = std::max(width, markup_width(typeset_label(tic.label)));
  return width;
}

std::size_t widest_label(const std::vector<Tic>& tics) {
  std::size_t width = 0;
  for (const Tic& tic : tics) width = std::max(width, tic.label.size());
  return width;
}

}  // namespace gradfield
