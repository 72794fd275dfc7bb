// The recipe in EPS files, as comments.
#include "plot/files/finish.hpp"

namespace gradfield {
namespace {

// A text between brackets, as PostScript writes strings.
std::string postscript_string(std::string_view text) {
  std::string out = "(";
  for (const char c : text) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ")";
}

// `text` in comments of at most 255 bytes; further lines are marked with a plus. A percent sign and a blank begin a
// comment that is none of the document's structure.
std::string wrapped_comment(const std::string& text) {
  constexpr std::size_t kRoom = 250;
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += kRoom)
    out += (at == 0 ? "% " : "% +") + text.substr(at, kRoom) + "\n";
  return out;
}

// Takes the line that begins with `start` out of `text`, and returns the rest of it; "" where there is none.
std::string take_line(std::string& text, std::string_view start) {
  const std::size_t at = text.find(start);
  if (at == std::string::npos) return "";
  const std::size_t end = text.find('\n', at);
  const std::string rest = text.substr(at + start.size(), end - at - start.size());
  text.erase(at, end - at + 1);
  return rest;
}

}  // namespace

std::string finish_eps(std::string picture, const Recipe& recipe) {
  constexpr std::string_view kEnd = "%%EndComments\n";
  constexpr std::size_t kTitleRoom = 110;  // a line has 255 bytes, and a character takes two where it is a bracket
  const std::size_t end = picture.find(kEnd);
  if (!picture.starts_with("%!PS-Adobe") || end == std::string::npos) return picture;
  std::string head = picture.substr(0, end);
  take_line(head, "%%CreationDate:");
  const std::string drawn_by = take_line(head, "%%Creator:");
  head.insert(head.find('\n') + 1, "%%Creator: " + ascii_line(recipe.software) + "," + drawn_by + "\n%%Title: " +
                                       postscript_string(ascii_line(recipe.title).substr(0, kTitleRoom)) + "\n");
  std::string comments;
  for (const RecipeRow& row : kRecipeRows) {
    comments += wrapped_comment(std::string(row.name) + ": " + ascii_text(recipe, row));
  }
  return head + std::string(kEnd) + comments + picture.substr(end + kEnd.size());
}

}  // namespace gradfield
