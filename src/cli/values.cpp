#include "cli/values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "formula/compile.hpp"

namespace gradfield {

Error wrong(const std::string& option, const std::string& message) {
  return Error(ExitCode::kUsage, option + ": " + message);
}

std::string shown(const std::string& text) { return printable(shortened(text, 60)); }

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

std::vector<std::string> split_outside_brackets(const std::string& text, char separator) {
  std::vector<std::string> parts{""};
  int depth = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == separator && depth == 0)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

bool is_called_not_finite(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (text.starts_with('+') || text.starts_with('-')) text.erase(0, 1);
  return text == "inf" || text == "infinity" || text == "nan";
}

double read_constant(const std::string& option, const std::string& text, const std::vector<Constant>& constants) {
  double value = 0;
  try {
    value = evaluate_constant(text, constants);
  } catch (const Error& fault) {
    if (fault.code() != ExitCode::kData) throw;
    const std::string value_text = trimmed(text);
    if (is_called_not_finite(value_text)) throw wrong(option, "'" + value_text + "' is not finite");
    throw wrong(option, value_text.empty() ? "a value is missing" : fault.what());
  }
  if (!std::isfinite(value)) throw wrong(option, "'" + shown(text) + "' is not finite: " + number_text(value));
  return value;
}

std::size_t read_count(const std::string& option, const std::string& text, std::size_t least, std::size_t most) {
  std::size_t count = 0;
  const char* end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, count);
  const bool is_whole =
      rest == end && !text.empty() && (fault == std::errc() || fault == std::errc::result_out_of_range);
  if (!is_whole || fault != std::errc() || count < least || count > most) {
    throw wrong(option, "'" + shown(text) + "' must be a whole number from " + std::to_string(least) + " to " +
                            std::to_string(most));
  }
  return count;
}

}  // namespace gradfield
