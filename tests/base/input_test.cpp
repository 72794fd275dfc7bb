// What is read: files, pipes and devices, and what is said where they cannot be read.
#include "base/input.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "base/error.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

std::string text_of(Input input) {
  std::string text;
  std::array<char, 7> buffer;
  while (const std::size_t length = input.read(buffer)) text.append(buffer.data(), length);
  return text;
}

void expect_no_input(const std::string& path, const std::string& message) {
  try {
    Input::file(path);
    ADD_FAILURE() << "opened: " << path;
  } catch (const Error& error) {
    EXPECT_EQ(error.what(), message);
    EXPECT_EQ(error.code(), ExitCode::kNoInput);
  }
}

// A pipe whose ends are closed with it.
class Pipe {
 public:
  Pipe() { EXPECT_EQ(pipe2(ends_.data(), O_CLOEXEC), 0); }
  ~Pipe() {
    close(ends_[0]);
    close_writer();
  }
  std::string path() const { return "/dev/fd/" + std::to_string(ends_[0]); }
  int reader() const { return ends_[0]; }
  void write(const std::string& text) {
    EXPECT_EQ(::write(ends_[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }
  void close_writer() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

TEST(Input, GivesTheBytesOfAFile) {
  const TemporaryFolder folder;
  const std::string bytes("a line\nNUL \0 and \xff, no line end", 31);
  write_file(folder / "file", bytes);
  EXPECT_EQ(text_of(Input::file(folder / "file")), bytes);
  EXPECT_EQ(Input::file(folder / "file").name(), (folder / "file").string());
  EXPECT_FALSE(Input::file(folder / "file").may_wait());
  EXPECT_EQ(text_of(Input::file("/dev/null")), "");
}

TEST(Input, GivesWhatAPipeHoldsWithoutWaitingForMore) {
  Pipe pipe;
  Input input = Input::file(pipe.path());
  EXPECT_TRUE(input.may_wait());
  std::array<char, 100> buffer;
  for (const std::string text : {"one", "two\n", "3"}) {
    pipe.write(text);
    EXPECT_EQ(std::string(buffer.data(), input.read(buffer)), text);
  }
  pipe.close_writer();
  EXPECT_EQ(input.read(buffer), 0u);
}

TEST(Input, WaitsAlsoWhereTheDescriptorIsNonBlocking) {
  Pipe pipe;
  fcntl(pipe.reader(), F_SETFL, O_NONBLOCK);
  const int standard_input = dup(STDIN_FILENO);
  dup2(pipe.reader(), STDIN_FILENO);
  std::thread writer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // long after the first read
    pipe.write("late");
    pipe.close_writer();
  });
  EXPECT_EQ(text_of(Input::standard_input()), "late");
  writer.join();
  dup2(standard_input, STDIN_FILENO);
  close(standard_input);
}

TEST(Input, KnowsTheRegularFileThatADescriptorIsOpenOn) {
  const TemporaryFolder folder;
  write_file(folder / "one", "");
  write_file(folder / "two", "");
  const int descriptor = open((folder / "one").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  EXPECT_TRUE(Input::file(folder / "one").is_same_file(descriptor));
  EXPECT_FALSE(Input::file(folder / "two").is_same_file(descriptor));
  close(descriptor);
  EXPECT_FALSE(Input::file(folder / "one").is_same_file(-1)) << "closed";
  const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
  EXPECT_FALSE(Input::file("/dev/null").is_same_file(null)) << "nothing comes back from there";
  close(null);
}

TEST(Input, SaysWhyAFileCannotBeRead) {
  const TemporaryFolder folder;
  const std::string place = folder.path();
  expect_no_input(place + "/none", "cannot read '" + place + "/none': No such file or directory");
  expect_no_input(place, "cannot read '" + place + "': it is a directory");
  expect_no_input("", "cannot read '': No such file or directory");
  expect_no_input(place + "/\x1b", "cannot read '" + place + "/\\x1b': No such file or directory");
}

TEST(Input, SaysWhyReadingFails) {
  // The first page of a process's memory is not there: EIO.
  Input input = Input::file("/proc/self/mem");
  std::array<char, 10> buffer;
  try {
    input.read(buffer);
    ADD_FAILURE() << "read";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "cannot read '/proc/self/mem': Input/output error");
    EXPECT_EQ(error.code(), ExitCode::kNoInput);
  }
}

}  // namespace
}  // namespace gradfield::test
