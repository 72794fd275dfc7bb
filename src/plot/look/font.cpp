#include "plot/look/font.hpp"

#include "base/spelling.hpp"
#include "plot/look/symbols.hpp"

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

// In ems, of what is not ASCII.
double other_width(const Character& c) {
  if (!c.valid) return kUsual;
  if (const MathSymbol* symbol = find_symbol_of(c.code_point)) return symbol->advance / kUnitsPerEm;
  const int columns = column_width(c.code_point);
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
