// Splits a formula into words: first every typed character becomes one of `plain_` (ASCII, or a mark for what is no
// ASCII character), then the words are found in that, and their places lead back to the typed text.
#include "formula/words/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/spelling.hpp"
#include "formula/words/bars.hpp"
#include "formula/words/characters.hpp"
#include "formula/words/strangers.hpp"

namespace gradfield {
namespace {

// Modules of other languages, whose functions are named as ours are.
constexpr std::string_view kModules[] = {"np",    "numpy",  "math",    "Math",   "torch",      "jnp", "sp",
                                         "cmath", "mpmath", "mp",      "scipy",  "sympy",      "tf",  "jax",
                                         "nn",    "cp",     "special", "linalg", "functional", "F",   "std"};

// Constants that they have in capitals.
constexpr std::pair<std::string_view, std::string_view> kModuleConstants[] = {{"PI", "pi"}, {"E", "e"}};
// Those whose functions round halves to even, where ours rounds up, and whose sinc has a factor pi.
constexpr std::string_view kNumpyAndItsLike[] = {"np", "numpy", "jnp", "torch"};
constexpr std::pair<std::string_view, std::string_view> kTheirFunctions[] = {
    {"round", "roundeven"}, {"rint", "roundeven"}, {"around", "roundeven"}};

// Quotes that a formula is wrapped in by those who copy it from a text, and the signs of TeX's mathematics.
constexpr std::u32string_view kQuotes[] = {U"\"\u201C\u201D\u201E\u201F\u00AB\u00BB", U"'`\u2018\u2019\u201A\u201B",
                                           U"$"};

// Operators that are written in other ways, the longest first.
constexpr std::pair<std::string_view, std::string_view> kOperators[] = {
    {"**", "^"}, {".^", "^"}, {".*", "*"}, {"./", "/"}, {":=", "="}};

constexpr char kBeyondAscii = '\x80';
constexpr char32_t kInvisibleTimes = 0x2062;

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
  return std::string_view("+-*/^<>?:|=").find(text[0]) != std::string_view::npos ? 1 : 0;
}

// Whether these are "(x, y)".
bool is_list_of_names(const std::vector<Word>& words) {
  return words.size() > 2 && words.front().kind == WordKind::kOpen && words.back().kind == WordKind::kClose &&
         std::all_of(words.begin() + 1, words.end() - 1,
                     [](const Word& w) { return w.kind == WordKind::kName || w.kind == WordKind::kComma; });
}

class Splitter {
 public:
  Splitter(std::string_view text, std::size_t begin) : text_(text), begin_(begin) {
    plain_.reserve(text.size());
    positions_.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
      const Character c = decode_character(text, i);
      if (!c.valid || !is_left_away(c.code_point)) {
        plain_ += c.valid ? plain_character(c.code_point).value_or(kBeyondAscii) : kBeyondAscii;
        positions_.push_back(i);
      }
      i += c.bytes;
    }
    leave_quotes_away();
    at_ = static_cast<std::size_t>(std::ranges::lower_bound(positions_, begin) - positions_.begin());
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
    if (words_.empty() && begin_ > 0) {
      throw error_at(text_, {text_.size(), 1}, "the expression ends too early", "a value is missing here");
    }
    if (words_.empty()) {
      throw Error(ExitCode::kData, "the expression is empty: give a formula such as \"x^2+y^2\"");
    }
    return with_bars_as_calls(text_, words_);
  }

 private:
  // Of the character at `i` of `plain_`.
  Character character(std::size_t i) const { return decode_character(text_, positions_[i]); }

  void leave_quotes_away() {
    const std::size_t first = static_cast<std::size_t>(std::ranges::find_if_not(plain_, is_blank) - plain_.begin());
    if (first == plain_.size()) return;
    std::size_t last = plain_.size() - 1;
    while (is_blank(plain_[last])) --last;
    for (const std::u32string_view quotes : kQuotes) {
      const bool is_quoted =
          first < last && quotes.find(code_point(first)) != quotes.npos && quotes.find(code_point(last)) != quotes.npos;
      if (is_quoted) plain_[first] = plain_[last] = ' ';
    }
  }

  char plain(std::size_t i) const { return i < plain_.size() ? plain_[i] : '\0'; }

  void take_word() {
    const std::string_view rest = std::string_view(plain_).substr(at_);
    const char c = rest[0];
    if (c == kBeyondAscii) return take_beyond_ascii();
    if (is_digit(c) || (c == '.' && rest.size() > 1 && is_digit(rest[1]))) {
      return take_number(number_length(rest), Spelling::kPlain);
    }
    if (is_name_start(c)) return take_name();
    if (c == '(') return take(WordKind::kOpen, 1);
    if (c == ')') return take(WordKind::kClose, 1);
    if (c == ',') return take(WordKind::kComma, 1);
    for (const auto& [theirs, ours] : kOperators) {
      if (!rest.starts_with(theirs)) continue;
      put(WordKind::kOperator, theirs.size(), ours, Spelling::kPlain);
      at_ += theirs.size();
      return;
    }
    const std::size_t length = operator_length(rest);
    if (length == 0 || (length == 1 && c == '=' && foreign_comparison())) throw unexpected_ascii();
    take(WordKind::kOperator, length);
  }

  // A name, the names of modules before it left away.
  void take_name() {
    const std::size_t start = at_;
    std::string name;
    bool is_member = false, is_of_numpy = false;
    for (;;) {
      const std::size_t from = at_;
      name = read_name();
      const std::size_t dots = plain(at_) == '.' ? 1 : plain_.compare(at_, 2, "::") == 0 ? 2 : 0;
      if (dots == 0 || !is_name_start(plain(at_ + dots))) break;
      const bool is_module = std::ranges::count(kModules, name) > 0;
      if (!is_module && dots == 2) break;
      if (!is_module) throw unknown_module(from, name);
      is_member = true;
      is_of_numpy = std::ranges::count(kNumpyAndItsLike, name) > 0;
      at_ += dots;
    }
    for (const auto& [theirs, ours] : kModuleConstants) {
      if (is_member && name == theirs) name = ours;
    }
    const Place whole = place(start, at_ - start);
    if (is_of_numpy && name == "sinc") throw normalised_sinc(whole);
    for (const auto& [theirs, ours] : kTheirFunctions) {
      if (is_of_numpy && name == theirs) name = ours;
    }
    words_.push_back({WordKind::kName, whole, name, Spelling::kPlain});
  }

  // The name that begins at `at_`, which moves behind it: letters, digits and lowered digits behind them, which end it.
  std::string read_name() {
    std::string name;
    if (const std::string_view letter = greek(at_); !letter.empty()) {
      // Behind a Greek letter only what is an index: θ1 and θ_1 are one name, θx are two.
      name = letter;
      ++at_;
      while (is_digit(plain(at_))) name += plain_[at_++];
      if (plain(at_) == '_') {
        while (is_name_part(plain(at_))) name += plain_[at_++];
      }
    } else {
      while (is_name_part(plain(at_))) name += plain_[at_++];
    }
    while (const auto digit = lowered(at_)) {
      name += *digit;
      ++at_;
    }
    return name;
  }

  Place place(std::size_t from, std::size_t length) const {
    const std::size_t last = from + length - 1;
    return {positions_[from], positions_[last] + character(last).bytes - positions_[from]};
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
    if (!greek(at_).empty()) return take_name();
    const Character c = character(at_);
    const Symbol* symbol = c.valid ? find_symbol(c.code_point) : nullptr;
    if (symbol == nullptr) throw unexpected_beyond_ascii(c);
    put(symbol->kind, 1, symbol->text, Spelling::kSymbol);
    ++at_;
  }

  // Of the character at `i` of `plain_`; 0, which stands for nothing, where it is none.
  char32_t code_point(std::size_t i) const {
    const Character c = character(i);
    return c.valid ? c.code_point : 0;
  }
  char32_t beyond_ascii(std::size_t i) const { return plain(i) == kBeyondAscii ? code_point(i) : 0; }
  std::optional<char> raised(std::size_t i) const { return raised_character(beyond_ascii(i)); }
  std::optional<char> lowered(std::size_t i) const { return lowered_digit(beyond_ascii(i)); }
  std::string_view greek(std::size_t i) const {
    const char32_t c = beyond_ascii(i);
    return find_symbol(c) == nullptr ? greek_letter(c) : std::string_view();
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

  // The place of a comparison of another language that has the = here, and ours.
  std::optional<std::pair<Place, std::string_view>> foreign_comparison() const {
    constexpr std::pair<std::string_view, std::string_view> kComparisons[] = {
        {"===", "=="}, {"!==", "!="}, {"=<", "<="}, {"=>", ">="}};
    for (const auto& [theirs, ours] : kComparisons) {
      const std::size_t start = theirs.size() == 3 && at_ >= 2 ? at_ - 2 : at_;
      if (plain_.compare(start, theirs.size(), theirs) == 0) return std::pair(place(start, theirs.size()), ours);
    }
    return {};
  }

  Error unexpected_ascii() const {
    const char c = plain_[at_];
    const Place here = place(at_, 1);
    const std::string bytes(text_.substr(here.position, here.length));
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      return error_at(text_, here, "a formula cannot hold the control character " + printable(bytes), "delete it");
    }
    if (const auto comparison = foreign_comparison(); c == '=' && comparison) {
      const auto& [theirs, ours] = *comparison;
      if (ours == ">=" && is_list_of_names(words_)) {
        const std::size_t start = words_.front().place.position;
        const std::string list(text_.substr(start, theirs.position - start));
        return error_at(text_, {start, list.size() + theirs.length}, "a formula is no function of a program",
                        "write f" + shortened(list.substr(0, list.find_last_of(')') + 1), 40) + " = in its place");
      }
      const std::string_view typed_comparison = text_.substr(theirs.position, theirs.length);
      return error_at(text_, theirs, "unknown comparison '" + std::string(typed_comparison) + "'",
                      "write " + std::string(ours));
    }
    return unexpected_character(text_, here, c, words_);
  }

  Error normalised_sinc(Place name) const {
    std::size_t end = at_;
    int depth = 0;
    do {
      depth += plain(end) == '(' ? 1 : plain(end) == ')' ? -1 : 0;
      ++end;
    } while (depth > 0 && end < plain_.size());
    const Place argument = place(at_, end - at_);
    const bool is_call = depth == 0 && end > at_ + 1;
    const std::string typed_argument(text_.substr(argument.position, argument.length));
    return error_at(text_, name, "this sinc is sin(pi*x)/(pi*x), and ours sin(x)/x",
                    "write sinc(pi*" + (is_call ? shortened(typed_argument, 40) : "x") + ")");
  }

  Error unknown_module(std::size_t from, const std::string& name) const {
    std::size_t end = at_ + 1;
    while (is_name_part(plain(end))) ++end;
    const std::string member = plain_.substr(at_ + 1, end - at_ - 1);
    const std::string cure = plain_.compare(end, 2, "()") == 0 ? "write " + member + "(" + name + ")"
                             : plain(end) == '('               ? "leave '" + shortened(name, 40) + ".' away"
                                                               : "write " + name + "*" + member + " for a product";
    return error_at(text_, place(from, at_ + 1 - from), "there is no module '" + shortened(name, 40) + "'", cure);
  }

  std::string_view text_;
  std::string plain_;                   // one ASCII character for each typed one, or kBeyondAscii
  std::vector<std::size_t> positions_;  // of each in `text_`
  std::vector<Word> words_;
  std::size_t at_ = 0;     // in `plain_`
  std::size_t begin_ = 0;  // in `text_`
};

}  // namespace

std::string typed(std::string_view text, const Word& word) {
  const std::string_view whole = text.substr(word.place.position, word.place.length);
  std::string seen;
  for (std::size_t i = 0; i < whole.size();) {
    const Character c = decode_character(whole, i);
    if (!c.valid || !(is_left_away(c.code_point) || c.code_point == kInvisibleTimes)) seen += whole.substr(i, c.bytes);
    i += c.bytes;
  }
  return seen.empty() && !whole.empty() ? word.text : seen;
}

std::vector<Word> split_words(std::string_view text, std::size_t begin) { return Splitter(text, begin).split(); }

std::string plain_name(const std::string& text) {
  try {
    const std::vector<Word> words = split_words(text);
    if (words.size() == 1 && words[0].kind == WordKind::kName && words[0].spelling == Spelling::kPlain) {
      return words[0].text;
    }
  } catch (const Error&) {  // no name, as whoever wants one will find
  }
  return text;
}

}  // namespace gradfield
