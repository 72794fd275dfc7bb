#include "plot/look/font.hpp"

#include <algorithm>
#include <iterator>

#include "base/spelling.hpp"

namespace gradfield {
namespace {

// Advance widths of DejaVu Sans 2.37 from its hmtx table, U+0020 to U+007E, in units of which an em has 2048.
constexpr short kAdvances[] = {
    651,  821,  942,  1716, 1303, 1946, 1597, 563,  799,  799,  1024, 1716, 651,  739,  651,  690,  1303, 1303, 1303,
    1303, 1303, 1303, 1303, 1303, 1303, 1303, 690,  690,  1716, 1716, 1716, 1087, 2048, 1401, 1405, 1430, 1577, 1294,
    1178, 1587, 1540, 604,  604,  1343, 1141, 1767, 1532, 1612, 1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403,
    1251, 1403, 799,  690,  799,  1716, 1024, 1024, 1255, 1300, 1126, 1300, 1260, 721,  1300, 1298, 569,  569,  1186,
    569,  1995, 1298, 1253, 1300, 1300, 842,  1067, 803,  1298, 1212, 1675, 1212, 1212, 1075, 1303, 690,  1303, 1716,
};
constexpr double kUnitsPerEm = 2048;
constexpr double kUsual = 0.75;  // of other letters and signs: mostly 0.55 to 0.85

struct Advance {
  char32_t code_point;
  short units;
};
// Likewise of what formulas and labels are full of.
constexpr Advance kOthers[] = {
    {0x00B2, 821},  {0x00B3, 821},  {0x00B7, 651},  {0x00BD, 1985}, {0x00D7, 1716}, {0x03B1, 1350}, {0x03B2, 1307},
    {0x03B3, 1212}, {0x03B4, 1253}, {0x03B5, 1107}, {0x03B8, 1253}, {0x03BA, 1207}, {0x03BB, 1212}, {0x03BC, 1303},
    {0x03BD, 1144}, {0x03C0, 1233}, {0x03C1, 1300}, {0x03C3, 1298}, {0x03C4, 1233}, {0x03C6, 1351}, {0x03C9, 1715},
    {0x2009, 409},  {0x2026, 2048}, {0x2032, 465},  {0x2207, 1370}, {0x2212, 1716}, {0x221A, 1305}, {0x221B, 1305},
    {0x2260, 1716}, {0x2264, 1716}, {0x2265, 1716},
};

// In ems, of what is not ASCII.
double other_width(const Character& c) {
  const auto* const row = std::ranges::lower_bound(kOthers, c.code_point, {}, &Advance::code_point);
  if (c.valid && row != std::end(kOthers) && row->code_point == c.code_point) return row->units / kUnitsPerEm;
  const int columns = c.valid ? column_width(c.code_point) : 1;
  return columns == 1 ? kUsual : columns == 2 ? 1 : 0;
}

}  // namespace

double em_width(std::string_view text) {
  double width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = decode_character(text, i);
    if (c.code_point >= 0x20 && c.code_point < 0x7F) {
      width += kAdvances[c.code_point - 0x20] / kUnitsPerEm;
    } else {
      width += other_width(c);
    }
    i += c.bytes;
  }
  return width;
}

}  // namespace gradfield
