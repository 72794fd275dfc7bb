#include "formula/words/characters.hpp"

#include <algorithm>
#include <array>

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
  std::u32string_view characters;
  char plain;
};
constexpr StandIn kStandIns[] = {
    // The minus sign; hyphens, figure dash and en dash, which word processors make of a -; an em dash is none.
    {U"\u2212\u2010\u2011\u2012\u2013\uFE63", '-'},
    {U"\u00F7\u2044\u2215", '/'},
    {U"\u02C6", '^'},  // of a key that waits for a letter
    {U"\u2223", '|'},  // of TeX and of word processors, around an absolute value
};

constexpr Symbol kSymbols[] = {
    // A sign for * is a word by itself and no ASCII character: two of them side by side are no power.
    {U"\u00D7\u00B7\u0387\u2022\u2217\u2219\u22C5\u2A2F", WordKind::kOperator, "*"},
    {U"\u2264\u2266\u2A7D", WordKind::kOperator, "<="},
    {U"\u2265\u2267\u2A7E", WordKind::kOperator, ">="},
    {U"\u2260", WordKind::kOperator, "!="},
    {U"\u2254", WordKind::kOperator, "="},
    {U"\u2062", WordKind::kOperator, "*"},  // invisible, of MathML
    {U"\u221A", WordKind::kName, "sqrt"},
    {U"\u221B", WordKind::kName, "cbrt"},
    {U"\u03C0\u213C\U0001D6D1\U0001D70B\U0001D745\U0001D77F\U0001D7B9", WordKind::kName, "pi"},
    {U"\u212F\u2147", WordKind::kName, "e"},
    // A fraction is one number, as 0.5 is: 2½ is two numbers side by side and so an error, not the product 1. The
    // decimals read back as the doubles nearest to the fractions.
    {U"¼", WordKind::kNumber, "0.25"},
    {U"½", WordKind::kNumber, "0.5"},
    {U"¾", WordKind::kNumber, "0.75"},
    {U"⅓", WordKind::kNumber, "0.3333333333333333"},
    {U"⅔", WordKind::kNumber, "0.6666666666666666"},
    {U"⅕", WordKind::kNumber, "0.2"},
    {U"⅖", WordKind::kNumber, "0.4"},
    {U"⅗", WordKind::kNumber, "0.6"},
    {U"⅘", WordKind::kNumber, "0.8"},
    {U"⅙", WordKind::kNumber, "0.16666666666666666"},
    {U"⅚", WordKind::kNumber, "0.8333333333333334"},
    {U"⅛", WordKind::kNumber, "0.125"},
    {U"⅜", WordKind::kNumber, "0.375"},
    {U"⅝", WordKind::kNumber, "0.625"},
    {U"⅞", WordKind::kNumber, "0.875"},
};

// Greek letters in the order of Unicode, from Alpha to Omega; the place of the second capital sigma is empty. In the
// italic letters of mathematics it is a capital theta.
constexpr std::array<std::string_view, 25> kCapitalGreek{
    "Alpha", "Beta",    "Gamma", "Delta", "Epsilon", "Zeta",  "Eta", "Theta",   "Iota", "Kappa", "Lambda", "Mu",   "Nu",
    "Xi",    "Omicron", "Pi",    "Rho",   "Theta",   "Sigma", "Tau", "Upsilon", "Phi",  "Chi",   "Psi",    "Omega"};
constexpr std::array<std::string_view, 25> kSmallGreek{
    "alpha", "beta",    "gamma", "delta", "epsilon", "zeta",  "eta", "theta",   "iota", "kappa", "lambda", "mu",   "nu",
    "xi",    "omicron", "pi",    "rho",   "sigma",   "sigma", "tau", "upsilon", "phi",  "chi",   "psi",    "omega"};

struct GreekAlphabet {
  char32_t first;
  const std::array<std::string_view, 25>& names;
};
constexpr GreekAlphabet kGreekAlphabets[] = {
    {0x391, kCapitalGreek}, {0x3B1, kSmallGreek}, {0x1D6E2, kCapitalGreek}, {0x1D6FC, kSmallGreek}};

// Other shapes of some of them.
struct GreekVariant {
  std::u32string_view characters;
  std::string_view name;
};
constexpr GreekVariant kGreekVariants[] = {
    {U"\u03F5\U0001D716", "epsilon"},
    {U"\u03D1\U0001D717", "theta"},
    {U"\u03F0\U0001D718", "kappa"},
    {U"\u03D5\U0001D719", "phi"},
    {U"\u03F1\U0001D71A", "rho"},
    {U"\u00B5", "mu"},
    {U"\u2126", "Omega"},
    {U"\u2206", "Delta"},
};

// Characters that show nothing, first and last of each row: what is read is the same without them. Not those that turn
// around what stands behind them.
constexpr char32_t kLeftAway[][2] = {
    {0xAD, 0xAD},      // soft hyphen: where a word may be broken
    {0x61C, 0x61C},    // marks and isolates of the direction of writing
    {0x180E, 0x180E},  // blanks and joiners of no width
    {0x200B, 0x200F}, {0x202A, 0x202C}, {0x2060, 0x2061},
    {0x2063, 0x2064}, {0x2066, 0x2069}, {0xFE00, 0xFE0F},  // which shape of the character before is meant
    {0xFEFF, 0xFEFF},                                      // byte order mark
};

// What people paste where no reading is certain, or none exists.
struct Cure {
  std::u32string_view characters;
  std::string_view text;
};
constexpr Cure kCures[] = {
    {U"\u2014\u2015", "write -"},
    {U"∧", "write && for 'and', ^ for a power"},
    {U"∨", "write ||"},
    {U"¬", "for 'not' write (x == 0)"},
    {U"≈≡", "compare with =="},
    {U"\u2236", "write / for a quotient"},
    {U"∞", "write 1/0"},
    {U"∜", "write ( )^(1/4)"},
    {U"⌊⌋", "write floor( )"},
    {U"⌈⌉", "write ceil( )"},
    {U"\u2016", "write hypot( )"},
    {U"\u202D\u202E", "delete it: it turns around what is read behind it"},
    {U"ϖ", "write pi"},
    {U"°", "angles are in radians: write *pi/180"},
    {U"⁽⁾", "write ^( )"},
    {U"ⁿ", "write ^n"},
    {U"ⁱ", "write ^i"},
    {U"ˣ", "write ^x"},
    {U"ʸ", "write ^y"},
    {U"‘’‚‛“”„‟", "a formula has no text in it"},
    // Cyrillic letters that look like Latin ones.
    {U"\u0430", "write a Latin a"},
    {U"\u0435", "write a Latin e"},
    {U"\u043E", "write a Latin o"},
    {U"\u0440", "write a Latin p"},
    {U"\u0441", "write a Latin c"},
    {U"\u0443", "write a Latin y"},
    {U"\u0445", "write a Latin x"},
};

// The row of a table that has the character, or null.
template <typename Row, std::size_t size>
const Row* row_of(const Row (&rows)[size], char32_t c) {
  for (const Row& row : rows) {
    if (row.characters.find(c) != row.characters.npos) return &row;
  }
  return nullptr;
}

}  // namespace

std::optional<char> plain_character(char32_t c) {
  if (c >= 0x80 && is_white_space(c)) return c == 0x85 || c == 0x2028 || c == 0x2029 ? '\n' : ' ';
  if (c < 0x80) return static_cast<char>(c);
  if (const StandIn* row = row_of(kStandIns, c)) return row->plain;
  for (const Alphabet& row : kAlphabets) {
    if (row.first <= c && c <= row.last) return static_cast<char>(row.plain + static_cast<int>(c - row.first));
  }
  return {};
}

const Symbol* find_symbol(char32_t c) { return row_of(kSymbols, c); }

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

std::optional<char> lowered_digit(char32_t c) {
  if (c < 0x2080 || c > 0x2089) return {};
  return static_cast<char>('0' + static_cast<int>(c - 0x2080));
}

std::string_view greek_letter(char32_t c) {
  if (const GreekVariant* row = row_of(kGreekVariants, c)) return row->name;
  for (const GreekAlphabet& row : kGreekAlphabets) {
    if (row.first <= c && c < row.first + row.names.size()) return row.names[c - row.first];
  }
  return {};
}

bool is_greek_letter(std::string_view name) {
  return std::ranges::count(kSmallGreek, name) > 0 || std::ranges::count(kCapitalGreek, name) > 0;
}

bool is_left_away(char32_t c) {
  return std::ranges::any_of(kLeftAway, [c](const char32_t(&row)[2]) { return row[0] <= c && c <= row[1]; });
}

std::string cure_of_character(char32_t c, bool shows) {
  if (const Cure* row = row_of(kCures, c)) return std::string(row->text);
  // Bold, script and other letters of mathematics may mean something else than the plain one beside them; 52 each.
  constexpr char32_t kFirstLetter = 0x1D400, kLastLetter = 0x1D6A3;
  if (c >= kFirstLetter && c <= kLastLetter) {
    const int letter = static_cast<int>((c - kFirstLetter) % 52);
    return std::string("write ") + static_cast<char>(letter < 26 ? 'A' + letter : 'a' + letter - 26);
  }
  return shows ? "delete it, or write its name in plain letters" : "delete it";
}

}  // namespace gradfield
