// Pages of HTML as a browser sees them: what it builds of them, what it complains of, and that it draws something.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plot/files/png_frames.hpp"
#include "plot/files/recipe.hpp"
#include "support/nasty_texts.hpp"
#include "support/process.hpp"
#include "support/programs.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Title of the page, accessible name and description of the picture, command, and counts of scripts and of outside
/// addresses, a line each, read from HTML with the references of a parser that is not ours.
constexpr const char* kReadPage = R"python(
import sys, html.parser
class Reader(html.parser.HTMLParser):
    texts, ids, stack, scripts, fetched = {}, {}, [], 0, 0
    labels = role = lang = None
    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        self.scripts += tag == 'script' or any(name.startswith('on') for name in a)
        self.fetched += sum(name in ('src', 'href', 'xlink:href') and not value.startswith('#') for name, value in a.items())
        self.fetched += tag == 'link'
        if tag == 'html': self.lang = a.get('lang')
        if tag == 'svg': self.labels, self.role = a.get('aria-labelledby').split(), a.get('role')
        if tag not in ('meta', 'br'): self.stack.append((tag, a.get('id')))
    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag: pass
    def handle_data(self, data):
        if not self.stack: return
        tag, name = self.stack[-1]
        key = name or ('page' if tag == 'title' and self.stack[-2][0] == 'head' else tag)
        self.texts[key] = self.texts.get(key, '') + data
reader = Reader()
reader.feed(sys.stdin.buffer.read().decode('utf-8'))
assert reader.role == 'img' and reader.lang == 'en'
for text in [reader.texts['page']] + [reader.texts[label] for label in reader.labels] + [reader.texts['code']]:
    print(text)
print(reader.scripts, reader.fetched)
)python";

ProcessResult in_browser(const std::filesystem::path& page, const std::vector<std::string>& options) {
  TemporaryFolder home;
  ProcessSetup setup;
  setup.environment["HOME"] = home.path().string();
  // As root it has no sandbox, in a container little shared memory; it is not to hang.
  std::vector<std::string> command{"timeout",
                                   "100",
                                   "chromium",
                                   "--headless",
                                   "--no-sandbox",
                                   "--disable-gpu",
                                   "--disable-dev-shm-usage",
                                   "--enable-logging=stderr",
                                   "--user-data-dir=" + home.path().string()};
  command.insert(command.end(), options.begin(), options.end());
  command.push_back("file://" + page.string());
  return run_program(command, setup);
}

TEST(WebPage, StandsAloneAndTellsWhatItShows) {
  for (const std::string& title : few_nasty_texts()) {
    TemporaryFolder folder;
    ProcessSetup setup;
    setup.folder = folder.path();
    const ProcessResult made =
        run_gradfield({"x*y", "-n", "3", "--title=" + title, "--xlabel=" + title, "-o", "f.html"}, setup);
    ASSERT_EQ(made.exit_code, 0) << made;
    EXPECT_THAT(folder.names(), ElementsAre("f.html"));
    const std::string page = read_file(folder / "f.html");
    const std::string name = title.empty() ? "∇f, f(x, y) = x*y" : plain_line(title);
    const std::vector<std::string> lines = lines_of(run_python(kReadPage, page));
    ASSERT_EQ(lines.size(), 5u);
    EXPECT_EQ(lines[0], name);
    EXPECT_EQ(lines[1], name);
    EXPECT_THAT(lines[2], HasSubstr("of f(x, y) = x*y for x from -3 to 3 and y from -3 to 3: 9 arrows; the longest"));
    EXPECT_EQ(lines[3], "gradfield 'x*y' -n 3 " + shell_quoted("--title=" + title, false) + " " +
                            shell_quoted("--xlabel=" + title, false) + " -o f.html");
    EXPECT_EQ(lines[4], "0 0") << "scripts, and addresses that would be fetched";
    EXPECT_THAT(page, AllOf(StartsWith("<!DOCTYPE html>"), HasSubstr("<meta charset=\"utf-8\">"),
                            Not(HasSubstr("@import")), Not(HasSubstr("url(http"))));
  }
}

TEST(WebPage, IsReadByABrowserWithoutAComplaint) {
  if (!has_program("chromium")) GTEST_SKIP() << "no chromium here (apt install chromium)";
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  const std::string title = few_nasty_texts()[0];
  ASSERT_EQ(run_gradfield({"x^2+y^2", "-n", "20", "--title=" + title, "-o", "f.html"}, setup).exit_code, 0);
  const ProcessResult seen = in_browser(folder / "f.html", {"--dump-dom"});
  ASSERT_EQ(seen.exit_code, 0) << seen;
  EXPECT_THAT(seen.messages, Not(HasSubstr("CONSOLE"))) << "the browser complained";
  const std::vector<std::string> lines = lines_of(run_python(kReadPage, seen.output));
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[0], plain_line(title));
  EXPECT_EQ(lines[1], plain_line(title));
  EXPECT_THAT(lines[2], HasSubstr("400 arrows; the longest arrow stands for a gradient of length 8.485."));
  EXPECT_EQ(lines[4], "0 0");
}

// What a browser complains of is seen by the test above.
TEST(WebPage, WouldShowComplaintsOfTheBrowser) {
  if (!has_program("chromium")) GTEST_SKIP() << "no chromium here (apt install chromium)";
  TemporaryFolder folder;
  write_file(folder / "f.html", "<!DOCTYPE html><script>no_such_name()</script>");
  EXPECT_THAT(in_browser(folder / "f.html", {"--dump-dom"}).messages, HasSubstr("CONSOLE"));
}

TEST(WebPage, FillsTheWindowOfABrowser) {
  if (!has_program("chromium")) GTEST_SKIP() << "no chromium here (apt install chromium)";
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  ASSERT_EQ(run_gradfield({"x^2+y^2", "--color", "blue", "-o", "f.html"}, setup).exit_code, 0);
  for (const std::string window : {"400,300", "900,600"}) {
    const std::string shot = (folder / "shot.png").string();
    const ProcessResult drawn =
        in_browser(folder / "f.html", {"--screenshot=" + shot, "--window-size=" + window, "--hide-scrollbars"});
    ASSERT_EQ(drawn.exit_code, 0) << drawn;
    const Pixels pixels = read_png(read_file(shot));
    std::vector<std::size_t> rows;  // of all pixels of arrows
    for (std::size_t i = 0; i < pixels.colors.size(); ++i) {
      if (pixels.colors[i] == rgb(0x0000ff)) rows.push_back(i / pixels.width);
    }
    ASSERT_FALSE(rows.empty()) << window << ": there is no arrow";
    const double first = static_cast<double>(rows.front()), last = static_cast<double>(rows.back());
    const double height = static_cast<double>(pixels.height);
    // The arrows take 80 % of the picture's height, which is the window's but for a line of text (3.5 rem of 16 px).
    EXPECT_GT(last - first, 0.7 * (height - 56)) << window;
    EXPECT_LT(last + 1, height) << window << ": the picture is higher than the window";
  }
}

TEST(WebPage, GoesOnAroundThePictureInItsBackground) {
  const ProcessResult made = run_gradfield({"x*y", "-n", "3", "-f", "html"});
  EXPECT_THAT(made.output, AllOf(HasSubstr("background: #ffffff"), HasSubstr("color-scheme: light")));
}

}  // namespace
}  // namespace gradfield::test
