#include "request/part.hpp"

#include <algorithm>

#include "cli/values.hpp"
#include "request/refusals.hpp"

namespace gradfield {
namespace {

bool is_whole_number(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Part> read_part(const Options& options, const Format& format) {
  if (!options.part) return std::nullopt;
  const std::string& text = *options.part;
  const std::size_t slash = text.find('/');
  const std::string number = text.substr(0, slash), count = slash == std::string::npos ? "" : text.substr(slash + 1);
  const std::string given = "--part " + shown(text);
  if (!is_whole_number(number) || !is_whole_number(count)) {
    throw Error(ExitCode::kUsage, given + ": write I/N, such as 1/8: the first of eight parts");
  }
  Part part;
  part.count = read_count(given, count, 1, kMostParts);
  part.number = read_count(given, number, 1, part.count);
  refuse_beside("part", options, &format);
  return part;
}

}  // namespace gradfield
