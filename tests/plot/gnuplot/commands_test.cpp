#include "plot/gnuplot/commands.hpp"

#include <gtest/gtest.h>

namespace gradfield {
namespace {

TEST(Commands, AreSettingsHoweverTheyAreShortened) {
  for (const char* command : {"set cbrange [0:4]", "se cbr [0:4]", "  set\tcbran [0:4]", "unset cbrange",
                              "set xtics 1; set cbrange [0:4]", "set title 'a;b'; set cbrange [0:4]"}) {
    EXPECT_TRUE(setting_of(command, "cbrange", 3)) << command;
  }
  for (const char* command :
       {"set cblabel 'x'", "set title '; set cbrange [0:4]'", "cbrange", "set", "", ";;", "print 'set cbrange'"}) {
    EXPECT_FALSE(setting_of(command, "cbrange", 3)) << command;
  }
  EXPECT_EQ(setting_of("set logscale cb", "logscale", 3), " cb");
  EXPECT_EQ(setting_of("set log; set grid", "logscale", 3), "");
}

}  // namespace
}  // namespace gradfield
