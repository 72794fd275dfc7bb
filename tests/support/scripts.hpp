// Parts of the scripts that pictures become.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "plot/look/colors.hpp"
#include "plot/sheet/script.hpp"
#include "support/rows.hpp"

namespace gradfield::test {

template <typename AnyPicture>
std::string script_of(const AnyPicture& picture, std::string_view terminal = "svg") {
  std::ostringstream script;
  write_script(script, draw(picture), named(terminals(), terminal));
  return script.str();
}

inline std::string block_of(const std::string& script, const std::string& name) {
  const std::size_t begin = script.find("$" + name + " << EOD\n");
  return script.substr(begin, script.find("EOD\n\n", begin) - begin);
}

// The colour of the plot of that title.
inline Rgb color_of_plot(const std::string& script, const std::string& title) {
  const std::size_t plot = script.find("title \"" + title + "\"");
  const std::size_t color = script.find("rgb \"", plot) + 5;
  EXPECT_LT(color, script.find('\n', plot)) << title;
  return find_color(script.substr(color, 7)).value();
}

// Without its first line.
inline std::string points_of(const std::string& script, const std::string& name) {
  const std::string block = block_of(script, name);
  return block.substr(block.find('\n') + 1);
}

}  // namespace gradfield::test
