// Points on their way through pipes: each is answered before the next is awaited, in bounded memory, to a clean end.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "field/methods/methods.hpp"
#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

TEST(At, AnswersEachLineOfABashCoprocess) {
  const ProcessResult result = run_bash(
      "coproc gradient { \"$gradfield\" 'x^2+y^2' --at - --columns df_dx,df_dy; }\n"
      "read -r -t 10 header <&\"${gradient[0]}\"; echo \"$header\"\n"
      "for x in 1 2 3; do\n"
      "  echo \"$x -$x\" >&\"${gradient[1]}\"\n"
      "  read -r -t 10 slopes <&\"${gradient[0]}\"; echo \"$slopes\"\n"
      "done\n"
      "exec {gradient[1]}>&-; wait \"$gradient_PID\"; echo \"$?\"");
  EXPECT_EQ(result.output, "df_dx,df_dy\n2,-2\n4,-4\n6,-6\n0\n") << result;
}

TEST(At, IsTheGradientOfAPythonDescent) {
  // Down the valley of (x-1)^2 + 4*(y+2)^2 by steps of a tenth of the gradient, 100 questions and answers; the factors
  // 0.8 and 0.2 a step bring (5, 5) to within 1e-9 of (1, -2).
  const std::string output = run_python(
      "import subprocess, sys\n"
      "p = subprocess.Popen([r'" GRADFIELD_BINARY
      "', '(x-1)^2+4*(y+2)^2', '--at', '-', '--no-header', '--columns',"
      " 'df_dx,df_dy'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)\n"
      "x, y = 5.0, 5.0\n"
      "for step in range(100):\n"
      "  print(x, y, sep=',', file=p.stdin)\n"
      "  u, v = map(float, p.stdout.readline().split(','))\n"
      "  x, y = x - 0.1 * u, y - 0.1 * v\n"
      "p.stdin.close()\n"
      "print(abs(x - 1) < 1e-9, abs(y + 2) < 1e-9, p.wait(), p.stdout.read() == '')\n");
  EXPECT_EQ(output, "True True 0 True\n");
}

TEST(At, AnswersTheLinesThatASlowWriterFinishesInPieces) {
  const ProcessResult result = run_bash(
      "{ for piece in 1 ' ' '2' $'\\n3 4' $'\\n' '5 6'; do printf %s \"$piece\"; sleep 0.02; done; } | \"$gradfield\" "
      "x+y "
      "--at - --columns f");
  EXPECT_EQ(result.output, "f\n3\n7\n11\n") << result;
}

TEST(At, EndsSilentlyWithItsReader) {
  const ProcessResult result =
      run_bash("yes '1 2' 2> /dev/null | \"$gradfield\" x --at - | head -2; echo \"${PIPESTATUS[1]}\"");
  EXPECT_EQ(result.output, "x,y,f,df_dx,df_dy\n1,2,1,1,0\n0\n") << result;
  EXPECT_EQ(result.messages, "");
  ProcessSetup full = with_input("1 2\n");
  full.output_to = "/dev/full";
  const ProcessResult refused = run_gradfield({"x", "--at", "-"}, full);
  EXPECT_EQ(refused.exit_code, 74) << refused;
  EXPECT_EQ(refused.messages, "gradfield: error: cannot write to standard output: No space left on device\n");
}

TEST(At, LeavesNothingBehindWhenASignalEndsItsWaiting) {
  const TemporaryFolder folder;
  const std::string fifo = folder / "points";
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  const int writer = open(fifo.c_str(), O_RDWR | O_CLOEXEC);  // never closed while it waits
  ASSERT_EQ(write(writer, "1 2\n", 4), 4);
  ProcessSetup setup;
  setup.signal_when = [&] { return folder.names().size() > 1; };
  const ProcessResult result = run_gradfield({"x", "--at", fifo, "-o", folder / "out.csv"}, setup);
  EXPECT_EQ(result.signal, SIGTERM) << result;
  EXPECT_THAT(folder.names(), testing::ElementsAre("points"));
  close(writer);
}

TEST(At, NeedsNoMoreMemoryForTenMillionPointsThanForTenThousand) {
  // The kernel's peak of the largest process of the line. Held in memory, the points alone were 160 MB.
  const std::string line =
      "yes '1.5 2.5' | head -n \"$1\" | \"$gradfield\" x+y --at - --where 'x < y' --columns f --no-header | uniq -c";
  const ProcessResult small = run_bash(line, {"10000"});
  const ProcessResult large = run_bash(line, {"10000000"});
  EXPECT_THAT(small.output, testing::MatchesRegex(" *10000 4\n")) << small;
  EXPECT_THAT(large.output, testing::MatchesRegex(" *10000000 4\n")) << large;
  EXPECT_LT(large.peak_memory_kib, small.peak_memory_kib + 4096);
}

TEST(At, AnswersByEveryMethodAlsoWhereAConditionLeavesNothingOfAPipe) {
  for (const Method& method : methods()) {
    const ProcessResult result = run_bash(
        "{ echo 1 2; sleep 0.02; echo 3 4; } | \"$gradfield\" x --at - --where 'x > 2' --columns df_dx --precision 6 "
        "--method \"$1\"",
        {std::string(method.name)});
    EXPECT_EQ(result.output, "df_dx\n1\n") << method.name << result;
  }
}

TEST(At, SurvivesBytesOfEveryKind) {
  // Random bytes, most of them those that points are made of: an answer or a refusal, and never another end.
  const std::string script = run_python(
      "import random\n"
      "random.seed(11)\n"
      "letters = [b'0', b'1', b'9', b'.', b'-', b'+', b'e', b' ', b'\\t', b',', b'\\n', b'\\r', b'#', b'\"', b'x', "
      "b'y', "
      "b'nan', b'1 2\\n', b'x,y\\n', b'\\0', b'\\xff', b'\\xef\\xbb\\xbf', b'\\xc3\\xa9', b'\\x1b', b';']\n"
      "weights = [6] * 10 + [1] * 15\n"
      "for n in range(200):\n"
      "  print((b''.join(random.choices(letters, weights, k=random.randrange(60)))).hex())\n");
  for (const std::string& hex : lines_of(script)) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
      bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    }
    const ProcessResult result = run_gradfield({"x*y", "--at", "-"}, with_input(bytes));
    EXPECT_THAT(result.exit_code, testing::AnyOf(0, 65)) << testing::PrintToString(bytes) << result;
    for (const char c : result.messages) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << result;
    if (result.exit_code == 0) continue;
    EXPECT_THAT(result.messages, testing::AllOf(HasSubstr("error: standard input, line "), HasSubstr("^"))) << result;
  }
}

}  // namespace
}  // namespace gradfield::test
