// Makes the result where it is a picture, and says what a reader of the picture should know.
#pragma once

#include "request/request.hpp"

namespace gradfield {

/// A file drawn by gnuplot. Errors: kUnavailable where gnuplot is missing or fails.
void make_image(const Request& request);

/// The gnuplot script.
void make_script(const Request& request);

/// The picture of characters.
void make_text(const Request& request);

/// A window; where none opens and none was asked for, the picture of characters.
void make_window(const Request& request);

}  // namespace gradfield
