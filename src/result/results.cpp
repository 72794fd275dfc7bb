#include "result/results.hpp"

#include <algorithm>

#include "result/critical/critical_tables.hpp"
#include "result/makers.hpp"
#include "result/paths/path_tables.hpp"

namespace gradfield {
namespace {

// A result that is a success wherever it is made.
template <void (*make)(const Request&)>
ExitCode made(const Request& request) {
  make(request);
  return ExitCode::kSuccess;
}

Destination description_destination(const Options& options) { return text_destination(options, "describe"); }

Destination explanation_destination(const Options& options) { return text_destination(options, "explain"); }

// Formats.
bool any(const Format&) { return true; }

bool binary_table(const Format& format) { return format.kind == FormatKind::kTable && format.is_binary; }

template <FormatKind kind>
bool only(const Format& format) {
  return format.kind == kind;
}

using enum FormatKind;
constexpr Result kResults[] = {
    {"a check", Hearer::kChecks, "check", check_destination, any, make_check},
    {"an explanation", Hearer::kExplanations, "explain", explanation_destination, any, made<make_explanation>},
    {"a description", Hearer::kDescriptions, "describe", description_destination, any, made<make_description>},
    {"a binary table of paths", Hearer::kBinaryPathTables, "path", field_destination, binary_table,
     made<make_path_table>},
    {"a table of paths", Hearer::kPathTables, "path", field_destination, only<kTable>, made<make_path_table>},
    {"a table of critical points", Hearer::kCriticalTables, "critical", field_destination, only<kTable>,
     made<make_critical_table>},
    {"a table", Hearer::kTables, "", field_destination, only<kTable>, made<make_table>},
    {"a picture", Hearer::kPictures, "", field_destination, only<kImage>, made<make_image>},
    {"a picture", Hearer::kPictures, "", field_destination, only<kScript>, made<make_script>},
    {"a picture", Hearer::kPictures, "", field_destination, only<kText>, made<make_text>},
    {"a picture", Hearer::kPictures, "", field_destination, only<kWindow>, made<make_window>},
};

constexpr bool has_row(Hearer hearer) {
  return std::ranges::any_of(kResults, [hearer](const Result& result) { return result.hearer == hearer; });
}
static_assert([] {
  for (int result = 0; result <= static_cast<int>(Hearer::kPictures); ++result) {
    if (!has_row(static_cast<Hearer>(result))) return false;
  }
  return true;
}());

bool is_asked(const Result& result, const Options& options) {
  return result.option.empty() || options.given.contains(result.option);
}

}  // namespace

std::span<const Result> results() { return kResults; }

const Result& asked_result(const Options& options) {
  return *std::ranges::find_if(kResults, [&](const Result& result) { return is_asked(result, options); });
}

const Result& result_of(const Options& options, const Format& format) {
  return *std::ranges::find_if(kResults,
                               [&](const Result& result) { return is_asked(result, options) && result.has(format); });
}

}  // namespace gradfield
