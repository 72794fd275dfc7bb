#include "result/space_notes.hpp"

namespace gradfield {

Notes notes_on(const SpacePicture& picture, const Field& field) {
  Notes notes = notes_on_arrows(picture.arrows, picture.lengths, field);
  if (picture.arrows.not_finite < field.size() && picture.grid.axes.size() == 2) {
    for (const std::string& note : notes_on_levels(picture.style, picture.levels)) notes.push_back(note);
  }
  if (!picture.equal_scale) {
    notes.push_back(unequal_scales_note(picture.style, "arrows",
                                        picture.grid.axes.size() == 2 ? "contours" : "surfaces of equal f"));
  }
  return notes;
}

}  // namespace gradfield
