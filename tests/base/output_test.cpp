// Files that appear whole or not at all, and what is written into directly.
#include "base/output.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <thread>

#include "base/error.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

void write_and_commit(const fs::path& path, const std::string& text) {
  Output out = Output::file(path);
  out.write(text);
  out.commit();
}

// The fault of opening or writing `path`, or "" where there is none.
std::string fault_of(const fs::path& path, ExitCode code) {
  try {
    write_and_commit(path, "text");
  } catch (const Error& error) {
    EXPECT_EQ(static_cast<int>(error.code()), static_cast<int>(code)) << error.what();
    return error.what();
  }
  return "";
}

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  EXPECT_EQ(stat(path.c_str(), &status), 0) << path;
  return status.st_mode & 07777;
}

// Sets the mask of new files for its lifetime.
class Umask {
 public:
  explicit Umask(mode_t mask) : before_(umask(mask)) {}
  ~Umask() { umask(before_); }

 private:
  mode_t before_;
};

TEST(OutputFile, AppearsOnlyWhenCommitted) {
  const TemporaryFolder folder;
  Output out = Output::file(folder / "field.csv");
  EXPECT_TRUE(out.is_temporary());
  out.write("x,y\n");
  out.write("1,2\n");
  EXPECT_FALSE(fs::exists(folder / "field.csv"));
  out.commit();
  EXPECT_EQ(read_file(folder / "field.csv"), "x,y\n1,2\n");
  EXPECT_THAT(folder.names(), ElementsAre("field.csv"));
}

TEST(OutputFile, CanBeGoneBackInBeforeItIsCommitted) {
  const TemporaryFolder folder;
  Output out = Output::file(folder / "field.npy");
  out.write("rows: ?\n1,2\n");
  out.rewrite(6, "1");
  out.write("3,4\n");
  out.rewrite(6, "2");
  out.commit();
  EXPECT_EQ(read_file(folder / "field.npy"), "rows: 2\n1,2\n3,4\n");
}

TEST(OutputFile, LeavesNothingBehindWithoutCommit) {
  const TemporaryFolder folder;
  { Output::file(folder / "new.csv").write("half"); }
  EXPECT_THAT(folder.names(), IsEmpty());
  write_file(folder / "old.csv", "old");
  { Output::file(folder / "old.csv").write("half"); }
  EXPECT_EQ(read_file(folder / "old.csv"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("old.csv"));
}

TEST(OutputFile, LeavesItsReadersTheOldFileUntilTheNewOneIsWhole) {
  const TemporaryFolder folder;
  write_file(folder / "field.csv", "old and longer than the new one");
  Output out = Output::file(folder / "field.csv");
  out.write("new");
  EXPECT_EQ(read_file(folder / "field.csv"), "old and longer than the new one");
  out.commit();
  EXPECT_EQ(read_file(folder / "field.csv"), "new");
}

TEST(OutputFile, MovesWithItsDuty) {
  const TemporaryFolder folder;
  {
    Output first = Output::file(folder / "field.csv");
    first.write("a");
    Output second = std::move(first);
    second.write("b");
    second.commit();
  }
  EXPECT_EQ(read_file(folder / "field.csv"), "ab");
}

TEST(OutputFile, KeepsTheModeOfTheOldFile) {
  const TemporaryFolder folder;
  for (const mode_t mode : {0600u, 0640u, 0666u, 0755u, 0200u}) {
    write_file(folder / "field.csv", "old");
    ASSERT_EQ(chmod((folder / "field.csv").c_str(), mode), 0);
    write_and_commit(folder / "field.csv", "new");
    EXPECT_EQ(mode_of(folder / "field.csv"), mode) << std::oct << mode;
    fs::remove(folder / "field.csv");
  }
}

TEST(OutputFile, GivesANewFileTheModeOfTheUmask) {
  const TemporaryFolder folder;
  for (const mode_t mask : {022u, 077u, 0u, 0027u}) {
    const Umask set(mask);
    write_and_commit(folder / "field.csv", "new");
    EXPECT_EQ(mode_of(folder / "field.csv"), 0666 & ~mask) << std::oct << mask;
    fs::remove(folder / "field.csv");
    EXPECT_EQ(umask(mask), mask) << "asking for the mask does not change it";
  }
}

TEST(OutputFile, FollowsChainsOfLinksRelativeAbsoluteAndDangling) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "data");
  fs::create_symlink("data/second", folder / "first");                        // relative to the folder of the link
  fs::create_symlink(folder / "data" / "third", folder / "data" / "second");  // absolute
  fs::create_symlink("../real.csv", folder / "data" / "third");
  for (const std::string text : {"dangling", "there now"}) {
    write_and_commit(folder / "first", text);
    EXPECT_EQ(read_file(folder / "real.csv"), text);
    EXPECT_TRUE(fs::is_symlink(folder / "first"));
    EXPECT_TRUE(fs::is_symlink(folder / "data" / "third"));
    EXPECT_THAT(folder.names(), ElementsAre("data", "first", "real.csv"));
  }
}

TEST(OutputFile, FollowsALinkInItsOwnFolderNamedWithoutAFolder) {
  const TemporaryFolder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  fs::create_symlink("real.csv", "link.csv");
  write_and_commit("link.csv", "text");
  fs::current_path(before);
  EXPECT_EQ(read_file(folder / "real.csv"), "text");
  EXPECT_TRUE(fs::is_symlink(folder / "link.csv"));
}

TEST(OutputFile, RefusesWhatCannotBeCreatedAndSaysWhy) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "folder");
  write_file(folder / "file", "");
  fs::create_symlink("loop", folder / "loop");
  fs::create_symlink("folder", folder / "to_folder");
  fs::create_symlink("missing/file.csv", folder / "to_missing");
  const std::string start = "cannot create '" + folder.path().string();
  EXPECT_EQ(fault_of(folder / "folder", ExitCode::kCannotCreate), start + "/folder': it is a directory");
  EXPECT_EQ(fault_of(folder / "to_folder", ExitCode::kCannotCreate), start + "/to_folder': it is a directory");
  EXPECT_EQ(fault_of(folder / "missing/file.csv", ExitCode::kCannotCreate),
            start + "/missing/file.csv': No such file or directory");
  EXPECT_EQ(fault_of(folder / "to_missing", ExitCode::kCannotCreate),
            start + "/to_missing': No such file or directory");
  EXPECT_EQ(fault_of(folder / "file/field.csv", ExitCode::kCannotCreate), start + "/file/field.csv': Not a directory");
  EXPECT_EQ(fault_of(folder / "missing/", ExitCode::kCannotCreate), start + "/missing/': there is no such directory");
  EXPECT_EQ(fault_of(folder / "loop", ExitCode::kCannotCreate), start + "/loop': Too many levels of symbolic links");
  EXPECT_EQ(fault_of("", ExitCode::kCannotCreate), "cannot create '': the name is empty");
  EXPECT_THAT(fault_of(folder / std::string(300, 'a'), ExitCode::kCannotCreate),
              testing::EndsWith("File name too long"));
  EXPECT_THAT(fault_of(std::string(5000, 'a'), ExitCode::kCannotCreate), testing::EndsWith("File name too long"));
  EXPECT_THAT(fault_of(folder / "missing/\x1B[31m", ExitCode::kCannotCreate), testing::HasSubstr("\\x1b[31m"));
  EXPECT_THAT(folder.names(), ElementsAre("file", "folder", "loop", "to_folder", "to_missing"));
}

TEST(OutputFile, TakesTheLongestNameThereIs) {
  const TemporaryFolder folder;
  const std::string name(255, 'n');
  write_and_commit(folder / name, "text");
  EXPECT_EQ(read_file(folder / name), "text");
}

TEST(OutputFile, WritesIntoAFullDeviceAndTellsThatItIsFull) {
  EXPECT_EQ(fault_of("/dev/full", ExitCode::kWriteFailed), "cannot write to /dev/full: No space left on device");
  Output null = Output::file("/dev/null");
  EXPECT_FALSE(null.is_temporary());
  null.write("gone");
  null.commit();
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(OutputFile, WritesIntoAPipeAndNoticesThatItsReaderHasGone) {
  const TemporaryFolder folder;
  const std::string path = folder / "pipe";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  const int reader = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  Output out = Output::file(path);
  out.write("abc");
  char text[8] = {};
  EXPECT_EQ(read(reader, text, sizeof text), 3);
  EXPECT_STREQ(text, "abc");
  close(reader);
  install_signal_handlers();  // or the signal of the pipe ends us
  EXPECT_THROW(out.write("def"), ReaderGone);
  EXPECT_THAT(folder.names(), ElementsAre("pipe"));
}

TEST(OutputFile, WaitsForTheReaderOfANonBlockingPipe) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe2(ends.data(), O_CLOEXEC), 0);
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  const std::string bytes(1 << 20, 'x');  // a pipe holds 64 KiB
  std::size_t length = 0;
  std::thread reader([&] {
    std::array<char, 1 << 16> buffer;
    while (length < bytes.size()) length += static_cast<std::size_t>(read(ends[0], buffer.data(), buffer.size()));
  });
  Output::file("/dev/fd/" + std::to_string(ends[1])).write(bytes);
  reader.join();
  EXPECT_EQ(length, bytes.size());
  close(ends[0]);
  close(ends[1]);
}

TEST(OutputFile, WritesOnWhereAnOpenDescriptorStands) {
  const TemporaryFolder folder;
  const int descriptor = open((folder / "log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(write(descriptor, "before,", 7), 7);
  for (const std::string place : {"/dev/fd/", "/proc/self/fd/"})
    write_and_commit(place + std::to_string(descriptor), "here,");
  ASSERT_EQ(write(descriptor, "after", 5), 5) << "commit does not close what others opened";
  close(descriptor);
  EXPECT_EQ(read_file(folder / "log"), "before,here,here,after");
  EXPECT_EQ(fault_of("/dev/fd/999", ExitCode::kCannotCreate), "cannot create '/dev/fd/999': Bad file descriptor");
}

TEST(OutputFile, WritesThroughALinkToAnOpenDescriptor) {
  const TemporaryFolder folder;
  const int descriptor = open((folder / "log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(write(descriptor, "before,", 7), 7);
  fs::create_symlink("/dev/fd/" + std::to_string(descriptor), folder / "link");
  write_and_commit(folder / "link", "here,");
  ASSERT_EQ(write(descriptor, "after", 5), 5);
  close(descriptor);
  EXPECT_EQ(read_file(folder / "log"), "before,here,after");
}

}  // namespace
}  // namespace gradfield::test
