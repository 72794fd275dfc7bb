// --describe as people run it: its facts against numpy and mathematics, its keys, and what pictures carry along.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/commands.hpp"
#include "support/peaks.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string fact(const std::string& key, const std::string& description) {
  for (const std::string& line : lines_of(description)) {
    if (line.starts_with(key + ": ")) return line.substr(key.size() + 2);
  }
  return "no " + key;
}

std::string fact_of(const std::string& key, std::vector<std::string> words) {
  words.push_back("--describe");
  return fact(key, run_well(words).output);
}

TEST(Describe, HasItsKeysInOneOrderWhateverTheField) {
  const std::vector<std::vector<std::string>> commands{{"x^2+y^2"},
                                                       {"sin(x)", "--vars", "x"},
                                                       {"x*y*z", "--vars", "x,y,z"},
                                                       {"a+b*c-d", "--vars", "a,b,c,d", "-n", "3"},
                                                       {"sqrt(-1-x^2)"},
                                                       {"x", "--where", "x>9"},
                                                       {"s*x", "-D", "s=2"}};
  for (const std::vector<std::string>& words : commands) {
    std::vector<std::string> with_option = words, keys;
    with_option.emplace_back("--describe");
    for (const std::string& line : lines_of(run_well(with_option).output)) {
      const std::string key = line.substr(0, line.find(": "));
      if (key != "critical point") keys.push_back(key);
    }
    EXPECT_THAT(keys, ElementsAre("formula", "function", "variables", "constants", "ranges", "condition", "method",
                                  "points", "range of f", "steepest", "least steep", "undefined", "infinite",
                                  "symmetry", "critical points", "level sets", "picture", "picture title",
                                  "picture axes", "picture layers", "picture lengths", "picture colours"))
        << words[0];
  }
}

TEST(Describe, EndsOfFAreThoseThatNumpyFinds) {
  const ProcessResult described = run_well({kPeaks, "--describe"});
  // By a grid so fine that its values are those of f to 1e-5.
  EXPECT_EQ(run_numpy(R"(
import sys, re, numpy as np
x, y = np.meshgrid(np.linspace(-3, 3, 3001), np.linspace(-3, 3, 3001))
f = (3*(1-x)**2*np.exp(-x**2-(y+1)**2) - 10*(x/5-x**3-y**5)*np.exp(-x**2-y**2) - np.exp(-(x+1)**2-y**2)/3)
line = [l for l in sys.stdin if l.startswith('range of f: ')][0]
n = r'(-?[0-9.e-]+)'
low, x0, y0, high, x1, y1 = map(float, re.match(
    rf'range of f: from {n} at \({n}, {n}\) to {n} at \({n}, {n}\), all over the ranges', line).groups())
i, j = f.argmin(), f.argmax()
print(abs(low-f.min()) < 1e-4, abs(high-f.max()) < 1e-4,
      max(abs(x0-x.flat[i]), abs(y0-y.flat[i]), abs(x1-x.flat[j]), abs(y1-y.flat[j])) < 3e-3)
)",
                      {}, described.output),
            "True True True\n");
}

TEST(Describe, GridFactsAreThoseThatNumpyFinds) {
  const ProcessResult described =
      run_well({"log(x)*y", "--x", "-1:3:41", "--y", "-1:2:31", "--where", "x+y<4", "--describe"});
  EXPECT_EQ(run_numpy(R"(
import sys, re, numpy as np
np.seterr(all='ignore')
x, y = np.meshgrid(np.linspace(-1, 3, 41), np.linspace(-1, 2, 31))
x[np.abs(x) < 1e-12] = 0
y[np.abs(y) < 1e-12] = 0
kept = x+y < 4
f = np.where(kept, np.log(x)*y, np.nan)
norm = np.where(np.isfinite(f), np.hypot(y/x, np.log(x)), np.nan)
norm[~np.isfinite(norm)] = np.nan
facts = dict(l.rstrip('\n').split(': ', 1) for l in sys.stdin)
number = lambda text, word: float(re.search(word + r' (-?[0-9.e-]+)', text).group(1))
near = lambda a, b: abs(a-b) <= 1e-5*abs(b)
finite = f[np.isfinite(f)]
print(near(number(facts['range of f'], 'from'), finite.min()), near(number(facts['range of f'], 'to'), finite.max()),
      near(number(facts['steepest'], 'slope'), np.nanmax(norm)), near(number(facts['least steep'], 'slope'), np.nanmin(norm)),
      facts['undefined'].endswith(f', {(np.isnan(f) & kept).sum()} of {kept.sum()}'),
      facts['infinite'].endswith(f', {np.isinf(f).sum()} of {kept.sum()}'))
)",
                      {}, described.output),
            "True True True True True True\n");
}

TEST(Describe, SaysHowFarTheEndsReach) {
  EXPECT_EQ(fact_of("range of f", {"x^2+y^2"}), "from 0 at (0, 0) to 18 at (-3, -3), all over the ranges");
  EXPECT_EQ(fact_of("range of f", {"-(x-1)^2+y", "--y", "0:1"}),
            "from -16 at (-3, 0) to 1 at (1, 1), all over the ranges");
  EXPECT_EQ(fact_of("range of f", {"sin(x)", "--vars", "x"}),
            "from -1 at (-1.5708) to 1 at (1.5708), all over the ranges");
  EXPECT_THAT(fact_of("range of f", {"1/x"}), HasSubstr("on the grid"));
  EXPECT_THAT(fact_of("range of f", {"x-floor(x)"}), HasSubstr("on the grid"));
  EXPECT_THAT(fact_of("range of f", {"abs(x)+abs(y)"}),
              StartsWith("from 0 at (0, 0) to 6 at (-3, -3), on the grid and"));
  EXPECT_THAT(fact_of("range of f", {"x^2+y^2", "--where", "x>1"}), HasSubstr("on the grid"));
  EXPECT_EQ(fact_of("range of f", {"sqrt(-1-x^2)"}), "none, f is finite nowhere on the grid");
}

TEST(Describe, SymmetriesAreThoseOfMathematics) {
  const std::string shown = " (by the formula)", tried = " (tried at 200 points)";
  EXPECT_EQ(fact_of("symmetry", {"x^2+y^2"}),
            "even in x" + shown + "; even in y" + shown + "; turning by 180 degrees leaves f as it is" + shown +
                "; exchanging x and y leaves f as it is" + shown + "; turning by 90 degrees leaves f as it is" + shown +
                "; turning by any angle leaves f as it is" + tried);
  EXPECT_EQ(fact_of("symmetry", {"x-y"}), "turning by 180 degrees turns f into its negative" + shown +
                                              "; exchanging x and y turns f into its negative" + shown);
  EXPECT_EQ(fact_of("symmetry", {"sin(x)*cos(2*x)", "--vars", "x"}), "odd in x" + shown);
  EXPECT_EQ(fact_of("symmetry", {"g(x,y) = y^3"}), "the same at every x" + shown + "; odd in y" + shown);
  EXPECT_EQ(fact_of("symmetry", {"(x+1)^2-2*x+exp(y)"}), "even in x" + tried);
  EXPECT_EQ(fact_of("symmetry", {"x^2-y^2"}), "even in x" + shown + "; even in y" + shown +
                                                  "; turning by 180 degrees leaves f as it is" + shown +
                                                  "; exchanging x and y turns f into its negative" + shown +
                                                  "; turning by 90 degrees turns f into its negative" + shown);
  // None of these has any: each is nearly so, or so on a part of the plane.
  for (const char* const formula :
       {"x^2+y^2+x*1e-3+y*2e-3", "exp(x)+y^2*x+y", "floor(x)+2*y+floor(3*y)", "x^3+x^2+y^5-y^2+2*y^4"}) {
    EXPECT_EQ(fact_of("symmetry", {formula}), "none") << formula;
  }
}

TEST(Describe, CriticalPointsAreALineEach) {
  const std::string text = run_well({"(x^2+y-11)^2+(x+y^2-7)^2", "--x", "-5:5", "--y", "-5:5", "--describe"}).output;
  EXPECT_EQ(fact("critical points", text), "all 9 critical points, proved: 4 minima, 1 maximum, 4 saddles");
  EXPECT_THAT(text, HasSubstr("critical point: minimum at (3, 2), where f is 0, proved\n"));
  std::size_t lines = 0;
  for (const std::string& line : lines_of(text)) lines += line.starts_with("critical point: ");
  EXPECT_EQ(lines, 9u);
  EXPECT_EQ(fact_of("level sets", {"x^2"}), "f is level along a curve: x = 0, y from -3 to 3");
}

TEST(Describe, TellsThePictureThatWouldBeDrawn) {
  const std::string text =
      run_well({"x^2-y", "--heatmap", "--contour", "--path", "1,1", "--title", "A valley", "--descent", "--describe"})
          .output;
  EXPECT_EQ(fact("picture title", text), "A valley");
  EXPECT_EQ(fact("picture axes", text), "x from -3 to 3, y from -3 to 3");
  EXPECT_EQ(fact("picture layers", text), "heat map of f, contour lines, arrows, paths");
  // The negative of (-6, -1).
  EXPECT_THAT(fact("steepest", text), HasSubstr("at (-3, -3), where the way down is (6, 1)"));
  EXPECT_EQ(fact_of("picture layers", {"x^3", "--vars", "x"}), "curve of f, curve of the derivative");
  EXPECT_THAT(fact_of("picture", {"a+b+c+d", "--vars", "a,b,c,d", "-n", "3"}),
              StartsWith("none, a picture shows up to three"));
  // No signs that are not read aloud.
  EXPECT_THAT(text, AllOf(Not(HasSubstr("∇")), Not(HasSubstr("−")), Not(HasSubstr("|"))));
}

TEST(Describe, PicturesCarryTheRangeAndTheSteepestPoint) {
  const std::string told = "At the points shown f is from 0.04986 at (";
  for (const char* const format : {"svg", "html"}) {
    const std::string drawn = run_well({"x^2+y^2", "-f", format}).output;
    EXPECT_THAT(drawn, AllOf(HasSubstr(told), HasSubstr("and steepest at (-3, -3), with a slope of 8.485."))) << format;
  }
  EXPECT_THAT(run_well({"x^2", "--vars", "x", "-f", "svg"}).output,
              HasSubstr("At the points shown f is from 0 at (0) to 9 at (-3)."));
  // What the drawn picture says of its longest arrow is the same slope.
  EXPECT_THAT(run_well({"x^2+y^2", "-f", "svg"}).output, HasSubstr("a gradient of length 8.485."));
}

}  // namespace
}  // namespace gradfield::test
