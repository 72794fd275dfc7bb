// Which options have no effect on which results, and what is said of them.
#include "result/unheard_options.hpp"

#include <gmock/gmock.h>

#include <map>

#include "cli/option_table.hpp"
#include "support/requests.hpp"

namespace gradfield::test {
namespace {

using Words = std::vector<std::string>;
using testing::ElementsAre;
using testing::IsEmpty;

// What a result does not hear, by names: "scale: a text picture" for "--scale has no effect on a text picture".
std::string unheard(const Words& words) {
  const Asked asked(words);
  std::string out;
  for (const std::string& note : unheard_options(asked.request())) {
    const std::size_t middle = note.find(" has no effect on ");
    out += (out.empty() ? "" : "; ") +
           (middle == std::string::npos ? note : note.substr(2, middle - 2) + ": " + note.substr(middle + 18));
  }
  return out;
}

// Each option, well given.
const std::map<std::string_view, Words>& uses() {
  static const std::map<std::string_view, Words> rows{{"points", {"-n", "4"}},
                                                      {"where", {"--where", "x>-9"}},
                                                      {"descent", {"--descent"}},
                                                      {"hessian", {"--hessian"}},
                                                      {"threads", {"--threads", "1"}},
                                                      {"columns", {"--columns", "f"}},
                                                      {"precision", {"--precision", "3"}},
                                                      {"no-header", {"--no-header"}},
                                                      {"length", {"--length", "log"}},
                                                      {"scale", {"--scale", "2"}},
                                                      {"cap", {"--cap", "50"}},
                                                      {"pivot", {"--pivot", "tip"}},
                                                      {"color", {"--color", "norm"}},
                                                      {"palette", {"--palette", "magma"}},
                                                      {"color-scale", {"--color-scale", "log"}},
                                                      {"color-range", {"--color-range", "0:1"}},
                                                      {"theme", {"--theme", "dark"}},
                                                      {"contour", {"--contour"}},
                                                      {"stream", {"--stream"}},
                                                      {"stream-from", {"--stream-from", "1"}},
                                                      {"curve", {"--curve", "y = x"}},
                                                      {"heatmap", {"--heatmap"}},
                                                      {"surface", {"--surface"}},
                                                      {"view", {"--view", "30,40"}},
                                                      {"size", {"--size", "400x400"}},
                                                      {"dpi", {"--dpi", "192"}},
                                                      {"transparent", {"--transparent"}},
                                                      {"aspect", {"--aspect", "free"}},
                                                      {"font", {"--font", "Serif"}},
                                                      {"title", {"--title", "t"}},
                                                      {"xlabel", {"--xlabel", "a"}},
                                                      {"ylabel", {"--ylabel", "b"}},
                                                      {"no-grid", {"--no-grid"}},
                                                      {"no-arrows", {"--no-arrows"}},
                                                      {"no-key", {"--no-key"}},
                                                      {"set", {"--set", "set xtics 1"}}};
  return rows;
}

// The options that a result does not hear, each of them tried alone; and what it is called then.
struct Deafness {
  std::set<std::string> options, names;
};
Deafness deafness_of(const Words& result) {
  Deafness deafness;
  for (const auto& [name, use] : uses()) {
    Words words = result;
    words.insert(words.end(), use.begin(), use.end());
    const std::string note = unheard(words);
    if (note.empty()) continue;
    EXPECT_TRUE(note.starts_with(std::string(name) + ": ")) << note;
    deafness.options.insert(std::string(name));
    deafness.names.insert(note.substr(name.size() + 2));
  }
  return deafness;
}

TEST(UnheardOptions, APointIsMarkedInEveryPicture) {
  EXPECT_EQ(unheard({"x*y", "-f", "gp", "--point", "1,1"}), "");
  EXPECT_EQ(unheard({"x", "--vars", "x", "-f", "gp", "--point", "1"}), "");
  EXPECT_EQ(unheard({"x*y", "--csv", "--point", "1,1"}), "");
  EXPECT_EQ(unheard({"x*y", "-f", "gp", "--surface", "--point", "1,1"}), "");
  EXPECT_EQ(unheard({"x*y*z", "--vars", "x,y,z", "-f", "gp", "--point", "1,1,1"}), "");
  EXPECT_EQ(unheard({"x*y", "-f", "text", "--point", "1,1"}), "");
}

TEST(UnheardOptions, OfEachResultAreNamed) {
  static const std::set<std::string> pictures{
      "length",      "scale",  "cap",     "pivot",  "color",       "palette",     "color-scale",
      "color-range", "theme",  "contour", "stream", "stream-from", "curve",       "heatmap",
      "surface",     "size",   "aspect",  "font",   "title",       "xlabel",      "ylabel",
      "no-grid",     "no-key", "set",     "view",   "dpi",         "transparent", "no-arrows"};
  static const std::set<std::string> tables{"columns", "precision", "no-header"}, numbers{"precision", "no-header"};
  const auto all = [](std::set<std::string> options, const std::set<std::string>& more) {
    options.insert(more.begin(), more.end());
    return options;
  };
  struct Row {
    Words words;
    std::set<std::string> options, names;
  };
  for (const Row& row : {
           Row{{"x*y", "--csv"}, pictures, {"a table"}},
           {{"x*y", "-f", "npy"}, all(pictures, {"precision"}), {"a table", "a binary table"}},
           {{"x*y", "--csv", "--path", "1,1"}, all(pictures, {"descent", "hessian", "points"}), {"a table of paths"}},
           {{"x*y", "-f", "npy", "--path", "1,1"},
            all(pictures, {"descent", "hessian", "points", "precision"}),
            {"a binary table of paths"}},
           {{"x*y", "--csv", "--critical"},
            all(pictures, {"descent", "hessian", "points"}),
            {"a table of critical points"}},
           {{"x*y", "--check"}, all(all(pictures, tables), {"descent", "threads"}), {"a check"}},
           {{"x*y", "--explain"},
            all(all(pictures, tables), {"descent", "points", "where", "threads"}),
            {"an explanation"}},
           {{"x*y", "-f", "gp"},
            all(tables, {"hessian", "view"}),
            {"a picture", "a picture of more than one variable", "a picture of the plane"}},
           {{"x*y", "-f", "png"},
            all(tables, {"hessian", "view"}),
            {"a picture", "a picture of more than one variable", "a picture of the plane"}},
           {{"x*y", "-f", "svg"},
            all(tables, {"hessian", "dpi", "view"}),
            {"a picture", "a picture of more than one variable", "a picture of the plane",
             "a picture of lines, which is sharp at any size"}},
           {{"x*y", "-f", "html"},
            all(tables, {"hessian", "dpi", "transparent", "view"}),
            {"a picture", "a picture of more than one variable", "a picture of the plane",
             "a picture of lines, which is sharp at any size", "a web page or a moving picture"}},
           {{"x*y", "-f", "gif"},
            all(tables, {"hessian", "transparent", "view"}),
            {"a picture", "a picture of more than one variable", "a picture of the plane",
             "a web page or a moving picture"}},
           {{"x*y", "-f", "tex"},
            all(tables, {"hessian", "font", "dpi", "view"}),
            {"a picture", "a picture of more than one variable", "a picture of the plane",
             "a picture in TeX, which has its own type", "a picture of lines, which is sharp at any size"}},
           {{"x", "--vars", "x", "-f", "gp"},
            all(numbers, {"points", "length", "scale", "cap", "pivot", "color", "palette", "color-scale", "color-range",
                          "contour", "heatmap", "stream", "stream-from", "aspect", "view", "no-arrows"}),
            {"a picture", "a picture of one variable"}},
           {{"x*y*z", "--vars", "x,y,z", "-f", "gp"},
            all(tables, {"hessian", "contour", "heatmap", "stream", "stream-from", "curve"}),
            {"a picture", "a picture of more than one variable", "a picture of space"}},
           {{"x*y", "-f", "gp", "--surface"},
            all(tables, {"hessian", "heatmap", "stream", "stream-from"}),
            {"a picture", "a picture of more than one variable", "a surface"}},
       }) {
    const Deafness deafness = deafness_of(row.words);
    EXPECT_EQ(deafness.options, row.options) << testing::PrintToString(row.words);
    EXPECT_EQ(deafness.names, row.names) << testing::PrintToString(row.words);
  }
}

TEST(UnheardOptions, OfPicturesDependOnOtherOptions) {
  struct Row {
    Words words;
    std::string notes;
  };
  for (const Row& row : {
           Row{{"x*y", "-f", "gp", "--color", "red"}, ""},
           {{"x*y", "-f", "gp", "--color", "red", "--palette", "gray"}, "palette: arrows of one colour"},
           {{"x*y", "-f", "gp", "--color", "f", "--palette", "gray"}, ""},
           {{"x*y", "-f", "gp", "--color", "red", "--palette", "gray", "--heatmap"}, ""},
           {{"x*y", "-f", "gp", "--color", "red", "--palette", "gray", "--surface"}, ""},
           {{"x*y", "-f", "gp", "--stream", "--scale", "2", "--length", "log"}, "scale: stream lines"},
           {{"x*y", "-f", "gp", "--stream", "--color", "red", "--length", "log", "--cap", "50"},
            "length: stream lines of one colour; cap: stream lines of one colour"},
           {{"x*y", "-f", "gp", "--surface", "--stream", "--pivot", "tip"}, "pivot: stream lines; stream: a surface"},
           {{"x*y", "-f", "tex", "--font", "Serif,14"}, ""},
           {{"x*y", "-f", "text", "--scale", "2", "--set", "q"}, "scale: a text picture; set: a text picture"},
           {{"x*y", "-f", "text", "-o", "a.txt", "--length", "log", "--theme", "dark"},
            "length: a text picture without colours; theme: a text picture without colours"},
           {{"x", "--vars", "x", "-f", "text", "--contour"}, "contour: a picture of one variable"},
       }) {
    EXPECT_EQ(unheard(row.words), row.notes) << testing::PrintToString(row.words);
  }
}

TEST(UnheardOptions, AreThoseWithoutTheOptionTheyBelongTo) {
  const auto notes = [](const Words& words) { return unheard_options(Asked(words).request()); };
  EXPECT_THAT(notes({"x", "--csv", "--tolerance", "1"}), ElementsAre("--tolerance has no effect without --check"));
  EXPECT_THAT(notes({"x", "--csv", "--iterations", "5", "--rate", "1"}),
              ElementsAre("--rate has no effect without --path", "--iterations has no effect without --path"));
  EXPECT_THAT(notes({"x", "--check", "--tolerance", "1"}), IsEmpty());
  EXPECT_THAT(notes({"x", "--csv", "--path", "1,1", "--rate", "1"}), IsEmpty());
}

TEST(UnheardOptions, KnowTheCountOfARangeToo) {
  const auto notes = [](const Words& words) { return unheard_options(Asked(words).request()); };
  EXPECT_THAT(notes({"x", "--vars", "x", "-f", "gp", "--x", "0:1:7"}),
              ElementsAre("the count 7 of the range of x has no effect on a picture of one variable"));
  EXPECT_THAT(notes({"x", "--vars", "x", "-f", "gp", "--x", "0:0:1"}), IsEmpty());
  EXPECT_THAT(notes({"x", "--vars", "x", "--csv", "--x", "0:1:7"}), IsEmpty());
}

TEST(UnheardOptions, OfATextInPlaceOfAWindowAreThoseThatTheWindowHeard) {
  const Asked asked({"x*y", "-f", "window", "--scale", "2", "--precision", "3", "--title", "t"});
  EXPECT_THAT(unheard_options_of_text(asked.request()), ElementsAre("--scale has no effect on a text picture"));
}

}  // namespace
}  // namespace gradfield::test
