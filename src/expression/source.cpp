#include "expression/source.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>

#include "base/spelling.hpp"

namespace gradfield {
namespace {

// What people paste for what they mean.
struct Lookalike {
  char32_t code_point;
  std::string_view cure;
};
constexpr Lookalike kLookalikes[] = {
    {0x2212, "write -"},
    {0x2013, "write -"},
    {0x2014, "write -"},
    {0xD7, "write *"},
    {0xB7, "write *"},
    {0x22C5, "write *"},
    {0x2217, "write *"},
    {0xF7, "write /"},
    {0x2215, "write /"},
    {0xB2, "write ^2"},
    {0xB3, "write ^3"},
    {0x221A, "write sqrt( )"},
    {0x3C0, "write pi"},
    {0x2264, "write <="},
    {0x2265, "write >="},
    {0x2260, "write !="},
    {0xA0, "write a plain space"},
    {0x3000, "write a plain space"},
    // Cyrillic and Greek letters that look like Latin ones.
    {0x430, "write a Latin a"},
    {0x435, "write a Latin e"},
    {0x43E, "write a Latin o"},
    {0x440, "write a Latin p"},
    {0x441, "write a Latin c"},
    {0x443, "write a Latin y"},
    {0x445, "write a Latin x"},
    {0x3C7, "write a Latin x"},
    {0x3B3, "write a Latin y"},
};

// What a character that no formula has most likely stands for.
struct Stranger {
  char character;
  std::string_view cure;
};
constexpr Stranger kStrangers[] = {
    {'"', "a formula has no text in it"},
    {'\'', "a formula has no text in it"},
    {'[', "write ("},
    {']', "write )"},
    {'{', "write ("},
    {'}', "write )"},
    {';', "give one expression"},
    {'%', "there is no % here"},
    {'!', "there is no factorial; for 'not' write (x == 0)"},
    {'&', "write && for 'and'"},
    {'|', "write || for 'or', or abs(x)"},
    {'.', "a number has a digit beside its point"},
    {'=', "compare with ==; define a constant with -D NAME=VALUE"},
};

constexpr std::size_t kColumnsShown = 72;

bool is_name_start(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::size_t number_length(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i < text.size() && text[i] == '.') ++i;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    std::size_t j = i + 1;
    if (j < text.size() && (text[j] == '+' || text[j] == '-')) ++j;
    if (j < text.size() && is_digit(text[j])) {
      while (j < text.size() && is_digit(text[j])) ++j;
      i = j;
    }
  }
  return i;
}

// The power of ten of the first digit that counts, as far as 10^6 either way: 2 for "0.05e4". from_chars reports too
// large and too small alike, and this tells them apart.
int decimal_exponent(std::string_view digits) {
  constexpr int kFarthest = 1000000;
  const std::size_t mantissa_end = std::min(digits.find_first_of("eE"), digits.size());
  const std::string_view mantissa = digits.substr(0, mantissa_end);
  const int point = static_cast<int>(std::min(mantissa.find('.'), mantissa.size()));
  const int first = static_cast<int>(std::min(mantissa.find_first_not_of("0."), mantissa.size()));
  int exponent = 0;
  if (mantissa_end < digits.size()) {
    std::string_view power = digits.substr(mantissa_end + 1);
    const bool is_negative = power.starts_with('-');
    if (is_negative || power.starts_with('+')) power.remove_prefix(1);
    for (const char digit : power) exponent = std::min(exponent * 10 + (digit - '0'), kFarthest);
    if (is_negative) exponent = -exponent;
  }
  return point - first - (first < point ? 1 : 0) + exponent;
}

void check_number(std::string_view text, Place place) {
  const std::string_view digits = text.substr(place.position, place.length);
  double value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault == std::errc::result_out_of_range && decimal_exponent(digits) > 0) {
    throw error_at(text, place, "the number '" + shortened(digits, 40) + "' is too large",
                   "the largest double is 1.7976931348623157e308");
  }
}

Error unexpected_character(std::string_view text, std::size_t position) {
  const Character c = decode_character(text, position);
  const std::string bytes(text.substr(position, c.bytes));
  if (!c.valid) {
    return error_at(text, {position, 1}, "the byte " + printable(bytes) + " is no UTF-8 text", "delete it");
  }
  if (c.code_point < 0x20 || c.code_point == 0x7F) {
    return error_at(text, {position, 1}, "a formula cannot hold the control character " + printable(bytes),
                    "delete it");
  }
  if (c.code_point >= 0x80) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c.code_point));
    const bool shows = printable(bytes) == bytes;
    std::string_view cure;
    for (const Lookalike& row : kLookalikes) {
      if (row.code_point == c.code_point) cure = row.cure;
    }
    if (cure.empty() && !shows) cure = "delete it";
    // U+FF01 to U+FF5E are ASCII again, for wide type.
    std::string wide;
    if (cure.empty() && c.code_point > 0xFF00 && c.code_point < 0xFF5F) {
      wide = std::string("write ") + static_cast<char>(c.code_point - 0xFEE0);
      cure = wide;
    }
    if (cure.empty()) cure = "delete it, or write its name in plain letters";
    return error_at(text, {position, c.bytes},
                    "unexpected character " + (shows ? "'" + bytes + "' (" + code + ")" : std::string(code)),
                    std::string(cure));
  }
  // Comparisons of other languages.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kComparisons{
      {{"===", "=="}, {"!==", "!="}, {"=<", "<="}, {"=>", ">="}}};
  for (const auto& [theirs, ours] : kComparisons) {
    const std::size_t start = theirs.size() == 3 && position >= 2 ? position - 2 : position;
    if (text.substr(start, theirs.size()) == theirs) {
      return error_at(text, {start, theirs.size()}, "unknown comparison '" + std::string(theirs) + "'",
                      "write " + std::string(ours));
    }
  }
  std::string_view cure = "delete it";
  for (const Stranger& row : kStrangers) {
    if (row.character == text[position]) cure = row.cure;
  }
  if (text[position] == '=') return error_at(text, {position, 1}, "an expression assigns nothing", std::string(cure));
  return error_at(text, {position, 1}, "unexpected character '" + bytes + "'", std::string(cure));
}

std::size_t operator_length(std::string_view text) {
  for (const std::string_view pair : {"<=", ">=", "==", "!=", "&&", "||"}) {
    if (text.starts_with(pair)) return 2;
  }
  return std::string_view("+-*/^<>?:").find(text[0]) != std::string_view::npos ? 1 : 0;
}

}  // namespace

Error error_at(std::string_view text, Place place, const std::string& message, const std::string& cure) {
  place.position = std::min(place.position, text.size());
  // The line that holds the place; a place at a line's end belongs to that line.
  const std::size_t line_start = place.position == 0 ? 0 : text.rfind('\n', place.position - 1) + 1;
  const std::size_t line_end = std::min(text.find('\n', place.position), text.size());

  // Columns of the line as it will be shown, character by character.
  std::vector<std::string> shown;
  std::size_t first = 0, last = 0;  // of the place, as indices into `shown`
  for (std::size_t i = line_start; i < line_end;) {
    const Character c = decode_character(text, i);
    if (i <= place.position) first = shown.size();
    shown.push_back(text[i] == '\t' || text[i] == '\r' ? " " : printable(text.substr(i, c.bytes)));
    if (i < place.position + std::max<std::size_t>(place.length, 1)) last = shown.size();
    i += c.bytes;
  }
  if (place.position >= line_end) first = shown.size();
  last = std::max(last, first + 1);

  std::size_t from = 0, to = shown.size();
  const auto width = [&](std::size_t a, std::size_t b) {
    std::size_t columns = 0;
    for (std::size_t i = a; i < std::min(b, shown.size()); ++i) columns += column_width(shown[i]);
    return columns;
  };
  if (width(0, shown.size()) > kColumnsShown) {
    constexpr std::size_t kBefore = 30;
    for (std::size_t columns = width(from, first); columns > kBefore; ++from) columns -= column_width(shown[from]);
    for (std::size_t columns = width(from, to); to > first + 1 && columns > kColumnsShown - 6; --to) {
      columns -= column_width(shown[to - 1]);
    }
    last = std::min(last, std::max(to, first + 1));
  }
  std::string line = from > 0 ? "..." : "";
  std::string carets(line.size() + width(from, first), ' ');
  for (std::size_t i = from; i < to; ++i) line += shown[i];
  if (to < shown.size()) line += "...";
  carets += '^';
  const std::size_t marked = width(first, last);
  if (marked > 1) carets.append(marked - 1, '~');
  if (!cure.empty()) carets += " " + cure;
  return Error(ExitCode::kData, message + "\n  " + line + "\n  " + carets);
}

std::vector<Word> split_words(std::string_view text) {
  if (text.size() > kLongestExpression) {
    throw Error(ExitCode::kData, "the expression has " + std::to_string(text.size()) + " characters; at most " +
                                     std::to_string(kLongestExpression) +
                                     " are taken: name its constant parts with -D");
  }
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const char c = rest[0];
    if (is_blank(c)) {
      ++i;
      continue;
    }
    WordKind kind = WordKind::kOperator;
    std::size_t length = 1;
    if (is_digit(c) || (c == '.' && rest.size() > 1 && is_digit(rest[1]))) {
      kind = WordKind::kNumber;
      length = number_length(rest);
      check_number(text, {i, length});
    } else if (is_name_start(c)) {
      kind = WordKind::kName;
      while (length < rest.size() && is_name_part(rest[length])) ++length;
    } else if (c == '(' || c == ')' || c == ',') {
      kind = c == '(' ? WordKind::kOpen : c == ')' ? WordKind::kClose : WordKind::kComma;
    } else {
      length = operator_length(rest);
      if (length == 0) throw unexpected_character(text, i);
    }
    words.push_back({kind, {i, length}, rest.substr(0, length)});
    i += length;
  }
  if (words.empty()) throw Error(ExitCode::kData, "the expression is empty: give a formula such as \"x^2+y^2\"");
  return words;
}

}  // namespace gradfield
