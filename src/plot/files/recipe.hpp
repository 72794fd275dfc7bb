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

/// The texts of a recipe by name, and what formats call them that have words of their own.
struct RecipeRow {
  std::string_view name;
  std::string Recipe::*text;
  std::string_view png;  // keyword of a chunk
  std::string_view pdf;  // entry of the information dictionary
  std::string_view svg;  // element of the metadata
  bool is_code = false;  // words for a shell
};
inline constexpr RecipeRow kRecipeRows[] = {
    {"Title", &Recipe::title, "Title", "Title", "dc:title"},
    {"Description", &Recipe::description, "Description", "Subject", "dc:description"},
    {"Software", &Recipe::software, "Software", "Creator", "dc:creator"},
    {"Command", &Recipe::command, "Comment", "Keywords", "recipe:command", true},
    {"Formula", &Recipe::formula, "Formula", "Formula", "recipe:formula"},
    {"Scale", &Recipe::scale, "Scale", "Scale", "recipe:scale"},
    {"Cap", &Recipe::cap, "Cap", "Cap", "recipe:cap"},
};

/// The recipe of a picture that `gradfield` made with these `words` after its name; `from_input`: it read `expression`
/// from standard input.
Recipe recipe_of(const PictureFacts& facts, const std::string& expression, const std::vector<std::string>& words,
                 bool from_input);

/// A text of the recipe in ASCII: what is none as U+XXXX, but in the command as the shell reads it.
std::string ascii_text(const Recipe& recipe, const RecipeRow& row);

/// Each text as a line of comment that begins with `mark`; none ends with a backslash, which would draw gnuplot's next
/// line into it.
std::string recipe_comments(const Recipe& recipe, std::string_view mark);

/// A gnuplot script with the recipe at the end of its first comments.
std::string finish_script(std::string script, const Recipe& recipe);

/// A word as bash, zsh and ksh read it back to the same bytes, on one line; in ASCII, or in UTF-8 that can be seen.
/// Quoted only where it must be.
std::string shell_quoted(std::string_view word, bool in_ascii);

/// `text` on one line, with control, invisible and invalid characters spelled out (see printable).
std::string plain_line(std::string_view text);

/// A plain line with what is not ASCII as U+XXXX.
std::string ascii_line(std::string_view line);

}  // namespace gradfield
