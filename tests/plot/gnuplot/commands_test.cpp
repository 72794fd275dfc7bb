#include "plot/gnuplot/commands.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradfield {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Commands, AreSettingsHoweverTheyAreShortened) {
  for (const char* command : {"set cbrange [0:4]", "se cbr [0:4]", "  set\tcbran [0:4]", "unset cbrange"}) {
    EXPECT_TRUE(setting_of(command, "cbrange", 3)) << command;
  }
  for (const char* command :
       {"set cblabel 'x'", "set title '; set cbrange [0:4]'", "cbrange", "set", "", ";;", "print 'set cbrange'"}) {
    EXPECT_FALSE(setting_of(command, "cbrange", 3)) << command;
  }
  EXPECT_EQ(setting_of("set logscale cb", "logscale", 3), " cb");
  EXPECT_EQ(setting_of("set log", "logscale", 3), "");
}

TEST(Commands, StandBetweenSemicolonsAndOnLinesButNotInQuotes) {
  EXPECT_THAT(commands_of("set xtics 1; set cbrange [0:4]"), ElementsAre("set xtics 1", "set cbrange [0:4]"));
  EXPECT_THAT(commands_of("set title 'a;b' ;set grid;;\n unset key\n"),
              ElementsAre("set title 'a;b'", "set grid", "unset key"));
  EXPECT_THAT(commands_of("set title \"it's; \"; print 1"), ElementsAre("set title \"it's; \"", "print 1"));
  EXPECT_THAT(commands_of(" ; "), IsEmpty());
  EXPECT_THAT(commands_of(""), IsEmpty());
}

}  // namespace
}  // namespace gradfield
