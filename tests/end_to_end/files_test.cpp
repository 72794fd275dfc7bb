// What the real binary leaves on disk, in pipes and on devices, and what it tells when it cannot.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

// Three rows and a header of f = x on the line y = 0.
const std::vector<std::string> kSmall{"x", "--x", "0:2:3", "--y", "0:0:1", "--csv"};
constexpr const char* kSmallTable = "x,y,f,df_dx,df_dy\n0,0,0,1,0\n1,0,1,1,0\n2,0,2,1,0\n";
// The same for bash.
const std::string kSmallWords = " x --x 0:2:3 --y 0:0:1 -f csv ";

ProcessSetup in(const TemporaryFolder& folder) {
  ProcessSetup setup;
  setup.folder = folder.path();
  return setup;
}

ProcessResult write_small(const TemporaryFolder& folder, const std::string& name) {
  std::vector<std::string> words = kSmall;
  words.insert(words.end(), {"-o", name});
  return run_gradfield(words, in(folder));
}

void expect_success(const ProcessResult& result) {
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_EQ(result.output, "") << result;
  EXPECT_EQ(result.messages, "") << result;
}

// Bytes that can be written into a folder only by those who may: a user that is not root, where we are root.
struct Nobody {
  std::string command = geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";
  bool works = run_bash(command + "\"$gradfield\" -V").exit_code == 0;
};

bool can_mount() { return run_bash("unshare -m true").exit_code == 0; }

TEST(Files, TakeTheirFormatFromTheExtension) {
  const TemporaryFolder folder;
  for (const auto& [name, table] : std::vector<std::pair<std::string, std::string>>{
           {"field.csv", "x,y,f,df_dx,df_dy\n1,2,2,2,1\n"}, {"field.TSV", "x\ty\tf\tdf_dx\tdf_dy\n1\t2\t2\t2\t1\n"}}) {
    expect_success(run_gradfield({"x*y", "--x", "1:1:1", "--y", "2:2:1", "-o", name}, in(folder)));
    EXPECT_EQ(read_file(folder / name), table);
  }
  const ProcessResult named =
      run_gradfield({"x*y", "--x", "1:1:1", "--y", "2:2:1", "-o", "field.dat", "-f", "tsv"}, in(folder));
  expect_success(named);
  EXPECT_EQ(read_file(folder / "field.dat"), read_file(folder / "field.TSV"));
}

TEST(Files, ReplaceAnOldOneAndKeepItsMode) {
  const TemporaryFolder folder;
  write_file(folder / "field.csv", std::string(100000, 'o'));
  chmod((folder / "field.csv").c_str(), 0640);
  expect_success(write_small(folder, "field.csv"));
  EXPECT_EQ(read_file(folder / "field.csv"), kSmallTable);
  EXPECT_EQ(fs::status(folder / "field.csv").permissions(), static_cast<fs::perms>(0640));
  EXPECT_THAT(folder.names(), ElementsAre("field.csv"));
}

TEST(Files, ObeyTheUmaskWhereTheyAreNew) {
  const TemporaryFolder folder;
  expect_success(run_bash("umask 027; \"$gradfield\"" + kSmallWords + "-o field.csv", {}, in(folder)));
  EXPECT_EQ(fs::status(folder / "field.csv").permissions(), static_cast<fs::perms>(0640));
}

TEST(Files, AreFoundThroughLinks) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "data");
  fs::create_symlink("data/link", folder / "field.csv");
  fs::create_symlink("real", folder / "data" / "link");
  expect_success(write_small(folder, "field.csv"));
  EXPECT_EQ(read_file(folder / "data" / "real"), kSmallTable);
  EXPECT_TRUE(fs::is_symlink(folder / "field.csv"));
}

TEST(Files, WithOddNamesAreJustFiles) {
  const TemporaryFolder folder;
  for (const std::string name :
       {" .csv", "a b.csv", "-.csv", "--x.csv", "ä.csv", "new\nline.csv", "\xFF.csv", "@0.csv", "a:b.csv", "%s.csv"}) {
    expect_success(write_small(folder, name));
    EXPECT_EQ(read_file(folder / name), kSmallTable) << name;
  }
}

TEST(Files, ThatCannotBeCreatedEndIn73WithTheReason) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "folder.csv");
  write_file(folder / "file", "");
  fs::create_directory(folder / "plain");
  expect_error(write_small(folder, "folder.csv"), 73, "cannot create 'folder.csv': it is a directory");
  expect_error(run_gradfield({"x", "-o", "plain"}, in(folder)), 73, "cannot create 'plain': it is a directory");
  expect_error(write_small(folder, "missing/field.csv"), 73,
               "cannot create 'missing/field.csv': No such file or directory");
  expect_error(write_small(folder, "file/field.csv"), 73, "cannot create 'file/field.csv': Not a directory");
  expect_error(write_small(folder, "missing/"), 73, "cannot create 'missing/': there is no such directory");
  EXPECT_THAT(folder.names(), ElementsAre("file", "folder.csv", "plain"));
}

TEST(Files, InAFolderThatMayNotBeWrittenEndIn73) {
  const Nobody nobody;
  if (!nobody.works) GTEST_SKIP() << "root, and setpriv cannot run the binary as another user";
  const TemporaryFolder folder;
  fs::permissions(folder.path(), static_cast<fs::perms>(0555));
  write_file(folder / "old.csv", "old");
  fs::permissions(folder / "old.csv", static_cast<fs::perms>(0444));
  for (const std::string name : {"new.csv", "old.csv"}) {
    expect_error(run_bash(nobody.command + "\"$gradfield\"" + kSmallWords + "-o " + name, {}, in(folder)), 73,
                 "cannot create '" + name + "': Permission denied");
  }
  EXPECT_EQ(read_file(folder / "old.csv"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("old.csv"));
}

TEST(Files, ThatMayNotBeWrittenAreNotReplacedInAFolderThatMay) {
  const Nobody nobody;
  if (!nobody.works) GTEST_SKIP() << "root, and setpriv cannot run the binary as another user";
  const TemporaryFolder folder;
  fs::permissions(folder.path(), static_cast<fs::perms>(0777));
  write_file(folder / "old.csv", "old");
  fs::permissions(folder / "old.csv", static_cast<fs::perms>(0444));
  expect_error(run_bash(nobody.command + "\"$gradfield\"" + kSmallWords + "-o old.csv", {}, in(folder)), 73,
               "cannot create 'old.csv': Permission denied");
  EXPECT_EQ(read_file(folder / "old.csv"), "old");
}

TEST(Files, OnAReadOnlyOrAFullDiskAreToldApart) {
  if (!can_mount()) GTEST_SKIP() << "no right to mount a file system of our own (unshare -m)";
  const TemporaryFolder folder;
  fs::create_directory(folder / "disk");
  const ProcessResult full = run_bash(
      "unshare -m bash -c 'mount -t tmpfs -o size=64k none disk && cd disk || exit 99; echo old > field.csv;\n"
      "\"$gradfield\" x -n 1000 -o field.csv; echo $?; ls -A; cat field.csv;\n"
      "\"$gradfield\" x -n 1000 --csv > redirected; echo $?'",
      {}, in(folder));
  EXPECT_EQ(full.output, "74\nfield.csv\nold\n74\n") << full;
  EXPECT_EQ(full.messages,
            "gradfield: error: cannot write to field.csv: No space left on device\n"
            "gradfield: error: cannot write to standard output: No space left on device\n")
      << full;
  const ProcessResult read_only =
      run_bash("unshare -m bash -c 'mount -t tmpfs -o ro none disk || exit 99; \"$gradfield\" x -o disk/field.csv'", {},
               in(folder));
  expect_error(read_only, 73, "cannot create 'disk/field.csv': Read-only file system");
}

TEST(Files, OnAFullDeviceEndIn74) {
  std::vector<std::string> words = kSmall;
  words.insert(words.end(), {"-o", "/dev/full"});
  expect_error(run_gradfield(words), 74, "cannot write to /dev/full: No space left on device");
  for (const auto& arguments : {kSmall,
                                {"-h"},
                                {"-V"},
                                {"--functions"},
                                {"x^2", "-n", "300", "--csv"},
                                {"x", "-f", "text"},
                                {"x", "-f", "gp"}}) {
    ProcessSetup setup;
    setup.output_to = "/dev/full";
    expect_error(run_gradfield(arguments, setup), 74, "cannot write to standard output: No space left on device");
  }
}

TEST(Files, BeyondTheSizeLimitEndIn74AndDoNotAppear) {
  const TemporaryFolder folder;
  expect_error(run_bash("ulimit -f 8; \"$gradfield\" x -n 300 -o field.csv", {}, in(folder)), 74,
               "cannot write to field.csv: File too large");
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Files, AreNotTouchedByAnyError) {
  const TemporaryFolder folder;
  write_file(folder / "old.csv", "old");
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"x+"},
                                             {"sn(x)"},
                                             {""},
                                             {"x", "--columns", "q"},
                                             {"x", "--precision", "0"},
                                             {"x", "-n", "0"},
                                             {"x", "--x", "3:-3"},
                                             {"x", "-D", "a"},
                                             {"x", "--method", "q"},
                                             {"x", "--step", "1"},
                                             {"x", "y"},
                                             {"x", "--bogus"},
                                             {"x", "-f", "q"},
                                             {"x", "-f", "png", "--size", "3"},
                                             {"x", "-f", "png", "--color", "q"},
                                             {"x", "--vars", "x,y,z,t", "-f", "svg"},
                                             {"x", "-n", "2000", "-f", "gp"}}) {
    for (const std::string name : {"old.csv", "new.csv"}) {
      std::vector<std::string> words = wrong;
      words.insert(words.end(), {"-o", name});
      const ProcessResult result = run_gradfield(words, in(folder));
      EXPECT_THAT(result.exit_code, testing::AnyOf(64, 65)) << testing::PrintToString(words) << result;
      EXPECT_EQ(result.output, "") << testing::PrintToString(words);
      EXPECT_EQ(read_file(folder / "old.csv"), "old") << testing::PrintToString(words);
      EXPECT_THAT(folder.names(), ElementsAre("old.csv")) << testing::PrintToString(words);
    }
  }
}

TEST(Files, AreGoneWithoutATraceWhenASignalEndsTheWork) {
  for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU}) {
    const TemporaryFolder folder;
    write_file(folder / "old.csv", "old");
    for (const std::string name : {"new.csv", "old.csv"}) {
      ProcessSetup setup = in(folder);
      setup.signal_number = number;
      bool was_half_written = false;
      setup.signal_when = [&] {
        for (const std::string& file : folder.names()) {
          std::error_code gone;
          was_half_written =
              was_half_written || (file.starts_with(".gradfield-") && fs::file_size(folder / file, gone) > 100000);
        }
        return was_half_written;
      };
      const ProcessResult result = run_gradfield({"sin(x)*y", "-n", "100000", "-o", name}, setup);
      EXPECT_TRUE(was_half_written);
      EXPECT_EQ(result.signal, number) << result;
      EXPECT_EQ(result.messages, "") << result;
      EXPECT_THAT(folder.names(), ElementsAre("old.csv"));
      EXPECT_EQ(read_file(folder / "old.csv"), "old");
    }
  }
}

TEST(Files, AreGoneTooWhereTheSignalComesTheMomentTheyAreMade) {
  if (run_bash("strace -o /dev/null true").exit_code != 0)
    GTEST_SKIP() << "no strace to send the signal at that moment";
  const TemporaryFolder folder;
  const ProcessResult result = run_bash(
      "place=$(strace -e trace=openat \"$gradfield\" x -o field.csv 2>&1 | grep -n gradfield- | cut -d: -f1); rm "
      "field.csv\n"
      "strace -o /dev/null -e inject=openat:signal=SIGTERM:when=$place \"$gradfield\" x -o field.csv; echo $?; ls -A",
      {}, in(folder));
  EXPECT_EQ(result.output, "143\n") << result;
}

TEST(Files, SurviveASignalThatWasIgnoredAtTheStart) {
  const TemporaryFolder folder;
  const ProcessResult result = run_bash(
      "trap '' HUP; \"$gradfield\" x -n 1000 -o field.csv & child=$!\n"
      "while ! compgen -G '.gradfield-*' > /dev/null && kill -0 $child 2> /dev/null; do :; done\n"
      "kill -HUP $child 2> /dev/null; wait $child; echo $?; wc -l < field.csv",
      {}, in(folder));
  EXPECT_EQ(result.output, "0\n1000001\n") << result << "as under nohup";
}

TEST(Pipes, TakeTheTable) {
  const TemporaryFolder folder;
  const ProcessResult result = run_bash(
      "mkfifo pipe; cat pipe > got & \"$gradfield\"" + kSmallWords + "-o pipe; echo $?; wait; ls", {}, in(folder));
  EXPECT_EQ(result.output, "0\ngot\npipe\n") << result;
  EXPECT_EQ(read_file(folder / "got"), kSmallTable);
}

TEST(Pipes, ThatCloseEndTheWorkSilentlyWithSuccess) {
  const TemporaryFolder folder;
  for (const std::string how : {"\"$gradfield\" x+y -n 2000", "\"$gradfield\" x+y -n 2000 -o /dev/stdout -f csv",
                                "\"$gradfield\" x+y -n 2000 --csv -o -"}) {
    const ProcessResult result = run_bash(how + " | head -2; echo \"${PIPESTATUS[0]}\"", {}, in(folder));
    EXPECT_EQ(result.output, "x,y,f,df_dx,df_dy\n-3,-3,-6,1,1\n0\n") << how << result;
    EXPECT_EQ(result.messages, "") << how << result;
  }
  const ProcessResult help = run_bash("\"$gradfield\" -h | true; echo \"${PIPESTATUS[0]}\"");
  EXPECT_EQ(help.output, "0\n") << help;
  EXPECT_EQ(help.messages, "") << help;
}

TEST(Pipes, ThatCloseEndTheWorkWhereTheSignalIsIgnoredToo) {
  const ProcessResult result = run_bash("trap '' PIPE; \"$gradfield\" x -n 2000 | head -1; echo \"${PIPESTATUS[0]}\"");
  EXPECT_EQ(result.output, "x,y,f,df_dx,df_dy\n0\n") << result;
}

TEST(StandardOutput, AsDevStdoutKeepsThePlaceInTheShellsFile) {
  for (const std::string device : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
    const TemporaryFolder folder;
    const std::string command = "\"$gradfield\"" + kSmallWords + "-o " + device;
    expect_success(run_bash("echo before > log; " + command + " >> log; echo after >> log", {}, in(folder)));
    EXPECT_EQ(read_file(folder / "log"), std::string("before\n") + kSmallTable + "after\n") << device << " with >>";
    expect_success(run_bash("{ echo before; " + command + "; echo after; } > log", {}, in(folder)));
    EXPECT_EQ(read_file(folder / "log"), std::string("before\n") + kSmallTable + "after\n") << device << " with >";
    expect_success(run_bash(command + " > log", {}, in(folder)));
    EXPECT_EQ(read_file(folder / "log"), kSmallTable);
    EXPECT_THAT(folder.names(), ElementsAre("log"));
  }
  const ProcessResult other = run_bash("\"$gradfield\"" + kSmallWords + "-o /dev/fd/5 5>&1 > /dev/null");
  EXPECT_EQ(other.output, kSmallTable) << other;
  const ProcessResult messages = run_bash("\"$gradfield\"" + kSmallWords + "-o /dev/stderr");
  EXPECT_EQ(messages.messages, kSmallTable) << messages;
}

TEST(StandardOutput, ThatIsClosedEndsIn74) {
  expect_error(run_bash("\"$gradfield\"" + kSmallWords + ">&-"), 74,
               "cannot write to standard output: Bad file descriptor");
  expect_error(run_bash("\"$gradfield\"" + kSmallWords + "-o /dev/stdout >&-"), 74,
               "cannot write to /dev/stdout: Bad file descriptor");
  expect_error(run_bash("\"$gradfield\" -h >&-"), 74, "cannot write to standard output: Bad file descriptor");
}

TEST(StandardOutput, ThatIsClosedIsNoMatterToAFile) {
  const TemporaryFolder folder;
  expect_success(run_bash("\"$gradfield\"" + kSmallWords + "-o field.csv --size 3x3 <&- >&- 2>&-", {}, in(folder)));
  EXPECT_EQ(read_file(folder / "field.csv"), kSmallTable) << "no note has got into the file";
}

}  // namespace
}  // namespace gradfield::test
