#include "cli/space_notes.hpp"

namespace gradfield {

Notes notes_on(const SpacePicture& picture, std::size_t all) {
  Notes notes = notes_on_arrows(picture.arrows, picture.lengths, all);
  if (picture.arrows.not_finite < all && picture.grid.axes.size() == 2) {
    for (const std::string& note : notes_on_levels(picture.style, picture.levels)) notes.push_back(note);
  }
  return notes;
}

}  // namespace gradfield
