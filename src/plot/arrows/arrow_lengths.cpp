#include "plot/arrows/arrow_lengths.hpp"

#include <algorithm>
#include <cmath>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

// The shortest arrow of the logarithm is a fifth of the longest: its direction can be seen.
constexpr LengthRule kRules[] = {
    {"auto", "", "", nullptr},
    {"linear", "", "", &kLinear},
    {"sqrt", "", ", length as its root", &kRoot},
    {"log", "", ", length as its logarithm", &kLogarithmic, 0.24},
    {"unit", "all alike", ", all equally long", &kLinear, 1},
};
constexpr std::span<const LengthRule> kByReadability = std::span(kRules).subspan(1, 3);

// A tenth of the longest arrow of the usual picture is three points long.
constexpr double kSpeck = 0.1;

bool has_zero_arrow(const Field& field) {
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (has_arrow(field, i) && norm_at(field, i) == 0) return true;
  }
  return false;
}

// The norms of all arrows that are not zero, ascending.
std::vector<double> sorted_norms(const Field& field) {
  std::vector<double> norms;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (has_arrow(field, i) && norm_at(field, i) > 0) norms.push_back(norm_at(field, i));
  }
  std::sort(norms.begin(), norms.end());
  return norms;
}

double percentile(const std::vector<double>& ascending, double percent) {
  const double place = static_cast<double>(ascending.size() - 1) * percent / 100;
  return ascending[static_cast<std::size_t>(place)];
}

// The least norm that the logarithm tells apart.
double reach_below(const std::vector<double>& ascending, double reference) {
  constexpr double kSmall = 2, kFarthest = 1e-3, kNearest = 0.1, kFew = 3;
  const double small = percentile(ascending, kSmall), least = ascending.front();
  return std::clamp(least > small / kFew ? least : small, kFarthest * reference, kNearest * reference);
}

// How many arrows are too short for their direction to be seen, where one of the norm `reference` is the longest.
std::ptrdiff_t specks(const std::vector<double>& ascending, LengthScale scale, double reference) {
  scale.reference = reference;
  scale.reach = reach_below(ascending, reference);
  const double smallest = scale.gradation(*scale.rule->growth).value(kSpeck);
  return std::ranges::lower_bound(ascending, smallest) - ascending.begin();
}

// The percentile that the automatic cap takes, if any.
std::optional<double> automatic_percent(const std::vector<double>& ascending, const LengthScale& scale) {
  constexpr double kFarAbove = 3, kWorth = 1.5;
  const double largest = ascending.back();
  for (const double percent : {95.0, 90.0, 85.0, 80.0}) {
    const double reference = percentile(ascending, percent);
    if (largest <= kFarAbove * reference) continue;
    const auto cut = static_cast<double>(ascending.end() - std::ranges::upper_bound(ascending, reference));
    const auto readable = static_cast<double>(specks(ascending, scale, largest) - specks(ascending, scale, reference));
    if (readable >= kWorth * cut) return percent;
  }
  return {};
}

// The scale by one rule, of norms that are not zero.
LengthScale scale_by(const LengthRule& rule, const std::vector<double>& ascending, const Cap& cap) {
  LengthScale scale;
  scale.rule = &rule;
  scale.growth = rule.growth;
  scale.least = ascending.front();
  scale.largest = ascending.back();
  scale.percent = cap.is_automatic ? automatic_percent(ascending, scale) : cap.percent;
  scale.reference = scale.percent ? percentile(ascending, *scale.percent) : scale.largest;
  scale.reach = reach_below(ascending, scale.reference);
  if (scale.reference == scale.largest) scale.percent.reset();
  return scale;
}

bool is_readable(const LengthScale& scale, const std::vector<double>& ascending) {
  constexpr double kRead = 0.2, kWell = 0.38;
  return scale.share(percentile(ascending, 25)) >= kRead && scale.share(percentile(ascending, 50)) >= kWell;
}

LengthScale readable_scale(const std::vector<double>& ascending, const Cap& cap) {
  for (const LengthRule& rule : kByReadability) {
    LengthScale scale = scale_by(rule, ascending, cap);
    if (&rule == &kByReadability.back() || is_readable(scale, ascending)) return scale;
  }
  return {};
}

}  // namespace

double norm_at(const Field& field, std::size_t i) {
  double norm = std::fabs(field.slopes[0][i]);
  for (std::size_t k = 1; k < field.slopes.size(); ++k) norm = hypotenuse(norm, field.slopes[k][i]);
  return norm;
}

bool has_arrow(const Field& field, std::size_t i) {
  return std::isfinite(field.f[i]) && std::isfinite(norm_at(field, i));
}

std::span<const LengthRule> length_rules() { return kRules; }

const LengthRule& linear_rule() { return kByReadability.front(); }

bool LengthScale::is_cut(double norm) const { return norm > reference && rule->shortest < 1; }

double LengthScale::share(double norm) const {
  if (norm == 0) return 0;
  return rule->shortest + (1 - rule->shortest) * gradation(*rule->growth).share(norm);
}

Gradation LengthScale::gradation(const Growth& by) const {
  const bool is_logarithm = &by == &kLogarithmic;
  return {&by, is_logarithm ? reach : 0, reference, reach};
}

LengthScale length_scale(const Field& field, const LengthRule& rule, const Cap& cap) {
  const std::vector<double> norms = sorted_norms(field);
  LengthScale scale;
  if (rule.growth != nullptr) scale.rule = &rule;
  if (norms.empty()) return scale;
  scale = rule.growth == nullptr ? readable_scale(norms, cap) : scale_by(rule, norms, cap);
  if (rule.shortest == 1) scale.growth = readable_scale(norms, cap).growth;
  constexpr double kRounding = 1e-12;  // a few thousand roundings
  scale.all_alike = norms.front() >= (1 - kRounding) * norms.back();
  if (has_zero_arrow(field)) {
    scale.all_alike = false;
    scale.least = 0;
  }
  return scale;
}

}  // namespace gradfield
