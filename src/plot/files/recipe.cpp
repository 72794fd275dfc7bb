#include "plot/files/recipe.hpp"

#include <algorithm>
#include <cstdio>

#include "base/spelling.hpp"
#include "base/version.hpp"

namespace gradfield {
namespace {

static_assert(std::ranges::none_of(kRecipeRows, [](const RecipeRow& row) {
  return row.name.empty() || row.text == nullptr || row.png.empty() || row.pdf.empty() || row.svg.empty();
}));

// Words that no shell reads as more than themselves. A leading = is a command's path to zsh.
bool needs_no_quotes(std::string_view word) {
  return !word.empty() && word[0] != '=' && std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_@%+=:,./-").find(c) != std::string_view::npos;
  });
}

// `input`: what standard input brought, or null.
std::string command_of(const std::vector<std::string>& words, const std::string* input, bool in_ascii) {
  std::string out = input == nullptr ? "" : "printf %s " + shell_quoted(*input, in_ascii) + " | ";
  out += "gradfield";
  for (const std::string& word : words) out += " " + shell_quoted(word, in_ascii);
  return out;
}

}  // namespace

Recipe recipe_of(const PictureFacts& facts, const std::string& expression, const std::vector<std::string>& words,
                 bool from_input) {
  Recipe recipe;
  recipe.formula = plain_line(facts.formula);
  recipe.title = plain_line(facts.title);
  recipe.software = "gradfield " + std::string(kVersion);
  recipe.command = command_of(words, from_input ? &expression : nullptr, false);
  recipe.ascii = command_of(words, from_input ? &expression : nullptr, true);
  recipe.scale = plain_line(facts.scale);
  recipe.cap = plain_line(facts.cap);
  recipe.description = plain_line(facts.description);
  return recipe;
}

std::string ascii_text(const Recipe& recipe, const RecipeRow& row) {
  return row.is_code ? recipe.ascii : ascii_line(recipe.*row.text);
}

std::string recipe_comments(const Recipe& recipe, std::string_view mark) {
  std::string out;
  for (const RecipeRow& row : kRecipeRows) {
    const std::string& text = recipe.*row.text;
    out += std::string(mark) + std::string(row.name) + ": " + text + (text.ends_with('\\') ? " " : "") + "\n";
  }
  return out;
}

std::string finish_script(std::string script, const Recipe& recipe) {
  const std::size_t end = script.find("\n\n");
  return end == std::string::npos ? script : script.insert(end + 1, recipe_comments(recipe, "# "));
}

std::string shell_quoted(std::string_view word, bool in_ascii) {
  if (needs_no_quotes(word)) return std::string(word);
  const auto can_be_seen = [&](std::string_view text) {
    return in_ascii ? ascii_line(plain_line(text)) == text : plain_line(text) == text;
  };
  const bool is_plain = can_be_seen(word);
  std::string out = is_plain ? "'" : "$'";
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view character = word.substr(i, decode_character(word, i).bytes);
    i += character.size();
    if (is_plain) {
      out += character == "'" ? "'\\''" : character;
    } else if (character == "'" || character == "\\") {
      out += "\\" + std::string(character);
    } else if (can_be_seen(character)) {
      out += character;
    } else {
      for (const char c : character) {
        char octal[8];
        std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += octal;
      }
    }
  }
  return out + "'";
}

std::string plain_line(std::string_view text) {
  std::string one_line(text);
  std::ranges::replace(one_line, '\n', ' ');
  return printable(one_line);
}

std::string ascii_line(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const Character c = decode_character(line, i);
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c.code_point));
    out += c.code_point < 0x7F ? std::string(1, line[i]) : code;
    i += c.bytes;
  }
  return out;
}

}  // namespace gradfield
