// How a picture was made, and what it shows, in words: what every picture carries along, so that it can be made again
// and be understood by those who do not see it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gradfield {

/// What a picture shows, in words. Each text is plain, on one line as far as the formula is.
struct PictureFacts {
  std::string formula;      // as typed
  std::string title;        // what was given, else the formula's
  std::string description;  // in sentences: formula, ranges, arrows, what the longest stands for
  std::string scale;        // what the longest arrow stands for
  std::string cap;          // which arrows are drawn shorter than they are
};

/// Each text is one line of well-formed UTF-8 without control characters, invisible ones spelled out.
struct Recipe {
  std::string title;        // of the picture; where it has none, the formula
  std::string description;  // in sentences: formula, ranges, arrows, what the longest stands for
  std::string software;     // name and version
  std::string command;      // the command line, for a shell: pasted and run it makes the same picture
  std::string ascii;        // the same in ASCII, which the shell reads as the same bytes
  std::string formula;      // as typed
  std::string scale;        // what the longest arrow stands for
  std::string cap;          // which arrows are drawn shorter than they are
};

/// The texts of a recipe by name.
struct RecipeRow {
  std::string_view name;
  std::string Recipe::*text;
};
inline constexpr RecipeRow kRecipeRows[] = {
    {"Title", &Recipe::title},     {"Description", &Recipe::description}, {"Software", &Recipe::software},
    {"Command", &Recipe::command}, {"Formula", &Recipe::formula},         {"Scale", &Recipe::scale},
    {"Cap", &Recipe::cap},
};

/// The recipe of a picture that `gradfield` made with these `words` after its name; `from_input`: it read `expression`
/// from standard input.
Recipe recipe_of(const PictureFacts& facts, const std::string& expression, const std::vector<std::string>& words,
                 bool from_input);

/// A text of the recipe in ASCII: what is none as U+XXXX, but in the command as the shell reads it.
std::string ascii_text(const Recipe& recipe, const RecipeRow& row);

/// A word as bash, zsh and ksh read it back to the same bytes, on one line; in ASCII, or in UTF-8 that can be seen.
/// Quoted only where it must be.
std::string shell_quoted(std::string_view word, bool in_ascii);

/// `text` on one line, with control, invisible and invalid characters spelled out (see printable).
std::string plain_line(std::string_view text);

/// A plain line with what is not ASCII as U+XXXX.
std::string ascii_line(std::string_view line);

}  // namespace gradfield
