#include "cli/pictures.hpp"

#include <unistd.h>

#include <functional>
#include <optional>
#include <sstream>
#include <type_traits>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/points.hpp"
#include "cli/screen.hpp"
#include "cli/slice.hpp"
#include "cli/style.hpp"
#include "plot/arrows.hpp"
#include "plot/curves.hpp"
#include "plot/embedding.hpp"
#include "plot/gnuplot.hpp"
#include "plot/picture_facts.hpp"
#include "plot/recipe.hpp"
#include "plot/script.hpp"
#include "plot/space_picture.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// A picture holds its field in memory, and no page shows more arrows than this.
constexpr double kMostArrows = 1e6;

// What can be drawn of the grid: one to three axes.
Slice read_slice(const Work& work) {
  const Grid& grid = work.domain.grid;
  Slice slice(work, grid);
  const std::size_t axes = slice.grid().axes.size();
  if (axes > 3) {
    throw Error(ExitCode::kUsage, "a picture shows up to three variables, and there are " + std::to_string(axes) +
                                      "; hold the others, as with --range " + grid.axes.back().name +
                                      "=0:0:1, or write a table with --csv");
  }
  if (axes > 1 && slice.grid().point_count() > kMostArrows) {
    throw Error(ExitCode::kUsage,
                "a picture has at most 1000000 arrows; take fewer points with -n, or write a table with --csv");
  }
  return slice;
}

PictureStyle read_style(const Work& work, const Slice& slice, const Options& options, const Terminal& terminal) {
  PictureStyle style = read_style(options, work.expression, terminal);
  for (const Axis& axis : work.domain.grid.axes) style.variables.push_back(axis.name);
  style.place = slice.place();
  return style;
}

void note_left_out(const Work& work, std::size_t not_finite, std::size_t all) {
  if (not_finite == 0) return;
  work.note(std::to_string(not_finite) + " of " + std::to_string(all) +
            (not_finite == 1 ? " points is not finite and has no arrow" : " points are not finite and have no arrow"));
}

// A picture ready to be drawn.
struct Drawn {
  /// Writes it as a script: for a file with the table of its field, which drawing does without.
  std::function<void(std::ostream& script, bool has_table)> write;
  PageSize size;
  Recipe recipe;
};
// Nothing where --where leaves no point, as a note then says.
using MaybeDrawn = std::optional<Drawn>;

template <typename AnyPicture>
Drawn drawn(const Work& work, const AnyPicture& picture) {
  const Terminal& terminal = *work.destination.format->terminal;
  const auto write = [picture, &terminal](std::ostream& script, bool has_table) {
    if constexpr (std::is_same_v<AnyPicture, Picture>) {
      write_script(script, picture, terminal, has_table);
    } else {
      write_script(script, picture, terminal);
    }
  };
  const Options& options = work.options;
  return {write, picture.size, recipe_of(facts_of(picture), work.expression, options.words, options.expression == "-")};
}

// Ends the drawing of a picture on which there is nothing.
struct NothingToDraw {};

MaybeDrawn draw_plane(const Work& work, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *work.destination.format->terminal;
  const Grid& grid = work.domain.grid;
  Points points(work, grid);
  Field field = collect(points.source(), *work.make_gradient(&grid), {work.threads});
  if (!points.note_if_none()) return std::nullopt;
  const Picture picture = compose_picture(slice.grid(), slice.flat(std::move(field)), style, terminal, slice.access());
  note_left_out(work, picture.arrows.not_finite, picture.field.size());
  if (picture.arrows.shortened > 0 && picture.lengths.rule->name != "unit") {
    work.note(std::to_string(picture.arrows.shortened) + " of " + std::to_string(picture.field.size()) +
              " arrows stand for more than " + number_text(picture.lengths.reference, 4) + " and are drawn shortened");
  }
  if (!picture.page.equal_aspect) {
    work.note(
        "the ranges are further apart than 4:1, so the axes have unequal scales: arrows are not perpendicular to "
        "contours");
  }
  return drawn(work, picture);
}

MaybeDrawn draw_curves(const Work& work, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *work.destination.format->terminal;
  const CurvesPicture picture =
      compose_curves(slice.grid().axes[0], style, terminal, [&](const Grid& grid) { return slice.sample(grid); });
  if (picture.not_finite > 0) {
    const double share = 100.0 * static_cast<double>(picture.not_finite) / static_cast<double>(picture.sampled);
    work.note("f is not finite, or left out, on " + number_text(share, 2) + " % of the range");
  }
  return drawn(work, picture);
}

MaybeDrawn draw_space(const Work& work, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *work.destination.format->terminal;
  Grid grid = slice.whole(slice.grid());
  if (!work.domain.counts_given) {
    constexpr std::size_t kReadable = 7;  // more points along an axis of space hide each other
    for (Axis& axis : grid.axes) axis.count = std::min(axis.count, kReadable);
  }
  const Slice shown(work, grid);
  Points points(work, grid);
  const Field field = shown.flat(collect(points.source(), *work.make_gradient(&grid), {work.threads}));
  if (!points.note_if_none()) return std::nullopt;
  const SpacePicture picture = compose_space(shown.grid(), field, style, terminal);
  note_left_out(work, picture.arrows.not_finite, field.size());
  return drawn(work, picture);
}

MaybeDrawn draw_surface(const Work& work, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *work.destination.format->terminal;
  const Grid& grid = work.domain.grid;
  Points points(work, grid);
  const Field field = slice.flat(collect(points.source(), *work.make_gradient(&grid), {work.threads}));
  if (!points.note_if_none()) return std::nullopt;
  const SpacePicture picture = compose_surface(slice.grid(), field, style, terminal, slice.access());
  note_left_out(work, picture.arrows.not_finite, field.size());
  return drawn(work, picture);
}

MaybeDrawn make_picture(const Work& work) {
  const Slice slice = read_slice(work);
  const PictureStyle style = read_style(work, slice, work.options, *work.destination.format->terminal);
  if (work.options.surface) {
    if (slice.grid().axes.size() != 2) {
      throw Error(ExitCode::kUsage, "--surface shows two variables, and there " +
                                        std::string(slice.grid().axes.size() == 1 ? "is 1" : "are 3"));
    }
    return draw_surface(work, slice, style);
  }
  constexpr MaybeDrawn (*kDraw[])(const Work&, const Slice&, const PictureStyle&) = {draw_curves, draw_plane,
                                                                                     draw_space};
  return kDraw[slice.grid().axes.size() - 1](work, slice, style);
}

}  // namespace

void make_image(const Work& work) {
  const Terminal& terminal = *work.destination.format->terminal;
  Output output = work.open_output();
  require_gnuplot();
  // gnuplot starts while the field is evaluated.
  MaybeDrawn picture;
  const auto script = [&](std::ostream& out) {
    picture = make_picture(work);
    if (!picture) throw NothingToDraw();
    picture->write(out, false);
  };
  const auto finish = [&](std::string bytes) {
    return terminal.finish(std::move(bytes), picture->recipe, picture->size);
  };
  try {
    draw_with_gnuplot(script, terminal, finish, output);
  } catch (const NothingToDraw&) {
    return;
  }
  output.commit();
}

void make_script(const Work& work) {
  Output output = work.open_output();
  const MaybeDrawn picture = make_picture(work);
  if (!picture) return;
  std::ostringstream script;
  script.imbue(std::locale::classic());
  picture->write(script, true);
  output.write(embed_in_script(script.str(), picture->recipe));
  output.commit();
}

void make_text(const Work& work) {
  const Slice slice = read_slice(work);
  Options options = work.options;
  options.size.reset();  // a page in another unit says nothing here
  const PictureStyle style = read_style(work, slice, options, terminals()[0]);
  if (slice.grid().axes.size() != 2) {
    throw Error(ExitCode::kUsage, "a text picture shows two variables, and there " +
                                      std::string(slice.grid().axes.size() == 1 ? "is 1" : "are 3") +
                                      "; draw a file with -o field.png, or write a table with --csv");
  }
  const TextScreen screen = work.destination.path ? file_screen() : standard_screen();
  const Grid shown = fit_grid(slice.grid(), screen, work.domain.counts_given);
  const Grid grid = slice.whole(shown);
  Points points(work, grid);
  const Field field = slice.flat(collect(points.source(), *work.make_gradient(&grid), {work.threads}));
  if (!points.note_if_none()) return;
  Output output = work.open_output();
  output.write(draw_text(shown, field, style, screen));
  output.commit();
  std::size_t not_finite = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    not_finite += !has_arrow(field, i);
  }
  note_left_out(work, not_finite, field.size());
}

void make_window(const Work& work) {
  const MaybeDrawn picture = make_picture(work);
  if (!picture) return;
  std::string why;
  try {
    switch (show_in_window([&](std::ostream& script) { picture->write(script, true); })) {
      case WindowResult::kShown:
        return;
      case WindowResult::kNoDisplay:
        why = "no display: neither DISPLAY nor WAYLAND_DISPLAY is set";
        break;
      case WindowResult::kNoTerminal:
        why = "this gnuplot opens no windows (apt install gnuplot-qt does)";
        break;
      case WindowResult::kTimedOut:
        why = "gnuplot opened no window within 5 seconds";
        break;
    }
  } catch (const Error& fault) {
    if (!work.destination.automatic || fault.code() != ExitCode::kUnavailable) throw;
    why = fault.what();
  }
  if (!work.destination.automatic) throw Error(ExitCode::kUnavailable, why + "; draw a file with -o field.png");
  work.note(why + "; this is the picture as text");
  make_text(work);
}

}  // namespace gradfield
