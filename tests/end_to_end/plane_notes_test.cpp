// What is said beside the picture of a plane field: true of what it shows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> notes(std::vector<std::string> command) {
  command.insert(command.end(), {"-f", "gp"});
  const ProcessResult result = run_gradfield(command);
  EXPECT_EQ(result.exit_code, 0) << result;
  return lines_of(result.messages);
}

TEST(PlaneNotes, TellOfShortenedArrowsOnlyWhereThereAreArrows) {
  EXPECT_THAT(notes({"1/(x^2+y^2)"}), ElementsAre("gradfield: note: 16 of 400 arrows stand for more than 3.832 and are "
                                                  "drawn shortened"));
  EXPECT_THAT(notes({"1/(x*y)", "--stream"}), IsEmpty());
  EXPECT_THAT(notes({"1/(x*y)", "--surface", "--cap", "50"}), ElementsAre(HasSubstr("drawn shortened")));
  EXPECT_THAT(notes({"x*y*z", "--vars", "x,y,z", "--cap", "50"}), ElementsAre(HasSubstr("drawn shortened")));
}

TEST(PlaneNotes, TellOfFieldsOfWhichHardlyAnythingIsSeen) {
  EXPECT_THAT(notes({"exp(x*y)", "--length", "linear", "--cap", "none"}),
              ElementsAre("gradfield: note: 384 of 400 arrows are less than a twentieth as long as the longest; "
                          "--length log tells them apart"));
  EXPECT_THAT(notes({"exp(x*y)", "--length", "log", "--cap", "80"}), ElementsAre(HasSubstr("drawn shortened")));
  // Never is recommended what is on already.
  const Words easom{"-cos(x)*cos(y)*exp(-((x-pi)^2+(y-pi)^2))", "--x", "-10:10", "--y", "-10:10"};
  for (const char* rule : {"auto", "log"}) {
    Words command = easom;
    command.insert(command.end(), {"--length", rule});
    EXPECT_THAT(notes(command), ElementsAre(HasSubstr("all as short as that; narrower ranges"))) << rule;
  }
  EXPECT_THAT(notes({"x*exp(-x^2-y^2)"}), IsEmpty()) << "a hill on a plain";
}

TEST(PlaneNotes, TellOfPointsThatAreNotFiniteInTheWordsOfThePicture) {
  EXPECT_THAT(notes({"log(x)", "-n", "4"}),
              ElementsAre("gradfield: note: 8 of 16 points are not finite and have no arrow"));
  EXPECT_THAT(notes({"log(x)", "-n", "4", "--stream"}),
              ElementsAre("gradfield: note: 8 of 16 points are not finite; stream lines end before them"));
}

TEST(PlaneNotes, TellOfOptionsThatStreamLinesOfOneColourDoNotShow) {
  EXPECT_THAT(notes({"x*y", "--stream", "--color", "blue", "--length", "sqrt"}),
              ElementsAre("gradfield: note: --length has no effect on stream lines of one colour"));
  EXPECT_THAT(notes({"x*y", "--stream", "--length", "sqrt"}), IsEmpty()) << "their colours follow it";
}

TEST(PlaneNotes, TellOfLayersOnWhichNothingIsToBeSeen) {
  EXPECT_THAT(notes({"7", "--stream"}), ElementsAre(HasSubstr("no stream line runs through this picture")));
  EXPECT_THAT(notes({"sin(1000*x*y)", "--stream"}), ElementsAre(HasSubstr("its hills are too small")));
  EXPECT_THAT(notes({"sin(x*y)", "--x", "-9:9", "--y", "-9:9", "--stream"}),
              ElementsAre(HasSubstr("stream lines find no room on ")));
  EXPECT_THAT(notes({"20+x^2-10cos(2pi*x)+y^2-10cos(2pi*y)", "--x", "-10:10", "--y", "-10:10", "--stream"}), IsEmpty());
  EXPECT_THAT(notes({"floor(x)", "--contour"}), ElementsAre(HasSubstr("no level line runs through this picture")));
  EXPECT_THAT(notes({"x*y", "--contour=0,1e99"}),
              ElementsAre("gradfield: note: no line of the level 1e+99 runs through this picture"));
  EXPECT_THAT(notes({"x*y", "--contour=1e99,0,1e99"}), SizeIs(1)) << "a level given twice is one";
  EXPECT_THAT(notes({"x*y", "--contour=0,1"}), IsEmpty());
  EXPECT_THAT(notes({"abs(x-y)", "--contour=0,"}), IsEmpty());
  EXPECT_THAT(notes({"max(x,0)", "--contour=0,"}),
              ElementsAre("gradfield: note: f is 0 all over a part of this picture, where that level has no line"));
}

TEST(PlaneNotes, TellWhyThereAreNoLevelLinesOrFewerThanAskedFor) {
  EXPECT_THAT(notes({"7", "--contour"}), ElementsAre(HasSubstr("f has no slope on which one could lie")));
  EXPECT_THAT(notes({"1e9+x*1e-8", "--contour"}),
              ElementsAre(HasSubstr("f changes by no more than the roundings of its values")));
  EXPECT_THAT(notes({"1e9+x^2*1e-6", "--contour"}), IsEmpty());
  EXPECT_THAT(notes({"1e9+x^2*1e-6", "--contour=80"}), ElementsAre(HasSubstr("no more levels that can be told apart")));
  EXPECT_THAT(notes({"sin(20x)*sin(20y)", "--contour=80"}),
              testing::Contains(HasSubstr("more would fill the picture")));
  EXPECT_THAT(notes({"(x^2+y-11)^2+(x+y^2-7)^2", "--x", "-5:5", "--y", "-5:5", "--contour=80"}), IsEmpty());
}

TEST(PlaneNotes, OfAPictureWithoutStreamLinesStandInIt) {
  const auto script = [](const std::string& formula) {
    return run_gradfield({formula, "--stream", "-f", "gp"}).output;
  };
  EXPECT_THAT(script("sin(1000*x*y)"), HasSubstr("\"no stream line finds room\""));
  EXPECT_THAT(script("7"), HasSubstr("= 0\""));
  EXPECT_THAT(script("log(-1-x^2)"), HasSubstr("\"no point is finite\""));
  EXPECT_THAT(script("x*y"), testing::Not(HasSubstr("no stream line")));
}

TEST(PlaneNotes, TellOfArrowsThatAreTooCloseAcrossOrUp) {
  const std::string words = "gradfield: note: arrows this close are hard to read; fewer would show more, as with -n ";
  EXPECT_THAT(notes({"x*y", "-n", "100x2"}), ElementsAre(words + "14x2"));
  EXPECT_THAT(notes({"x*y", "-n", "2x100"}), ElementsAre(words + "2x16"));
}

TEST(PlaneNotes, DoNotBlameTheRangesForUnequalScalesThatAreAskedFor) {
  EXPECT_THAT(notes({"x*y", "--aspect", "free", "--size", "900x300"}),
              ElementsAre("gradfield: note: the axes have unequal scales: arrows are not perpendicular to contours"));
  EXPECT_THAT(notes({"x*y", "--x", "0:9", "--y", "0:1"}),
              ElementsAre(HasSubstr("the ranges are further apart than 4:1")));
}

}  // namespace
}  // namespace gradfield::test
