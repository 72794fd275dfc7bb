// What gnuplot commands of a user's own do, as far as it concerns what we write.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace gradfield {

/// The commands of a text: between semicolons and on lines of their own, but for those in quotes; without blanks around
/// them, and none that is empty.
std::vector<std::string_view> commands_of(std::string_view text);

/// What a single command sets or unsets: all that stands behind the word for `option`, which gnuplot takes shortened to
/// `fewest` letters; nothing where it does not.
std::optional<std::string_view> setting_of(std::string_view command, std::string_view option, std::size_t fewest = 2);

}  // namespace gradfield
