#include "plot/paths/path_lines.hpp"

#include <algorithm>
#include <cmath>

#include "plot/arrows/arrows.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

// In points of the page: less than that no eye sees.
constexpr double kVisible = 0.7;
constexpr std::size_t kMostFrames = 72;

// How far on the page, at most, the paths go with their step after so many.
double longest_move(const PathLines& paths, const Page& page, std::size_t step) {
  double longest = 0;
  for (const PathLine& path : paths) {
    if (step + 1 >= path.points.size()) continue;
    const auto &from = path.points[step], &to = path.points[step + 1];
    const double move =
        std::hypot((to[0] - from[0]) * page.x.points_per_unit(), (to[1] - from[1]) * page.y.points_per_unit());
    if (std::isfinite(move)) longest = std::max(longest, move);
  }
  return longest;
}

bool is_inside(const Page& page, Point point) {
  return point.x >= page.x.low && point.x <= page.x.high && point.y >= page.y.low && point.y <= page.y.high;
}

// What there is to be seen of a path, in data coordinates.
struct Marks {
  std::vector<Line<2>> line;
  std::vector<Point> steps, end, start;  // middles of dots, disc and ring
};

Marks marks_of(const PathLine& path, const Page& page, const PathLook& look) {
  Marks marks;
  marks.line = parts_inside<2>(path.points, {page.x.low, page.y.low}, {page.x.high, page.y.high});
  if (path.points.empty()) return marks;
  std::vector<Point> on_page;
  for (const auto& [x, y] : path.points) on_page.push_back({page.x.on_page(x), page.y.on_page(y)});
  const auto put = [&](std::size_t i, std::vector<Point>& list) {
    const Point point{path.points[i][0], path.points[i][1]};
    if (is_inside(page, point)) list.push_back(point);
  };
  for (const std::size_t i : dotted_steps(on_page, look.steps_apart * path.mark->apart)) put(i, marks.steps);
  put(path.points.size() - 1, marks.end);
  put(0, marks.start);
  return marks;
}

bool is_open(const PathLine& path) { return std::ranges::any_of(path.end, &EndPiece::is_ground); }

}  // namespace

std::vector<std::size_t> growing_frames(const PathLines& paths, const Page& page) {
  std::size_t steps = 0;
  for (const PathLine& path : paths) steps = std::max(steps, std::max<std::size_t>(path.points.size(), 1) - 1);
  std::vector<double> moves;
  for (std::size_t step = 0; step < steps; ++step) moves.push_back(longest_move(paths, page, step));

  // A frame comes when the paths have gone so far since the one before; farther, where that makes too many.
  std::vector<std::size_t> frames;
  for (double threshold = kVisible; frames.empty() || frames.size() > kMostFrames; threshold *= 1.3) {
    frames = {0};
    double gone = 0;
    for (std::size_t step = 0; step < steps; ++step) {
      gone += moves[step];
      if (gone < threshold) continue;
      frames.push_back(step + 1);
      gone = 0;
    }
  }
  if (frames.back() != steps) frames.push_back(steps);
  return frames;
}

std::vector<double> growing_seconds(std::size_t frames) {
  constexpr double kWhole = 6, kShortest = 0.06, kLongest = 0.4, kStart = 0.8, kEnd = 2.5;
  std::vector<double> seconds(frames, std::clamp(kWhole / static_cast<double>(frames), kShortest, kLongest));
  seconds.front() = kStart;
  seconds.back() = kEnd;
  return seconds;
}

namespace {

PathLine line_of(const DescentPath& path, Line<2> points, const PictureStyle& style, const LineColors& colors,
                 std::size_t place) {
  return {std::move(points),
          path_color(path, colors, *style.theme),
          style.theme->background,
          end_pieces(path),
          &step_mark(path),
          path.naming.is_crowd ? path.look : place,
          path.heading};
}

// The paths of each group, in the order of the first ones.
std::vector<std::vector<const PathLine*>> groups_of(const PathLines& paths) {
  std::vector<std::vector<const PathLine*>> groups;
  for (const PathLine& path : paths) {
    const auto group = std::ranges::find_if(
        groups, [&](const std::vector<const PathLine*>& members) { return members.front()->group == path.group; });
    if (group == groups.end()) {
      groups.push_back({&path});
    } else {
      group->push_back(&path);
    }
  }
  return groups;
}

}  // namespace

PathLines paths_on_plane(const std::vector<DescentPath>& paths, const PictureStyle& style) {
  const LineColors colors = line_colors(style);
  PathLines lines;
  for (const DescentPath& path : paths) {
    lines.push_back(
        line_of(path, finite_points(path.coordinates[0], path.coordinates[1]), style, colors, lines.size()));
  }
  return lines;
}

PathLines paths_on_curve(const std::vector<DescentPath>& paths, const PictureStyle& style) {
  const LineColors colors = line_colors(style);
  PathLines lines;
  for (const DescentPath& path : paths) {
    lines.push_back(line_of(path, finite_points(path.coordinates[0], path.f), style, colors, lines.size()));
  }
  return lines;
}

std::vector<DataBlock> path_line_blocks(const PathLines& paths, const Page& page, const PathLook& usual) {
  const PathLook look = look_of_many(usual, paths.size());
  std::vector<DataBlock> blocks;
  const std::vector<std::vector<const PathLine*>> groups = groups_of(paths);
  for (std::size_t k = 0; k < groups.size(); ++k) {
    std::vector<Marks> marks;
    for (const PathLine* path : groups[k]) marks.push_back(marks_of(*path, page, look));
    BlockRows rows(page);
    const auto add = [&](const std::vector<Point>& shape, const std::vector<Point>& middles) {
      for (const Point middle : middles) rows.add_line(placed(shape, middle, {1, 0}, page));
    };
    const auto add_end = [&](std::size_t i, bool ground) {
      for (const EndPiece& piece : groups[k][i]->end) {
        if (piece.is_ground == ground) add(circle_shape(piece.radius * look.end_radius, piece.corners), marks[i].end);
      }
    };
    const auto end_block = [&](const char* comment, const std::string& name) {
      blocks.push_back({comment, name + std::to_string(k + 1), rows.take()});
    };
    for (const Marks& of_path : marks) {
      for (const Line<2>& part : of_path.line) {
        for (const auto& [x, y] : part) rows.add({x, y});
        rows.end_line();
      }
    }
    const bool is_one = groups[k].size() == 1;
    const bool is_down = groups[k].front()->heading == Heading::kDown;
    end_block(!is_one ? "Paths of one kind." : is_down ? "A path down." : "A path up.", "path");
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const StepMark& mark = *groups[k][i]->mark;
      add(mark_shape(mark, mark.radius * look.step_radius), marks[i].steps);
      add_end(i, false);
    }
    end_block(is_one ? "Its steps, where they can be told apart, and its end."
                     : "Their steps, where they can be told apart, and their ends.",
              "steps");
    for (std::size_t i = 0; i < marks.size(); ++i) add_end(i, true);
    if (std::ranges::any_of(groups[k], [](const PathLine* path) { return is_open(*path); })) {
      end_block("What shows through its end.", "open_end");
    }
    for (const Marks& of_path : marks) add(circle_shape(look.ring_radius), of_path.start);
    end_block(is_one ? "A ring around its start." : "Rings around their starts.", "start");
  }
  return blocks;
}

std::vector<std::string> path_line_plots(const PathLines& paths, const Page& page, const PathLook& usual,
                                         std::optional<Rgb> casing) {
  const PathLook look = look_of_many(usual, paths.size());
  std::vector<std::string> plots;
  const std::vector<std::vector<const PathLine*>> groups = groups_of(paths);
  for (std::size_t k = 0; k < groups.size(); ++k) {
    // gnuplot warns of a block without points.
    bool has_line = false, has_dots = false, has_start = false, has_open_end = false;
    for (const PathLine* path : groups[k]) {
      const Marks marks = marks_of(*path, page, look);
      has_line |= !marks.line.empty();
      has_dots |= !marks.steps.empty() || !marks.end.empty();
      has_start |= !marks.start.empty();
      has_open_end |= is_open(*path) && !marks.end.empty();
    }
    const PathLine& first = *groups[k].front();
    const std::string name = std::to_string(k + 1);
    const auto add = [&](const std::string& block, const std::string& title, double width, Rgb color) {
      plots.push_back(plot_lines("$" + block + name + " using 1:2", title + " " + name, width, color_clause(color)));
    };
    if (casing) {
      if (has_line) add("path", "casing of path", look.line_width + 2 * look.casing, *casing);
      if (has_dots) add("steps", "casing of steps", 2 * look.casing, *casing);
      if (has_start) add("start", "casing of start", look.ring_width + 2 * look.casing, *casing);
    }
    if (has_line) add("path", "path", look.line_width, first.color);
    if (has_dots) {
      plots.push_back(plot_polygons("$steps" + name + " using 1:2", "steps " + name, color_clause(first.color)));
    }
    if (has_open_end) {
      plots.push_back(plot_polygons("$open_end" + name + " using 1:2", "open end " + name, color_clause(first.ground)));
    }
    if (has_start) add("start", "start", look.ring_width, first.color);
  }
  return plots;
}

}  // namespace gradfield
