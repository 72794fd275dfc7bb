// The values of options, understood: lists, constants, counts.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "formula/names.hpp"

namespace gradfield {

/// Error kUsage about the value of `option`.
Error wrong(const std::string& option, const std::string& message);

/// A value as it stands in a message: printable, and no longer than 60 columns.
std::string shown(const std::string& text);

/// The parts of a list; one more than there are separators.
std::vector<std::string> split(const std::string& text, char separator);

/// The parts of a list of expressions, split at the separators that stand in no parentheses.
std::vector<std::string> split_outside_brackets(const std::string& text, char separator);

/// Without blanks at both ends: people write "u, v".
std::string trimmed(const std::string& text);

/// Whether a text is what other programs call an infinity or a nan; in a formula it would be a name.
bool is_called_not_finite(std::string text);

/// The value of a constant expression given to `option`.
/// Errors: kUsage, with the caret inside the expression, also where the value is not finite.
double read_constant(const std::string& option, const std::string& text, const std::vector<Constant>& constants);

/// A whole number of plain digits within [least, most].
/// Errors: kUsage.
std::size_t read_count(const std::string& option, const std::string& text, std::size_t least, std::size_t most);

}  // namespace gradfield
