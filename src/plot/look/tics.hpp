// Round numbers along an axis, and how they are written.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gradfield {

struct Tic {
  double value;
  std::string label;        // plain: "-0.5", "2e-10", "-pi/2"
  std::string offset = {};  // of all tics of an axis, plain: what the label is counted from, "1.7e9"; empty: from 0
};

/// Tics at multiples of 1, 2 or 5 times a power of ten within [min, max]: as many as fit, at most `most`; all written
/// with the same number of decimals, in the shorter of plain and scientific form. Where that takes many digits they are
/// counted from an offset, the roundest number that leaves few; it is the same for every `most`.
/// None where the range is narrower than 2e-302. Requires: min <= max, both finite; most >= 2.
std::vector<Tic> choose_tics(double min, double max, int most);

/// The same, but numbers that would be long or scientific are written in units of a power of ten, which they share.
struct ScaledTics {
  std::vector<Tic> tics;  // values are the whole
  int exponent = 0;       // of ten: what the labels are to be multiplied with
};
ScaledTics choose_scaled_tics(double min, double max, int most);

/// The ends of a range.
struct TicRange {
  double min, max;
};

/// Tics of an axis that was `asked` for and is `shown` somewhat wider. Of one whose ends are multiples of pi/12, to
/// rounding, and that is no wider than 20 pi, at multiples of pi, where there are such that fit.
std::vector<Tic> choose_axis_tics(const TicRange& asked, const TicRange& shown, int most);

/// What stands behind the name of an axis or a bar whose tics have an offset, in gnuplot's enhanced text: " − 10^{9}";
/// "" where they have none.
std::string typeset_offset(const std::vector<Tic>& tics);
/// The same in plain text: " − 1e9"; `minus`: the sign.
std::string plain_offset(const std::vector<Tic>& tics, std::string_view minus);

/// Tics within [min, max] on a scale that is not even: 0, and 1, 2 or 5 times powers of ten as there is room, each in
/// the shorter form of its own. `place`: where a value stands on the scale, growing with it; `apart`: the least
/// distance of two tics there. Requires: min < max, both finite.
std::vector<Tic> choose_uneven_tics(double min, double max, double apart, const std::function<double(double)>& place);

/// A label in gnuplot's enhanced text: a real minus sign, powers of ten set as such ("2×10^{3}", "10^{3}"), and π.
std::string typeset_label(const std::string& label);

/// Characters of the widest label as it is.
std::size_t widest_label(const std::vector<Tic>& tics);

/// Width of the widest label when it is typeset, in ems.
double widest_typeset_label(const std::vector<Tic>& tics);

}  // namespace gradfield
