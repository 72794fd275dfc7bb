#include "formula/misread.hpp"

#include <algorithm>

#include "base/spelling.hpp"
#include "formula/functions.hpp"

namespace gradfield {
namespace {

std::string between(std::string_view text, const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  while (end > begin && words[end - 1].spelling == Spelling::kImplied) --end;
  if (begin >= end) return "";
  const Place first = words[begin].place, last = words[end - 1].place;
  return std::string(text.substr(first.position, last.position + last.length - first.position));
}

// The place behind `from` of the word `name` within the same brackets, or of what ends them.
std::size_t find_word(const std::vector<Word>& words, std::size_t from, std::string_view name) {
  int depth = 0;
  for (std::size_t i = from; i < words.size(); ++i) {
    if (words[i].kind == WordKind::kOpen) ++depth;
    if (words[i].kind == WordKind::kClose && --depth < 0) return i;
    if (depth == 0 && (words[i].kind == WordKind::kComma || words[i].text == name)) return i;
  }
  return words.size();
}

std::size_t begin_of_brackets(const std::vector<Word>& words, std::size_t place) {
  int depth = 0;
  for (std::size_t i = place; i > 0; --i) {
    if (words[i - 1].kind == WordKind::kClose) ++depth;
    if (words[i - 1].kind == WordKind::kOpen && --depth < 0) return i;
    if (depth == 0 && words[i - 1].kind == WordKind::kComma) return i;
  }
  return 0;
}

// Python's `a if c else b` from `begin` on: c ? a : b, and b may be such a choice again.
std::string choice(std::string_view text, const std::vector<Word>& words, std::size_t begin) {
  const std::size_t condition = find_word(words, begin, "if"), otherwise = find_word(words, condition + 1, "else");
  const bool is_choice = condition > begin && condition < words.size() && words[condition].text == "if" &&
                         otherwise < words.size() && words[otherwise].text == "else";
  const std::size_t end = find_word(words, begin, ",");
  if (!is_choice) return between(text, words, begin, end);
  return between(text, words, condition + 1, otherwise) + " ? " + between(text, words, begin, condition) + " : " +
         choice(text, words, otherwise + 1);
}

}  // namespace

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string cure_of_commas(const std::vector<std::string>& parts) {
  // 1,000 and 1,000,000.5: groups of three digits.
  const auto is_group = [&](const std::string& part) {
    const bool is_last = &part == &parts.back();
    const std::string whole = is_last ? part.substr(0, part.find('.')) : part;
    return is_digits(whole) && whole.size() == 3;
  };
  const bool is_grouped = is_digits(parts[0]) && parts[0].size() <= 3 && parts[0][0] != '0' &&
                          std::all_of(parts.begin() + 1, parts.end(), is_group);
  std::string without;
  for (const std::string& part : parts) without += part;
  const std::string decimal = parts[0] + "." + parts[1];
  if (is_grouped && (parts.size() > 2 || parts[1].size() > 3)) return "write " + without;
  if (is_grouped) return "write " + without + " for thousands, " + decimal + " for decimals";
  if (parts.size() == 2 && is_digits(parts[0]) && is_digits(parts[1])) return "write " + decimal;
  // 1.000,5: the point stands between thousands.
  const std::size_t point = parts[0].find('.');
  if (parts.size() == 2 && point != std::string::npos && parts[0].size() - point == 4 && is_digits(parts[1])) {
    return "write " + parts[0].substr(0, point) + parts[0].substr(point + 1) + "." + parts[1];
  }
  return "give one of these numbers";
}

std::string cure_of_choice(std::string_view text, const std::vector<Word>& words, std::size_t place) {
  constexpr std::size_t kMostColumns = 60;
  const std::size_t begin = begin_of_brackets(words, place), then = find_word(words, place, "then");
  const std::size_t otherwise = find_word(words, place, "else");
  if (words[place].text != "if" || otherwise == words.size() || words[otherwise].text != "else") return "";
  if (begin == place && then > otherwise) return "write c ? a : b";
  const std::string cured = begin < place ? choice(text, words, begin)
                                          : between(text, words, place + 1, then) + " ? " +
                                                between(text, words, then + 1, otherwise) + " : " +
                                                choice(text, words, otherwise + 1);
  const bool is_whole = !cured.ends_with(" : ") && column_width(cured) <= kMostColumns;
  return is_whole ? "write " + cured : "write c ? a : b";
}

std::pair<std::string, std::size_t> argument_behind(std::string_view text, const std::vector<Word>& words,
                                                    std::size_t place) {
  constexpr std::size_t kMostColumns = 30;
  const auto is = [&](std::size_t i, WordKind kind) { return i < words.size() && words[i].kind == kind; };
  const auto behind_bracket = [&](std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < words.size(); ++i) {
      depth += words[i].kind == WordKind::kOpen ? 1 : words[i].kind == WordKind::kClose ? -1 : 0;
      if (depth == 0) return i + 1;
    }
    return words.size();
  };
  std::size_t begin = place + 1;
  if (begin < words.size() && words[begin].text == "^") {
    while (is(++begin, WordKind::kOperator)) {
    }
    begin = is(begin, WordKind::kOpen) ? behind_bracket(begin) : begin + 1;
  }
  if (begin < words.size() && words[begin].spelling == Spelling::kImplied) ++begin;
  std::size_t end = begin;
  const bool in_bracket = is(begin, WordKind::kOpen);
  if (in_bracket) {
    end = behind_bracket(begin);
  } else {
    if (is(end, WordKind::kNumber)) ++end;
    const bool is_factor = end > begin && end < words.size() && words[end].spelling == Spelling::kImplied &&
                           is(end + 1, WordKind::kName) &&
                           words[end - 1].place.position + words[end - 1].place.length == words[end + 1].place.position;
    if (is_factor) ++end;
    if ((is_factor || end == begin) && is(end, WordKind::kName)) ++end;
    if (end > begin && words[end - 1].kind == WordKind::kName && is(end, WordKind::kOpen)) end = behind_bracket(end);
  }
  const bool ends_with_function =
      end > begin && words[end - 1].kind == WordKind::kName && find_function(words[end - 1].text) != nullptr;
  if (end == begin || ends_with_function || (in_bracket && end < begin + 3)) return {"", end};
  const std::size_t first = in_bracket ? begin + 1 : begin, last = in_bracket ? end - 2 : end - 1;
  const std::size_t from = words[first].place.position, to = words[last].place.position + words[last].place.length;
  const std::string argument(text.substr(from, to - from));
  return {column_width(argument) <= kMostColumns ? argument : "", end};
}

}  // namespace gradfield
