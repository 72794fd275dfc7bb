// What is said of fonts that are not there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/process.hpp"
#include "support/programs.hpp"

namespace gradfield::test {
namespace {

std::string said_of(const std::string& font, const std::string& format, const ProcessSetup& setup = {}) {
  return run_gradfield({"x*y", "-n", "3", "--font", font, "-f", format}, setup).messages;
}

// A machine of our own: an fc-match that answers so.
ProcessSetup with_fontconfig(const TemporaryFolder& bin, const std::string& script) {
  write_file(bin / "fc-match", "#!/bin/sh\n" + script);
  std::filesystem::permissions(bin / "fc-match", std::filesystem::perms::owner_all);
  ProcessSetup setup;
  setup.environment["PATH"] = bin.path().string() + ":" + std::getenv("PATH");
  return setup;
}

TEST(Fonts, ThatAreNotThereAreNamedWithWhatIsDrawn) {
  const TemporaryFolder bin;
  const ProcessSetup setup = with_fontconfig(bin, "echo 'Nimbus Sans,Nimbus'");
  EXPECT_EQ(said_of("Nonexistent,14", "png", setup),
            "gradfield: note: there is no font 'Nonexistent' here: Nimbus Sans is drawn in its place\n");
  EXPECT_EQ(said_of("nimbus", "pdf", setup), "") << "a name of the font that is drawn";
  EXPECT_EQ(said_of("Serif", "png", setup), "") << "a kind of font";
  EXPECT_EQ(said_of("Nonexistent", "svg", setup), "") << "its reader has fonts of his own";
  EXPECT_EQ(said_of(",14", "png", with_fontconfig(bin, "echo 'DejaVu Sans'")), "");
}

TEST(Fonts, AreNotMissedWhereNobodyCanTell) {
  const TemporaryFolder bin;
  EXPECT_EQ(said_of("Nonexistent", "png", with_fontconfig(bin, "exit 3")), "");
}

TEST(Fonts, ThatAreNoneAtAllAreMissed) {
  if (!has_program("fc-match")) GTEST_SKIP() << "no fc-match here";
  const TemporaryFolder folder;
  write_file(folder / "fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" + (folder / "none").string() +
                                        "</dir><cachedir>" + (folder / "cache").string() + "</cachedir></fontconfig>");
  ProcessSetup setup;
  setup.environment["FONTCONFIG_FILE"] = (folder / "fonts.conf").string();
  EXPECT_EQ(
      run_gradfield({"x*y", "-n", "3", "-f", "png"}, setup).messages,
      "gradfield: note: this machine has no fonts, so the picture has no words (apt install fonts-dejavu-core)\n");
}

TEST(Fonts, ReachFontconfigAsOneNameWhateverTheyHold) {
  const TemporaryFolder bin;
  const ProcessSetup setup = with_fontconfig(bin, "printf '%s|' \"$@\" > \"" + (bin / "asked").string() + "\"; echo A");
  said_of("-a:b-c \\d", "png", setup);
  EXPECT_THAT(read_file(bin / "asked"), testing::EndsWith("|--|\\-a\\:b\\-c \\\\d|"));
}

TEST(SetCommands, WithoutEffectAreNamed) {
  const auto said = [](std::vector<std::string> command, const std::string& set) {
    command.insert(command.end(), {"-f", "gp", "--set", set});
    return run_gradfield(command).messages;
  };
  const std::vector<std::string> surface{"x*y", "--surface"}, space{"x*y*z", "--vars", "x,y,z"}, plane{"x*y"},
      curve{"x", "--vars", "x"};
  for (const auto& picture : {surface, space}) {
    for (const char* set : {"set view 60,120", "set xrange [0:1]", "unset ytics", "se xr [0:1]", "  set\tgrid"}) {
      EXPECT_THAT(said(picture, set), testing::HasSubstr("' has no effect on a picture of space or a surface")) << set;
    }
    for (const char* set : {"set label 1 'a' at screen 0.5,0.5", "set x", "show view"}) {
      EXPECT_EQ(said(picture, set), "") << set;
    }
  }
  // Each of several, and of the text no more than that command.
  const std::string several = said(surface, "set view 60,120; set key; set xtics 1\nset grid");
  for (const char* command : {"set view 60,120", "set xtics 1", "set grid"}) {
    EXPECT_THAT(several, testing::HasSubstr("note: --set '" + std::string(command) + "' has no effect")) << several;
  }
  EXPECT_THAT(several, testing::Not(testing::HasSubstr("set key")));
  EXPECT_THAT(said(surface, "set view 60,120"), testing::HasSubstr("; --view AZIMUTH,ELEVATION has\n"));
  for (const auto& picture : {plane, curve}) {
    EXPECT_THAT(said(picture, "set view 60,120"), testing::HasSubstr("' has no effect on a picture of a plane\n"));
    for (const char* set : {"set xrange [0:1]", "set xtics 1", "set grid"}) EXPECT_EQ(said(picture, set), "") << set;
  }
}

}  // namespace
}  // namespace gradfield::test
