#include "cli/pictures.hpp"

#include <unistd.h>

#include <optional>
#include <sstream>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/points.hpp"
#include "cli/screen.hpp"
#include "cli/style.hpp"
#include "plot/arrows.hpp"
#include "plot/embedding.hpp"
#include "plot/gnuplot.hpp"
#include "plot/script.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// A picture holds its field in memory, and no page shows more arrows than this.
constexpr double kMostArrows = 1e6;

void check_is_plane(const Grid& grid) {
  if (grid.axes.size() != 2) {
    throw Error(ExitCode::kUsage,
                "a picture needs two variables, and there " +
                    std::string(grid.axes.size() == 1 ? "is 1" : "are " + std::to_string(grid.axes.size())) +
                    "; write a table with --csv");
  }
  if (grid.point_count() > kMostArrows) {
    throw Error(ExitCode::kUsage,
                "a picture has at most 1000000 arrows; take fewer points with -n, or write a table with --csv");
  }
}

void note_left_out(const Work& work, std::size_t not_finite, std::size_t all) {
  if (not_finite == 0) return;
  work.note(std::to_string(not_finite) + " of " + std::to_string(all) +
            (not_finite == 1 ? " points is not finite and has no arrow" : " points are not finite and have no arrow"));
}

// Nothing where --where leaves no point, as a note then says.
std::optional<Picture> make_picture(const Work& work) {
  const Grid& grid = work.domain.grid;
  check_is_plane(grid);
  const Terminal& terminal = *work.destination.format->terminal;
  const PictureStyle style = read_style(work.options, work.expression, terminal);
  Points points(work, grid);
  Field field = collect(points.source(), *work.make_gradient(&grid), {work.threads});
  if (!points.note_if_none()) return std::nullopt;
  Picture picture = compose_picture(grid, std::move(field), style, terminal);
  note_left_out(work, picture.arrows.not_finite, picture.field.size());
  if (picture.arrows.shortened > 0) {
    work.note(std::to_string(picture.arrows.shortened) + " of " + std::to_string(picture.field.size()) +
              " arrows stand for more than " + number_text(picture.arrows.reference, 4) + " and are drawn shortened");
  }
  if (!picture.page.equal_aspect) {
    work.note(
        "the ranges are further apart than 4:1, so the axes have unequal scales: arrows are not perpendicular to "
        "contours");
  }
  return picture;
}

}  // namespace

void make_image(const Work& work) {
  const Terminal& terminal = *work.destination.format->terminal;
  Output output = work.open_output();
  require_gnuplot();
  const std::optional<Picture> picture = make_picture(work);
  if (!picture) return;
  const Recipe recipe = recipe_of(*picture, work.options.words, work.options.expression == "-");
  draw_with_gnuplot([&](std::ostream& script) { write_script(script, *picture, terminal); }, terminal,
                    [&](std::string drawn) { return terminal.finish(std::move(drawn), recipe, picture->size); },
                    output);
  output.commit();
}

void make_script(const Work& work) {
  Output output = work.open_output();
  const std::optional<Picture> picture = make_picture(work);
  if (!picture) return;
  std::ostringstream script;
  script.imbue(std::locale::classic());
  const Recipe recipe = recipe_of(*picture, work.options.words, work.options.expression == "-");
  write_script(script, *picture, *work.destination.format->terminal);
  output.write(embed_in_script(script.str(), recipe));
  output.commit();
}

void make_text(const Work& work) {
  check_is_plane(work.domain.grid);
  Options options = work.options;
  options.size.reset();  // a page in another unit says nothing here
  const PictureStyle style = read_style(options, work.expression, terminals()[0]);
  const TextScreen screen = work.destination.path ? file_screen() : standard_screen();
  const Grid grid = fit_grid(work.domain.grid, screen, work.domain.counts_given);
  Points points(work, grid);
  const Field field = collect(points.source(), *work.make_gradient(&grid), {work.threads});
  if (!points.note_if_none()) return;
  Output output = work.open_output();
  output.write(draw_text(grid, field, style, screen));
  output.commit();
  std::size_t not_finite = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    not_finite += !has_arrow(field, i);
  }
  note_left_out(work, not_finite, field.size());
}

void make_window(const Work& work) {
  const std::optional<Picture> picture = make_picture(work);
  if (!picture) return;
  const Terminal& terminal = *work.destination.format->terminal;
  std::string why;
  try {
    switch (show_in_window([&](std::ostream& script) { write_script(script, *picture, terminal); })) {
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
