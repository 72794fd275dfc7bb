// The examples that share one table among processes: what they write is the table of one process.
#include <gmock/gmock.h>

#include <cstdlib>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

const std::string kExamples = GRADFIELD_SCRIPTS "/examples/";

// A folder to work in, and one of programs that come before those of the system.
struct Place {
  Place() {
    setup.folder = files.path();
    setup.environment = {{"GRADFIELD", GRADFIELD_BINARY}, {"JOBS", "2"}};
  }
  void add_program(const std::string& name, const std::string& script) {
    write_file(programs / name, "#!/bin/sh\n" + script);
    std::filesystem::permissions(programs / name, std::filesystem::perms::owner_all);
    setup.environment["PATH"] = programs.path().string() + ":" + std::getenv("PATH");
  }

  TemporaryFolder files, programs;
  ProcessSetup setup;
};

TEST(PartParallel, MakesTheTableOfOneProcess) {
  for (const bool has_gnu_parallel : {true, false}) {
    Place place;
    // Another program of that name is no GNU parallel; where none is installed both rounds are those of xargs.
    if (!has_gnu_parallel) place.add_program("parallel", "exit 1\n");
    for (const auto& [name, parts] :
         std::vector<std::pair<std::string, std::string>>{{"a field.csv", "1"}, {"b.tsv", "13"}}) {
      const Words arguments = {"exp(-x^2)*sin(3*y) + 0*x", "-n", "200x70", "--where", "x < y || x > 2"};
      Words command = {kExamples + "part_parallel.sh", name, parts};
      command.insert(command.end(), arguments.begin(), arguments.end());
      const ProcessResult result = run_program(command, place.setup);
      EXPECT_EQ(result.exit_code, 0) << result;
      EXPECT_EQ(result.messages, "") << result;
      Words one = arguments;
      one.insert(one.end(), {"-f", name.substr(name.size() - 3)});
      EXPECT_TRUE(read_file(place.files / name) == run_gradfield(one).output) << name;
    }
    EXPECT_THAT(place.files.names(), testing::ElementsAre("a field.csv", "b.tsv"));
  }
}

TEST(PartParallel, LeavesTheOldTableWhereAPartFails) {
  Place place;
  place.add_program("parallel", "exit 1\n");
  // A gradfield that fails in part 3.
  place.add_program("broken", "case \" $* \" in *' --part 3/8 '*) exit 74;; esac\nexec \"$WHOLE\" \"$@\"\n");
  place.setup.environment["GRADFIELD"] = place.programs / "broken";
  place.setup.environment["WHOLE"] = GRADFIELD_BINARY;
  write_file(place.files / "field.csv", "old");
  const Words command = {kExamples + "part_parallel.sh", "field.csv", "8", "x*y", "-n", "50"};
  EXPECT_NE(run_program(command, place.setup).exit_code, 0);
  EXPECT_EQ(read_file(place.files / "field.csv"), "old");
  EXPECT_THAT(place.files.names(), testing::ElementsAre("field.csv"));
  place.setup.environment["GRADFIELD"] = GRADFIELD_BINARY;
  EXPECT_EQ(run_program(command, place.setup).exit_code, 0) << "it was the part";
  EXPECT_NE(read_file(place.files / "field.csv"), "old");
}

TEST(PartParallel, SaysHowItIsUsed) {
  const ProcessResult result = run_program({kExamples + "part_parallel.sh", "field.csv"});
  EXPECT_EQ(result.exit_code, 64) << result;
  EXPECT_THAT(result.messages, HasSubstr("Usage: part_parallel.sh FILE PARTS GRADFIELD_ARGUMENT...\n"));
}

TEST(PartSlurm, MakesPartsThatJoinAsItSays) {
  Place place;
  for (int task = 1; task <= 8; ++task) {
    place.setup.environment["SLURM_ARRAY_TASK_ID"] = std::to_string(task);
    // Part 5 is made alone, as after a failure: then the array has one task.
    place.setup.environment["SLURM_ARRAY_TASK_COUNT"] = task == 5 ? "1" : "8";
    if (task == 5) place.setup.environment["PARTS"] = "8";
    const ProcessResult result = run_program({kExamples + "part_slurm.sh"}, place.setup);
    EXPECT_EQ(result.exit_code, 0) << result;
    EXPECT_EQ(result.output + result.messages, "") << result;
    place.setup.environment.erase("PARTS");
  }
  // The line for joining, and the table, as they stand in the script.
  const ProcessResult compared = run_bash(
      "eval \"$(sed -n 's/^#  *\\(for part.*\\)/\\1/p' \"$1\")\"\n"
      "table=$(sed -n 's/^exec .* \\(\".*\"\\) \\(--x.*\\) \\\\$/\\1 \\2/p' \"$1\")\n"
      "eval \"\\\"$gradfield\\\" $table --csv\" | cmp - field.csv && wc -l < field.csv",
      {kExamples + "part_slurm.sh"}, place.setup);
  EXPECT_EQ(compared.output, "500001\n") << compared;
}

}  // namespace
}  // namespace gradfield::test
