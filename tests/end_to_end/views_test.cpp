// Pictures of boxes of space: from where they are seen, and how many arrows a surface's floor has.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/commands.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

// Straight at the plane of y and z: to the right is y, and x comes towards the eye, low on the page.
TEST(View, IsFromTheAzimuthAndElevationAskedFor) {
  const auto drawn = [](const Words& more) {
    Words words{"x*y*z", "--vars", "x,y,z", "-n", "3", "-f", "svg"};
    words.insert(words.end(), more.begin(), more.end());
    return table_of(words);
  };
  const auto without_recipe = [](const std::string& svg) { return svg.substr(svg.find("</metadata>")); };
  EXPECT_EQ(without_recipe(drawn({"--view", "-55,23"})), without_recipe(drawn({})));
  const Svg front = read_svg(drawn({"--view", "0,5"}));
  const auto place = [&](const std::string& words) {
    return std::ranges::find(front.places, words, &SvgText::words)->at;
  };
  EXPECT_NEAR(place("y").x, place("0").x, 300);
  EXPECT_GT(place("y").x, place("x").x);
  EXPECT_GT(place("x").y, place("z").y + 200);
}

TEST(View, IsRefusedWhereNothingWouldBeSeen) {
  for (const char* view : {"30", "30,90", "30,0", "30,-20", "400,20", "a,b", "30,20,10", "nan,20", ""}) {
    expect_refusal(
        {"x*y", "--surface", "--view", view, "-f", "gp"}, 64,
        "--view " + std::string(view) +
            ": write an azimuth from -360 to 360 and an elevation from 5 to 85 degrees, such as --view -55,23");
  }
}

TEST(SurfaceFloor, HasAboutTwelveArrowsAlongItsLongerSideUnlessCountsWereGiven) {
  const auto arrows = [](const Words& more) {
    Words words{"2*x+y", "--surface", "-f", "svg"};
    words.insert(words.end(), more.begin(), more.end());
    const std::string svg = table_of(words);
    const std::size_t begin = svg.find(": ", svg.find("to 3")) + 2;
    return svg.substr(begin, svg.find(" arrows", begin) - begin);
  };
  EXPECT_EQ(arrows({}), "144");
  EXPECT_EQ(arrows({"-n", "20"}), "400");
  EXPECT_EQ(arrows({"--x=-3:3:15"}), "300");
}

}  // namespace
}  // namespace gradfield::test
