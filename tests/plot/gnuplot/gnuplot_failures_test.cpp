// Programs called gnuplot that fail in every way: none is believed, and nothing is left behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fake_gnuplot.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Misbehaviour {
  const char* what;
  const char* script;
  int exit_code;
  const char* said;  // part of the message
};

// /bin is named in full, for the fake folder is the whole PATH.
const Misbehaviour kMisbehaviours[] = {
    {"fails like /bin/false", "exec /bin/false", 69, "gnuplot failed with status 1"},
    {"succeeds like /bin/true", "exec /bin/true", 69, "gnuplot "},
    {"reads all and draws nothing", "/bin/cat > /dev/null", 69, "gnuplot drew nothing"},
    {"closes its input at once and lives on", "exec < /dev/null; /bin/sleep 0.2", 69, "gnuplot "},
    {"closes its input, draws half and succeeds", "exec < /dev/null; echo half", 69, "gnuplot stopped before the end"},
    {"kills itself at once", "kill -9 $$", 69, "gnuplot was ended by signal 9"},
    {"kills itself midway", "/usr/bin/head -c 100000 > /dev/null; kill -SEGV $$", 69, "gnuplot was ended by signal 11"},
    {"draws the half of a PNG", "/bin/cat > /dev/null; printf '\\211PNG\\r\\n\\032\\n half'", 74,
     "the picture is cut off"},
    {"draws something else", "/bin/cat > /dev/null; echo '<svg></svg>'", 69, "gnuplot drew something else than png"},
    {"draws, and then fails", "/bin/cat > /dev/null; echo IEND; exit 4", 69, "gnuplot failed with status 4"},
    {"complains and fails", "echo 'line 3: no such  terminal' >&2; exit 2", 69, "status 2: line 3: no such terminal"},
    {"complains, succeeds, draws nothing", "/bin/cat > /dev/null; echo no >&2", 69, "gnuplot drew nothing: no"},
    {"complains in control characters", "printf '\\033[31mred\\007\\377' >&2; exit 1", 69, ": \\x1b[31mred\\x07\\xff"},
    {"complains in 20,000 lines",
     "i=0; while [ $i -lt 20000 ]; do echo \"line $i: all is wrong\" >&2; i=$((i+1)); done; exit 1", 69,
     "status 1: line 0: all is wrong line 1"},
};

TEST(GnuplotFailure, IsNotBelievedWhereItMisbehaves) {
  for (const Misbehaviour& row : kMisbehaviours) {
    const FakeGnuplot fake(row.script);
    TemporaryFolder folder;
    const ProcessResult result = run_gradfield(kLargePicture, fake.setup(folder.path()));
    EXPECT_EQ(result.exit_code, row.exit_code) << row.what << "\n" << result;
    EXPECT_THAT(result.messages, AllOf(IsOneErrorLine(), HasSubstr(row.said))) << row.what;
    EXPECT_LT(result.messages.size(), 500u) << row.what;
    EXPECT_THAT(result.output, IsEmpty()) << row.what;
    EXPECT_THAT(folder.names(), IsEmpty()) << row.what;
  }
}

TEST(GnuplotFailure, LeavesTheOldFileAsItWasWhereItMisbehaves) {
  for (const Misbehaviour& row : kMisbehaviours) {
    const FakeGnuplot fake(row.script);
    TemporaryFolder folder;
    write_file(folder / "field.png", "the old picture");
    chmod((folder / "field.png").c_str(), 0640);
    EXPECT_EQ(run_gradfield(kLargePicture, fake.setup(folder.path())).exit_code, row.exit_code) << row.what;
    EXPECT_EQ(read_file(folder / "field.png"), "the old picture") << row.what;
    EXPECT_THAT(folder.names(), ElementsAre("field.png")) << row.what;
    struct stat status {};
    stat((folder / "field.png").c_str(), &status);
    EXPECT_EQ(status.st_mode & 07777, 0640u) << row.what;
  }
}

TEST(GnuplotFailure, SendsNothingToAPipeWhereItMisbehaves) {
  for (const Misbehaviour& row : kMisbehaviours) {
    const FakeGnuplot fake(row.script);
    TemporaryFolder folder;
    const ProcessResult result = run_gradfield({"x^2+y^2", "-n", "150", "-f", "png"}, fake.setup(folder.path()));
    EXPECT_EQ(result.exit_code, row.exit_code) << row.what << "\n" << result;
    EXPECT_THAT(result.output, IsEmpty()) << row.what;
  }
}

}  // namespace
}  // namespace gradfield::test
