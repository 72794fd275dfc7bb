// Round numbers along an axis, and how they are written.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace gradfield {

struct Tic {
  double value;
  std::string label;  // plain: "-0.5", "2e-10"
};

/// Tics at multiples of 1, 2 or 5 times a power of ten within [min, max]: as many as fit, at most `most`; all written
/// with the same number of decimals, in the shorter of plain and scientific form.
/// None where the range is narrower than 2e-302. Requires: min <= max, both finite; most >= 2.
std::vector<Tic> choose_tics(double min, double max, int most);

/// The same, but numbers that would be long or scientific are written in units of a power of ten, which they share.
struct ScaledTics {
  std::vector<Tic> tics;  // values are the whole
  int exponent = 0;       // of ten: what the labels are to be multiplied with
};
ScaledTics choose_scaled_tics(double min, double max, int most);

/// Tics within [min, max] on a scale that is not even: 0, and 1, 2 or 5 times powers of ten as there is room, each in
/// the shorter form of its own. `place`: where a value stands on the scale, growing with it; `apart`: the least
/// distance of two tics there. Requires: min < max, both finite.
std::vector<Tic> choose_uneven_tics(double min, double max, double apart, const std::function<double(double)>& place);

/// A label in gnuplot's enhanced text: a real minus sign, and powers of ten set as such: "2×10^{3}", "10^{3}".
std::string typeset_label(const std::string& label);

/// Characters of the widest label as it is.
std::size_t widest_label(const std::vector<Tic>& tics);

/// Width of the widest label when it is typeset, in ems.
double widest_typeset_label(const std::vector<Tic>& tics);

}  // namespace gradfield
