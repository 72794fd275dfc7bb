// Lines against python3's own, however the bytes come in.
#include "table/points/lines.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <random>
#include <thread>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

std::vector<std::string> lines_from(Input input) {
  LineReader reader(std::move(input));
  std::vector<std::string> lines;
  while (const auto line = reader.next()) {
    EXPECT_EQ(line->number, lines.size() + 1);
    lines.emplace_back(line->text);
  }
  EXPECT_FALSE(reader.must_read());
  return lines;
}

std::vector<std::string> lines_in(const std::string& bytes) {
  const TemporaryFolder folder;
  write_file(folder / "file", bytes);
  return lines_from(Input::file(folder / "file"));
}

// The lines of a pipe that gets `bytes` in pieces of these sizes, again and again.
std::vector<std::string> lines_through_pipe(const std::string& bytes, const std::vector<std::size_t>& sizes) {
  int ends[2];
  EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
  std::thread writer([&] {
    std::size_t at = 0;
    for (std::size_t turn = 0; at < bytes.size(); ++turn) {
      const std::size_t size = std::min(sizes[turn % sizes.size()], bytes.size() - at);
      EXPECT_EQ(write(ends[1], bytes.data() + at, size), static_cast<ssize_t>(size));
      at += size;
    }
    close(ends[1]);
  });
  const std::vector<std::string> lines = lines_from(Input::file("/dev/fd/" + std::to_string(ends[0])));
  writer.join();
  close(ends[0]);
  return lines;
}

TEST(LineReader, EndsLinesAtLfAndCrLf) {
  using testing::ElementsAre;
  EXPECT_THAT(lines_in(""), ElementsAre());
  EXPECT_THAT(lines_in("\n"), ElementsAre(""));
  EXPECT_THAT(lines_in("\n\n"), ElementsAre("", ""));
  EXPECT_THAT(lines_in("a"), ElementsAre("a"));
  EXPECT_THAT(lines_in("a\n"), ElementsAre("a"));
  EXPECT_THAT(lines_in("a\nb"), ElementsAre("a", "b"));
  EXPECT_THAT(lines_in("a\r\n\r\nb\r"), ElementsAre("a", "", "b"));
  EXPECT_THAT(lines_in("a\rb\n"), ElementsAre("a\rb"));
}

TEST(LineReader, LeavesOutAByteOrderMarkAtTheStartOnly) {
  using testing::ElementsAre;
  EXPECT_THAT(lines_in("\xEF\xBB\xBF"
                       "1 2\n"),
              ElementsAre("1 2"));
  EXPECT_THAT(lines_in("\xEF\xBB\xBF"), ElementsAre(""));
  EXPECT_THAT(lines_in("a\n\xEF\xBB\xBF"
                       "b\n"),
              ElementsAre("a",
                          "\xEF\xBB\xBF"
                          "b"));
}

TEST(LineReader, GivesTheSameLinesHoweverTheyCome) {
  // Lines of 0 to 300 bytes, some of 40000, far more in all than one read brings.
  std::mt19937_64 random(3);
  std::string bytes;
  std::vector<std::string> expected;
  for (int n = 0; n < 3000; ++n) {
    std::string line(n % 500 == 7 ? 40000 : random() % 300, ' ');
    for (char& c : line) c = static_cast<char>('!' + random() % 90);
    expected.push_back(line);
    bytes += line + (random() % 2 == 0 ? "\n" : "\r\n");
  }
  EXPECT_EQ(lines_in(bytes), expected);
  EXPECT_EQ(lines_through_pipe(bytes, {65536}), expected);
  EXPECT_EQ(lines_through_pipe(bytes, {1, 2, 4095, 4097, 17}), expected);
  EXPECT_EQ(lines_through_pipe(bytes.substr(0, 50000), {1}), lines_in(bytes.substr(0, 50000)));
}

TEST(LineReader, ReadsOnlyWhenAllLinesItHoldsAreGivenOut) {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  LineReader reader(Input::file("/dev/fd/" + std::to_string(ends[0])));
  EXPECT_TRUE(reader.must_read());
  ASSERT_EQ(write(ends[1], "a\nb\nc", 5), 5);
  EXPECT_EQ(reader.next()->text, "a");
  EXPECT_FALSE(reader.must_read());
  EXPECT_EQ(reader.next()->text, "b");
  EXPECT_TRUE(reader.must_read()) << "the third line has no end yet";
  ASSERT_EQ(write(ends[1], "c\n", 2), 2);
  EXPECT_EQ(reader.next()->text, "cc");
  EXPECT_TRUE(reader.must_read());
  close(ends[1]);
  EXPECT_FALSE(reader.next());
  EXPECT_FALSE(reader.must_read());
  close(ends[0]);
}

TEST(LineReader, TakesALineOfAMegabyteAndNoByteMore) {
  const std::string longest(kLongestLine, 'x');
  EXPECT_EQ(lines_in("a\n" + longest + "\nb\n"), (std::vector<std::string>{"a", longest, "b"}));
  EXPECT_EQ(lines_in(longest), std::vector<std::string>{longest});
  const TemporaryFolder folder;
  for (const std::string after : {"", "\n", "\nb\n"}) {
    write_file(folder / "file", "a\n" + longest + "x" + after);
    LineReader reader(Input::file(folder / "file"));
    EXPECT_EQ(reader.next()->text, "a");
    try {
      reader.next();
      ADD_FAILURE() << "taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.what(),
                (folder / "file").string() + ", line 2 has more than 1048576 bytes; write one point to a line");
      EXPECT_EQ(error.code(), ExitCode::kData);
    }
  }
}

}  // namespace
}  // namespace gradfield::test
