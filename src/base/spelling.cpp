#include "base/spelling.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace gradfield {
namespace {

struct CodeRange {
  char32_t first, last;
};

template <std::size_t N>
bool any_contains(const std::array<CodeRange, N>& ranges, char32_t code_point) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](CodeRange range) { return range.first <= code_point && code_point <= range.last; });
}

// Characters that show nothing, or change the direction or the look of what stands beside them
// (Unicode 15, general categories Cf, Zl, Zp, and the blanks that are no plain space; not the signs of Arabic and its
// like that are Cf and yet seen).
constexpr std::array<CodeRange, 19> kInvisible{{{0x80, 0xA0},
                                                {0xAD, 0xAD},
                                                {0x61C, 0x61C},
                                                {0x115F, 0x1160},
                                                {0x1680, 0x1680},
                                                {0x180B, 0x180F},
                                                {0x2000, 0x200F},
                                                {0x2028, 0x202F},
                                                {0x205F, 0x206F},
                                                {0x3000, 0x3000},
                                                {0x3164, 0x3164},
                                                {0xFE00, 0xFE0F},
                                                {0xFEFF, 0xFEFF},
                                                {0xFFF9, 0xFFFB},
                                                {0xFFFE, 0xFFFF},  // no characters at all; XML refuses them
                                                {0x13430, 0x1343F},
                                                {0x1BCA0, 0x1BCA3},
                                                {0x1D173, 0x1D17A},
                                                {0xE0000, 0xE0FFF}}};

// Combining marks (no column of their own).
constexpr std::array<CodeRange, 6> kCombining{
    {{0x300, 0x36F}, {0x483, 0x489}, {0x591, 0x5BD}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}}};

// Characters two columns wide (Unicode 15, EastAsianWidth W and F, by blocks).
constexpr std::array<CodeRange, 8> kWide{{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0xA4CF},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFF00, 0xFF60},
                                          {0x1F300, 0x1FAFF},
                                          {0x20000, 0x3FFFD}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1])) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

Character decode_character(std::string_view text, std::size_t position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(position);
  const Character invalid{lead, 1, false};
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || position + length > text.size()) return invalid;
  char32_t code_point = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(position + i) & 0xC0) != 0x80) return invalid;
    code_point = (code_point << 6) | (byte(position + i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < kSmallest[length] || code_point > 0x10FFFF || surrogate) return invalid;
  return {code_point, length, true};
}

std::string encode_character(char32_t c) {
  std::string out;
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto put_tail = [&](int shift) { put(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put_tail(0);
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put_tail(6);
    put_tail(0);
  } else {
    put(0xF0 | (c >> 18));
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
  return out;
}

int column_width(char32_t code_point) {
  if (any_contains(kCombining, code_point)) return 0;
  return any_contains(kWide, code_point) ? 2 : 1;
}

std::size_t column_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = decode_character(text, i);
    columns += c.valid ? static_cast<std::size_t>(column_width(c.code_point)) : 1;
    i += c.bytes;
  }
  return columns;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = decode_character(text, i);
    char code[16];
    if (!c.valid || c.code_point < 0x20 || c.code_point == 0x7F) {
      std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(c.code_point));
      out += code;
    } else if (any_contains(kInvisible, c.code_point)) {
      std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c.code_point));
      out += code;
    } else {
      out += text.substr(i, c.bytes);
    }
    i += c.bytes;
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (column_width(text) <= columns) return std::string(text);
  std::string out;
  std::size_t used = 3;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = decode_character(text, i);
    used += c.valid ? static_cast<std::size_t>(column_width(c.code_point)) : 1;
    if (used > columns) break;
    out += text.substr(i, c.bytes);
    i += c.bytes;
  }
  return out + "...";
}

std::string_view closest_name(std::string_view name, std::span<const std::string_view> candidates) {
  if (name.size() > 40) return {};
  const std::size_t allowed = name.size() <= 4 ? 1 : name.size() <= 8 ? 2 : 3;
  std::string_view best;
  std::size_t best_distance = allowed + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate);
    // A one-letter candidate is "close" to any one- or two-letter name; that would be a guess, not a help.
    if (candidate.size() < 2 && distance > 0) continue;
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string suggestion(std::string_view name, std::span<const std::string_view> candidates,
                       const std::string& otherwise) {
  const std::string_view close = closest_name(name, candidates);
  return close.empty() ? otherwise : "did you mean '" + std::string(close) + "'?";
}

std::string no_such(std::string_view kind, std::string_view name, std::span<const std::string_view> names) {
  return "there is no " + std::string(kind) + " '" + printable(shortened(name, 40)) + "'; " +
         suggestion(name, names, "there are " + listed(names));
}

std::string listed(std::span<const std::string_view> names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

bool is_white_space(char32_t c) {
  return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace gradfield
