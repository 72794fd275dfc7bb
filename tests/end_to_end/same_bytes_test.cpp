// The same bytes from every instruction set and every number of threads, by the real binary.
#include <gmock/gmock.h>

#include <array>

#include "support/commands.hpp"
#include "support/instruction_sets.hpp"
#include "support/process.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

ProcessResult run_with(Words words, const std::string& set, int threads) {
  words.insert(words.end(), {"--threads", std::to_string(threads)});
  ProcessSetup setup;
  setup.environment["GRADFIELD_INSTRUCTION_SET"] = set;
  ProcessResult result = run_gradfield(words, setup);
  // A script tells the number of threads with the rest of its command.
  const std::size_t command = result.output.find("\n# Command: ");
  if (command != std::string::npos) result.output.erase(command, result.output.find('\n', command + 1) - command);
  return result;
}

void expect_same_bytes(const Words& words) {
  const ProcessResult expected = run_with(words, "portable", 1);
  // From call to call another count meets each set.
  static std::size_t turn = 0;
  constexpr std::array kCounts{2, 3, 8, 1};
  for (std::size_t place = ++turn; const InstructionSet* set : supported_sets()) {
    const int threads = kCounts[place++ % kCounts.size()];
    const ProcessResult result = run_with(words, std::string(set->name), threads);
    EXPECT_EQ(result.exit_code, expected.exit_code) << result.messages;
    EXPECT_TRUE(result.output == expected.output)
        << set->name << ", " << threads << " threads: " << testing::PrintToString(words);
  }
}

// Every second formula of tests/data, with grids and columns in turn; more than a block of points, so that there are
// threads.
TEST(SameBytes, ComeFromEveryInstructionSetAndNumberOfThreads) {
  const std::vector<Words> turns{{"-n", "20"},
                                 {"-n", "7x300", "--hessian"},
                                 {"-n", "70x100", "--descent"},
                                 {"-n", "600x5", "--columns", "y,norm,angle,laplacian,x,df_dx"},
                                 {"-n", "90", "--where", "x*y < 1"},
                                 {"-n", "80x90", "-f", "npy"}};
  std::size_t place = 0, compared = 0;
  for (const std::string& formula : read_formulas()) {
    if (++place % 2 != 0) continue;
    Words words{formula, "--csv"};
    const Words& turn = turns[place / 2 % turns.size()];
    if (turn.back() == "npy") words.pop_back();
    words.insert(words.end(), turn.begin(), turn.end());
    expect_same_bytes(words);
    ++compared;
  }
  EXPECT_GE(compared, 300u);
}

TEST(SameBytes, ComeFromEveryMethodAndFromPointsOfAFile) {
  const TemporaryFolder folder;
  std::string points;
  for (int i = 0; i < 20000; ++i) points += std::to_string(i * 0.001 - 7) + " " + std::to_string(i % 97 * 0.1) + "\n";
  write_file(folder / "points", points);
  const std::string formula = "sin(x*y)*exp(-x^2/9)+log(abs(y)+1)";
  for (const char* method : {"exact", "forward", "backward", "central", "five-point", "richardson"}) {
    expect_same_bytes({formula, "--csv", "-n", "100x50", "--method", method});
  }
  expect_same_bytes({formula, "--at", folder / "points", "--csv"});
  expect_same_bytes({formula, "--at", folder / "points", "--csv", "--where", "x > y"});
  expect_same_bytes({formula, "-f", "gp", "-n", "80"});
}

// The pipeline and its bounds at work: 8 threads, many blocks, an output that is slower than they are.
TEST(SameBytes, ComeThroughASlowPipe) {
  const Words table{"sin(x)*cos(y)*exp(-(x^2+y^2)/4)", "--csv", "-n", "600"};
  const std::string expected = run_gradfield(table).output;
  const std::string piped = run_bash("\"$gradfield\" \"$@\" --threads 8 | (sleep 0.3; cat)", table).output;
  EXPECT_TRUE(piped == expected);
}

TEST(Threads, AreAsManyAsAsked) {
  const std::string count =
      "\"$gradfield\" 'sin(x*y)' --csv -n 4000x40000 --threads $1 > /dev/null & "
      "for i in $(seq 100); do n=$(ls /proc/$!/task | wc -l); [ $n = $1 ] && break; sleep 0.02; done; "
      "sleep 0.1; ls /proc/$!/task | wc -l; kill $!";
  for (const std::string threads : {"1", "2", "3", "8"}) EXPECT_EQ(run_bash(count, {threads}).output, threads + "\n");
}

// Where memory or threads are limited there are fewer of them, or an error; never a crash or half a file.
TEST(Threads, AreFewerWhereALimitWantsIt) {
  const TemporaryFolder folder;
  const std::string limited =
      "ulimit -v $1; exec \"$gradfield\" 'sin(x)*y' -n 700 --threads $2 -o " + (folder / "field.csv").string();
  for (const std::string kib : {"40000", "60000", "130000", "200000", "360000", "500000"}) {
    for (const std::string threads : {"2", "8", "16", "64", "1024"}) {
      const ProcessResult result = run_bash(limited, {kib, threads});
      EXPECT_THAT(result.exit_code, testing::AnyOf(0, 70)) << kib << " KiB, " << threads << " threads: " << result;
      if (result.exit_code == 0) continue;
      EXPECT_EQ(result.messages, "gradfield: error: out of memory\n") << kib << " KiB, " << threads << " threads";
    }
  }
  EXPECT_EQ(run_bash(limited, {"500000", "2"}).exit_code, 0);
  EXPECT_THAT(folder.names(), testing::ElementsAre("field.csv"));
}

}  // namespace
}  // namespace gradfield::test
