// The layer of stream lines, in place of arrows.
#include <algorithm>
#include <cmath>

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
constexpr double kWidth = 1.5;
constexpr int kShareDigits = 4;

// Over a heat map: one ink with a casing of the other, for a line that changed its ink on the way would look like
// dashes.
constexpr InkPair kInks{rgb(0x101010), rgb(0xffffff)};

// Whether there is anything to follow.
bool flows(const PlanePicture& picture) { return picture.arrows.all > picture.arrows.dots; }

bool is_one_color(const PlanePicture& picture) { return picture.colors.by == ColorBy::kOneColor; }

// The place on the palette, or the colour where the palette is a heat map's.
std::string last_column(const PlanePicture& picture, double shade) {
  if (is_one_color(picture)) return "";
  const double share = picture.colors.scale.share(shade);
  return picture.heat ? color_column(color_at(picture.colors.scale.colors, share))
                      : " " + number_text(share, kShareDigits);
}

std::string line_rows(const PlanePicture& picture) {
  BlockRows rows(picture.page);
  for (std::size_t k = 0; k < picture.streams.size(); ++k) {
    const std::vector<Point>& points = picture.streams[k].points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      rows.add(points[i], last_column(picture, picture.shades.points[k][i]));
    }
    rows.end_line();
  }
  return rows.take();
}

// Of lines nearer to each other than usual heads and lines are smaller, but not as much: they are to be seen.
double line_width(const PlanePicture& picture) {
  return kWidth * std::min(1.0, std::sqrt(picture.stream_spacing / kSpacing));
}
double head_length(const PlanePicture& picture) {
  const double size = line_width(picture) / kWidth;
  return kHeadLength * size * std::sqrt(size);
}

std::string head_rows(const PlanePicture& picture) {
  BlockRows rows(picture.page);
  const double size = head_length(picture);
  const std::vector<Point> shape{
      {-size / 2, 0.4 * size}, {size / 2, 0}, {-size / 2, -0.4 * size}, {-0.3 * size, 0}, {-size / 2, 0.4 * size}};
  for (std::size_t k = 0; k < picture.streams.size(); ++k) {
    const std::vector<StreamHead>& heads = picture.streams[k].heads;
    for (std::size_t i = 0; i < heads.size(); ++i) {
      rows.add_line(placed(shape, heads[i].place, heads[i].direction, picture.page),
                    last_column(picture, picture.shades.heads[k][i]));
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
  const bool has_column = !is_one_color(picture);
  const std::string columns = has_column ? " using 1:2:3" : " using 1:2";
  const std::string color = has_column     ? picture.heat ? "rgb variable" : "palette"
                            : picture.heat ? color_clause(ink_over_heat(picture))
                                           : color_clause(picture.colors.single);
  if (picture.heat) {
    const std::string casing =
        color_clause(has_column ? picture.style.theme->background : casing_of(ink_over_heat(picture)));
    marks.plots.push_back(
        plot_lines("$streams using 1:2", "casing of streams", line_width(picture) + 2 * kCasing, casing));
    marks.plots.push_back(plot_lines("$heads using 1:2", "casing of heads", 2 * kCasing, casing));
  }
  marks.plots.push_back(plot_lines("$streams" + columns, "stream lines", line_width(picture), color));
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
  if (!picture.style.stream_from.empty()) {
    const std::size_t missing = picture.style.stream_from.size() - picture.streams.size();
    if (missing > 0) {
      notes.push_back("through " + count_text(missing, "point") +
                      " of --stream-from no stream line runs: the gradient is zero, or not finite there");
    }
    return notes;
  }
  if (picture.streams.empty() && not_finite < all) {
    const std::string reason =
        flows(picture) ? "finds room in this picture: its hills are too small; narrower ranges would show them"
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

// The field along stream lines, at the points of each and then at its heads: of slopes the norm, and f where it is
// asked for.
Field along_streams(const PlanePicture& picture, const FieldView& view) {
  Field along;
  along.slopes.resize(1);
  PointList places;
  const auto add = [&](Point place, double norm) {
    places.push_back({place.x, place.y});
    along.slopes[0].push_back(norm);
  };
  for (const StreamLine& line : picture.streams) {
    for (std::size_t i = 0; i < line.points.size(); ++i) add(line.points[i], line.norms[i]);
    for (const StreamHead& head : line.heads) add(head.place, head.norm);
  }
  along.f.assign(places.size(), 0);
  if (picture.style.color_by == ColorBy::kValue) along.f = view.sample_at(std::move(places)).f;
  return along;
}

}  // namespace

void make_streams(PlanePicture& picture, const FieldView& view) {
  const Page& page = picture.page;
  PointGradient gradient(*view.gradient(), 2);
  const StreamRegion region{
      page.x.low, page.x.high, page.y.low, page.y.high, page.x.points_per_unit(), page.y.points_per_unit()};
  const double usual = kSpacing / *picture.style.stream;
  StreamSettings settings;
  settings.spacing = usual;
  settings.descent = picture.style.arrows.descent;
  settings.from = picture.style.stream_from;
  if (!settings.from.empty()) {
    picture.streams = stream_lines(gradient, region, settings);
    picture.stream_spacing = usual;
    return;
  }
  // Where hills are smaller than the distance of lines nothing but scraps finds room, or nothing at all: then nearer to
  // each other.
  constexpr double kMostBare = 0.02, kNearer = 0.7, kMuchNearer = 0.5;  // a share, and factors
  constexpr double kNearest = 7;                                        // points of the page
  constexpr int kMostTries = 4;
  picture.without_streams = 1;
  for (int k = 0; k < kMostTries; ++k) {
    std::vector<StreamLine> lines = stream_lines(gradient, region, settings);
    const double bare = bare_share(lines, region, usual, gradient);
    if (k == 0 || bare < picture.without_streams) {
      picture.streams = std::move(lines);
      picture.without_streams = bare;
      picture.stream_spacing = settings.spacing;
    }
    settings.spacing *= picture.streams.empty() ? kMuchNearer : kNearer;
    if (picture.without_streams <= kMostBare || settings.spacing < kNearest || !flows(picture)) return;
  }
}

void shade_streams(PlanePicture& picture, const FieldView& view, const ArrowGround& ground) {
  const Field along = along_streams(picture, view);
  picture.colors =
      arrow_colors(picture.style, along, length_scale(along, picture.style),
                   colors_on(arrow_palette(picture.style, ground), picture.style.theme->background), ground);
  const bool by_norm = picture.colors.by != ColorBy::kValue;
  std::size_t next = 0;
  const auto take = [&](std::size_t count) {
    std::vector<double> shades(count);
    for (double& shade : shades) {
      shade = by_norm ? norm_at(along, next) : along.f[next];
      ++next;
    }
    return shades;
  };
  for (const StreamLine& line : picture.streams) {
    picture.shades.points.push_back(take(line.points.size()));
    picture.shades.heads.push_back(take(line.heads.size()));
  }
}

std::string no_streams_text(const PlanePicture& picture) {
  if (!picture.streams.empty()) return "";
  if (picture.arrows.not_finite == picture.field.size()) return "no point is finite";
  if (!picture.style.stream_from.empty()) return "no stream line runs through the points";
  return flows(picture) ? "no stream line finds room" : picture.lengths.name + " = 0";
}

const Layer kStreamLayer{.is_shown = [](const PlanePicture& picture) { return !picture.streams.empty(); },
                         .draw = draw_streams,
                         .tell = tell_streams,
                         .notes = note_streams,
                         .is_subject = true};

}  // namespace gradfield
