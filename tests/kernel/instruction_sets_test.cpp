// The table of instruction sets, which one is taken, and that none of them shows in a result.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/spelling.hpp"
#include "kernel/blocks.hpp"
#include "support/instruction_sets.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

TEST(InstructionSets, BeginWithThePortableOneAndHaveNamesOfTheirOwn) {
  ASSERT_FALSE(instruction_sets().empty());
  EXPECT_EQ(instruction_sets()[0].name, "portable");
  EXPECT_TRUE(instruction_sets()[0].is_supported());
  for (const InstructionSet& set : instruction_sets()) {
    if (set.is_supported()) {
      EXPECT_EQ(&choose_instruction_set(set.name), &set);
    }
    for (std::size_t i = 0; i < kOperationCount; ++i) {
      EXPECT_EQ(set.blocks().of[i] == nullptr, kernel_of(static_cast<Operation>(i)).arity == 0) << set.name << " " << i;
    }
  }
}

#if defined(__x86_64__)
// Linux's own list of what the processor has, as a witness.
TEST(InstructionSets, AreTakenFromTheWidestThatTheProcessorHas) {
  std::ifstream file("/proc/cpuinfo");
  std::string flags;
  while (std::getline(file, flags) && !flags.starts_with("flags")) continue;
  if (flags.empty()) GTEST_SKIP() << "no flags in /proc/cpuinfo";
  const auto has = [&](const std::string& flag) { return (flags + " ").find(" " + flag + " ") != std::string::npos; };
  EXPECT_EQ(choose_instruction_set("").name, has("avx512bw") ? "avx512"
                                             : has("avx2")   ? "avx2"
                                             : has("sse4_2") ? "sse4"
                                             : has("ssse3")  ? "ssse3"
                                                             : "portable");
}
#endif

ProcessSetup forced_to(std::string_view set) {
  ProcessSetup setup;
  setup.environment["GRADFIELD_INSTRUCTION_SET"] = set;
  return setup;
}

TEST(InstructionSets, GiveTheSameTable) {
  const auto table = [](std::string_view set) {
    return run_gradfield({"sin(x)*cos(y)*exp(-(x^2+y^2)/4)+atan2(y,x)^3", "--csv", "--hessian", "-n", "37"},
                         forced_to(set));
  };
  const std::string expected = table("portable").output;
  EXPECT_EQ(std::ranges::count(expected, '\n'), 37 * 37 + 1);
  for (const InstructionSet* set : supported_sets()) EXPECT_EQ(table(set->name).output, expected) << set->name;
}

TEST(InstructionSets, NameThoseThereAreWhereAnotherIsAskedFor) {
  std::vector<std::string_view> names;
  for (const InstructionSet* set : supported_sets()) names.push_back(set->name);
  const ProcessResult result = run_gradfield({"x*y", "--csv"}, forced_to("avx3"));
  EXPECT_EQ(result.exit_code, 64);
  EXPECT_EQ(result.output, "");
  EXPECT_EQ(result.messages,
            "gradfield: error: GRADFIELD_INSTRUCTION_SET=avx3: no instruction set of this processor; it has " +
                listed(names) + "\n");
}

}  // namespace
}  // namespace gradfield::test
