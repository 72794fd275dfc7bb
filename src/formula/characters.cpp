#include "formula/characters.hpp"

#include "base/spelling.hpp"

namespace gradfield {
namespace {

// Alphabets that are ASCII again, in its order.
struct Alphabet {
  char32_t first, last;
  char plain;  // of the first
};
constexpr Alphabet kAlphabets[] = {
    {0xFF01, 0xFF5E, '!'},    // full-width, for type as wide as it is high
    {0x1D434, 0x1D44D, 'A'},  // italic, of formulas on web pages and in word processors
    {0x1D44E, 0x1D467, 'a'},
    {0x210E, 0x210E, 'h'},  // the italic h has another place: it was Planck's constant first
};

// Characters that are read as one ASCII character: what both sides see is the same.
struct StandIn {
  char32_t first, last;
  char plain;
};
constexpr StandIn kStandIns[] = {
    {0x2212, 0x2212, '-'},  // the minus sign
    {0x2010, 0x2013, '-'},  // hyphens, figure dash and en dash, which word processors make of a -; an em dash is none
    {0xFE63, 0xFE63, '-'}, {0xF7, 0xF7, '/'},   {0x2044, 0x2044, '/'},
    {0x2215, 0x2215, '/'}, {0x2C6, 0x2C6, '^'},  // of a key that waits for a letter
};

// A sign for * is a word by itself and no ASCII character: two of them side by side are no power.
constexpr Symbol kSymbols[] = {
    {0xD7, WordKind::kOperator, "*"},
    {0xB7, WordKind::kOperator, "*"},
    {0x387, WordKind::kOperator, "*"},
    {0x2022, WordKind::kOperator, "*"},
    {0x2217, WordKind::kOperator, "*"},
    {0x2219, WordKind::kOperator, "*"},
    {0x22C5, WordKind::kOperator, "*"},
    {0x2A2F, WordKind::kOperator, "*"},
    {0x2264, WordKind::kOperator, "<="},
    {0x2266, WordKind::kOperator, "<="},
    {0x2A7D, WordKind::kOperator, "<="},
    {0x2265, WordKind::kOperator, ">="},
    {0x2267, WordKind::kOperator, ">="},
    {0x2A7E, WordKind::kOperator, ">="},
    {0x2260, WordKind::kOperator, "!="},
    {0x221A, WordKind::kName, "sqrt"},
    {0x221B, WordKind::kName, "cbrt"},
    {0x3C0, WordKind::kName, "pi"},
    {0x213C, WordKind::kName, "pi"},
    {0x1D6D1, WordKind::kName, "pi"},
    {0x1D70B, WordKind::kName, "pi"},
    {0x1D745, WordKind::kName, "pi"},
    {0x1D77F, WordKind::kName, "pi"},
    {0x1D7B9, WordKind::kName, "pi"},
    {0x212F, WordKind::kName, "e"},
    {0x2147, WordKind::kName, "e"},
    // A fraction is one number, as 0.5 is: 2½ is two numbers side by side and so an error, not the product 1. The
    // decimals read back as the doubles nearest to the fractions.
    {0xBC, WordKind::kNumber, "0.25"},
    {0xBD, WordKind::kNumber, "0.5"},
    {0xBE, WordKind::kNumber, "0.75"},
    {0x2153, WordKind::kNumber, "0.3333333333333333"},
    {0x2154, WordKind::kNumber, "0.6666666666666666"},
    {0x2155, WordKind::kNumber, "0.2"},
    {0x2156, WordKind::kNumber, "0.4"},
    {0x2157, WordKind::kNumber, "0.6"},
    {0x2158, WordKind::kNumber, "0.8"},
    {0x2159, WordKind::kNumber, "0.16666666666666666"},
    {0x215A, WordKind::kNumber, "0.8333333333333334"},
    {0x215B, WordKind::kNumber, "0.125"},
    {0x215C, WordKind::kNumber, "0.375"},
    {0x215D, WordKind::kNumber, "0.625"},
    {0x215E, WordKind::kNumber, "0.875"},
};

// What people paste where no reading is certain, or none exists.
struct Cure {
  char32_t first, last;
  std::string_view text;
};
constexpr Cure kCures[] = {
    {0x2014, 0x2015, "write -"},
    {0x2227, 0x2227, "write && for 'and', ^ for a power"},
    {0x2228, 0x2228, "write ||"},
    {0xAC, 0xAC, "for 'not' write (x == 0)"},
    {0x2248, 0x2248, "compare with =="},
    {0x2261, 0x2261, "compare with =="},
    {0x2236, 0x2236, "write / for a quotient"},
    {0x2062, 0x2062, "write *"},
    {0x221E, 0x221E, "write 1/0"},
    {0x221C, 0x221C, "write ( )^(1/4)"},
    {0x2223, 0x2223, "write abs( )"},
    {0x3D6, 0x3D6, "write pi"},
    {0xB0, 0xB0, "angles are in radians: write *pi/180"},
    {0x207D, 0x207E, "write ^( )"},
    {0x207F, 0x207F, "write ^n"},
    {0x2071, 0x2071, "write ^i"},
    {0x2E3, 0x2E3, "write ^x"},
    {0x2B8, 0x2B8, "write ^y"},
    {0x2018, 0x201F, "a formula has no text in it"},
    // Cyrillic and Greek letters that look like Latin ones.
    {0x430, 0x430, "write a Latin a"},
    {0x435, 0x435, "write a Latin e"},
    {0x43E, 0x43E, "write a Latin o"},
    {0x440, 0x440, "write a Latin p"},
    {0x441, 0x441, "write a Latin c"},
    {0x443, 0x443, "write a Latin y"},
    {0x445, 0x445, "write a Latin x"},
    {0x3C7, 0x3C7, "write a Latin x"},
    {0x3B3, 0x3B3, "write a Latin y"},
};

}  // namespace

std::optional<char> plain_character(char32_t c) {
  if (c >= 0x80 && is_white_space(c)) return c == 0x85 || c == 0x2028 || c == 0x2029 ? '\n' : ' ';
  if (c < 0x80) return static_cast<char>(c);
  for (const StandIn& row : kStandIns) {
    if (row.first <= c && c <= row.last) return row.plain;
  }
  for (const Alphabet& row : kAlphabets) {
    if (row.first <= c && c <= row.last) return static_cast<char>(row.plain + static_cast<int>(c - row.first));
  }
  return {};
}

const Symbol* find_symbol(char32_t c) {
  for (const Symbol& row : kSymbols) {
    if (row.code_point == c) return &row;
  }
  return nullptr;
}

std::optional<char> raised_character(char32_t c) {
  // Latin-1 had three of them before Unicode made the row at U+2070.
  if (c == 0xB9) return '1';
  if (c == 0xB2) return '2';
  if (c == 0xB3) return '3';
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return static_cast<char>('0' + static_cast<int>(c - 0x2070));
  if (c == 0x207A) return '+';
  if (c == 0x207B) return '-';
  return {};
}

std::string cure_of_character(char32_t c, bool shows) {
  for (const Cure& row : kCures) {
    if (row.first <= c && c <= row.last) return std::string(row.text);
  }
  // Bold, script and other letters of mathematics may mean something else than the plain one beside them; 52 each.
  constexpr char32_t kFirstLetter = 0x1D400, kLastLetter = 0x1D6A3;
  if (c >= kFirstLetter && c <= kLastLetter) {
    const int letter = static_cast<int>((c - kFirstLetter) % 52);
    return std::string("write ") + static_cast<char>(letter < 26 ? 'A' + letter : 'a' + letter - 26);
  }
  return shows ? "delete it, or write its name in plain letters" : "delete it";
}

}  // namespace gradfield
