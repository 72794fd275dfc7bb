// Where the result goes and in which format.
#pragma once

#include <optional>
#include <string>

#include "cli/formats.hpp"
#include "cli/options.hpp"
#include "cli/screen.hpp"

namespace gradfield {

struct Destination {
  const Format* format;
  std::optional<std::string> path;  // none: standard output, or a window
  bool automatic = false;           // neither -f nor -o said: a window may give way to the text picture
};

/// Errors: kUsage for unknown or contradicting formats, an extension that tells none, binary data to a terminal.
Destination choose_destination(const Options& options);

/// The screen that a text picture goes to.
TextScreen screen_of(const Destination& destination);

}  // namespace gradfield
