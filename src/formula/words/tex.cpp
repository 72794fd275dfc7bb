#include "formula/words/tex.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>

namespace gradfield {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_word_part(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_'; }
bool is_word(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_word_part); }

// Commands that are one sign or name.
struct Command {
  std::string_view name, text;
};
constexpr Command kCommands[] = {
    {"cdot", "*"},         {"times", "*"},       {"ast", "*"},         {"div", "/"},
    {"le", "<="},          {"leq", "<="},        {"leqslant", "<="},   {"ge", ">="},
    {"geq", ">="},         {"geqslant", ">="},   {"ne", "!="},         {"neq", "!="},
    {"lt", "<"},           {"gt", ">"},          {"land", "&&"},       {"lor", "||"},
    {"vert", "|"},         {"lvert", "|"},       {"rvert", "|"},       {"left", ""},
    {"right", ""},         {"bigl", ""},         {"bigr", ""},         {"big", ""},
    {"Big", ""},           {"quad", " "},        {"displaystyle", ""}, {"limits", ""},
    {"mathrm", ""},        {"operatorname", ""}, {"text", ""},         {"varepsilon", "epsilon"},
    {"vartheta", "theta"}, {"varphi", "phi"},    {"lbrace", "("},      {"rbrace", ")"},
};

// Those whose argument may stand without parentheses.
constexpr Command kFunctions[] = {
    {"sin", "sin"},     {"cos", "cos"},     {"tan", "tan"},     {"cot", "cot"}, {"sec", "sec"}, {"csc", "csc"},
    {"sinh", "sinh"},   {"cosh", "cosh"},   {"tanh", "tanh"},   {"exp", "exp"}, {"ln", "ln"},   {"log", "log"},
    {"arcsin", "asin"}, {"arccos", "acos"}, {"arctan", "atan"}, {"min", "min"}, {"max", "max"},
};

constexpr std::string_view kGreek[] = {
    "alpha", "beta",  "gamma", "delta",  "epsilon", "zeta",  "eta", "theta", "iota",  "kappa", "lambda",
    "mu",    "nu",    "xi",    "pi",     "rho",     "sigma", "tau", "phi",   "chi",   "psi",   "omega",
    "Gamma", "Delta", "Theta", "Lambda", "Xi",      "Sigma", "Phi", "Psi",   "Omega",
};

template <typename Rows>
const Command* find(const Rows& rows, std::string_view name) {
  const auto row = std::ranges::find(rows, name, &Command::name);
  return row == std::end(rows) ? nullptr : &*row;
}

class Translation {
 public:
  explicit Translation(std::string_view text) : text_(text) {}

  std::optional<std::string> translate() {
    std::string out = items('\0');
    return is_known_ && at_ == text_.size() ? std::optional(out) : std::nullopt;
  }

 private:
  // Every group nests a call or two; deeper ones are given up.
  static constexpr int kDeepest = 100;

  bool has_more() const { return is_known_ && at_ < text_.size(); }
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_blanks() {
    while (here() == ' ' || here() == '~') ++at_;
  }

  std::string give_up() {
    is_known_ = false;
    return "";
  }

  // Up to the closing sign, which stays, or the end.
  std::string items(char closing) {
    if (++depth_ > kDeepest) return give_up();
    std::string out;
    while (has_more() && here() != closing) {
      const std::string item = take_item();
      // Names and numbers that touched nothing in TeX do not run together.
      if (!out.empty() && !item.empty() && is_word_part(out.back()) && is_letter(item[0]) && was_command_) out += ' ';
      out += item;
    }
    --depth_;
    return out;
  }

  // { ... } without its braces.
  std::string group() {
    skip_blanks();
    if (here() != '{') return take_item();
    ++at_;
    std::string inside = items('}');
    if (here() != '}') return give_up();
    ++at_;
    return inside;
  }

  static std::string in_parentheses(const std::string& text) { return is_word(text) ? text : "(" + text + ")"; }

  std::string take_item() {
    was_command_ = false;
    const char c = here();
    if (c == '\\') return take_command();
    if (c == '{') return in_parentheses(group());
    if (c == '}' || c == '\0') return give_up();
    ++at_;
    if (c == '^') return here() == '-' || here() == '+' ? "^" : "^" + in_parentheses(group());
    if (c == '_') return "_" + group();
    if (c == '$' || c == '&') return "";
    if (c == '~') return " ";
    if (!std::isdigit(static_cast<unsigned char>(c))) return std::string(1, c);
    std::string number(1, c);
    while (std::isdigit(static_cast<unsigned char>(here())) || here() == '.') number += text_[at_++];
    return number;
  }

  std::string take_command() {
    ++at_;
    std::string name;
    while (is_letter(here())) name += text_[at_++];
    if (name.empty()) return take_sign();
    if (name == "frac" || name == "dfrac" || name == "tfrac") {
      const std::string above = in_parentheses(group());
      return "(" + above + "/" + in_parentheses(group()) + ")";
    }
    was_command_ = true;
    if (name == "sqrt") return root();
    if (const Command* function = find(kFunctions, name)) return call(std::string(function->text));
    if (const Command* command = find(kCommands, name)) return std::string(command->text);
    return std::ranges::count(kGreek, name) > 0 ? name : give_up();
  }

  // \, \; \! are blanks, \{ and \| signs.
  std::string take_sign() {
    const char c = here();
    if (std::string_view(",;:! ").find(c) != std::string_view::npos && c != '\0') return ++at_, " ";
    if (c == '|') return ++at_, "|";
    if (c == '{') return ++at_, "(";
    if (c == '}') return ++at_, ")";
    return give_up();
  }

  std::string root() {
    std::string degree;
    skip_blanks();
    if (here() == '[') {
      ++at_;
      degree = items(']');
      ++at_;
    }
    const std::string radicand = group();
    was_command_ = true;
    if (degree.empty() || degree == "2") return "sqrt(" + radicand + ")";
    return degree == "3" ? "cbrt(" + radicand + ")" : "(" + radicand + ")^(1/" + in_parentheses(degree) + ")";
  }

  std::string call(const std::string& name) {
    skip_blanks();
    std::string exponent;
    if (here() == '^') {
      ++at_;
      exponent = "^" + in_parentheses(group());
      skip_blanks();
    }
    std::string argument;
    if (here() == '(' || text_.substr(at_).starts_with("\\left(")) {
      at_ = text_.find('(', at_) + 1;
      argument = items(')');
      if (here() != ')') return give_up();
      ++at_;
      if (argument.ends_with("\\right")) return give_up();
    } else {
      argument = bare_argument();
    }
    was_command_ = true;
    // An inverse for some, a power for others.
    return exponent == "^(-1)" ? give_up() : name + "(" + argument + ")" + exponent;
  }

  // Whether a command stands here that is a value, or begins one.
  bool is_value_command() const {
    if (here() != '\\') return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    return std::ranges::count(kGreek, name) > 0 || name == "frac" || name == "sqrt";
  }

  // The x of \sin x, the 2x of \sin 2x; of more nobody knows where it ends.
  std::string bare_argument() {
    std::string argument = std::isdigit(static_cast<unsigned char>(here())) ? take_item() : "";
    if (argument.empty() || is_letter(here()) || is_value_command())
      argument += (argument.empty() ? "" : " ") + group();
    const bool goes_on = is_word_part(here()) || here() == '^' || here() == '(';
    return goes_on ? give_up() : argument;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool is_known_ = true;
  bool was_command_ = false;  // the last item
};

}  // namespace

bool looks_like_tex(std::string_view text) {
  for (std::size_t i = text.find('\\'); i != std::string_view::npos; i = text.find('\\', i + 1)) {
    if (i + 1 < text.size() && is_letter(text[i + 1])) return true;
  }
  return text.find("^{") != std::string_view::npos || text.find("_{") != std::string_view::npos;
}

std::string from_tex(std::string_view text) { return Translation(text).translate().value_or(""); }

}  // namespace gradfield
