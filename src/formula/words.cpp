// Splits a formula into words: first every typed character becomes one of `plain_` (ASCII, or a mark for what is no
// ASCII character), then the words are found in that, and their places lead back to the typed text.
#include "formula/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/spelling.hpp"
#include "formula/characters.hpp"

namespace gradfield {
namespace {

// What an ASCII character that no formula has most likely stands for.
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
    {'%', "write mod(a,b), with the sign of b, or fmod(a,b), with that of a"},
    {'!', "there is no factorial; for 'not' write (x == 0)"},
    {'&', "write && for 'and'"},
    {'|', "write || for 'or', or abs(x)"},
    {'.', "a number has a digit beside its point"},
    {'=', "compare with ==; define a constant with -D NAME=VALUE"},
};

constexpr char kBeyondAscii = '\x80';

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
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

std::size_t operator_length(std::string_view text) {
  for (const std::string_view pair : {"**", "<=", ">=", "==", "!=", "&&", "||"}) {
    if (text.starts_with(pair)) return 2;
  }
  return std::string_view("+-*/^<>?:").find(text[0]) != std::string_view::npos ? 1 : 0;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {
    plain_.reserve(text.size());
    positions_.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size();) {
      const Character c = decode_character(text, i);
      plain_ += c.valid ? plain_character(c.code_point).value_or(kBeyondAscii) : kBeyondAscii;
      positions_.push_back(i);
      i += c.bytes;
    }
    positions_.push_back(text.size());
  }

  std::vector<Word> split() {
    if (plain_.size() > kLongestExpression) {
      throw Error(ExitCode::kData, "the expression has " + std::to_string(plain_.size()) + " characters; at most " +
                                       std::to_string(kLongestExpression) +
                                       " are taken: name its constant parts with -D");
    }
    while (at_ < plain_.size()) {
      if (is_blank(plain_[at_]))
        ++at_;
      else
        take_word();
    }
    if (words_.empty()) {
      throw Error(ExitCode::kData, "the expression is empty: give a formula such as \"x^2+y^2\"");
    }
    return std::move(words_);
  }

 private:
  void take_word() {
    const std::string_view rest = std::string_view(plain_).substr(at_);
    const char c = rest[0];
    if (c == kBeyondAscii) return take_beyond_ascii();
    if (is_digit(c) || (c == '.' && rest.size() > 1 && is_digit(rest[1]))) {
      return take_number(number_length(rest), Spelling::kPlain);
    }
    if (is_name_start(c)) {
      const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_part);
      return take(WordKind::kName, static_cast<std::size_t>(end - rest.begin()));
    }
    if (c == '(') return take(WordKind::kOpen, 1);
    if (c == ')') return take(WordKind::kClose, 1);
    if (c == ',') return take(WordKind::kComma, 1);
    const std::size_t length = operator_length(rest);
    if (length == 0) throw unexpected_ascii();
    if (rest.starts_with("**")) {
      put(WordKind::kOperator, length, "^", Spelling::kPlain);
      at_ += length;
    } else {
      take(WordKind::kOperator, length);
    }
  }

  Place place(std::size_t from, std::size_t length) const {
    return {positions_[from], positions_[from + length] - positions_[from]};
  }

  // Adds a word of the next `length` characters.
  void put(WordKind kind, std::size_t length, std::string_view text, Spelling spelling) {
    words_.push_back({kind, place(at_, length), std::string(text), spelling});
  }

  void take(WordKind kind, std::size_t length, Spelling spelling = Spelling::kPlain) {
    put(kind, length, std::string_view(plain_).substr(at_, length), spelling);
    at_ += length;
  }

  void take_number(std::size_t length, Spelling spelling) {
    const std::string digits = plain_.substr(at_, length);
    double value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (fault == std::errc::result_out_of_range && decimal_exponent(digits) > 0) {
      throw error_at(text_, place(at_, length), "the number '" + shortened(digits, 40) + "' is too large",
                     "the largest double is 1.7976931348623157e308");
    }
    put(WordKind::kNumber, length, digits, spelling);
    at_ += length;
  }

  void take_beyond_ascii() {
    if (raised(at_)) return take_exponent();
    const Character c = decode_character(text_, positions_[at_]);
    const Symbol* symbol = c.valid ? find_symbol(c.code_point) : nullptr;
    if (symbol == nullptr) throw unexpected_beyond_ascii(c);
    put(symbol->kind, 1, symbol->text, Spelling::kSymbol);
    ++at_;
  }

  // Of the character at `i` of `plain_`.
  std::optional<char> raised(std::size_t i) const {
    if (plain_[i] != kBeyondAscii) return {};
    const Character c = decode_character(text_, positions_[i]);
    return c.valid ? raised_character(c.code_point) : std::nullopt;
  }

  // Raised characters side by side are one exponent.
  void take_exponent() {
    std::size_t end = at_;
    for (; end < plain_.size() && raised(end); ++end) plain_[end] = *raised(end);
    const std::size_t digits = is_digit(plain_[at_]) ? at_ : at_ + 1;
    if (digits == end || plain_.substr(digits, end - digits).find_first_of("+-") != std::string::npos) {
      throw error_at(text_, place(at_, end - at_), "a raised exponent is digits, with a sign before them or none",
                     "write others as ^( )");
    }
    put(WordKind::kOperator, end - at_, "^", Spelling::kRaised);
    if (digits > at_) take(WordKind::kOperator, 1, Spelling::kRaised);
    take_number(end - at_, Spelling::kRaised);
  }

  Error unexpected_beyond_ascii(Character c) const {
    const std::string bytes(text_.substr(positions_[at_], c.bytes));
    if (!c.valid)
      return error_at(text_, place(at_, 1), "the byte " + printable(bytes) + " is no UTF-8 text", "delete it");
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c.code_point));
    const bool shows = printable(bytes) == bytes;
    return error_at(text_, place(at_, 1),
                    "unexpected character " + (shows ? "'" + bytes + "' (" + code + ")" : std::string(code)),
                    cure_of_character(c.code_point, shows));
  }

  Error unexpected_ascii() const {
    const char c = plain_[at_];
    const std::string bytes(text_.substr(positions_[at_], place(at_, 1).length));
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      return error_at(text_, place(at_, 1), "a formula cannot hold the control character " + printable(bytes),
                      "delete it");
    }
    // Comparisons of other languages.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kComparisons{
        {{"===", "=="}, {"!==", "!="}, {"=<", "<="}, {"=>", ">="}}};
    for (const auto& [theirs, ours] : kComparisons) {
      const std::size_t start = theirs.size() == 3 && at_ >= 2 ? at_ - 2 : at_;
      if (plain_.compare(start, theirs.size(), theirs) == 0) {
        return error_at(text_, place(start, theirs.size()), "unknown comparison '" + std::string(theirs) + "'",
                        "write " + std::string(ours));
      }
    }
    if (c == '=') return error_at(text_, place(at_, 1), "an expression assigns nothing", cure_of_ascii(c));
    return error_at(text_, place(at_, 1), "unexpected character '" + bytes + "'", cure_of_ascii(c));
  }

  static std::string cure_of_ascii(char c) {
    const auto row = std::ranges::find(kStrangers, c, &Stranger::character);
    return row == std::end(kStrangers) ? "delete it" : std::string(row->cure);
  }

  std::string_view text_;
  std::string plain_;                   // one ASCII character for each typed one, or kBeyondAscii
  std::vector<std::size_t> positions_;  // of each in `text_`, and the end
  std::vector<Word> words_;
  std::size_t at_ = 0;  // in `plain_`
};

}  // namespace

std::vector<Word> split_words(std::string_view text) { return Splitter(text).split(); }

}  // namespace gradfield
