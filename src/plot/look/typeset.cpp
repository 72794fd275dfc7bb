#include "plot/look/typeset.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/spelling.hpp"
#include "formula/functions.hpp"
#include "formula/print/formula.hpp"
#include "formula/words/words.hpp"
#include "plot/look/font.hpp"
#include "plot/look/symbols.hpp"

namespace gradfield {
namespace {

struct Operator {
  std::string_view typed, shown;
};
constexpr Operator kOperators[] = {
    {"-", " − "},  {"+", " + "},  {"/", "/"},   {"<", " < "}, {">", " > "},    {"<=", " ≤ "},  {">=", " ≥ "},
    {"==", " = "}, {"!=", " ≠ "}, {"?", " ? "}, {":", " : "}, {"&&", " and "}, {"||", " or "},
};
constexpr std::string_view kThinSpace = "\u2009";
constexpr std::string_view kEllipsis = "…";
constexpr double kRaisedSize = 0.8;  // of exponents and indices, as gnuplot sets them

// A formula is written piece by piece; a piece is never cut, so that the markup stays whole.
class Typesetter {
 public:
  /// `is_cut`: these are not all of its words.
  Typesetter(std::string_view text, const std::vector<Word>& words, double most, bool is_cut)
      : text_(text), words_(words), most_(most), is_cut_(is_cut) {}

  Typeset set() {
    while (at_ < words_.size() && !is_full()) item();
    if (at_ < words_.size() || is_cut_) put(kEllipsis, kEllipsis);
    return out_;
  }

 private:
  bool has(std::size_t place, WordKind kind) const { return place < words_.size() && words_[place].kind == kind; }
  bool is_text(std::size_t place, std::string_view text) const {
    return place < words_.size() && words_[place].text == text;
  }
  bool is_full() const { return out_.width >= most_; }

  // `shown`: what the markup comes out as.
  void put(std::string_view markup, std::string_view shown, double size = 1) {
    out_.markup += markup;
    out_.width += em_width(shown) * size * scale_;
  }

  // The closing bracket of the one at `place`.
  std::size_t match(std::size_t place) const {
    int depth = 0;
    for (std::size_t i = place; i < words_.size(); ++i) {
      if (words_[i].kind == WordKind::kOpen) ++depth;
      if (words_[i].kind == WordKind::kClose && --depth == 0) return i;
    }
    return words_.size();
  }

  // True where an operator at `place` is a sign and not a difference.
  bool is_sign(std::size_t place) const {
    if (place == 0) return true;
    const WordKind before = words_[place - 1].kind;
    return before == WordKind::kOperator || before == WordKind::kOpen || before == WordKind::kComma;
  }

  // Whether the word at `place` is a factor without a * and apart from the one before it, as the y of "x y".
  bool is_spaced_factor(std::size_t place) const {
    if (place == 0 || !(has(place, WordKind::kName) || has(place, WordKind::kOpen))) return false;
    const Word& before = words_[place - 1];
    const bool ends_value = before.kind == WordKind::kNumber || before.kind == WordKind::kClose ||
                            (before.kind == WordKind::kName && find_function(before.text) == nullptr);
    return ends_value && before.place.position + before.place.length < words_[place].place.position;
  }

  // Numbers as typed, ½ too; raised ones are raised here.
  std::string shown(const Word& word) const {
    return word.kind == WordKind::kNumber && word.spelling != Spelling::kRaised ? typed(text_, word) : word.text;
  }

  void item() {
    const Word& word = words_[at_];
    if (is_text(at_, "^")) return exponent();
    if (word.kind == WordKind::kOperator) return sign();
    if (is_spaced_factor(at_)) put(kThinSpace, " ", 0.6);
    if (word.kind == WordKind::kName) return name();
    if (word.kind == WordKind::kNumber) return number();
    if (word.kind == WordKind::kOpen) in_quotient_.push_back(false);
    if (word.kind == WordKind::kClose && in_quotient_.size() > 1) in_quotient_.pop_back();
    if (word.kind == WordKind::kComma) {
      put(",", ",");
      may_break(0);
      put(" ", " ");
    } else {
      put(shown(word), shown(word));
    }
    ++at_;
  }

  // A line may end here, but not in an exponent. `tightness`: 1 of a product, which holds its parts closer than a sum.
  void may_break(int tightness) {
    const int depth = static_cast<int>(in_quotient_.size()) - 1;
    if (scale_ == 1) out_.breaks.push_back({out_.markup.size(), out_.width, 2 * depth + tightness});
  }

  // 2.5e-3 as 2.5 times a power of ten.
  void number() {
    const std::string whole = shown(words_[at_]);
    const std::string_view text = whole;
    ++at_;
    const std::size_t e = text.find_first_of("eE");
    // A raised power of ten would need parentheses.
    if (e == std::string_view::npos || is_text(at_, "^")) return put(text, text);
    const std::string_view front = text.substr(0, e);
    if (front != "1") {
      put(front, front);
      put("×", "×");
    }
    put("10", "10");
    const std::size_t digits = std::min(text.find_first_not_of("+-0", e + 1), text.size() - 1);
    put("^{" + std::string(text[e + 1] == '-' ? "−" : "") + std::string(text.substr(digits)) + "}",
        text.substr(text[e + 1] == '-' ? digits - 1 : digits), kRaisedSize);
  }

  void name() {
    const std::string_view text = words_[at_].text;
    // abs(u) as |u|
    if (text == "abs" && has(at_ + 1, WordKind::kOpen)) {
      const std::size_t end = match(at_ + 1);
      put("|", "|");
      at_ += 2;
      in_quotient_.push_back(false);
      while (at_ < end && !is_full()) item();
      if (at_ == end) {
        put("|", "|");
        ++at_;
      }
      in_quotient_.pop_back();
      return;
    }
    ++at_;
    // x_1 and x1 with their index lowered
    const std::size_t line = text.find('_'), digits = text.find_last_not_of("0123456789") + 1;
    const bool has_line = line != std::string_view::npos && line > 0 && line + 1 < text.size();
    const bool has_digits = line == std::string_view::npos && digits < text.size() && find_function(text) == nullptr;
    const std::string_view stem = text.substr(0, has_line ? line : has_digits ? digits : text.size());
    // An alias keeps its name where it is called: γ(x) would be another function than gamma(x).
    const bool is_alias = has(at_, WordKind::kOpen) && find_function(text) != nullptr && !is_reserved(text);
    if (const MathSymbol* symbol = is_alias ? nullptr : find_symbol_named(stem)) {
      const std::string shown = encode_character(symbol->code_point);
      put(shown, shown);
    } else if (stem.size() == 1) {
      put(std::string(kItalic) + std::string(stem) + std::string(kItalicEnd), stem);
    } else {
      put(escape_enhanced(stem), stem);
    }
    if (stem == text) return;
    const std::string_view index = text.substr(has_line ? line + 1 : digits);
    put("_{" + escape_enhanced(index) + "}", index, kRaisedSize);
  }

  void sign() {
    const std::string_view text = words_[at_].text;
    if (text == "*") {
      product();
    } else if (is_sign(at_)) {
      put(text == "-" ? "−" : "+", "+");
    } else {
      if (text != "/") may_break(0);
      for (const Operator& row : kOperators) {
        if (row.typed == text) put(row.shown, row.shown);
      }
      in_quotient_.back() = text == "/";
    }
    ++at_;
  }

  // A product is a thin space. But a dot before a number, for 2 3 would read as 23; after a quotient, for 1/2 x would
  // read as 1/(2 x); before a sign, for x −1 would read as a difference; and between a name and a bracket around one
  // word, for x (y) would read as a call.
  void product() {
    may_break(1);
    const bool has_sign = is_text(at_ + 1, "-") || is_text(at_ + 1, "+");
    const bool is_like_call =
        at_ > 0 && has(at_ - 1, WordKind::kName) && has(at_ + 1, WordKind::kOpen) && has(at_ + 3, WordKind::kClose);
    if (!has(at_ + 1, WordKind::kNumber) && !in_quotient_.back() && !has_sign && !is_like_call) {
      return put(kThinSpace, " ", 0.6);
    }
    put("·", "·");
    // A sign and one word after it in parentheses; more than a word ends who knows where.
    const bool is_word = has(at_ + 2, WordKind::kNumber) || has(at_ + 2, WordKind::kName);
    if (!has_sign || !is_word || is_text(at_ + 3, "^") || has(at_ + 3, WordKind::kOpen)) return;
    put("(", "(");
    ++at_;
    sign();
    item();
    put(")", ")");
    --at_;
  }

  // x^... : what follows is raised, outer parentheses of it left away. An exponent is never cut.
  void exponent() {
    ++at_;
    in_quotient_.push_back(false);
    const double most = most_, scale = scale_;
    most_ = 1e9;
    scale_ *= kRaisedSize;
    out_.markup += "^{";
    while (at_ < words_.size() && words_[at_].kind == WordKind::kOperator) sign();
    const bool is_call = has(at_, WordKind::kName) && find_function(words_[at_].text) != nullptr;
    const std::size_t open = is_call ? at_ + 1 : at_;
    if (has(open, WordKind::kOpen)) {
      const std::size_t end = match(open);
      if (is_call)
        while (at_ <= end && at_ < words_.size()) item();
      else {
        ++at_;
        while (at_ < end) item();
        at_ = end + 1;
      }
    } else if (at_ < words_.size()) {
      item();
      if (is_call && at_ < words_.size()) item();  // what a root sign takes without parentheses
    }
    if (is_text(at_, "^")) exponent();  // 2^3^2 is 2^(3^2)
    out_.markup += "}";
    in_quotient_.pop_back();
    most_ = most;
    scale_ = scale;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  double most_;
  bool is_cut_;
  double scale_ = 1;  // of the type: smaller in exponents
  std::size_t at_ = 0;
  std::vector<bool> in_quotient_{false};  // within each bracket that is open: whether what comes stands behind a /
  Typeset out_;
};

}  // namespace

Typeset typeset_formula(std::string_view text, double most) {
  std::vector<Word> words = split_words(text);
  // A formula of so many words never fits a title; its exponents need not be followed to their end.
  constexpr std::size_t kManyWords = 400;
  const bool is_cut = words.size() > kManyWords;
  if (is_cut) words.resize(kManyWords);
  return Typesetter(text, words, most, is_cut).set();
}

std::string typeset_name(std::string_view name) { return typeset_formula(name, HUGE_VAL).markup; }

double markup_width(std::string_view markup) {
  double width = 0;
  std::vector<double> outer;  // sizes of the type around groups
  double size = 1;
  for (std::size_t i = 0; i < markup.size();) {
    const std::string_view rest = markup.substr(i);
    if (rest.starts_with("^{") || rest.starts_with("_{")) {
      outer.push_back(std::exchange(size, size * kRaisedSize));
      i += 2;
    } else if (rest.starts_with(kItalic)) {
      outer.push_back(size);
      i += kItalic.size();
    } else if (rest[0] == '{') {
      outer.push_back(size);
      ++i;
    } else if (rest[0] == '}' && !outer.empty()) {
      size = outer.back();
      outer.pop_back();
      ++i;
    } else {
      i += rest[0] == '\\' && rest.size() > 1;
      const std::size_t bytes = decode_character(markup, i).bytes;
      width += em_width(markup.substr(i, bytes)) * size;
      i += bytes;
    }
  }
  return width;
}

std::string escape_enhanced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("^_{}@&~\\").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace gradfield
