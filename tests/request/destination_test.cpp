// Where a result goes, and in which format: by -f, by -o, by the kind of result.
#include "request/destination.hpp"

#include <gmock/gmock.h>

#include "result/results.hpp"
#include "support/process.hpp"
#include "support/requests.hpp"

namespace gradfield::test {
namespace {

using Words = std::vector<std::string>;

// "csv to field.csv", "png to standard output"; where nobody said so, with a question mark.
std::string destination_of(Words words) {
  words.push_back("x");
  const Options options = parse_command_line(words);
  const Destination destination = asked_result(options).destination(options);
  return std::string(destination.format->name) + (destination.automatic ? "?" : "") + " to " +
         destination.path.value_or("standard output");
}

std::string destination_refusal(const Words& words) {
  return refusal_of([&] { destination_of(words); });
}

TEST(Destination, FollowsFormatFileAndResult) {
  struct Row {
    Words words;
    std::string destination;
  };
  for (const Row& row : {
           Row{{"-f", "gp"}, "gp to standard output"},
           {{"--csv"}, "csv to standard output"},
           {{"--csv", "-f", "csv"}, "csv to standard output"},
           {{"-o", "field.PNG"}, "png to field.PNG"},
           {{"-o", "field.txt"}, "text to field.txt"},
           {{"-o", "field", "-f", "svg"}, "svg to field"},
           {{"-o", "field.png", "--csv"}, "csv to field.png"},
           {{"-o", "-", "-f", "svg"}, "svg to standard output"},
           {{"-f", "window"}, "window to standard output"},
           {{"--path", "1,1", "-o", "a.npy"}, "npy to a.npy"},
           // a check: any file but that of a picture
           {{"--check"}, "csv to standard output"},
           {{"--check", "-o", "-"}, "csv to standard output"},
           {{"--check", "-f", "npy"}, "npy to standard output"},
           {{"--check", "-o", "check.txt"}, "csv to check.txt"},
           {{"--check", "-o", "check"}, "csv to check"},
           {{"--check", "-o", "check.tsv"}, "tsv to check.tsv"},
           // an explanation: any file
           {{"--explain"}, "text to standard output"},
           {{"--explain", "-o", "-"}, "text to standard output"},
           {{"--explain", "-o", "field.png"}, "text to field.png"},
           {{"--describe"}, "text to standard output"},
           {{"--describe", "-o", "field.txt"}, "text to field.txt"},
       }) {
    EXPECT_EQ(destination_of(row.words), row.destination) << testing::PrintToString(row.words);
  }
}

TEST(Destination, RefusesWhatTellsNoFormatOrTwo) {
  struct Row {
    Words words;
    std::string message;
  };
  for (const Row& row : {
           Row{{"--csv", "-f", "png"}, "--csv and -f png ask for two formats; give one"},
           {{"-f", "cvs"}, "-f: there is no format 'cvs'; did you mean 'csv'?"},
           {{"-o", ""}, "-o: the file name is empty"},
           {{"-o", "-"}, "-o - does not tell the format; add -f, such as -f png"},
           {{"-f", "window", "-o", "a.png"}, "-f window draws no file; leave -o away, or choose png"},
           {{"--check", "-f", "png"}, "--check writes a line of text, no png; leave -f away"},
           {{"--check", "-f", "window"}, "--check writes a line of text, no window; leave -f away"},
           {{"--check", "-o", "a.svg"},
            "--check writes a line of text, no svg; choose another file, such as check.txt"},
           {{"--check", "-o", ""}, "-o: the file name is empty"},
           {{"--check", "--csv", "-f", "png"}, "--csv and -f png ask for two formats; give one"},
           {{"--check", "--explain", "-f", "png"}, "--check and --explain are two results; give one"},
           {{"--explain", "-f", "png"}, "--explain writes a text; leave -f away"},
           {{"--explain", "-f", "png", "--csv"}, "--explain writes a text; leave --csv away"},
           {{"--explain", "-o", ""}, "-o: the file name is empty"},
       }) {
    EXPECT_EQ(destination_refusal(row.words), row.message) << testing::PrintToString(row.words);
  }
  EXPECT_THAT(destination_refusal({"-o", "a.jpg"}),
              testing::StartsWith("-o a.jpg: its extension tells no format; choose one with"));
}

TEST(Destination, IsNoFolder) {
  const TemporaryFolder folder;
  const std::string path = folder.path();
  EXPECT_EQ(destination_refusal({"-o", path}), "of another kind: cannot create '" + path + "': it is a directory");
}

}  // namespace
}  // namespace gradfield::test
