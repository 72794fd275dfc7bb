// The gnuplot process: how it is started, fed and ended.
#include "plot/gnuplot/gnuplot.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <cerrno>
#include <locale>
#include <sstream>
#include <thread>

#include "base/error.hpp"
#include "support/fake_gnuplot.hpp"
#include "support/png.hpp"
#include "support/rows.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(Gnuplot, DrawsIntoTheFileAndLeavesNothingElse) {
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  const ProcessResult result = run_gradfield({"x^2+y^2", "-o", "field.png"}, setup);
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_THAT(result.output, IsEmpty());
  EXPECT_THAT(result.messages, IsEmpty());
  EXPECT_THAT(folder.names(), ElementsAre("field.png"));
  EXPECT_THAT(read_file(folder / "field.png"), StartsWith("\x89PNG"));
}

TEST(Gnuplot, TakesAnyFileNameAsANameAndRunsNothingInIt) {
  const std::vector<std::string> names{"a b.svg",
                                       "it's.svg",
                                       "''.svg",
                                       "\".svg",
                                       "\"\".svg",
                                       "`touch pwned`.svg",
                                       "$(touch pwned).svg",
                                       "${HOME}.svg",
                                       "a\nb.svg",
                                       "a\n!touch pwned\n.svg",
                                       "|touch pwned.svg",
                                       "<touch pwned.svg",
                                       "| tee x.svg",
                                       "-leading.svg",
                                       "--version.svg",
                                       "'; system('touch pwned') #.svg",
                                       "\"; system(\"touch pwned\") #.svg",
                                       "größe ∇f 温度.svg",
                                       "a\\b.svg",
                                       "\\042.svg",
                                       "a\tb.svg",
                                       "a;b&c.svg",
                                       "*?[x].svg",
                                       "~.svg",
                                       "%s%n.svg",
                                       "{a}^_@.svg",
                                       "\x01\x1b[31m.svg",
                                       "\xff\xfe.svg",
                                       "#.svg",
                                       "'.svg",
                                       "...svg",
                                       "x.y.z.svg"};
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  for (const std::string& name : names) {
    const ProcessResult result = run_gradfield({"x*y", "-n", "3", "--output=" + name}, setup);
    EXPECT_EQ(result.exit_code, 0) << "file name " << testing::PrintToString(name) << "\n" << result;
  }
  std::vector<std::string> expected = names;
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(folder.names(), expected);
  for (const std::string& name : folder.names()) {
    EXPECT_THAT(read_file(folder / name), HasSubstr("</svg>")) << testing::PrintToString(name);
  }
}

TEST(Gnuplot, SaysInOneLineWhatToInstallWhereItIsMissing) {
  TemporaryFolder folder, empty;
  ProcessSetup setup;
  setup.folder = folder.path();
  setup.environment["PATH"] = empty.path().string();
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"x^2", "-o", "f.png"}, {"x^2", "-f", "svg"}, kLargePicture}) {
    const ProcessResult result = run_gradfield(command, setup);
    EXPECT_EQ(result.exit_code, 69) << result;
    EXPECT_EQ(
        result.messages,
        "gradfield: error: cannot start gnuplot (not found): install it (apt install gnuplot-qt), or write a table "
        "with --csv\n");
    EXPECT_THAT(result.output, IsEmpty());
    EXPECT_THAT(folder.names(), IsEmpty());
  }
}

TEST(Gnuplot, IsNotNeededForTextScriptsAndTables) {
  TemporaryFolder empty;
  ProcessSetup setup;
  setup.environment["PATH"] = empty.path().string();
  for (const char* format : {"text", "gp", "csv"}) {
    const ProcessResult result = run_gradfield({"x^2+y^2", "-f", format}, setup);
    EXPECT_EQ(result.exit_code, 0) << format << "\n" << result;
    EXPECT_THAT(result.output, Not(IsEmpty())) << format;
  }
}

TEST(Gnuplot, IsReportedWhereItCannotBeExecuted) {
  TemporaryFolder folder, programs;
  write_file(programs / "gnuplot", "#!/bin/sh\nexit 0\n");
  chmod((programs / "gnuplot").c_str(), 0644);
  ProcessSetup setup;
  setup.folder = folder.path();
  setup.environment["PATH"] = programs.path().string();
  const ProcessResult result = run_gradfield({"x^2", "-o", "f.png"}, setup);
  EXPECT_EQ(result.exit_code, 69) << result;
  EXPECT_THAT(result.messages, AllOf(IsOneErrorLine(), HasSubstr("cannot start gnuplot (Permission denied)")));
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Gnuplot, GetsTheScriptAsAFileAndAnUnknownDefaultTerminal) {
  // What it is started with, seen from inside.
  const FakeGnuplot fake("echo \"arguments: $*; GNUTERM=$GNUTERM;\" >&2; exit 9");
  TemporaryFolder folder;
  ProcessSetup setup = fake.setup(folder.path());
  setup.environment["GNUTERM"] = "png; system \"touch pwned\"";
  const ProcessResult result = run_gradfield({"x^2", "-o", "f.png"}, setup);
  EXPECT_THAT(result.messages, HasSubstr("arguments: -d /dev/stdin; GNUTERM=unknown;")) << result;
}

TEST(Gnuplot, IsUntouchedByGnutermAndByTheStartUpFile) {
  TemporaryFolder reference_folder;
  ProcessSetup setup;
  setup.folder = reference_folder.path();
  ASSERT_EQ(run_gradfield({"x*y", "-o", "field.svg"}, setup).exit_code, 0);
  const std::string reference = read_file(reference_folder / "field.svg");

  for (const char* gnuterm :
       {"nonsense", "png; system \"touch pwned\"", "unknown\n!touch pwned", "`touch pwned`", ""}) {
    TemporaryFolder folder, home;
    write_file(home / ".gnuplot", "system \"touch pwned\"\nset title \"mine\"\nset samples 2\nexit\n");
    setup.folder = folder.path();
    setup.environment["HOME"] = home.path().string();
    setup.environment["XDG_CONFIG_HOME"] = home.path().string();
    setup.environment["GNUTERM"] = gnuterm;
    const ProcessResult result = run_gradfield({"x*y", "-o", "field.svg"}, setup);
    EXPECT_EQ(result.exit_code, 0) << gnuterm << "\n" << result;
    EXPECT_THAT(folder.names(), ElementsAre("field.svg")) << gnuterm;
    EXPECT_TRUE(read_file(folder / "field.svg") == reference) << "GNUTERM=" << gnuterm << " changed the picture";
  }
}

TEST(Gnuplot, IsToldOfAFolderThatIsMissingBeforeItStarts) {
  const FakeGnuplot fake("echo started > /dev/stderr; exit 1");
  TemporaryFolder folder;
  const ProcessResult result = run_gradfield({"x^2", "-o", "no/such/field.png"}, fake.setup(folder.path()));
  EXPECT_EQ(result.exit_code, 73) << result;
  EXPECT_THAT(result.messages, AllOf(IsOneErrorLine(), HasSubstr("no/such/field.png"), Not(HasSubstr("started"))));
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Gnuplot, ReportsAFullDisk) {
  for (const char* format : {"png", "svg", "pdf", "eps", "html", "tex"}) {
    const ProcessResult into_device = run_gradfield({"x^2", "-f", format, "-o", "/dev/full"});
    EXPECT_EQ(into_device.exit_code, 74) << format << "\n" << into_device;
    EXPECT_THAT(into_device.messages, AllOf(IsOneErrorLine(), HasSubstr("/dev/full"), HasSubstr("No space left")));
    ProcessSetup setup;
    setup.output_to = "/dev/full";
    const ProcessResult to_output = run_gradfield({"x^2", "-f", format}, setup);
    EXPECT_EQ(to_output.exit_code, 74) << format << "\n" << to_output;
    EXPECT_THAT(to_output.messages, AllOf(IsOneErrorLine(), HasSubstr("standard output"), HasSubstr("No space left")));
  }
}

// The recipe in it tells the commands apart, so the drawings are compared.
TEST(Gnuplot, SendsToAPipeTheSamePictureAsToAFile) {
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  ASSERT_EQ(run_gradfield({"x*y", "-o", "field.png"}, setup).exit_code, 0);
  const std::string in_file = drawn_chunks(read_file(folder / "field.png"));
  const ProcessResult piped = run_gradfield({"x*y", "-f", "png"});
  EXPECT_EQ(piped.exit_code, 0) << piped.messages;
  EXPECT_TRUE(drawn_chunks(piped.output) == in_file);
  const ProcessResult through_path = run_gradfield({"x*y", "-f", "png", "-o", "/dev/stdout"});
  EXPECT_TRUE(drawn_chunks(through_path.output) == in_file);
}

TEST(Gnuplot, EndsSilentlyWhereTheReaderOfThePictureIsGone) {
  // true reads nothing; the shell reports how gradfield ended.
  const ProcessResult result =
      run_program({"bash", "-c", "\"$0\" 'x^2+y^2' -f png | true; echo ${PIPESTATUS[0]}", GRADFIELD_BINARY});
  EXPECT_EQ(result.output, "0\n") << result;
  EXPECT_THAT(result.messages, IsEmpty());
}

TEST(Gnuplot, DiesWithUsOfASignalAndLeavesNoFile) {
  // The fake notes its process number and its own child's, ends gradfield, which started it, and waits; both are to go.
  const FakeGnuplot fake("/bin/sleep 1000 & echo $$ $! > \"$NUMBERS\"; kill -TERM $PPID; wait");
  TemporaryFolder folder, notes;
  ProcessSetup setup = fake.setup(folder.path());
  setup.environment["NUMBERS"] = (notes / "numbers").string();
  const ProcessResult result = run_gradfield(kLargePicture, setup);
  EXPECT_EQ(result.signal, SIGTERM) << result;
  EXPECT_THAT(result.messages, IsEmpty());
  EXPECT_THAT(folder.names(), IsEmpty());
  std::istringstream numbers(read_file(notes / "numbers"));
  int count = 0;
  for (pid_t child = 0; numbers >> child; ++count) {
    // Whoever inherits the orphan may need a moment to bury it.
    bool is_gone = false;
    for (int attempt = 0; attempt < 500 && !is_gone; ++attempt) {
      is_gone = kill(child, 0) != 0 && errno == ESRCH;
      if (!is_gone) {
        std::error_code fault;
        const std::filesystem::path status = "/proc/" + std::to_string(child) + "/stat";
        is_gone = !std::filesystem::exists(status, fault) || read_file(status).find(") Z ") != std::string::npos;
      }
      if (!is_gone) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_TRUE(is_gone) << "process " << child << " outlived us";
  }
  EXPECT_EQ(count, 2);
}

TEST(Gnuplot, NamesTheErrorOfAScript) {
  const auto draw = [&](const char* script) {
    try {
      GnuplotRun().draw([&](std::ostream& out) { out << script; }, named(terminals(), "png"), "field.png");
      return std::string("no error");
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kUnavailable) << error.what();
      return std::string(error.what());
    }
  };
  EXPECT_THAT(
      draw("set terminal pngcairo\nnonsense here\nplot x\n"),
      AllOf(StartsWith("gnuplot failed with status 1"), HasSubstr("nonsense here"), HasSubstr("invalid command")));
  EXPECT_THAT(draw("set terminal pngcairo\n"), StartsWith("gnuplot drew nothing"));
  EXPECT_THAT(draw(""), StartsWith("gnuplot drew nothing"));
  EXPECT_THAT(draw("plot x\n"), StartsWith("gnuplot drew nothing"));
  EXPECT_THAT(draw("exit status 5\n"), StartsWith("gnuplot failed with status 5"));
}

TEST(Gnuplot, IsEndedWhereItHasNothingToDraw) {
  {
    const GnuplotRun gnuplot;
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), 0) << "no child is running";
  }
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD) << "a child outlived its object";
}

TEST(Gnuplot, WritesNumbersOfAScriptInNoLocale) {
  struct Commas : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
  };
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Commas));
  Terminal numbers = named(terminals(), "png");
  numbers.start = "1";
  numbers.end_mark = "e-01";
  const std::string drawn = GnuplotRun().draw(
      [](std::ostream& out) { out << "set print \"-\"\nprint \"" << 1234567 << ' ' << 0.5 << "\"\n"; }, numbers, "out");
  std::locale::global(before);
  EXPECT_THAT(drawn, testing::MatchesRegex("1234567 5\\.0*e-01\n"));
}

}  // namespace
}  // namespace gradfield::test
