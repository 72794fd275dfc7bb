// Paths down as pictures of all kinds show them: their colours, marks and words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/look/theme.hpp"
#include "plot/sheet/drawing.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

/// How a path is drawn, in points of the page.
struct PathLook {
  double line_width = 1.8, ring_width = 1.8;
  double step_radius = 1.7, end_radius = 3.4, ring_radius = 5;
  double steps_apart = 5;  // dots nearer than that are one
  double casing = 1.1;     // beside a line, where it has a casing
};

/// The look of so many paths: finer where they are a multitude.
PathLook look_of_many(PathLook look, std::size_t paths);

/// The colour of a path by its look.
Rgb path_color(const DescentPath& path, const LineColors& colors, const Theme& theme);

/// How f and |∇f| are called, and a number written as it is shown.
struct PathWords {
  std::string f, norm;
  std::string (*write)(std::string_view number);
};

/// "path 1", "adam", "path 2, adam, rate 0.1": what tells a path from the others.
std::string path_name(const DescentPath& path, const PathWords& words);

/// "52 steps, diverges", "10000 steps, not at rest, |∇f| = 0.19"; of a path that is told by its optimiser always with f
/// and |∇f|.
std::string steps_text(const DescentPath& path, const PathWords& words);

/// "60 paths: 12 to 178 steps, 2 diverge"; `is_named`: with the optimiser's name in front, where they are told by it
/// and have one.
std::string crowd_text(std::span<const DescentPath> paths, bool is_named = true);

/// The first of the paths of each look, in their order.
std::vector<std::size_t> first_of_looks(const std::vector<DescentPath>& paths);

/// How the end of a path is marked: that of one that has not come to rest is open.
enum class EndMark { kNone, kRest, kOpen };
EndMark end_mark(const DescentPath& path);

/// The mark at the steps of a path: a dot, of one that is told by its optimiser a shape of its own.
struct StepMark {
  int corners;
  double turn;    // of the first corner, in degrees
  double waist;   // the radius of every other corner, as a part of that of the rest; 1: it has none
  double radius;  // in units of that of a dot
  double apart;   // likewise of how far marks are apart
};
const StepMark& step_mark(const DescentPath& path);
/// Its outline about the origin, closed.
std::vector<Point> mark_shape(const StepMark& mark, double radius);

/// A polygon about the end of a path.
struct EndPiece {
  double radius;  // of the corners, where that of a disc is 1
  int corners;
  bool is_ground;  // shows what lies below the path, else its colour
};
/// The mark, the lower pieces first: a disc, or a diamond that the ground shows through.
std::span<const EndPiece> end_pieces(const DescentPath& path);

/// What the key says of paths: each with its steps, and what their marks mean.
std::vector<KeyEntry> path_key(const std::vector<DescentPath>& paths, const PictureStyle& style);

/// Of a picture that moves: "step 12, f = 0.53", of several paths f of each where these are few, over the axes.
Words step_words(const std::vector<DescentPath>& paths, std::size_t step, const PictureStyle& style, const Page& page);

/// Which of a path's points have a dot: those that can be told apart from the start and the last that has one.
std::vector<std::size_t> dotted_steps(const std::vector<Point>& on_page, double apart);

/// " Path 1 goes down from (2, 1) to (0, 0) in 52 steps.": of each path a sentence with a blank in front; of a crowd
/// one.
std::string path_facts(const std::vector<DescentPath>& paths);

}  // namespace gradfield
