#include "support/plain_formula.hpp"

#include <algorithm>
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
      {"⁺", "+"},       {"⁻", "-"},    {"**", "^"}, {"×", "*"},      {"·", "*"},      {"⋅", "*"},      {"∙", "*"},
      {"∗", "*"},       {"÷", "/"},    {"∕", "/"},  {"⁄", "/"},      {"−", "-"},      {"–", "-"},      {"‐", "-"},
      {"≤", "<="},      {"≥", ">="},   {"≠", "!="}, {"π", " pi "},   {"ℯ", " e "},    {"½", "0.5"},    {"¼", "0.25"},
      {"¾", "0.75"},    {"𝑥", "x"},    {"𝑦", "y"},  {"\u00A0", " "}, {"\u2009", " "}, {"\u202F", " "}, {"\u3000", " "},
      {"\u2028", "\n"}, {"\t", " "},   {"\n", " "}, {"\r", " "},     {"√", " sqrt "}, {".^", "^"},     {".*", "*"},
      {"./", "/"},      {"\u200B", ""}};
  for (const auto& [from, to] : others) replace_all(text, from, to);
  // A root of one number or one name.
  return std::regex_replace(text, std::regex(R"(sqrt\s+((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[A-Za-z_]\w*(?!\w)))"),
                            "sqrt($1)");
}

}  // namespace

namespace {

const std::regex kToken(R"((\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[A-Za-z_]\w*|[<>=!]=|&&|\|\||\S)");
const std::set<std::string> kComparisons{"<", ">", "<=", ">=", "==", "!="};

bool is_one_of(const std::string& word, const std::string& words) {
  return word.size() == 1 && words.find(word) != std::string::npos;
}

// The place behind the bracket that opens at `open`.
std::size_t behind_bracket(const std::vector<std::string>& words, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < words.size(); ++i) {
    depth += words[i] == "(" ? 1 : words[i] == ")" ? -1 : 0;
    if (depth == 0) return i + 1;
  }
  return words.size();
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end);

// What stands between && || ? : and commas: of a chain of comparisons the conjunction of its links.
std::string link_by_link(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::vector<std::string> operands{""}, signs;
  for (std::size_t i = begin; i < end;) {
    if (kComparisons.count(words[i]) > 0) {
      signs.push_back(words[i++]);
      operands.emplace_back();
    } else if (words[i] == "(") {
      const std::size_t behind = behind_bracket(words, i);
      operands.back() += "(" + joined(words, i + 1, behind - 1) + ")";
      i = behind;
    } else {
      operands.back() += words[i++];
    }
  }
  if (signs.size() < 2) {
    return operands[0] + (signs.empty() ? "" : signs[0] + operands[1]);
  }
  std::string out;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    out += (i == 0 ? "((" : "&&(") + operands[i] + signs[i] + operands[i + 1] + ")";
  }
  return out + ")";
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin, start = begin; i <= end; ++i) {
    if (i < end && words[i] == "(") i = behind_bracket(words, i) - 1;
    const bool is_border = i < end && (words[i] == "&&" || words[i] == "||" || is_one_of(words[i], "?:,"));
    if (i < end && !is_border) continue;
    out += link_by_link(words, start, i) + (i < end ? words[i] : "");
    start = i + 1;
  }
  return out;
}

}  // namespace

std::string link_by_link(const std::string& text) {
  std::vector<std::string> words;
  for (std::sregex_iterator token(text.begin(), text.end(), kToken), end; token != end; ++token) {
    words.push_back(token->str());
  }
  return joined(words, 0, words.size());
}

std::string plain_formula(std::string text) {
  static const std::set<std::string> kFunctions{"sin", "cos", "abs", "max",  "atan2", "sqrt", "rint", "sum",
                                                "avg", "min", "log", "tanh", "sign",  "exp",  "tan",  "asin"};
  const std::string ascii = without_symbols(std::move(text));
  std::vector<std::string> tokens;
  for (std::sregex_iterator token(ascii.begin(), ascii.end(), kToken), end; token != end; ++token) {
    tokens.push_back(token->str());
  }
  const auto is_number = [](const std::string& word) { return word.find_first_of("0123456789") < 2; };
  // sin ^ 2 ( x ) as sin ( x ) ^ 2, the last first, for in its argument there may be others.
  for (std::size_t i = tokens.size(); i-- > 0;) {
    if (i + 3 >= tokens.size() || kFunctions.count(tokens[i]) == 0 || tokens[i + 1] != "^" ||
        !is_number(tokens[i + 2]) || tokens[i + 3] != "(") {
      continue;
    }
    const auto at = [&](std::size_t place) { return tokens.begin() + static_cast<std::ptrdiff_t>(place); };
    std::rotate(at(i + 1), at(i + 3), at(behind_bracket(tokens, i + 3)));
  }
  std::vector<std::string> words;
  bool after_value = false, after_function = false;
  for (const std::string& word : tokens) {
    const bool is_name = std::regex_match(word, std::regex(R"([A-Za-z_]\w*)"));
    if (after_value && (is_name || word == "(") && !after_function) words.push_back("*");
    words.push_back(word);
    after_function = kFunctions.count(word) > 0;
    after_value = !after_function && (is_name || word == ")" || word.find_first_of("0123456789") != std::string::npos);
  }
  return joined(words, 0, words.size());
}

}  // namespace gradfield::test
