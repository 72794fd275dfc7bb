// What gnuplot commands of a user's own do, as far as it concerns what we write.
#pragma once

#include <optional>
#include <string_view>

namespace gradfield {

/// What a command sets or unsets: all that stands behind the word for `option`, which gnuplot takes shortened to
/// `fewest` letters; nothing where it does not. The first that does of those between semicolons.
std::optional<std::string_view> setting_of(std::string_view command, std::string_view option, std::size_t fewest = 2);

}  // namespace gradfield
