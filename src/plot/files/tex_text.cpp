#include "plot/files/tex_text.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>

#include "base/spelling.hpp"
#include "plot/look/symbols.hpp"
#include "plot/look/typeset.hpp"

namespace gradfield {
namespace {

// What TeX would take for its own, or for a part of a ligature, in a text, and what its older fonts show only in
// mathematics.
struct Escape {
  char character;
  std::string_view written;
};
constexpr Escape kEscapes[] = {
    {'\\', "\\symbol{92}"},
    {'{', "\\{"},
    {'}', "\\}"},
    {'$', "\\$"},
    {'&', "\\&"},
    {'#', "\\#"},
    {'%', "\\%"},
    {'_', "\\_"},
    {'^', "\\symbol{94}"},
    {'~', "\\symbol{126}"},
    {'-', "-\\kern0pt "},
    {'\'', "\\textquotesingle{}"},
    {'`', "\\textasciigrave{}"},
    {'"', "\\gpquote{}"},
    {',', ",\\kern0pt "},
    {' ', "\\ "},
    {'|', "$|$"},
    {'<', "$<$"},
    {'>', "$>$"},
};

// An ASCII character as a text has it, or "" where it is itself.
std::string_view escape_of(char character) {
  const auto* const row = std::ranges::find(kEscapes, character, &Escape::character);
  return row != std::end(kEscapes) ? row->written : std::string_view();
}

// What mathematics has for a character beyond ASCII, or "".
std::string_view command_of(const Character& c) {
  const MathSymbol* symbol = c.valid ? find_symbol_of(c.code_point) : nullptr;
  return symbol != nullptr ? symbol->tex : std::string_view();
}

// A character that we have no command for: the document decides whether its font has it.
std::string foreign(const Character& c, std::string_view bytes) {
  char code[16];
  std::snprintf(code, sizeof code, "%04X", static_cast<unsigned>(c.code_point));
  return "\\gpchar{" + std::string(code) + "}{" + std::string(bytes) + "}";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Symbols stand between dollar signs, which gnuplot does not count where it reckons how wide a label is.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = decode_character(text, i);
    const std::string_view bytes = text.substr(i, c.bytes);
    i += c.bytes;
    if (c.code_point < 0x80) {
      const std::string_view escape = escape_of(bytes[0]);
      out += escape.empty() ? bytes : escape;
    } else if (const std::string_view command = command_of(c); !command.empty()) {
      out += "$" + std::string(command) + "$";
    } else {
      out += foreign(c, bytes);
    }
  }
  return out;
}

bool is_connective(std::string_view word) { return word == "and" || word == "or"; }

// The word (of letters and digits) that `text` begins with, or "".
std::string_view first_word(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string_view last_word(std::string_view text) {
  const auto begin = std::find_if_not(text.rbegin(), text.rend(), [](char c) { return is_letter(c) || is_digit(c); });
  return text.substr(text.size() - static_cast<std::size_t>(begin - text.rbegin()));
}

// Whether a blank stands between words of a sentence, as in "path 1: 6 steps, leaves the axes" and "f′ (right axis)",
// and not beside an operator, which TeX sets apart by itself.
bool parts_words(std::string_view before, std::string_view after) {
  const std::string_view left = last_word(before);
  if (is_connective(left) || is_connective(first_word(after))) return false;
  const bool ends_a_phrase = !left.empty() || before.ends_with(',') || before.ends_with("′");
  if (after.starts_with('(')) after.remove_prefix(1);
  const std::string_view right = first_word(after);
  const bool is_name = right.size() > 1 && is_letter(right[0]) && !after.substr(right.size()).starts_with('(');
  const bool is_number = !right.empty() && is_digit(right[0]) && left.size() > 1 && is_letter(left[0]);
  return ends_a_phrase && (is_name || is_number);
}

// Raised and lowered groups are TeX's own; blanks set operators apart there, and are left to TeX here, but for those
// behind a comma and around words.
std::string mathematics(std::string_view markup) {
  std::string out = "$";
  for (std::size_t i = 0; i < markup.size();) {
    const char c = markup[i];
    if (markup.substr(i).starts_with(kItalic)) {  // as TeX has letters anyway
      const std::size_t begin = i + kItalic.size(), end = std::min(markup.find(kItalicEnd, begin), markup.size());
      out += markup.substr(begin, end - begin);
      i = std::min(end + kItalicEnd.size(), markup.size());
    } else if (is_letter(c)) {
      std::size_t end = i;
      while (end < markup.size() && (is_letter(markup[end]) || is_digit(markup[end]))) ++end;
      const std::string word(markup.substr(i, end - i));
      const bool is_exponent =
          i > 0 && (is_digit(markup[i - 1]) || markup[i - 1] == '.');  // of a number as typed: 2e-5
      const bool is_between_blanks = is_connective(word);
      out += word.size() == 1 && !is_exponent ? word
             : is_between_blanks              ? "\\mathbin{\\mathrm{" + word + "}}"
                                              : "\\mathrm{" + word + "}";
      i = end;
    } else if (c == '\\' && i + 1 < markup.size()) {
      const std::string_view escape = escape_of(markup[i + 1]);
      out += "\\mathrm{" + std::string(escape.empty() ? markup.substr(i + 1, 1) : escape) + "}";
      i += 2;
    } else if (c == ' ' && parts_words(markup.substr(0, i), markup.substr(i + 1))) {
      out += "\\ ";
      ++i;
    } else if (c == ':' && !last_word(markup.substr(0, i)).empty() && markup.substr(i).starts_with(": ")) {
      out += "{:}\\ ";  // "path 1: "; that of a choice has a blank before it
      i += 2;
    } else if (c == ',') {
      out += markup.substr(i + 1).starts_with("  ") ? ",\\quad " : ", ";
      ++i;
    } else if (c == '-') {
      out += "{-}";  // of an exponent too: differences have the real sign
      ++i;
    } else if (c == '?') {
      out += "\\mathrel{?}";
      ++i;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      out += c;
      ++i;
    } else {
      const Character character = decode_character(markup, i);
      const std::string_view command = command_of(character);
      out += command.empty() ? "\\mbox{" + foreign(character, markup.substr(i, character.bytes)) + "}"
                             : std::string(command);
      i += character.bytes;
    }
  }
  return out + "$";
}

}  // namespace

std::string tex_text(std::string_view text, bool enhanced) { return enhanced ? mathematics(text) : plain(text); }

}  // namespace gradfield
