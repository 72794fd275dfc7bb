// Where the result goes and in which format.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gradfield {

struct Format;
struct Options;
struct TextScreen;

struct Destination {
  const Format* format;
  std::optional<std::string> path;  // none: standard output, or a window
  bool automatic = false;           // neither -f nor -o said: a window may give way to the text picture
};

/// That of a table or a picture of the field.
/// Errors: kUsage for unknown or contradicting formats, an extension that tells none, binary data to a terminal.
Destination field_destination(const Options& options);

/// That of the line of --check: standard output, or any file but a picture's. It may be called a table, as in a pipe of
/// tables. Errors: kUsage for a picture format; those of field_destination().
Destination check_destination(const Options& options);

/// That of a text which `option` asks for: standard output or a file, whatever its extension; no format is its own.
/// Errors: kUsage for what the option excludes, and a file without a name.
Destination text_destination(const Options& options, std::string_view option);

/// The screen that a text picture goes to.
TextScreen screen_of(const Destination& destination);

}  // namespace gradfield
