// Paths down in a picture of characters: cells of their own over arrows and curves, and a line that explains them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "plot/look/theme.hpp"
#include "plot/paths/line_parts.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/text/text_frame.hpp"

namespace gradfield {

/// What stands for a path.
struct PathGlyphs {
  std::string_view start, way, end, open_end;
};

/// How a kind of picture shows paths.
struct TextPathStyle {
  PathGlyphs unicode, ascii;
  bool has_lines;  // cells between the steps too
};
extern const TextPathStyle kPathsOverArrows, kPathsOnCurves;

class TextPaths {
 public:
  TextPaths(const std::vector<DescentPath>& paths, const TextPathStyle& marks, const PictureStyle& style,
            const TextScreen& screen);

  /// Puts the paths in place of what is in the cells. `places`: of each path the finite points, as columns from the
  /// left and rows from the top, from 0 at the middle of the first cell on; what is outside the cells is left out.
  void put(const std::vector<Line<2>>& places, TextCells& cells);

  /// What the cells mean, in `room` columns; "" where that is too little, or where there are no paths. After put().
  std::string legend(std::size_t room) const;

 private:
  /// What stands for the way of a path: of one that is told by its optimiser a mark of its own.
  std::string_view way_of(std::size_t path) const;
  std::string join(const std::vector<std::string>& ways, bool painted) const;

  const std::vector<DescentPath>& paths_;
  const TextPathStyle& style_;
  PathWords words_;
  const TextScreen& screen_;
  const PathGlyphs& glyphs_;
  std::vector<Rgb> colors_;
  bool has_start_ = false, has_end_ = false, has_open_end_ = false;  // some are seen
};

}  // namespace gradfield
