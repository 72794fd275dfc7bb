// Which options do not go together, as the option table says it.
#include "request/refusals.hpp"

#include <gmock/gmock.h>

#include "cli/option_table.hpp"
#include "support/requests.hpp"

namespace gradfield::test {
namespace {

using Words = std::vector<std::string>;

std::string exclusion(const Words& words) {
  return refusal_of([&] {
    const Options options = parse_command_line(words);
    refuse_exclusions(options, *find_format(options.format.value_or("csv")));
  });
}

TEST(Refusals, TellWhatAnOptionCannotStandBeside) {
  struct Row {
    Words words;
    std::string message;
  };
  for (const Row& row : {
           Row{{"--at", "a", "--x", "0:1"}, "--at: the file gives the points of a table; leave --x away"},
           {{"-n", "3", "--at", "a"}, "--at: the file gives the points of a table; leave -n away"},
           {{"--at", "a", "-f", "png", "--x", "0:1"}, "accepted"},
           {{"--at", "a", "-f", "text"},
            "--at: points of a file make a table or a drawn picture, and text is neither; write a table with --csv, or "
            "draw a file with -o field.png"},
           {{"--point", "1,1", "--x", "0:1"}, "--point: it is the point of a table; leave --x away"},
           {{"--point", "1,1", "--at", "a"}, "--point: --at gives the points already; leave one of them away"},
           {{"--point", "1,1", "--path", "1,1"},
            "--path: the points of --point are a table of their own; leave one of them away"},
           {{"--point", "1,1", "--path", "1,1", "-f", "png"}, "accepted"},
           {{"--at", "-", "-"},
            "--at: the points and the expression cannot both come from standard input; give the formula in quotes, or "
            "the points in a file"},
           {{"--at", "a", "-"}, "accepted"},
           {{"--at", "-", "x"}, "accepted"},
           {{"--step", "1"}, "--step: the method exact takes no step; add --method central"},
           {{"--step", "1", "--method", "central"}, "accepted"},
           {{"--check", "--explain"}, "--check and --explain are two results; give one"},
           {{"--explain", "--method", "central"}, "--explain shows the exact derivative; leave --method central away"},
           {{"--explain", "--method", "exact"}, "accepted"},
           {{"--method", "central"}, "accepted"},
           {{"--describe", "--csv"}, "--describe writes a text; leave --csv away"},
           {{"--describe", "--check"}, "--describe and --check are two results; give one"},
           {{"--describe", "--explain"}, "--describe and --explain are two results; give one"},
           {{"--describe", "--part", "1/2"}, "--describe: it tells of the whole field; leave --part away"},
           {{"--explain", "--csv"}, "--explain writes a text; leave --csv away"},
           {{"--explain", "-f", "csv"}, "--explain writes a text; leave -f away"},
           {{"--path", "1,1", "--check"}, "--path: --check has no paths; leave one of them away"},
           {{"--path", "1,1", "--explain"}, "--path: --explain has no paths; leave one of them away"},
           {{"--path", "1,1", "--at", "a"},
            "--path: the points of --at are a table of their own; leave one of them away"},
           {{"--part", "1/2", "--check"}, "--part: a part is one of a grid's table; leave --check away"},
           {{"--part", "1/2", "--at", "a"}, "--part: a part is one of a grid's table; leave --at away"},
           {{"--part", "1/2", "-f", "gp"},
            "--part: a picture has no parts, and gp is a picture; write a table with --csv"},
           {{"--csv", "-f", "tsv"}, "--csv and -f tsv ask for two formats; give one"},
           {{"--csv", "-f", "csv"}, "accepted"},
           {{"--part", "1/2", "--descent", "-n", "9", "--title", "t"}, "accepted"},
       }) {
    EXPECT_EQ(exclusion(row.words), row.message) << testing::PrintToString(row.words);
  }
}

TEST(Refusals, OfOneOptionLeaveTheOthersAlone) {
  const Options options = parse_command_line({"--at", "a", "-n", "3", "--csv", "-f", "tsv"});
  EXPECT_EQ(refusal_of([&] { refuse_beside("part", options); }), "accepted") << "it is not given";
  EXPECT_EQ(refusal_of([&] { refuse_beside("csv", options); }), "--csv and -f tsv ask for two formats; give one");
  EXPECT_EQ(refusal_of([&] { refuse_beside("at", options, find_format("csv")); }),
            "--at: the file gives the points of a table; leave -n away");
}

TEST(Refusals, AreOfOptionsThatAreThere) {
  int exclusions = 0;
  for (const OptionRow& row : option_table()) {
    for (const Exclusion& exclusion : row.rules.excludes) {
      ++exclusions;
      EXPECT_TRUE(exclusion.other.empty() ? exclusion.found != nullptr : find_option(exclusion.other) != nullptr)
          << row.long_name;
    }
    EXPECT_TRUE(row.rules.needs.empty() || find_option(row.rules.needs) != nullptr) << row.long_name;
  }
  EXPECT_GE(exclusions, 20);
}

}  // namespace
}  // namespace gradfield::test
