#include "plot/recipe.hpp"

#include <algorithm>
#include <cstdio>

#include "base/spelling.hpp"
#include "expression/one_line.hpp"
#include "plot/script.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

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

// "x from -3 to 3"
std::string range_text(const Axis& axis) {
  if (axis.count == 1) return axis.name + " = " + number_text(axis.min);
  return axis.name + " from " + number_text(axis.min) + " to " + number_text(axis.max);
}

std::string count_text(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string scale_text(const Picture& picture) {
  if (picture.arrows.list.empty()) return "there is no arrow";
  if (picture.arrows.reference == 0) return "every gradient is zero";
  return "the longest arrow stands for a gradient of length " + number_text(picture.arrows.reference, 4);
}

std::string cap_text(const Arrows& arrows) {
  if (arrows.shortened == 0) return "none";
  return count_text(arrows.shortened, "arrow") + " of gradients longer than " + number_text(arrows.reference, 4) +
         (arrows.shortened == 1 ? " is" : " are") + " drawn as long as that";
}

std::string description_of(const Picture& picture, const Recipe& recipe) {
  const std::vector<Axis>& axes = picture.grid.axes;
  std::string text = picture.style.descent ? "Negative gradient field, the way down, of f(" : "Gradient field of f(";
  text += axes[0].name + ", " + axes[1].name + ") = " + recipe.formula + " for " + range_text(axes[0]) + " and " +
          range_text(axes[1]) + ": " + count_text(picture.arrows.list.size(), "arrow") + "; " + recipe.scale + ".";
  if (picture.arrows.shortened > 0) text += " Cut off: " + recipe.cap + ".";
  if (picture.arrows.not_finite > 0)
    text += " Without an arrow, since not finite: " + count_text(picture.arrows.not_finite, "point") + ".";
  return text;
}

}  // namespace

Recipe recipe_of(const Picture& picture, const std::vector<std::string>& words, bool from_input) {
  Recipe recipe;
  recipe.formula = plain_line(on_one_line(picture.style.expression));
  recipe.title = plain_line(picture.style.title.value_or(""));
  if (recipe.title.empty()) {
    const std::vector<Axis>& axes = picture.grid.axes;
    recipe.title = std::string(picture.style.descent ? "−" : "") + "∇f, f(" + axes[0].name + ", " + axes[1].name +
                   ") = " + recipe.formula;
  }
  recipe.software = "gradfield " GRADFIELD_VERSION;
  recipe.command = command_of(words, from_input ? &picture.style.expression : nullptr, false);
  recipe.ascii = command_of(words, from_input ? &picture.style.expression : nullptr, true);
  recipe.scale = scale_text(picture);
  recipe.cap = cap_text(picture.arrows);
  recipe.description = description_of(picture, recipe);
  return recipe;
}

std::string ascii_text(const Recipe& recipe, const RecipeRow& row) {
  return row.text == &Recipe::command ? recipe.ascii : ascii_line(recipe.*row.text);
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
