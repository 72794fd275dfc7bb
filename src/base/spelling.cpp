#include "base/spelling.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

#include <utf8proc.h>

namespace gradfield {
namespace {

// Whether a character beyond ASCII shows nothing, or changes the direction or the look of what stands beside it.
bool is_unseen(char32_t c) {
  const utf8proc_property_t& character = *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
  switch (character.category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    case UTF8PROC_CATEGORY_CF:
      return character.boundclass != UTF8PROC_BOUNDCLASS_PREPEND;  // those before Arabic numbers are seen
    case UTF8PROC_CATEGORY_CN:
      // The library knows nothing of what is not assigned: reserved for what shows nothing, or no characters at all,
      // which XML refuses.
      return c == 0x2065 || (c >= 0xFFF0 && c <= 0xFFFF) || (c >= 0xE0000 && c <= 0xE0FFF);
    default:
      return character.ignorable;
  }
}

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
  const auto* const start = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + position;
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t bytes =
      utf8proc_iterate(start, static_cast<utf8proc_ssize_t>(text.size() - position), &code_point);
  if (bytes < 0) return {*start, 1, false};
  return {static_cast<char32_t>(code_point), static_cast<std::size_t>(bytes), true};
}

std::string encode_character(char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  return {bytes, bytes + count};
}

int column_width(char32_t code_point) {
  const auto c = static_cast<utf8proc_int32_t>(code_point);
  const int width = utf8proc_charwidth(c);
  if (width > 0) return width;
  // Marks above or below another character have no column. What else the library gives none has one: spacing marks in
  // terminals; control characters and what is not assigned so that no text of them is endless and yet short.
  const utf8proc_category_t category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME ? 0 : 1;
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
    } else if (c.code_point >= 0x80 && is_unseen(c.code_point)) {
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
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) || (c >= '\t' && c <= '\r') ||
         c == 0x85;
}

}  // namespace gradfield
