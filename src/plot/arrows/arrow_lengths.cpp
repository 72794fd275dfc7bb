#include "plot/arrows/arrow_lengths.hpp"

#include <algorithm>
#include <cmath>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

constexpr LengthRule kRules[] = {
    {"linear", "", "", [](double ratio, double) { return ratio; }, [](double share, double) { return share; }},
    {"sqrt", "", ", length as its root", [](double ratio, double) { return std::sqrt(ratio); },
     [](double share, double) { return share * share; }},
    {"log", "", ", length as its logarithm",
     [](double ratio, double knee) { return std::log1p(ratio / knee) / std::log1p(1 / knee); },
     [](double share, double knee) { return knee * std::expm1(share * std::log1p(1 / knee)); }},
    {"unit", "all alike", ", all equally long", [](double, double) { return 1.0; },
     [](double share, double) { return share; }},
};

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

// Log tells the decades apart from the second percentile on; but a few norms that are zero up to rounding do not
// stretch it, nor do equal norms flatten it.
double knee_for(const std::vector<double>& ascending, double reference) {
  constexpr double kSmall = 2, kLeastKnee = 1e-8, kLargestKnee = 0.1;
  return std::clamp(percentile(ascending, kSmall) / reference, kLeastKnee, kLargestKnee);
}

// How many arrows are too short for their direction to be seen, where one of the norm `reference` is the longest.
std::ptrdiff_t specks(const std::vector<double>& ascending, const LengthRule& rule, double reference) {
  const double smallest = rule.ratio(kSpeck, knee_for(ascending, reference)) * reference;
  return std::ranges::lower_bound(ascending, smallest) - ascending.begin();
}

// The percentile that the automatic cap takes, if any.
std::optional<double> automatic_percent(const std::vector<double>& ascending, const LengthRule& rule) {
  constexpr double kFarAbove = 3, kWorth = 1.5;
  const double largest = ascending.back();
  for (const double percent : {95.0, 90.0, 85.0, 80.0}) {
    const double reference = percentile(ascending, percent);
    if (largest <= kFarAbove * reference) continue;
    const auto cut = static_cast<double>(ascending.end() - std::ranges::upper_bound(ascending, reference));
    const auto readable = static_cast<double>(specks(ascending, rule, largest) - specks(ascending, rule, reference));
    if (readable >= kWorth * cut) return percent;
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

bool LengthScale::is_cut(double norm) const { return norm > reference && rule->share(0.5, knee) < 1; }

double LengthScale::share(double norm) const {
  if (norm == 0) return 0;
  return is_cut(norm) ? 1 : rule->share(norm / reference, knee);
}

LengthScale length_scale(const Field& field, const LengthRule& rule, const Cap& cap) {
  LengthScale scale;
  scale.rule = &rule;
  const std::vector<double> norms = sorted_norms(field);
  if (norms.empty()) return scale;
  const double largest = norms.back();
  scale.percent = cap.percent;
  if (cap.is_automatic) scale.percent = automatic_percent(norms, rule);
  scale.reference = scale.percent ? percentile(norms, *scale.percent) : largest;
  scale.knee = knee_for(norms, scale.reference);
  if (scale.reference == largest) scale.percent.reset();
  constexpr double kRounding = 1e-12;  // a few thousand roundings
  scale.all_alike = norms.front() >= (1 - kRounding) * largest && !has_zero_arrow(field);
  return scale;
}

}  // namespace gradfield
