#include "support/plain_formula.hpp"

#include <regex>
#include <set>
#include <vector>

#include "base/spelling.hpp"

namespace gradfield::test {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t i = text.find(from); i != std::string::npos; i = text.find(from, i + to.size())) {
    text.replace(i, from.size(), to);
  }
}

// In this order: runs of raised characters are still whole when they get their ^, and blanks keep words apart.
std::string without_symbols(std::string text) {
  for (char32_t c = 0xFF01; c <= 0xFF5E; ++c) {
    replace_all(text, encode_character(c), std::string(1, static_cast<char>(c - 0xFEE0)));
  }
  text = std::regex_replace(text, std::regex("(?:⁺|⁻|⁰|¹|²|³|⁴|⁵|⁶|⁷|⁸|⁹)+"), "^$& ");
  const std::vector<std::string> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  for (std::size_t i = 0; i < digits.size(); ++i) replace_all(text, digits[i], std::to_string(i));
  const std::vector<std::pair<std::string, std::string>> others{
      {"⁺", "+"},       {"⁻", "-"},  {"**", "^"}, {"×", "*"},      {"·", "*"},      {"⋅", "*"},      {"∙", "*"},
      {"∗", "*"},       {"÷", "/"},  {"∕", "/"},  {"⁄", "/"},      {"−", "-"},      {"–", "-"},      {"‐", "-"},
      {"≤", "<="},      {"≥", ">="}, {"≠", "!="}, {"π", " pi "},   {"ℯ", " e "},    {"½", "0.5"},    {"¼", "0.25"},
      {"¾", "0.75"},    {"𝑥", "x"},  {"𝑦", "y"},  {"\u00A0", " "}, {"\u2009", " "}, {"\u202F", " "}, {"\u3000", " "},
      {"\u2028", "\n"}, {"\t", " "}, {"\n", " "}, {"\r", " "},     {"√", " sqrt "}};
  for (const auto& [from, to] : others) replace_all(text, from, to);
  // A root of one number or one name.
  return std::regex_replace(text, std::regex(R"(sqrt\s+((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[A-Za-z_]\w*(?!\w)))"),
                            "sqrt($1)");
}

}  // namespace

std::string plain_formula(std::string text) {
  static const std::set<std::string> kFunctions{"sin", "cos", "abs", "max",  "atan2", "sqrt", "rint", "sum",
                                                "avg", "min", "log", "tanh", "sign",  "exp",  "tan",  "asin"};
  static const std::regex kToken(R"((\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[A-Za-z_]\w*|\S)");
  const std::string ascii = without_symbols(std::move(text));
  std::string out;
  bool after_value = false, after_function = false;
  for (std::sregex_iterator token(ascii.begin(), ascii.end(), kToken), end; token != end; ++token) {
    const std::string word = token->str();
    const bool is_name = std::regex_match(word, std::regex(R"([A-Za-z_]\w*)"));
    if (after_value && (is_name || word == "(") && !after_function) out += '*';
    out += word;
    after_function = kFunctions.count(word) > 0;
    after_value = !after_function && (is_name || word == ")" || word.find_first_of("0123456789") != std::string::npos);
  }
  return out;
}

}  // namespace gradfield::test
