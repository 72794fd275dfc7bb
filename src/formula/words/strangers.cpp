#include "formula/words/strangers.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "base/spelling.hpp"
#include "formula/words/tex.hpp"

namespace gradfield {
namespace {

// What is said where a row fits: {v} is the value before the character, {p} the product before it, {b} what stands
// behind it, a word or a bracket, {l} that where it is a bracket. A row whose parts are not there does not fit.
struct Stranger {
  char character;
  std::string_view cure;
};
constexpr Stranger kStrangers[] = {
    {'!', "for a factorial write tgamma({v}+1)"},
    {'!', "for 'not' write ({b} == 0)"},
    {'!', "for a factorial write tgamma(x+1), for 'not' (x == 0)"},
    {'~', "for 'not' write ({b} == 0)"},
    {'%', "for a remainder write mod({p},{b}), or fmod({p},{b}) with the sign of {p}"},
    {'%', "for a remainder write mod(x,y), or fmod(x,y) with the sign of x; for percent /100"},
    {'@', "for a function write f{l} = in its place"},
    {'"', "a formula has no text in it"},
    {'\'', "a formula has no text in it"},
    {'`', "a formula has no text in it"},
    {'[', "write ("},
    {']', "write )"},
    {'{', "write ("},
    {'}', "write )"},
    {';', "give one expression"},
    {'#', "delete it, and the comment behind it"},
    {'&', "write && for 'and'"},
    {'.', "a number has a digit beside its point"},
};

// Not paired yet.
bool is_bar(const Word& word) { return word.kind == WordKind::kOperator && word.text == "|"; }

// The place in `words` at which the value begins that ends with the word before `end`.
std::size_t value_begin(const std::vector<Word>& words, std::size_t end) {
  std::size_t begin = end - 1;
  if (is_bar(words[begin])) {
    while (begin > 0 && !is_bar(words[begin - 1])) --begin;
    return begin > 0 ? begin - 1 : 0;
  }
  if (words[begin].kind != WordKind::kClose) return begin;
  int depth = 0;
  for (;; --begin) {
    depth += words[begin].kind == WordKind::kClose ? 1 : words[begin].kind == WordKind::kOpen ? -1 : 0;
    if (depth == 0 || begin == 0) break;
  }
  return begin > 0 && words[begin - 1].kind == WordKind::kName ? begin - 1 : begin;
}

bool ends_value(const Word& word) {
  return is_bar(word) || word.kind == WordKind::kNumber || word.kind == WordKind::kName ||
         word.kind == WordKind::kClose;
}

std::string text_from(std::string_view text, const std::vector<Word>& words, std::size_t begin) {
  const Place last = words.back().place;
  const std::size_t start = words[begin].place.position;
  return std::string(text.substr(start, last.position + last.length - start));
}

std::string value_before(std::string_view text, const std::vector<Word>& words) {
  if (words.empty() || !ends_value(words.back())) return "";
  if (is_bar(words.back()) && std::ranges::count_if(words, is_bar) % 2 != 0) return "";  // it opens
  return text_from(text, words, value_begin(words, words.size()));
}

std::string product_before(std::string_view text, const std::vector<Word>& words) {
  if (words.empty() || !ends_value(words.back())) return "";
  std::size_t begin = value_begin(words, words.size());
  while (begin > 0) {
    const Word& sign = words[begin - 1];
    const bool is_factor = ends_value(sign);
    if (!is_factor && sign.text != "*" && sign.text != "/" && sign.text != "^") break;
    const std::size_t end = is_factor ? begin : begin - 1;
    if (end == 0 || !ends_value(words[end - 1])) break;
    begin = value_begin(words, end);
  }
  return text_from(text, words, begin);
}

// A word, a bracket or a call.
std::string value_behind(std::string_view text, std::size_t position) {
  const auto is_word_part = [&](std::size_t i) {
    return i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || text[i] == '_' ||
                               text[i] == '.' || static_cast<unsigned char>(text[i]) >= 0x80);
  };
  while (position < text.size() && text[position] == ' ') ++position;
  std::size_t end = position;
  while (is_word_part(end)) ++end;
  if (end < text.size() && text[end] == '(') {
    int depth = 0;
    do {
      depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
      ++end;
    } while (depth > 0 && end < text.size());
    if (depth > 0) return "";
  }
  return std::string(text.substr(position, end - position));
}

std::string cure_of(char c, std::string_view text, Place place, const std::vector<Word>& before) {
  constexpr std::size_t kMostColumns = 40;
  const std::string behind = value_behind(text, place.position + place.length);
  const std::pair<std::string_view, std::string> parts[] = {
      {"{v}", value_before(text, before)},
      {"{p}", product_before(text, before)},
      {"{b}", behind},
      {"{l}", behind.starts_with('(') ? behind : ""},
  };
  for (const Stranger& row : kStrangers) {
    if (row.character != c) continue;
    std::string cure(row.cure);
    bool fits = true;
    for (const auto& [mark, part] : parts) {
      for (std::size_t at = cure.find(mark); at != std::string::npos; at = cure.find(mark, at + part.size())) {
        fits = fits && !part.empty() && column_width(part) <= kMostColumns;
        cure.replace(at, mark.size(), part);
      }
    }
    if (fits) return cure;
  }
  return "delete it";
}

}  // namespace

Error unexpected_character(std::string_view text, Place place, char c, const std::vector<Word>& before) {
  constexpr std::size_t kMostColumns = 100;
  if (looks_like_tex(text)) {
    const std::string ours = from_tex(text);
    return error_at(text, place, "this is TeX, and a formula is typed as in a programming language",
                    ours.empty() || column_width(ours) > kMostColumns
                        ? R"(write (a)/(b) for \frac{a}{b}, sqrt(a) for \sqrt{a}, x^(a) for x^{a})"
                        : "write " + ours);
  }
  const std::string bytes(text.substr(place.position, place.length));
  return error_at(text, place, "unexpected character '" + bytes + "'", cure_of(c, text, place, before));
}

}  // namespace gradfield
