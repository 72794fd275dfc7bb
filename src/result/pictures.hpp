// Makes the result where it is a picture, and says what a reader of the picture should know.
#pragma once

#include "request/request.hpp"

namespace gradfield {

/// A file drawn by gnuplot. Errors: kUnavailable where gnuplot is missing or fails.
void make_image(const Work& work);

/// The gnuplot script.
void make_script(const Work& work);

/// The picture of characters.
void make_text(const Work& work);

/// A window; where none opens and none was asked for, the picture of characters.
void make_window(const Work& work);

}  // namespace gradfield
