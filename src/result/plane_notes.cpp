#include "result/plane_notes.hpp"

#include <algorithm>
#include <optional>

#include "base/numbers/number.hpp"

namespace gradfield {
namespace {

Notes notes_on_streams(const Picture& picture) {
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

// Fewer points along an axis on which arrows are too close to be read.
std::optional<std::size_t> readable_count(const Scale& scale, std::size_t count) {
  constexpr double kReadable = 4, kWell = 10;  // points of the page between two arrows
  if (count < 2 || scale.cell * scale.points_per_unit() >= kReadable) return std::nullopt;
  return static_cast<std::size_t>(std::max((scale.end - scale.begin) / kWell, 2.0));
}

Notes notes_on_lengths(const Picture& picture) {
  Notes notes = notes_on_arrows(picture.arrows, picture.lengths, picture.field);
  const std::size_t across = picture.grid.axes[0].count, up = picture.grid.axes[1].count;
  const auto fewer_across = readable_count(picture.page.x, across), fewer_up = readable_count(picture.page.y, up);
  if (fewer_across || fewer_up) {
    const std::size_t columns = fewer_across.value_or(across), rows = fewer_up.value_or(up);
    notes.push_back("arrows this close are hard to read; fewer would show more, as with -n " + std::to_string(columns) +
                    (rows == columns ? "" : "x" + std::to_string(rows)));
  }
  return notes;
}

Notes notes_on_contours(const Picture& picture) {
  if (picture.arrows.not_finite == picture.field.size()) return {};
  std::vector<double> levels;
  for (const LabelledLine& line : picture.contours) levels.push_back(line.level);
  return notes_on_levels(picture.style, levels);
}

}  // namespace

Notes notes_on(const Picture& picture) {
  Notes notes = picture.style.stream ? notes_on_streams(picture) : notes_on_lengths(picture);
  for (const std::string& note : notes_on_contours(picture)) notes.push_back(note);
  if (!picture.page.equal_aspect) {
    notes.push_back(unequal_scales_note(picture.style, picture.style.stream ? "stream lines" : "arrows", "contours"));
  }
  return notes;
}

}  // namespace gradfield
