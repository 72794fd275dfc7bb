// Texts of which some digits are no promise.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

namespace gradfield::test {

/// Matches `pattern`, in which each # stands for some number.
MATCHER_P(IsWithNumbers, pattern, "") {
  const std::string& text = arg;
  std::size_t at = 0;
  for (const char c : std::string(pattern)) {
    const std::size_t end = c == '#' ? std::min(text.find_first_not_of("0123456789.e-", at), text.size()) : at + 1;
    if (end == at || end > text.size() || (c != '#' && text[at] != c)) {
      *result_listener << "differs from byte " << at << " on";
      return false;
    }
    at = end;
  }
  return at == text.size();
}

}  // namespace gradfield::test
