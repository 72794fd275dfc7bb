// The layer of stream lines, in place of arrows.
#include "analysis/streams/stream_lines.hpp"
#include "base/numbers/number.hpp"
#include "field/point_gradient.hpp"
#include "plot/plane/heat_ink.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kSpacing = 24;  // of neighbouring lines
constexpr double kHeadLength = 9;
constexpr double kWidth = 1.5, kCasing = 0.8;
constexpr int kShareDigits = 4;

// Over a heat map: one ink with a casing of the other, for a line that changed its ink on the way would look like
// dashes.
constexpr InkPair kInks{rgb(0x101010), rgb(0xffffff)};

// Up to a third as far apart where hills are so small that lines find no room.
void make_streams(PlanePicture& picture, const FieldView& view) {
  if (!picture.style.stream) return;
  const Page& page = picture.page;
  PointGradient gradient(*view.gradient(), 2);
  const StreamRegion region{
      page.x.low, page.x.high, page.y.low, page.y.high, page.x.points_per_unit(), page.y.points_per_unit()};
  const double usual = kSpacing / *picture.style.stream;
  StreamSettings settings;
  settings.spacing = usual;
  settings.descent = picture.style.arrows.descent;
  // Where hills are smaller than the distance of lines nothing but scraps finds room: then nearer to each other.
  constexpr double kMostBare = 0.02, kNearer = 0.7, kNearest = 7;  // a share, a factor, points of the page
  constexpr int kMostTries = 4;
  picture.without_streams = 1;
  for (int k = 0; k < kMostTries && (k == 0 || settings.spacing >= kNearest); ++k, settings.spacing *= kNearer) {
    std::vector<StreamLine> lines = stream_lines(gradient, region, settings);
    const double bare = bare_share(lines, region, usual, gradient);
    if (k == 0 || bare < picture.without_streams) {
      picture.streams = std::move(lines);
      picture.without_streams = bare;
    }
    if (picture.without_streams <= kMostBare || (k > 0 && picture.streams.empty())) break;
  }
}

bool is_colored_by_length(const PlanePicture& picture) { return picture.colors.by == ColorBy::kNorm && !picture.heat; }

std::string last_column(const PlanePicture& picture, double norm) {
  if (!is_colored_by_length(picture)) return "";
  return " " + number_text(picture.colors.scale.share(norm), kShareDigits);
}

std::string line_rows(const PlanePicture& picture) {
  BlockRows rows(picture.page);
  for (const StreamLine& line : picture.streams) {
    for (std::size_t i = 0; i < line.points.size(); ++i) {
      rows.add(line.points[i], last_column(picture, line.norms[i]));
    }
    rows.end_line();
  }
  return rows.take();
}

std::string head_rows(const PlanePicture& picture) {
  BlockRows rows(picture.page);
  const std::vector<Point> shape{{-kHeadLength / 2, 0.4 * kHeadLength},
                                 {kHeadLength / 2, 0},
                                 {-kHeadLength / 2, -0.4 * kHeadLength},
                                 {-0.3 * kHeadLength, 0},
                                 {-kHeadLength / 2, 0.4 * kHeadLength}};
  for (const StreamLine& line : picture.streams) {
    for (const StreamHead& head : line.heads) {
      rows.add_line(placed(shape, head.place, head.direction, picture.page), last_column(picture, head.norm));
    }
  }
  return rows.take();
}

Rgb ink_over_heat(const PlanePicture& picture) {
  return picture.style.color ? *picture.style.color : main_ink(*picture.heat, kInks);
}

Rgb casing_of(Rgb ink) { return contrast(ink, kInks.dark) > contrast(ink, kInks.light) ? kInks.dark : kInks.light; }

LayerMarks draw_streams(const PlanePicture& picture) {
  LayerMarks marks{
      {{"Stream lines of the gradient.", "streams", line_rows(picture)}, {"Their heads.", "heads", head_rows(picture)}},
      {}};
  const bool has_column = is_colored_by_length(picture);
  const std::string columns = has_column ? " using 1:2:3" : " using 1:2";
  const std::string color = has_column     ? "palette"
                            : picture.heat ? color_clause(ink_over_heat(picture))
                                           : color_clause(picture.colors.single);
  if (picture.heat) {
    const std::string casing = color_clause(casing_of(ink_over_heat(picture)));
    marks.plots.push_back(plot_lines("$streams using 1:2", "casing of streams", kWidth + 2 * kCasing, casing));
    marks.plots.push_back(plot_lines("$heads using 1:2", "casing of heads", 2 * kCasing, casing));
  }
  marks.plots.push_back(plot_lines("$streams" + columns, "stream lines", kWidth, color));
  marks.plots.push_back(plot_polygons("$heads" + columns, "heads", color));
  return marks;
}

void tell_streams(const PlanePicture& picture, PictureFacts& facts) {
  if (!picture.style.stream) return;
  facts = title_facts(picture.grid, picture.style, gradient_name(picture.style, drawn_name(picture.style.name)));
  facts.scale = facts.cap = "none";
  facts.description = "Stream lines of the " + std::string(picture.style.arrows.descent ? "negative " : "") +
                      "gradient of " + function_text(picture.grid, picture.style) + " for " +
                      ranges_text(picture.grid) + ": " + count_text(picture.streams.size(), "line") + ".";
}

Notes note_streams(const PlanePicture& picture) {
  if (!picture.style.stream) return {};
  const std::size_t not_finite = picture.arrows.not_finite, all = picture.field.size();
  Notes notes;
  if (not_finite > 0) {
    notes.push_back(std::to_string(not_finite) + " of " + std::to_string(all) + " points " +
                    (not_finite == 1 ? "is" : "are") + " not finite; stream lines end before them");
  }
  if (picture.streams.empty() && not_finite < all) {
    const bool flows = picture.arrows.all > picture.arrows.dots;
    const std::string reason =
        flows ? "finds room in this picture: its hills are too small; narrower ranges would show them"
              : "runs through this picture: the gradient is zero, or not finite";
    notes.push_back("no stream line " + reason);
    return notes;
  }
  constexpr double kWorthTelling = 0.1;
  if (picture.without_streams > kWorthTelling) {
    notes.push_back("stream lines find no room on " + number_text(100 * picture.without_streams, 2) +
                    " % of this picture: its hills are too small there; narrower ranges would show them");
  }
  return notes;
}

}  // namespace

const Layer kStreamLayer{.is_shown = [](const PlanePicture& picture) { return !picture.streams.empty(); },
                         .draw = draw_streams,
                         .make = make_streams,
                         .tell = tell_streams,
                         .notes = note_streams,
                         .is_subject = true};

}  // namespace gradfield
