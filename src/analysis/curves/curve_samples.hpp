// A function of one variable and its derivative at points as close as the eye asks for: closer where they bend, and
// very close where they jump, go to a pole or end.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "field/sample.hpp"
#include "field/view.hpp"

namespace gradfield {

struct ValueRange {
  double low = 0, high = 0;
  bool is_cut = false;  // values lie beyond
  double width() const { return high - low; }
};

/// The two curves of a sample.
enum CurveIndex : std::size_t { kOfF, kOfSlope, kCurveCount };

struct CurveSample {
  double x;
  std::array<double, kCurveCount> values;  // of f and its derivative; both nan where f is not finite
  std::array<bool, kCurveCount> beyond{};  // on the flank of a pole, which no page can show
};

/// What lies between a sample and the next.
struct CurveGap {
  int depth = 0;         // how often it was halved
  int chain = 0;         // how often in a row while the other half was smooth
  bool is_open = false;  // not known to be smooth
  /// Of each curve what it is here but for roundings: beside a hole to which it comes in level. None: it may be
  /// anything.
  std::array<std::optional<ValueRange>, kCurveCount> level{};
  bool is_second = false;  // the right half of what was halved; the left one, if any was, is before it
};

class CurveSamples {
 public:
  /// On the points of `axis`, evenly spaced.
  CurveSamples(const Axis& axis, const FieldView& view);

  const std::vector<CurveSample>& samples() const { return samples_; }

  /// What is to be seen of each curve: all of it, but of the flanks of its poles.
  const std::array<ValueRange, kCurveCount>& ranges() const { return ranges_; }
  /// Where each curve goes to a pole.
  const std::array<std::vector<double>, kCurveCount>& poles() const { return poles_; }

  /// Shows less of a curve that is cut.
  void narrow_range(CurveIndex curve, double low, double high);

  /// Halves the gaps between samples until straight lines between them show the curves, as far as that is seen.
  void refine();

  /// Whether nothing but roundings about a hole, a 0/0, keeps the curve from being constant.
  bool is_constant_but_for_roundings(CurveIndex curve) const;

  /// After refine(): whether the curve jumps, or crosses a pole, between sample `i` and the next.
  bool jumps(CurveIndex curve, std::size_t i) const;

  /// After refine(): whether f turns between the samples, in a good part of the gaps between them.
  bool turns_between() const;

  /// The least difference of values that is seen.
  double seen(CurveIndex curve) const;

 private:
  std::vector<CurveSample> at(const std::vector<double>& places) const;
  void find_first_range(CurveIndex curve);
  void find_level_gaps(CurveIndex curve);
  double rounding(CurveIndex curve) const;
  void widen_range(CurveIndex curve);
  std::optional<double> find_pole(CurveIndex curve, std::size_t i) const;
  void mark_flanks(CurveIndex curve, std::size_t from, double pole);
  bool deviates(const CurveSample& a, const CurveSample& m, const CurveSample& b) const;
  bool halve_open_gaps();

  Axis axis_;
  std::unique_ptr<Gradient> gradient_;
  std::vector<CurveSample> samples_;
  std::vector<CurveGap> gaps_;  // one a sample; the last is none
  std::array<ValueRange, kCurveCount> ranges_;
  std::array<std::vector<double>, kCurveCount> poles_;
};

}  // namespace gradfield
