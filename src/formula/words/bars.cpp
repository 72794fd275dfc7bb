// A bar where a value is expected opens, one behind a value closes the open one; without an open one it opens too, for
// a product such as 2|x|. That is the only way to pair bars, but for bars within bars and for a closing one that could
// open and be followed by one that could close: these are refused.
#include "formula/words/bars.hpp"

#include <algorithm>
#include <string>

#include "base/spelling.hpp"

namespace gradfield {
namespace {

bool is_bar(const Word& word) { return word.kind == WordKind::kOperator && word.text == "|"; }
bool is_two_bars(const Word& word) { return word.kind == WordKind::kOperator && word.text == "||"; }

bool begins_value(const Word& word) {
  return word.kind == WordKind::kNumber || word.kind == WordKind::kName || word.kind == WordKind::kOpen;
}

// The bars within one pair of parentheses.
struct Level {
  const Word* open = nullptr;
  bool could_open = false;  // a closing one, for a value stands right behind it
};

class Pairing {
 public:
  Pairing(std::string_view text, const std::vector<Word>& words) : text_(text), words_(words) {}

  std::vector<Word> paired() {
    for (std::size_t i = 0; i < words_.size(); ++i) take(i);
    if (levels_.back().open != nullptr) throw never_closed(*levels_.back().open);
    return std::move(out_);
  }

  // The formula with abs in place of bars, paired from the left, each of || being one; "" where they cannot be.
  std::string with_abs() const {
    std::string out;
    std::vector<bool> is_open{false};
    bool expects_value = true;
    std::size_t end = words_.front().place.position;
    for (const Word& word : words_) {
      out += text_.substr(end, word.place.position - std::min(word.place.position, end));
      end = word.place.position + word.place.length;
      const bool is_pair = is_two_bars(word) && (expects_value || is_open.back());
      if (!is_bar(word) && !is_pair) {
        out += typed(text_, word);
        if (word.kind == WordKind::kOpen) is_open.push_back(false);
        if (word.kind == WordKind::kClose) {
          if (is_open.back() || is_open.size() == 1) return "";
          is_open.pop_back();
        }
        expects_value = expects_behind(word);
        continue;
      }
      for (int bar = 0; bar < (is_pair ? 2 : 1); ++bar) {
        if (expects_value || !is_open.back()) {
          out += expects_value ? "abs(" : "*abs(";
          is_open.push_back(true);
          expects_value = true;
        } else {
          out += ")";
          is_open.pop_back();
        }
      }
    }
    const bool is_balanced = is_open.size() == 1 && !expects_value;
    return is_balanced ? out : "";
  }

 private:
  static bool expects_behind(const Word& word) {
    return word.kind == WordKind::kOperator || word.kind == WordKind::kOpen || word.kind == WordKind::kComma;
  }

  void take(std::size_t i) {
    const Word& word = words_[i];
    Level& level = levels_.back();
    if (is_bar(word)) return take_bar(word, i + 1 < words_.size() ? &words_[i + 1] : nullptr);
    if (is_two_bars(word) && (level.open != nullptr || expects_value_) && !with_abs().empty()) {
      throw two_ways(word, "two bars beside each other");
    }
    if (word.kind == WordKind::kOpen) levels_.emplace_back();
    if (word.kind == WordKind::kClose) {
      if (level.open != nullptr) throw never_closed(*level.open);
      if (levels_.size() > 1) levels_.pop_back();
    }
    expects_value_ = expects_behind(word);
    out_.push_back(word);
  }

  void take_bar(const Word& bar, const Word* after) {
    Level& level = levels_.back();
    if (level.open != nullptr && !expects_value_) {
      level.could_open = level.could_open || (after != nullptr && begins_value(*after));
      level.open = nullptr;
      out_.push_back({WordKind::kClose, bar.place, ")", Spelling::kSymbol});
      return;
    }
    if (level.open != nullptr) throw two_ways(bar, "bars within bars");
    if (!expects_value_ && level.could_open) throw two_ways(bar, "these bars");
    level.open = &bar;
    out_.push_back({WordKind::kName, bar.place, "abs", Spelling::kSymbol});
    out_.push_back({WordKind::kOpen, {bar.place.position + bar.place.length, 0}, "(", Spelling::kSymbol});
    expects_value_ = true;
  }

  Error two_ways(const Word& word, const std::string& what) const {
    constexpr std::size_t kMostColumns = 60;
    const std::string cured = with_abs();
    return error_at(text_, word.place, what + " can be read in two ways",
                    cured.empty() || column_width(cured) > kMostColumns ? "write abs( )" : "write " + cured);
  }

  Error never_closed(const Word& bar) const {
    return error_at(text_, bar.place, "this bar has no second one", "write || for 'or', or abs( )");
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  std::vector<Word> out_;
  std::vector<Level> levels_{{}};  // of the parentheses that are open
  bool expects_value_ = true;
};

}  // namespace

std::vector<Word> with_bars_as_calls(std::string_view text, const std::vector<Word>& words) {
  const bool has_bars = std::ranges::any_of(words, [](const Word& word) { return is_bar(word) || is_two_bars(word); });
  return has_bars ? Pairing(text, words).paired() : words;
}

}  // namespace gradfield
