#include "plot/sheet/key.hpp"
#include "support/rows.hpp"

#include <gtest/gtest.h>

namespace gradfield {
namespace {

using test::named;

LengthScale lengths_to(double reference, std::string_view rule = "linear") {
  LengthScale lengths;
  lengths.rule = &named(length_rules(), rule);
  lengths.reference = reference;
  lengths.reach = 1e-3 * reference;
  return lengths;
}

std::vector<std::string> words_of(const std::vector<KeyEntry>& entries) {
  std::vector<std::string> words;
  for (const KeyEntry& entry : entries) words.push_back(entry.words);
  return words;
}

using Texts = std::vector<std::string>;

TEST(ArrowKey, SaysWhatTheLongestArrowStandsFor) {
  const ArrowCounts counts{400, 0, 0, 0};
  const auto text = [&](double reference) {
    return words_of(arrow_key(counts, lengths_to(reference), {}, 20, 22)).at(0);
  };
  EXPECT_EQ(text(8.48528), "|∇f| = 8.49");
  EXPECT_EQ(text(4129.7), "|∇f| = 4130");
  EXPECT_EQ(text(123456), "|∇f| = 123000");
  EXPECT_EQ(text(0.00123456), "|∇f| = 0.00123");
  EXPECT_EQ(text(9.4868e-9), "|∇f| = 9.49×10^{\u22129}");
  EXPECT_EQ(text(1e300), "|∇f| = 10^{300}");
  EXPECT_EQ(text(1e7), "|∇f| = 10^{7}");
}

TEST(ArrowKey, CountsWhatIsShortened) {
  EXPECT_EQ(words_of(arrow_key({400, 16, 0, 0}, lengths_to(2), {}, 20, 22)),
            (Texts{"|∇f| = 2", "more than that: 16 arrows, shortened"}));
  EXPECT_EQ(words_of(arrow_key({400, 1, 0, 0}, lengths_to(2), {}, 20, 22)),
            (Texts{"|∇f| = 2", "more than that: 1 arrow, shortened"}));
}

TEST(ArrowKey, NamesTheRuleOfLengths) {
  EXPECT_EQ(words_of(arrow_key({4, 0, 0, 0}, lengths_to(2, "log"), {}, 20, 22)),
            (Texts{"|∇f| = 2, length as its logarithm", "0.002 or less"}));
  EXPECT_EQ(words_of(arrow_key({4, 0, 0, 0}, lengths_to(2, "unit"), {}, 20, 22)), Texts{"any |∇f|, all equally long"});
}

TEST(ArrowKey, SaysWhereThereIsNothingToSee) {
  EXPECT_EQ(words_of(arrow_key({9, 0, 9, 0}, lengths_to(0), {}, 20, 22)), Texts{"|∇f| = 0"});
  EXPECT_EQ(words_of(arrow_key({0, 0, 0, 9}, lengths_to(0), {}, 20, 22)), Texts{"no point is finite"});
}

TEST(Key, BreaksAnEntryThatIsWiderThanThePageAtItsCommas) {
  const std::vector<KeyRow> rows =
      arrange_key({{KeyMark::kDot, "one and a half, length as its logarithm, here 2 times as long", rgb(0)}}, 260);
  std::vector<std::string> words;
  for (const KeyRow& row : rows) {
    for (const KeyEntry& entry : row) words.push_back(entry.words);
  }
  EXPECT_EQ(words, (Texts{"one and a half", "length as its logarithm", "here 2 times as long"}));
  EXPECT_EQ(rows.size(), 3u);
}

TEST(Key, LeavesNoShortEntryAloneInItsRow) {
  const KeyEntry path{KeyMark::kLine, "path 1: 300 steps, leaves the axes", rgb(0)};
  const std::vector<KeyEntry> entries{path, path, {KeyMark::kRing, "start", rgb(0)}, {KeyMark::kDisk, "end", rgb(0)}};
  double widest_single = 1e9;
  for (double width = 900; width > 300; width -= 10) {
    const std::vector<KeyRow> rows = arrange_key(entries, width);
    if (rows.size() != 2) continue;
    EXPECT_GE(rows[1].size(), 2u) << width;
    widest_single = std::min(widest_single, width);
  }
  EXPECT_LT(widest_single, 900) << "two rows were seen";
}

TEST(Key, BreaksIntoRowsThatFitThePage) {
  const std::vector<KeyEntry> entries(9, {KeyMark::kLine, "path 1: 100 steps", {}});
  for (const double width : {200.0, 400.0, 700.0, 5000.0}) {
    const std::vector<KeyRow> rows = arrange_key(entries, width);
    std::size_t count = 0;
    for (const KeyRow& row : rows) count += row.size();
    EXPECT_EQ(count, 9u);
    EXPECT_EQ(rows.size(), width > 1500 ? 1u : rows.size());
    EXPECT_DOUBLE_EQ(key_height(rows), 20.0 * static_cast<double>(rows.size()));
  }
  EXPECT_GT(arrange_key(entries, 200).size(), arrange_key(entries, 700).size());
}

TEST(ArrowKey, EnlargesWhatIsNotSeenToBeAnArrowAndSaysSo) {
  const auto entry = [](double longest) { return arrow_key({9, 0, 0, 0}, lengths_to(2), {}, longest, longest).at(0); };
  EXPECT_EQ(entry(20).words, "|∇f| = 2");
  EXPECT_EQ(entry(20).length, 20);
  EXPECT_EQ(entry(2).words, "|∇f| = 2, here 5 times as long");
  EXPECT_EQ(entry(2).length, 10);
  EXPECT_EQ(entry(2).cell, 10);
  EXPECT_EQ(entry(300).words, "|∇f| = 2, here 1/2 as long");
  EXPECT_EQ(entry(300).length, 150);
}

}  // namespace
}  // namespace gradfield
