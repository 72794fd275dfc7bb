// Errors that point into a text a person wrote: a formula, a line of a file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace gradfield {

/// Part of a text, in bytes.
struct Place {
  std::size_t position = 0;
  std::size_t length = 1;
};

/// An error about `place` of `text`: the message, then the line with a caret under the place and the cure beside it.
/// At most 72 columns around the place are shown, other lines not at all; blanks of all kinds are shown as one, and
/// what cannot be printed is made visible.
Error error_at(std::string_view text, Place place, const std::string& message, const std::string& cure = "");

}  // namespace gradfield
