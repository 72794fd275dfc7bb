// Makes each result: see results.cpp.
#pragma once

#include "base/error.hpp"
#include "request/request.hpp"

namespace gradfield {

/// A table of the field. Errors: kUsage for columns that are not there; those of PointReader and Output.
void make_table(const Request& request);

/// One line that compares the method with an independent one. kDisagreement where some point is beyond the tolerance,
/// else kSuccess. Errors: kUsage for a tolerance that is none; those of Output.
ExitCode make_check(const Request& request);

/// How f and its derivatives are computed on the domain: formulas, program, counts of operations.
/// Errors: those of Output.
void make_explanation(const Request& request);

/// The field in words, a line a fact, "key: value"; the keys and their order are fixed.
/// Errors: those of Output and of a picture's style.
void make_description(const Request& request);

/// A file drawn by gnuplot. Errors: kUnavailable where gnuplot is missing or fails.
void make_image(const Request& request);

/// The gnuplot script.
void make_script(const Request& request);

/// The picture of characters; and in place of a window that did not open, saying which options it does not hear.
void make_text(const Request& request);
void make_text_for_window(const Request& request);

/// A window; where none opens and none was asked for, the picture of characters.
void make_window(const Request& request);

}  // namespace gradfield
