// The recipe that pictures carry, read back by programs that are not ours, and run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "plot/files/recipe.hpp"
#include "support/nasty_texts.hpp"
#include "support/png.hpp"
#include "support/process.hpp"
#include "support/programs.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kFormats[] = {"png", "svg", "html", "pdf", "eps", "tex", "gp"};

std::string picture(const std::string& title, const std::string& format) {
  const ProcessResult result = run_gradfield({"x*y", "-n", "3", "--title=" + title, "-f", format});
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  return result.output;
}

/// The texts of a file by name, of which a script prints name and text, each ended by a NUL.
std::map<std::string, std::string> texts_of(const std::string& bytes, const std::string& script) {
  const std::string printed = run_python(script, bytes);
  std::map<std::string, std::string> texts;
  for (std::size_t start = 0; start < printed.size();) {
    const std::size_t middle = printed.find('\0', start), end = printed.find('\0', middle + 1);
    texts[printed.substr(start, middle - start)] = printed.substr(middle + 1, end - middle - 1);
    start = end + 1;
  }
  return texts;
}

constexpr const char* kReadPng = R"python(
import sys, struct, zlib
bytes = sys.stdin.buffer.read()
at, kinds = 8, []
while at < len(bytes):
    length, kind = struct.unpack('>I4s', bytes[at:at + 8])
    data = bytes[at + 8:at + 8 + length]
    assert struct.unpack('>I', bytes[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + data), kind
    kinds.append(kind)
    if kind in (b'tEXt', b'iTXt'):
        assert b'IDAT' not in kinds
        name, text = data.split(b'\0', 1)
        if kind == b'iTXt':
            assert text.startswith(b'\0\0\0\0')
            text = text[4:]
            text.decode('utf-8')
        else: assert text.isascii()
        sys.stdout.buffer.write(name + b'\0' + text + b'\0')
    at += 12 + length
assert at == len(bytes) and kinds[0] == b'IHDR' and kinds[-1] == b'IEND'
)python";

constexpr const char* kReadSvg = R"python(
import sys, xml.etree.ElementTree as tree
root = tree.fromstring(sys.stdin.buffer.read())
name = lambda node: node.tag.split('}')[-1]
labels = root.get('aria-labelledby').split()
assert root.get('role') == 'img' and len(labels) == 2
named = {node.get('id'): node.text for node in root if name(node) in ('title', 'desc')}
put = lambda name, text: sys.stdout.buffer.write((name + '\0' + text + '\0').encode('utf-8'))
put('Title', named[labels[0]]); put('Description', named[labels[1]])
for node in root.iter():
    if name(node) in ('command', 'formula', 'scale', 'cap', 'creator'): put(name(node), node.text)
)python";

std::string command_for(const std::string& title, const std::string& format) {
  return "gradfield 'x*y' -n 3 " + shell_quoted("--title=" + title, false) + " -f " + format;
}

/// What pictures are called by; a title that is left out leaves the formula.
std::string shown_title(const std::string& title) { return title.empty() ? "∇f, f(x, y) = x*y" : plain_line(title); }

TEST(PngRecipe, IsReadByTheDefinitionOfTheFormat) {
  for (const std::string& title : few_nasty_texts()) {
    std::map<std::string, std::string> texts = texts_of(picture(title, "png"), kReadPng);
    EXPECT_EQ(texts["Title"], shown_title(title));
    EXPECT_EQ(texts["Comment"], command_for(title, "png"));
    EXPECT_EQ(texts["Formula"], "x*y");
    EXPECT_THAT(texts["Description"], HasSubstr("9 arrows"));
    EXPECT_THAT(texts["Software"], HasSubstr("gradfield"));
  }
}

TEST(SvgRecipe, IsReadByAnXmlParserAndNamedForScreenReaders) {
  for (const std::string& title : few_nasty_texts()) {
    std::map<std::string, std::string> texts = texts_of(picture(title, "svg"), kReadSvg);
    EXPECT_EQ(texts["Title"], shown_title(title));
    EXPECT_EQ(texts["command"], command_for(title, "svg"));
    EXPECT_EQ(texts["formula"], "x*y");
    EXPECT_EQ(texts["cap"], "none");
    EXPECT_THAT(texts["Description"], HasSubstr("9 arrows"));
  }
}

TEST(PdfRecipe, IsReadByPdfinfoAndTheFileIsSound) {
  if (!has_program("pdfinfo") || !has_program("qpdf")) GTEST_SKIP() << "no pdfinfo or no qpdf here";
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  for (const std::string& title : few_nasty_texts()) {
    write_file(folder / "f.pdf", picture(title, "pdf"));
    const ProcessResult check = run_program({"qpdf", "--check", "f.pdf"}, setup);
    EXPECT_EQ(check.exit_code, 0) << check.output << check.messages;  // 2: errors, 3: warnings
    const ProcessResult info = run_program({"pdfinfo", "-enc", "UTF-8", "f.pdf"}, setup);
    const ProcessResult custom = run_program({"pdfinfo", "-custom", "-enc", "UTF-8", "f.pdf"}, setup);
    EXPECT_THAT(info.messages + custom.messages, IsEmpty());
    EXPECT_THAT(info.output, HasSubstr("Title:           " + shown_title(title) + "\n"));
    EXPECT_THAT(info.output, HasSubstr("Keywords:        " + command_for(title, "pdf") + "\n"));
    EXPECT_THAT(info.output, AllOf(HasSubstr("Producer:        cairo"), Not(HasSubstr("CreationDate"))));
    EXPECT_THAT(custom.output, AllOf(HasSubstr("Formula:         x*y\n"), HasSubstr("Cap:             none\n")));
  }
}

TEST(EpsRecipe, IsInLinesThatTheConventionsAllow) {
  for (const std::string& title : few_nasty_texts()) {
    const std::string eps = picture(title + std::string(400, '('), "eps");
    const std::vector<std::string> lines = lines_of(eps.substr(0, eps.find("%%BeginProlog")));
    EXPECT_EQ(lines[0], "%!PS-Adobe-3.0 EPSF-3.0");
    EXPECT_THAT(lines, testing::Contains(testing::MatchesRegex("%%BoundingBox: 0 0 576 526")));
    EXPECT_THAT(lines, testing::Contains(testing::StartsWith("%%Title: (")));
    EXPECT_THAT(lines, testing::Contains(testing::StartsWith("% Command: gradfield ")));
    EXPECT_THAT(lines, Not(testing::Contains(testing::StartsWith("%%CreationDate"))));
    for (const std::string& line : lines) {
      EXPECT_LE(line.size(), 255u) << line;
      EXPECT_TRUE(line.starts_with('%')) << line;
      for (const char c : line) ASSERT_TRUE(c >= 0x20 && c < 0x7F) << line;
    }
  }
}

TEST(Recipe, StaysInCommentsOfAScript) {
  for (const std::string& title : few_nasty_texts()) {
    const std::string script = picture(title, "gp");
    EXPECT_THAT(script, HasSubstr("\n# Command: " + command_for(title, "gp") + "\n"));
    const std::vector<std::string> head = lines_of(script.substr(0, script.find("\n\n")));
    EXPECT_THAT(head, Each(testing::StartsWith("#")));
    EXPECT_THAT(head, Each(Not(testing::EndsWith("\\")))) << "gnuplot draws the next line into such a comment";
  }
}

// The command is taken out of the picture and run by a shell, in a folder of its own.
TEST(Recipe, MakesThePictureAgain) {
  TemporaryFolder programs;
  std::filesystem::create_symlink(GRADFIELD_BINARY, programs / "gradfield");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"x^2+y^2", "-o", "f.png"},
        {"-x*y", "--x", "-pi:pi", "--title", "it's $(touch pwned)\n`x` \"q\" \\ \x01\xff !", "-o", "f.png", "-n7"},
        {"-o", "f.png", "-Da=2", "--ylabel", "größe", "--", "-a*x"},
        {"-", "-o", "f.png", "--descent"}}) {
    TemporaryFolder first, second;
    ProcessSetup setup;
    setup.folder = first.path();
    setup.input = "x +\n y";
    ASSERT_EQ(run_gradfield(words, setup).exit_code, 0);
    const std::string command = texts_of(read_file(first / "f.png"), kReadPng)["Comment"];
    ProcessSetup again;
    again.folder = second.path();
    again.environment["PATH"] = programs.path().string() + ":" + std::getenv("PATH");
    const ProcessResult result = run_program({"bash", "-c", command}, again);
    EXPECT_EQ(result.exit_code, 0) << command << "\n" << result;
    EXPECT_THAT(second.names(), testing::ElementsAre("f.png"));
    EXPECT_TRUE(read_file(second / "f.png") == read_file(first / "f.png")) << command;
  }
}

TEST(Pictures, AreTheSameBytesAtAnyTime) {
  std::vector<std::string> first;
  for (const char* format : kFormats) first.push_back(picture("title", format));
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // dates have seconds
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_TRUE(picture("title", kFormats[i]) == first[i]) << kFormats[i];
}

}  // namespace
}  // namespace gradfield::test
