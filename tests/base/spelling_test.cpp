// Text as people see it: UTF-8 against python3's decoder and character tables, shortening, and the closest name.
#include "base/spelling.hpp"

#include <gmock/gmock.h>

#include <random>
#include <sstream>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

using namespace std::string_literals;

std::string hex(const std::string& bytes) {
  std::ostringstream out;
  for (const char c : bytes) out << "0123456789abcdef"[(c >> 4) & 15] << "0123456789abcdef"[c & 15];
  return out.str();
}

// Short texts made of the bytes that matter to UTF-8: leads, tails, ends of ranges, plain letters.
std::vector<std::string> byte_strings() {
  const std::string bytes =
      "a\x7F\x80\x81\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xED\xEF\xF0\xF1\xF4\xF5\xFE\xFF"s;
  std::vector<std::string> out;
  for (const char first : bytes) {
    for (const char second : bytes) {
      out.push_back({first, second});
      for (const char third : bytes) {
        out.push_back({first, second, third});
        for (const char fourth : {'\x80', '\xBF', '\x7F', '\xC0'}) out.push_back({first, second, third, fourth});
      }
    }
  }
  return out;
}

TEST(DecodeCharacter, AcceptsTheFirstCharacterExactlyWherePythonDoes) {
  std::ostringstream questions;
  for (const std::string& text : byte_strings()) {
    const Character c = decode_character(text, 0);
    questions << hex(text) << ' ' << (c.valid ? static_cast<long>(c.code_point) : -1) << ' ' << c.bytes << '\n';
  }
  EXPECT_EQ(run_python("import sys\n"
                       "count = 0\n"
                       "for line in sys.stdin:\n"
                       "  text, code, length = line.split(); text = bytes.fromhex(text); count += 1\n"
                       "  expected = (-1, 1)\n"
                       "  for n in range(1, len(text) + 1):\n"
                       "    try: expected = (ord(text[:n].decode()), n); break\n"
                       "    except UnicodeDecodeError: pass\n"
                       "  if (int(code), int(length)) != expected: print(line, expected)\n"
                       "print(count > 40000)\n",
                       questions.str()),
            "True\n");
}

TEST(EncodeCharacter, IsUndoneByDecodeCharacterForEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string text = encode_character(c);
    const Character back = decode_character(text, 0);
    ASSERT_TRUE(back.valid && back.code_point == c && back.bytes == text.size())
        << std::hex << static_cast<unsigned>(c);
  }
}

TEST(ColumnWidth, IsThatOfTheUnicodeTables) {
  std::ostringstream questions;
  for (char32_t c = 0x20; c <= 0x10FFFF; ++c) questions << static_cast<unsigned>(c) << ' ' << column_width(c) << '\n';
  // Whatever has a column of its own, spacing marks and signs that are not shown among them, has one at least.
  EXPECT_EQ(
      run_python("import sys, unicodedata as u\n"
                 "count = 0\n"
                 "for line in sys.stdin:\n"
                 "  code, width = map(int, line.split()); c = chr(code)\n"
                 "  if u.category(c) in ('Cn', 'Cs'): continue\n"
                 "  expected = 0 if u.category(c) in ('Mn', 'Me') else 2 if u.east_asian_width(c) in 'WF' else 1\n"
                 "  count += 1\n"
                 "  if width != expected: print(hex(code), width, expected)\n"
                 "print(count > 140000)\n",
                 questions.str()),
      "True\n");
}

TEST(ColumnWidth, OfATextCountsInvalidBytesAsOneColumnEach) {
  EXPECT_EQ(column_width(""), 0u);
  EXPECT_EQ(column_width("x²+y²"), 5u);
  EXPECT_EQ(column_width("e\u0301"), 1u);
  EXPECT_EQ(column_width("日本"), 4u);
  EXPECT_EQ(column_width("a\xFF\xE6\x97"s), 4u);
}

TEST(Printable, LeavesOrdinaryTextAlone) {
  for (const std::string text : {"", "x^2 + y^2", "x² · π − √y", "日本語", "éàü", "😀"})
    EXPECT_EQ(printable(text), text);
}

TEST(Printable, ShowsControlAndInvalidBytesAsTheirNumber) {
  EXPECT_EQ(printable("a\x1B[31mb"), "a\\x1b[31mb");
  EXPECT_EQ(printable("\t\r\n"), "\\x09\\x0d\\x0a");
  EXPECT_EQ(printable("a\0b"s), "a\\x00b");
  EXPECT_EQ(printable("\x7F"), "\\x7f");
  EXPECT_EQ(printable("\xFF\xC3"), "\\xff\\xc3");
  EXPECT_EQ(printable("\xED\xA0\x80"), "\\xed\\xa0\\x80") << "a surrogate is no character";
}

TEST(Printable, ShowsInvisibleCharactersByCodePoint) {
  EXPECT_EQ(printable("x\u00A0y"), "xU+00A0y");
  EXPECT_EQ(printable("\u200B\u202E\uFEFF"), "U+200BU+202EU+FEFF");
  EXPECT_EQ(printable("\u0085\u009B"), "U+0085U+009B") << "C1 controls steer some terminals";
  EXPECT_EQ(printable(encode_character(0xE0041)), "U+E0041");
}

TEST(Printable, ShowsWhatIsReservedOrNoCharacterByCodePoint) {
  for (const char32_t c : std::to_array<char32_t>({0x34F, 0x2065, 0xFFA0, 0xFFF0, 0xFFFE, 0xFFFF, 0xE0000, 0xE0FFF})) {
    EXPECT_THAT(printable(encode_character(c)), testing::StartsWith("U+")) << std::hex << static_cast<unsigned>(c);
  }
  // Not assigned yet: a newer font may show it.
  EXPECT_EQ(printable(encode_character(0x378)), encode_character(0x378));
}

TEST(Printable, LeavesNothingThatSteersATerminal) {
  std::ostringstream shown;
  std::mt19937 bits(3);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (int k = 0; k < 6; ++k) text += static_cast<char>(bits());
    shown << printable(text) << '\n';
  }
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c < 0xD800 || c > 0xDFFF) shown << printable(encode_character(c)) << '\n';
  }
  EXPECT_EQ(run_python("import sys, unicodedata as u\n"
                       "text = sys.stdin.buffer.read().decode()\n"
                       "seen = {*range(0x600, 0x606), 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd}  # number "
                       "signs and such\n"
                       "bad = {hex(ord(c)) for c in set(text) if u.category(c) in ('Cc', 'Cf', 'Zl', 'Zp') and c != "
                       "'\\n' and ord(c) not in seen}\n"
                       "print(sorted(bad), len(text) > 100000)\n",
                       shown.str()),
            "[] True\n");
}

TEST(Shortened, KeepsWhatFitsAndMarksWhatIsLeftOut) {
  EXPECT_EQ(shortened("x^2+y^2", 7), "x^2+y^2");
  EXPECT_EQ(shortened("x^2+y^2", 6), "x^2...");
  EXPECT_EQ(shortened("日本語日本語", 8), "日本...") << "whole characters only";
  const std::string text(1000, 'x');
  for (std::size_t columns = 3; columns < 50; ++columns) EXPECT_EQ(column_width(shortened(text, columns)), columns);
}

TEST(ClosestName, FindsTheNameBehindATypingError) {
  const std::vector<std::string_view> names{"sin", "sinh", "asin", "sqrt", "exp", "central", "method", "x", "y"};
  EXPECT_EQ(closest_name("sn", names), "sin") << "a letter missing";
  EXPECT_EQ(closest_name("sinn", names), "sin") << "a letter too many: the first of equals";
  EXPECT_EQ(closest_name("sqtr", names), "sqrt") << "neighbours swapped";
  EXPECT_EQ(closest_name("SIN", names), "sin") << "letter case";
  EXPECT_EQ(closest_name("cenrtl", names), "central") << "two errors in six letters";
  EXPECT_EQ(closest_name("metod", names), "method");
  EXPECT_EQ(closest_name("sqrt", names), "sqrt");
}

TEST(ClosestName, DoesNotGuess) {
  const std::vector<std::string_view> names{"sin", "central", "x", "y"};
  for (const std::string name : {"banana", "z", "xx", "q", "", "snn2", "ctl"})
    EXPECT_EQ(closest_name(name, names), "") << name;
  EXPECT_EQ(closest_name(std::string(100000, 'a'), names), "") << "and takes no time over it";
  EXPECT_EQ(closest_name("sin", {}), "");
}

TEST(Listed, JoinsWithCommasAndAnd) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed(std::vector<std::string_view>{"a"}), "a");
  EXPECT_EQ(listed(std::vector<std::string_view>{"a", "b"}), "a and b");
  EXPECT_EQ(listed(std::vector<std::string_view>{"a", "b", "c"}), "a, b and c");
}

}  // namespace
}  // namespace gradfield::test
