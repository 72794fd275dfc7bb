// The picture that was asked for, ready to be written.
#pragma once

#include <functional>
#include <optional>
#include <ostream>

#include "plot/files/recipe.hpp"
#include "plot/look/paper.hpp"
#include "request/request.hpp"

namespace gradfield {

struct DrawnPicture {
  std::function<void(std::ostream&)> write_script;  // for gnuplot
  Paper paper;
  Recipe recipe;
};

/// Draws it and says what a reader should know, on the request's log; nothing where there is nothing to draw.
/// `has_table`: whether the script is to have the table of what is shown, which drawing does without.
/// Errors: those of read_scene() and of the kind of picture.
std::optional<DrawnPicture> draw_picture(const Request& request, bool has_table);

}  // namespace gradfield
