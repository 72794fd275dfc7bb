// What options and the terminal do to a text picture, and which options say that they do nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/spelling.hpp"
#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

/// The colours of a picture as the terminal is told them.
std::set<std::string> colors_in(const std::string& text) {
  std::set<std::string> codes;
  for (std::size_t at = text.find("\x1b[38;"); at != std::string::npos; at = text.find("\x1b[38;", at + 1)) {
    codes.insert(text.substr(at + 2, text.find('m', at) - at - 2));
  }
  return codes;
}

std::string without_colors(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b')
      i = text.find('m', i);
    else if (text[i] != '\r')
      out += text[i];
  }
  return out;
}

const Words kPlane{"1/(x^2+y^2)", "-f", "text"};
const Words kLine{"x^3-3x", "--vars", "x", "-f", "text"};

std::string shown(Words words, const Words& more, const ProcessSetup& setup) {
  words.insert(words.end(), more.begin(), more.end());
  const ProcessResult result = run_gradfield(words, setup);
  EXPECT_EQ(result.exit_code, 0) << testing::PrintToString(words) << result;
  return result.output;
}

TEST(TextOptions, NoPictureIsLargerThanItsTerminal) {
  for (const Words& picture : {kPlane, kLine, Words{"log(x)*y"}, Words{"log(x)", "--vars", "x"}}) {
    for (const auto& [columns, rows] :
         {std::pair<unsigned short, unsigned short>{80, 24}, {40, 12}, {200, 60}, {30, 12}}) {
      for (const char* locale : {"C.UTF-8", "C"}) {
        ProcessSetup setup = on_terminal(columns, rows);
        setup.environment["LANG"] = locale;
        const std::string text = without_colors(shown(picture, {}, setup));
        std::size_t lines = 1;  // of the prompt that follows
        for (const std::string& line : lines_of(text)) {
          const bool is_note = line.starts_with("gradfield: note: ");
          EXPECT_TRUE(is_note || column_width(line) <= columns) << text;
          lines += (column_width(line) + columns - 1) / columns;
        }
        // Notes that follow have room too, so that the title is still to be seen.
        EXPECT_LE(lines, rows) << text;
        EXPECT_GE(lines + 1, rows) << "it fills the height\n" << text;
      }
    }
  }
}

TEST(TextOptions, ColumnsAndLinesSayHowLargeThePictureIs) {
  for (ProcessSetup setup : {on_terminal(), ProcessSetup()}) {
    setup.environment["COLUMNS"] = "60";
    setup.environment["LINES"] = "14";
    for (const Words& picture : {kPlane, kLine}) {
      const std::vector<std::string> lines = lines_of(without_colors(shown(picture, {"-q"}, setup)));
      EXPECT_EQ(lines.size(), 13u);
      for (const std::string& line : lines) EXPECT_LE(column_width(line), 60u) << line;
    }
    setup.environment["COLUMNS"] = "nonsense";
    setup.environment["LINES"] = "0";
    EXPECT_EQ(lines_of(shown(kLine, {}, setup)).size(), 23u);
  }
}

TEST(TextOptions, ColoursAreThoseOfTheTerminal) {
  const auto codes = [](const std::string& terminal) {
    ProcessSetup setup = on_terminal();
    setup.environment["TERM"] = terminal;
    std::set<std::string> both = colors_in(shown(kPlane, {}, setup));
    both.merge(colors_in(shown(kLine, {}, setup)));
    return both;
  };
  for (const char* name : {"dumb", "vt100", "vt220", "xterm-mono", "unknown", ""})
    EXPECT_THAT(codes(name), IsEmpty()) << name;
  for (const char* name : {"xterm", "xterm-256color", "screen", "tmux-256color", "linux"}) {
    EXPECT_THAT(codes(name), AllOf(Not(IsEmpty()), testing::Each(StartsWith("38;5;")))) << name;
  }
  EXPECT_THAT(codes("xterm-direct"), AllOf(Not(IsEmpty()), testing::Each(StartsWith("38;2;"))));
}

TEST(TextOptions, EachOptionOfLooksChangesThePicture) {
  struct Row {
    Words more;
    std::string appears;  // without colours
  };
  const std::string plain = shown(kPlane, {}, on_terminal());
  for (const Row& row : {Row{{"--length", "linear"}, "|∇f|  0 ■■■■■■■■■■ 2.745"},
                         {{"--length", "sqrt"}, "|∇f|  0 ■■■■■ 0.69 ■■■■■ 2.745"},
                         {{"--length", "unit", "--color-scale", "linear"}, "|∇f|  0 ■■■■■■■■■■ "},
                         {{"--cap", "50"}, " beyond\n"},
                         {{"--cap", "none"}, "|∇f|  0.1287 ■■■■■ 4.1 ■■■■■ 128.7"},
                         {{"--color", "blue"}, "|∇f| up to 2.745, ⇒ 16 beyond\n"},
                         {{"--color", "f"}, "f  0.05556 ■■■■■■■■■■ "},
                         {{"--palette", "magma"}, "∇f"},
                         {{"--theme", "dark"}, "∇f"},
                         {{"--theme", "light"}, "∇f"},
                         {{"--descent"}, "-∇f, f(x, y)"},
                         {{"--title", "My own"}, "My own\n"},
                         {{"--aspect", "free"}, "│ → → → → → → → → → → →"},
                         {{"--no-key"}, "┘"}}) {
    const ProcessSetup setup = on_terminal();
    const std::string picture = shown(kPlane, row.more, setup);
    EXPECT_NE(picture, plain) << testing::PrintToString(row.more);
    EXPECT_THAT(without_colors(picture), AllOf(HasSubstr(row.appears), Not(HasSubstr("no effect"))))
        << testing::PrintToString(row.more);
  }
  EXPECT_THAT(without_colors(shown(kPlane, {"--title", ""}, on_terminal())), StartsWith("  y ┌"));
  EXPECT_THAT(shown(kPlane, {"--no-key"}, on_terminal()), Not(HasSubstr("|∇f|")));
  EXPECT_THAT(shown(kLine, {"--no-key"}, on_terminal()), Not(HasSubstr("⠒⠒⠒\x1b[0m f")));
  EXPECT_THAT(without_colors(shown(kLine, {"--title", ""}, on_terminal())), StartsWith("     ┌"));
}

TEST(TextOptions, ShortenedArrowsAreDoubleAndCounted) {
  // Of the 324 arrows the 95th percentile is not exceeded by 16, which are those around the pole.
  const std::string text = without_colors(shown(kPlane, {}, on_terminal()));
  std::size_t doubles = 0;
  for (const char* arrow : {"⇒", "⇗", "⇑", "⇖", "⇐", "⇙", "⇓", "⇘"}) {
    for (std::size_t at = text.find(arrow); at != std::string::npos; at = text.find(arrow, at + 1)) ++doubles;
  }
  EXPECT_EQ(doubles, 16u + 1) << text;  // one in the legend
  EXPECT_THAT(text, HasSubstr(", ⇒ 16 beyond\n"));
  EXPECT_THAT(shown(kPlane, {"--cap", "none"}, on_terminal()), Not(HasSubstr("beyond")));
  ProcessSetup ascii;
  ascii.environment["LANG"] = "C";
  EXPECT_THAT(shown(kPlane, {}, ascii), HasSubstr("|grad f| up to 2.745, => 16 beyond   /' '\\ up, ./ \\. down\n"));
  // Nearest to the pole.
  EXPECT_THAT(shown(kPlane, {}, ascii), HasSubstr(" -> => \\: :/ <= <- "));
}

TEST(TextOptions, TheMiddleOfAScaleThatIsNotEvenIsLabelled) {
  // The arrow of half the length stands for a quarter of 8.485 where lengths are roots.
  EXPECT_THAT(without_colors(shown({"x^2+y^2", "-f", "text"}, {"--length", "sqrt"}, on_terminal())),
              HasSubstr("|∇f|  0 ■■■■■ 2.1 ■■■■■ 8.485"));
}

TEST(TextOptions, WhatHasNoEffectSaysSo) {
  struct Row {
    Words words;
    std::string option, result;
    bool colors;
  };
  for (const Row& row : {Row{kPlane, "--scale=2", "a text picture", true},
                         {kPlane, "--pivot=tail", "a text picture", true},
                         {kPlane, "--surface", "a text picture", true},
                         {kPlane, "--size=600x600", "a text picture", true},
                         {kPlane, "--font=Serif", "a text picture", true},
                         {kPlane, "--xlabel=u", "a text picture", true},
                         {kPlane, "--ylabel=v", "a text picture", true},
                         {kPlane, "--no-grid", "a text picture", true},
                         {kPlane, "--set=set grid", "a text picture", true},
                         {kPlane, "--hessian", "a picture of more than one variable", true},
                         {kPlane, "--precision=3", "a picture", true},
                         {kPlane, "--length=log", "a text picture without colours", false},
                         {kPlane, "--color=red", "a text picture without colours", false},
                         {kPlane, "--palette=magma", "a text picture without colours", false},
                         {kPlane, "--theme=dark", "a text picture without colours", false},
                         {kPlane, "--heatmap", "a text picture without colours", false},
                         {kLine, "--length=log", "a picture of one variable", true},
                         {kLine, "--cap=50", "a picture of one variable", true},
                         {kLine, "--color=red", "a picture of one variable", true},
                         {kLine, "--palette=magma", "a picture of one variable", true},
                         {kLine, "--aspect=equal", "a picture of one variable", true},
                         {kLine, "--points=50", "a picture of one variable", true},
                         {kLine, "--theme=dark", "a text picture without colours", false}}) {
    ProcessSetup setup = on_terminal();
    if (!row.colors) setup.environment["NO_COLOR"] = "1";
    const std::string note =
        "gradfield: note: " + row.option.substr(0, row.option.find('=')) + " has no effect on " + row.result + "\r\n";
    EXPECT_THAT(shown(row.words, {row.option}, setup), HasSubstr(note)) << row.option;
    // And it is true.
    const std::string quiet = shown(row.words, {row.option, "-q"}, setup);
    EXPECT_EQ(quiet, shown(row.words, {"-q"}, setup)) << row.option;
  }
  // Over a heat map arrows are dark or light, or of a colour of their own.
  for (const char* option : {"--length=log", "--color=norm", "--color=f"}) {
    const std::string name = std::string(option).substr(0, std::string(option).find('='));
    EXPECT_THAT(shown(kPlane, {"--heatmap", option}, on_terminal()),
                HasSubstr("note: " + name + " has no effect on a text picture over a heat map"));
    EXPECT_EQ(shown(kPlane, {"--heatmap", option, "-q"}, on_terminal()),
              shown(kPlane, {"--heatmap", "-q"}, on_terminal()));
  }
  EXPECT_THAT(shown(kPlane, {"--heatmap", "--color=red", "--palette=magma"}, on_terminal()), Not(HasSubstr("note")));
  const std::string one_color = shown(kPlane, {"--color=red", "--length=log", "--palette=magma"}, on_terminal());
  EXPECT_THAT(one_color, AllOf(HasSubstr("--length has no effect on a text picture of one colour"),
                               HasSubstr("--palette has no effect on arrows of one colour")));
}

TEST(TextOptions, AThemeNamesTheBackgroundThatColoursAreReadOn) {
  const auto codes = [](const Words& more) {
    ProcessSetup setup = on_terminal();
    setup.environment["COLORTERM"] = "truecolor";
    return colors_in(shown(kPlane, more, setup));
  };
  EXPECT_NE(codes({"--theme", "dark"}), codes({}));
  EXPECT_NE(codes({"--theme", "light"}), codes({}));
  EXPECT_NE(codes({"--theme", "light"}), codes({"--theme", "dark"}));
}

TEST(TextOptions, AsciiIsAllThereIsWhateverTheTitle) {
  ProcessSetup setup;
  setup.environment["LANG"] = "C";
  for (const Words& picture : {kPlane, kLine}) {
    const std::string text = shown(picture, {"--title", "Größe 温度"}, setup);
    for (const char c : text) ASSERT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f)) << text;
    EXPECT_THAT(text, HasSubstr("Gr??e ??\n"));
  }
}

TEST(OneVariable, HasATextPicture) {
  const std::string colored = shown(kLine, {}, on_terminal());
  EXPECT_EQ(colors_in(colored).size(), 2u);
  EXPECT_THAT(without_colors(colored), AllOf(HasSubstr("f and f′, f(x) = x^3-3x\n"), HasSubstr("⠒⠒⠒ f   ⠒⠒⠒ f′\n")));
  ProcessSetup no_color = on_terminal();
  no_color.environment["NO_COLOR"] = "1";
  EXPECT_THAT(shown(kLine, {}, no_color), AllOf(Not(HasSubstr("\x1b")), HasSubstr("⠒⠒⠒ f   ⠒ ⠒ f′")));
  ProcessSetup ascii;
  ascii.environment["LANG"] = "C";
  EXPECT_THAT(shown(kLine, {}, ascii), HasSubstr("* f   . f'\n"));
  const ProcessResult half = run_gradfield({"x", "--vars", "x", "--where", "x>0", "-f", "text"});
  EXPECT_EQ(half.messages, "gradfield: note: f is not finite, or left out, on 50 % of the range\n");
  const ProcessResult nothing = run_gradfield({"0/0", "--vars", "x", "-f", "text"});
  EXPECT_EQ(nothing.messages, "gradfield: note: f is not finite, or left out, on 100 % of the range\n");
  EXPECT_THAT(nothing.output, HasSubstr("no point is finite"));
}

TEST(TextOptions, SayWhereACurveIsNotWhole) {
  const auto notes = [](Words words) {
    words.insert(words.end(), {"--vars", "x", "-f", "text"});
    return run_gradfield(words).messages;
  };
  EXPECT_EQ(notes({"1/x"}),
            "gradfield: note: f is not finite, or left out, at x = 0\n"
            "gradfield: note: f and f' are cut at -4.12 and 2.06: poles near x = 0\n");
  EXPECT_EQ(notes({"sqrt(x^2)"}), "gradfield: note: f' is not finite, though f is, at x = 0\n");
  EXPECT_EQ(notes({"x+0*(-2)^(rint(x)+0*x)"}),
            "gradfield: note: f' is not finite, though f is, on 100 % of the range\n");
  EXPECT_EQ(notes({"1/(1+exp(-1000*x))"}), "");
  EXPECT_THAT(notes({"tan(x)"}), testing::HasSubstr("poles near x = -1.571 and 1.571\n"));
  EXPECT_EQ(notes({"sin(50*x)"}), "");
  EXPECT_EQ(notes({"exp(x)", "--x", "0:20"}), "");
  EXPECT_EQ(notes({"x", "--x", "-3:3:50"}),
            "gradfield: note: the count 50 of the range of x has no effect on a picture of one variable\n");
  EXPECT_EQ(notes({"x", "--x", "1:1:1"}), "");
}

TEST(TextOptions, SayWhenAScreenIsTooSmall) {
  for (const auto& [columns, rows] : {std::pair<const char*, const char*>{"6", "20"}, {"100", "4"}, {"1", "1"}}) {
    for (const Words& picture : {kPlane, kLine}) {
      ProcessSetup setup;
      setup.environment["COLUMNS"] = columns;
      setup.environment["LINES"] = rows;
      const ProcessResult result = run_gradfield(picture, setup);
      EXPECT_EQ(result.exit_code, 0) << result;
      EXPECT_EQ(result.output, "") << columns << "x" << rows;
      EXPECT_THAT(result.messages, HasSubstr(std::string("a screen of ") + columns + "x" + rows + " is too small"));
    }
  }
}

}  // namespace
}  // namespace gradfield::test
