// Digits of numbers against std::to_chars, printf and python3's repr.
#include "base/numbers/number.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <sstream>
#include <vector>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

using Limits = std::numeric_limits<double>;

// Zeros, ends of the range, powers of two and ten with their neighbours, halves, thirds, whole numbers near 2^53.
std::vector<double> corners() {
  std::vector<double> values{0.0,
                             -0.0,
                             Limits::infinity(),
                             Limits::quiet_NaN(),
                             Limits::max(),
                             Limits::min(),
                             Limits::denorm_min(),
                             Limits::epsilon(),
                             9007199254740991.0,
                             9007199254740992.0,
                             9007199254740993.0,
                             123456.0,
                             1234567.0,
                             0.1,
                             0.30000000000000004,
                             1.0 / 3,
                             9.5,
                             99999.95,
                             999999.5,
                             0.0001,
                             0.00001,
                             5e-324,
                             2.2250738585072011e-308};
  for (int exponent = -1074; exponent <= 1023; ++exponent) values.push_back(std::ldexp(1.0, exponent));
  for (int exponent = -320; exponent <= 308; ++exponent)
    values.push_back(std::strtod(("1e" + std::to_string(exponent)).c_str(), nullptr));
  const std::size_t plain = values.size();
  for (int i = -50; i <= 50; ++i) values.push_back(0x1p53 + i);
  // A quarter more than what 17 digits hold: a tie between two of them.
  for (int i = 0; i <= 50; ++i) values.push_back(0x1p50 + 0.25 * i);
  // Where std::to_chars turns from fixed to scientific: by the number of digits, so with few and with many of them.
  for (int power = -8; power <= 24; ++power) {
    for (const double digits : {1.0, 1.5, 1.25, 9.0, 9.9, 1.23456789, 9.87654321987654321, 1.0000000000000002})
      values.push_back(digits * std::pow(10.0, power));
  }
  for (std::size_t i = 0; i < plain; ++i) {
    values.push_back(std::nextafter(values[i], Limits::infinity()));
    values.push_back(std::nextafter(values[i], -Limits::infinity()));
  }
  const std::size_t positive = values.size();
  for (std::size_t i = 0; i < positive; ++i) values.push_back(-values[i]);
  return values;
}

std::vector<double> random_bit_patterns(std::size_t count) {
  std::mt19937_64 bits(20240101);
  std::vector<double> values(count);
  for (double& value : values) value = std::bit_cast<double>(bits());
  return values;
}

// What the design says: the bytes of std::to_chars, but one nan and one zero.
std::string promised(double value) {
  if (std::isnan(value)) return "nan";
  if (value == 0) return "0";
  std::array<char, 64> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

std::string printed(double value, int precision) {
  if (std::isnan(value)) return "nan";
  if (value == 0) return "0";
  std::array<char, 512> digits;
  std::snprintf(digits.data(), digits.size(), "%.*g", precision, value);
  return digits.data();
}

// Numbers as tables have them, a share of each kind.
std::vector<double> ordinary_numbers(std::size_t count) {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> unit(0, 1), ten(-10, 10), power(-9, 24);
  std::vector<double> values;
  while (values.size() < count) {
    values.push_back(unit(random));
    values.push_back(ten(random));
    values.push_back(std::pow(10.0, power(random)));
    values.push_back(static_cast<double>(random() >> (random() % 64)));  // whole numbers of any length
    values.push_back(static_cast<double>(random() % 100'000) * std::pow(10.0, random() % 20));  // with zeros at the end
    values.push_back(static_cast<double>(random() % 200'000) / 1000 - 100);                     // 0.15
    values.push_back(
        std::ldexp(static_cast<double>(random() >> 40), -static_cast<int>(random() % 60)));  // ends in binary
  }
  return values;
}

void expect_the_bytes_of_to_chars(const std::vector<double>& values) {
  std::size_t wrong = 0;
  std::array<char, kNumberRoom> text;
  for (const double value : values) {
    const std::string_view written(text.data(), write_number(text.data(), value));
    if (written == promised(value)) continue;
    if (++wrong <= 5) ADD_FAILURE() << std::hexfloat << value << " gives " << written << ", not " << promised(value);
  }
  EXPECT_EQ(wrong, 0u);
}

TEST(WriteNumber, WritesTheBytesOfToCharsAtEveryCorner) { expect_the_bytes_of_to_chars(corners()); }

TEST(WriteNumber, WritesTheBytesOfToCharsForAMillionBitPatterns) {
  expect_the_bytes_of_to_chars(random_bit_patterns(1'000'000));
}

TEST(WriteNumber, WritesTheBytesOfToCharsForAMillionOrdinaryNumbers) {
  expect_the_bytes_of_to_chars(ordinary_numbers(1'000'000));
}

TEST(WriteNumber, TouchesNothingOutsideItsRoomAndWritesNoMoreThanTheLongestNumber) {
  constexpr char kMark = '~';
  std::vector<double> values = corners();
  for (const auto& more : {random_bit_patterns(10'000), ordinary_numbers(10'000)})
    values.insert(values.end(), more.begin(), more.end());
  std::size_t longest = 0;
  for (const double value : values) {
    std::array<char, kNumberRoom + 64> text;
    text.fill(kMark);
    char* const out = text.data() + 32;
    const char* const end = write_number(out, value);
    longest = std::max(longest, static_cast<std::size_t>(end - out));
    const auto is_marked = [](char c) { return c == kMark; };
    EXPECT_TRUE(std::all_of(text.data(), out, is_marked)) << value;
    EXPECT_TRUE(std::all_of(out + kNumberRoom, text.data() + text.size(), is_marked)) << value;
  }
  EXPECT_EQ(longest, kLongestNumber);  // -2.2250738585072014e-308 is among the corners
}

TEST(NumberText, IsWhatWriteNumberWrites) {
  for (const double value : corners()) EXPECT_EQ(number_text(value), promised(value)) << std::hexfloat << value;
}

TEST(NumberText, ReadsBackExactlyWithAsFewDigitsAsPythonsRepr) {
  std::vector<double> values = corners();
  for (const double value : random_bit_patterns(20000)) values.push_back(value);
  std::ostringstream lines;
  for (const double value : values) {
    if (std::isfinite(value)) lines << std::hexfloat << value << ' ' << number_text(value) << '\n';
  }
  const std::string complaints = run_python(
      "import sys\n"
      "digits = lambda t: t.lower().split('e')[0].lstrip('-').replace('.', '').strip('0')\n"
      "count = 0\n"
      "for line in sys.stdin:\n"
      "  bits, text = line.split()\n"
      "  value = float.fromhex(bits); count += 1\n"
      "  whole = text.lstrip('-').isdigit()  # to_chars writes all digits of a whole number where that is shorter\n"
      "  if float(text) != value or (digits(text) != digits(repr(value)) and not whole): print(bits, text, "
      "repr(value))\n"
      "print(count > 20000)\n",
      lines.str());
  EXPECT_EQ(complaints, "True\n");
}

TEST(NumberText, WritesEveryNanAsNanWhateverItsSignAndPayload) {
  for (const std::uint64_t bits : {0x7FF8000000000000u, 0xFFF8000000000000u, 0x7FF0000000000001u, 0xFFF0000000000001u,
                                   0x7FFFFFFFFFFFFFFFu, 0xFFFFFFFFFFFFFFFFu, 0x7FF80000DEADBEEFu}) {
    EXPECT_EQ(number_text(std::bit_cast<double>(bits)), "nan") << std::hex << bits;
    EXPECT_EQ(number_text(std::bit_cast<double>(bits), 3), "nan") << std::hex << bits;
  }
}

TEST(NumberText, WritesInfinitiesWithTheirSignAndBothZerosWithout) {
  for (const std::optional<int> precision : {std::optional<int>{}, std::optional<int>{1}, std::optional<int>{17}}) {
    EXPECT_EQ(number_text(Limits::infinity(), precision), "inf");
    EXPECT_EQ(number_text(-Limits::infinity(), precision), "-inf");
    EXPECT_EQ(number_text(0.0, precision), "0");
    EXPECT_EQ(number_text(-0.0, precision), "0");
  }
}

TEST(NumberText, WithAPrecisionIsWhatPrintfWrites) {
  std::vector<double> values = corners();
  for (const double value : random_bit_patterns(3000)) values.push_back(value);
  // Values of everyday size, where %g changes between its two styles.
  std::mt19937_64 bits(7);
  std::uniform_real_distribution<double> exponent(-8, 22);
  for (int i = 0; i < 3000; ++i) values.push_back(std::pow(10.0, exponent(bits)) * (i % 2 == 0 ? 1 : -1));
  std::size_t wrong = 0;
  for (const double value : values) {
    for (int precision = 1; precision <= 20; ++precision) {
      if (number_text(value, precision) == printed(value, precision)) continue;
      if (++wrong <= 5) {
        ADD_FAILURE() << std::hexfloat << value << " with " << precision << " digits gives "
                      << number_text(value, precision) << ", not " << printed(value, precision);
      }
    }
  }
  EXPECT_EQ(wrong, 0u);
}

TEST(NumberText, WritesUpToAHundredDigitsOfTheExactValue) {
  for (const double value :
       {0.1, 1.0 / 3, Limits::denorm_min(), -Limits::denorm_min(), Limits::max(), -Limits::max(), 1e-300}) {
    for (const int precision : {21, 53, 99, kLargestPrecision}) {
      EXPECT_EQ(number_text(value, precision), printed(value, precision))
          << value << " with " << precision << " digits";
    }
  }
}

TEST(AppendNumber, KeepsWhatIsThere) {
  std::string text = "x=";
  append_number(text, 0.5);
  text += ',';
  append_number(text, -2.0 / 3, 3);
  EXPECT_EQ(text, "x=0.5,-0.667");
}

double read(const std::string& text) {
  double value = 7;
  EXPECT_EQ(read_number(text, value), NumberReading::kNumber) << text;
  return value;
}

TEST(ReadNumber, IsPythonsFloatToTheLastBit) {
  // Digits of every length about the ends of the range, halfway cases between doubles, plain numbers.
  std::mt19937_64 random(7);
  const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
  std::vector<std::string> texts{"2.4703282292062327e-324",
                                 "2.4703282292062328e-324",
                                 "4.9e-324",
                                 "1e-400",
                                 "-1e-400",
                                 "2.2250738585072011e-308",
                                 "1.7976931348623157e308",
                                 "1.7976931348623158e308",
                                 "9007199254740993",
                                 "9007199254740992.99999999999999999999",
                                 "1.",
                                 ".5",
                                 "-.5e1",
                                 "1.e3",
                                 "+3",
                                 "+.5",
                                 "-0",
                                 "0e9999",
                                 "1E5",
                                 "1e+5",
                                 "00012",
                                 "1e-99999999999999999999"};
  for (int n = 0; n < 20000; ++n) {
    std::string text = below(2) == 0 ? "-" : "";
    for (int digits = 1 + below(30); digits > 0; --digits) text += static_cast<char>('0' + below(10));
    if (below(2) == 0) text.insert(text.size() - 1, ".");
    if (below(2) == 0) text += "e" + std::to_string(below(620) - 340);
    texts.push_back(text);
  }
  std::string lines;
  for (const std::string& text : texts) lines += text + '\n';
  const std::vector<std::string> expected =
      lines_of(run_python("import sys\nfor line in sys.stdin: print(float(line).hex())\n", lines));
  ASSERT_EQ(expected.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const double value = std::strtod(expected[i].c_str(), nullptr);  // hexadecimal digits need no rounding
    double ours = 7;
    const NumberReading reading = read_number(texts[i], ours);
    EXPECT_EQ(reading, std::isinf(value) ? NumberReading::kTooLarge : NumberReading::kNumber) << texts[i];
    EXPECT_EQ(std::bit_cast<std::uint64_t>(ours), std::bit_cast<std::uint64_t>(value)) << texts[i];
  }
}

TEST(ReadNumber, TakesNanAndInfinitiesInAnyLetterCase) {
  for (const std::string text : {"nan", "NaN", "NAN", "+nan", "-nan"}) EXPECT_TRUE(std::isnan(read(text))) << text;
  for (const std::string text : {"inf", "INF", "Infinity", "+inf"}) EXPECT_EQ(read(text), Limits::infinity()) << text;
  for (const std::string text : {"-inf", "-INFINITY"}) EXPECT_EQ(read(text), -Limits::infinity()) << text;
}

TEST(ReadNumber, RefusesWhatIsNoNumber) {
  for (const std::string text : {"",       "+",     "-",  ".",  "e5",    "1e",      "1e+", "+-1", "-+1",   "++1",
                                 "--1",    "1.2.3", "1 ", " 1", "1,5",   "0x10",    "1d5", "1_0", "1'0",   "infinit",
                                 "nan(1)", "nan()", "in", "1f", "1e5.0", "\u22121", "½",   "x",   "1\x01", "1e1000x"}) {
    double value = 7;
    EXPECT_EQ(read_number(text, value), NumberReading::kNoNumber) << text;
  }
  for (const std::string& text :
       {std::string("1e309"), std::string("-1e309"), std::string("1e99999999999999999999"), std::string(400, '9')}) {
    double value = 7;
    EXPECT_EQ(read_number(text, value), NumberReading::kTooLarge) << text;
  }
}

}  // namespace
}  // namespace gradfield::test
