// NPY files of the real binary as the real numpy reads them: against the CSV of the same words, to the bit.
#include <gmock/gmock.h>

#include <filesystem>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Words operator+(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// Loads an array in both ways; every cell of the CSV, read by Python's float, has the bits of its field. Prints the
// shape. A header of more than 10000 bytes is refused by numpy.load unless it is told to trust the file.
constexpr const char* kCompare = R"python(
import csv, sys, numpy as np
array = np.load(sys.argv[1], max_header_size=1000000)
mapped = np.load(sys.argv[1], mmap_mode='r', max_header_size=1000000)
names, *rows = csv.reader(open(sys.argv[2]))
assert array.dtype == np.dtype([(name, '<f8') for name in names]), array.dtype
assert array.flags.c_contiguous and mapped.shape == array.shape and mapped.tobytes() == array.tobytes()
assert array.tobytes() == np.array([[float(cell) for cell in row] for row in rows], '<f8').tobytes()
print(array.shape)
)python";

std::string shape_against_csv(const Words& words, const std::string& points = "") {
  const TemporaryFolder folder;
  ProcessSetup setup;
  setup.input = points;
  EXPECT_EQ(run_silently(words + Words{"-o", folder / "field.npy"}, setup).output, "");
  write_file(folder / "field.csv", run_silently(words + Words{"--csv"}, setup).output);
  EXPECT_THAT(folder.names(), ElementsAre("field.csv", "field.npy"));
  return run_numpy(kCompare, {folder / "field.npy", folder / "field.csv"});
}

TEST(Npy, IsTheCsvToTheBitInTheShapeOfTheMeshgrid) {
  struct Row {
    Words words;
    std::string shape;
  };
  for (const Row& row : {
           Row{{"x^2+y^2"}, "(20, 20)\n"},
           {{"sin(x)*exp(y)", "-n", "700x13"}, "(13, 700)\n"},
           {{"sqrt(t)", "--vars", "t", "-n", "1001"}, "(1001,)\n"},
           {{"x*y", "--x", "1:1", "--y", "2:2", "-n", "1"}, "(1, 1)\n"},
           {{"exp(x*y)/z", "--vars", "x,y,z", "-n", "5x4x3"}, "(3, 4, 5)\n"},
           {{"a*b+sin(c*d)", "--vars", "a,b,c,d", "-n", "5x4x3x2"}, "(2, 3, 4, 5)\n"},
           {{"log(x)/y+0*x", "-n", "21"}, "(21, 21)\n"},           // nan, infinities
           {{"0*x*y", "-n", "9", "--descent"}, "(9, 9)\n"},        // zeros of both signs
           {{"x*1e-320", "--x", "0:1:5", "-n", "3"}, "(3, 5)\n"},  // denormal numbers
           {{"x^3*y", "--hessian"}, "(20, 20)\n"},
           {{"x^2*y", "--columns", "angle,df_dy,y,laplacian,norm"}, "(20, 20)\n"},
           {{"x^2*y", "--columns", "f"}, "(20, 20)\n"},
           {{"exp(x)*y", "--method", "richardson"}, "(20, 20)\n"},
           {{"exp(x)*y", "--method", "forward", "--step", "0.1", "--descent"}, "(20, 20)\n"},
       }) {
    EXPECT_EQ(shape_against_csv(row.words), row.shape) << testing::PrintToString(row.words);
  }
}

TEST(Npy, HasTheNansAndTheZeroOfItsOwn) {
  // The bits of log(-1), of 0/0 and of -0 are those of the processor elsewhere.
  const ProcessResult result = run_silently(
      {"x < 0 ? log(x) : x > 0 ? (x-x)/(y-y) : -y", "--x", "-1:1:3", "--y", "0:0:1", "--columns", "f", "-f", "npy"});
  const std::string nan("\0\0\0\0\0\0\xf8\x7f", 8);
  EXPECT_EQ(result.output.substr(result.output.size() - 24), nan + std::string(8, '\0') + nan);
}

TEST(Npy, HoldsEverythingOf32VariablesUnderHeadersOfAnyLength) {
  // Names of 60 letters make the header longer than the 65535 bytes that the first version of the format can tell.
  for (const std::size_t length : {3u, 60u}) {
    std::string names, formula, shape;
    Words words{"--hessian"};
    for (int k = 0; k < 32; ++k) {
      std::string name = "v" + std::to_string(k);
      name.resize(length, '_');
      words.insert(words.end(), {"--range", name + "=" + std::to_string(k) + ":" + std::to_string(k) + ":1"});
      names += (k == 0 ? "" : ",") + name;
      formula += (k == 0 ? "" : k % 2 == 0 ? "+" : "*") + name;
      shape += k == 0 ? "(1" : ", 1";
    }
    EXPECT_EQ(shape_against_csv(words + Words{"--vars", names, formula}), shape + ")\n") << length;
  }
}

TEST(Npy, HasNanInEveryFieldOfThePointsThatAConditionLeavesOut) {
  const TemporaryFolder folder;
  const Words words{"log(x)*y+2", "-n", "601x7"};
  for (const auto& [condition, python] : std::vector<std::pair<std::string, std::string>>{
           {"x*x+y*y < 4", "x*x+y*y < 4"}, {"x > 2.5 || y == 3", "(x > 2.5) | (y == 3)"}, {"x", "x != 0"}}) {
    run_silently(words + Words{"-o", folder / "all.npy"});
    run_silently(words + Words{"--where", condition, "-o", folder / "some.npy"});
    EXPECT_EQ(run_numpy("import sys, numpy as np\n"
                        "all, some = map(np.load, sys.argv[1:])\n"
                        "x, y = all['x'], all['y']\n"
                        "all[~(" +
                            python +
                            ")] = np.nan\n"
                            "assert some.shape == (7, 601) and some.tobytes() == all.tobytes()\n"
                            "print(np.isnan(some['x']).any(), np.isnan(some['x']).all())",
                        {folder / "all.npy", folder / "some.npy"}),
              "True False\n")
        << condition;
  }
  const ProcessResult none = run_gradfield(words + Words{"--where", "x > 9", "-o", folder / "some.npy"});
  EXPECT_EQ(none.messages, "gradfield: note: --where 'x > 9' holds at none of the points (4207 were tried)\n");
  EXPECT_EQ(run_numpy("import sys, numpy as np\n"
                      "some = np.load(sys.argv[1])\n"
                      "print(some.shape, np.isnan(some['x']).all())",
                      {folder / "some.npy"}),
            "(7, 601) True\n");
}

TEST(Npy, OfPointsOfAFileHasOneDimension) {
  std::string points = "# measured\n";
  for (int i = 0; i < 1000; ++i) points += std::to_string(i * 0.37) + (i % 3 == 0 ? " nan\n" : " -2\n");
  EXPECT_EQ(shape_against_csv({"x^2*y", "--at", "-"}, points), "(1000,)\n");
  EXPECT_EQ(shape_against_csv({"x^2*y", "--at", "-", "--hessian"}, "1 2\n"), "(1,)\n");
  const TemporaryFolder folder;
  const ProcessResult none = run_gradfield({"x", "--at", "/dev/null", "-o", folder / "none.npy"});
  EXPECT_EQ(none.messages, "gradfield: note: there are no points in /dev/null\n") << none;
  EXPECT_EQ(run_numpy("import sys, numpy as np\nprint(np.load(sys.argv[1]).shape)", {folder / "none.npy"}), "(0,)\n");
}

TEST(Npy, OfPointsOfAPipeIsCountedAtTheEndAndKeepsTheirPlaces) {
  const TemporaryFolder folder;
  const ProcessResult result =
      run_bash("(echo 1 2; sleep 0.1; echo 3 4; echo 5 6) | \"$gradfield\" x*y --at - --where 'x != 3' -o \"$1\"",
               {folder / "field.npy"});
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_EQ(run_numpy("import sys, numpy as np\nprint(np.load(sys.argv[1]).tolist())", {folder / "field.npy"}),
            "[(1.0, 2.0, 2.0, 2.0, 1.0), (nan, nan, nan, nan, nan), (5.0, 6.0, 30.0, 6.0, 5.0)]\n");
}

TEST(Npy, OfPointsIsRefusedWhereTheirCountCannotBePutIn) {
  const TemporaryFolder folder;
  // No point is read: this one would be another error.
  write_file(folder / "points.txt", "no point\n");
  const auto message = [](const std::string& output) {
    return "-f npy: the header tells how many points there are, known only after the last, and what went to " + output +
           " cannot be changed; write a file with -o FILE.npy, or bare records with --no-header";
  };
  const Words words{"x*y", "--at", folder / "points.txt", "-f", "npy"};
  expect_error(run_gradfield(words), 64, message("standard output"));
  expect_error(run_gradfield(words + Words{"-o", "/dev/stdout"}), 64, message("/dev/stdout"));
  expect_error(run_gradfield(words + Words{"-o", "/dev/null"}), 64, message("/dev/null"));
}

TEST(Npy, WithoutHeaderIsBareRecordsWhichAnswerAPointAtATime) {
  const std::string whole = run_silently({"x^2*y", "-f", "npy"}).output;
  const std::string bare = run_silently({"x^2*y", "-f", "npy", "--no-header"}).output;
  EXPECT_EQ(bare.size(), 400u * 5 * 8);
  EXPECT_EQ(whole.substr(whole.size() - bare.size()), bare);
  EXPECT_EQ(whole.find('\n'), whole.size() - bare.size() - 1);
  EXPECT_EQ(run_numpy("import subprocess, sys, numpy as np\n"
                      "child = subprocess.Popen([sys.argv[1], 'x^2*y', '--at', '-', '-f', 'npy', '--no-header'],\n"
                      "                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)\n"
                      "for point in b'3 4\\n', b'1 2\\n':\n"
                      "    child.stdin.write(point)\n"
                      "    print(np.frombuffer(child.stdout.read(40), '<f8').tolist())\n"
                      "child.stdin.close()\n"
                      "print(child.wait())",
                      {GRADFIELD_BINARY}),
            "[3.0, 4.0, 36.0, 24.0, 9.0]\n[1.0, 2.0, 2.0, 4.0, 1.0]\n0\n");
}

TEST(Npy, GoesThroughAPipe) {
  const TemporaryFolder folder;
  run_silently({"x^2*y", "-o", folder / "field.npy"});
  const ProcessResult result =
      run_bash("set -o pipefail; \"$gradfield\" 'x^2*y' -f npy | /usr/bin/python3 -c \"$1\"",
               {"import io, sys, numpy as np\nprint(np.load(io.BytesIO(sys.stdin.buffer.read()))['df_dx'][0, 19])\n"});
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_EQ(result.output, "-18.0\n") << "at x = 3, y = -3";
  EXPECT_EQ(run_silently({"x^2*y", "-f", "npy"}).output, read_file(folder / "field.npy"));
}

TEST(Npy, OfAllPartsOneAfterTheOtherIsTheWhole) {
  for (const Words& words : {Words{"x^2*y", "-n", "41x23", "-f", "npy"},
                             {"x^2*y", "-n", "41x23", "-f", "npy", "--where", "x*y > 1"},
                             {"x^2*y", "-n", "41x23", "-f", "npy", "--no-header"}}) {
    std::string parts;
    for (const std::string part : {"1/3", "2/3", "3/3"}) parts += run_gradfield(words + Words{"--part", part}).output;
    EXPECT_EQ(parts, run_silently(words).output) << testing::PrintToString(words);
  }
}

TEST(Npy, StaysWhatItWasWhereTheNewOneFails) {
  const TemporaryFolder folder;
  write_file(folder / "field.npy", "old");
  ProcessSetup setup;
  setup.input = "1 2\n3 4\nfive\n";
  const ProcessResult result = run_gradfield({"x*y", "--at", "-", "-o", folder / "field.npy"}, setup);
  EXPECT_EQ(result.exit_code, 65) << result;
  EXPECT_EQ(read_file(folder / "field.npy"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("field.npy"));
}

TEST(Npy, IsRefusedForATerminalAndForTwoColumnsOfOneName) {
  ProcessSetup terminal;
  terminal.terminal = true;
  EXPECT_THAT(run_gradfield({"x", "-f", "npy"}, terminal).output,
              HasSubstr("error: -f npy: binary data does not go to a terminal; add -o FILE.npy"));
  EXPECT_THAT(run_gradfield({"x", "-f", "npy", "-o", "/dev/stdout"}, terminal).output,
              HasSubstr("error: -o /dev/stdout: binary data does not go to a terminal"));
  const TemporaryFolder folder;
  expect_error(run_gradfield({"x*y", "--columns", "x,f,x", "-o", folder / "field.npy"}), 64,
               "-f npy: two columns are called 'x', and the fields of an array need different names; give each once "
               "with --columns");
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Npy, SaysThatItDoesNotListenToThePrecision) {
  const ProcessResult result = run_gradfield({"x/3", "-f", "npy", "--precision", "2"});
  EXPECT_EQ(result.messages, "gradfield: note: --precision has no effect on a binary table\n");
  EXPECT_EQ(result.output, run_silently({"x/3", "-f", "npy"}).output);
}

}  // namespace
}  // namespace gradfield::test
