#include "request/request.hpp"

#include <unistd.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/values.hpp"
#include "field/sample.hpp"

namespace gradfield {

std::unique_ptr<Gradient> Request::make_gradient(const Grid* grid, const std::optional<GradientParts>& parts) const {
  MethodSettings all = settings;
  if (grid != nullptr) all.grid = *grid;
  all.parts = parts;
  all.second = parts && std::ranges::count(parts->second, true) > 0;
  if (all.lost_points) *all.lost_points = 0;  // a text picture after a window that did not open counts anew
  return gradfield::make_gradient(method, f, all);
}

Output Request::open_output() const {
  Output output = destination.path ? Output::file(*destination.path) : Output::standard_output();
  if (destination.format->is_binary && isatty(output.descriptor()) == 1) {
    throw Error(ExitCode::kUsage, "-o " + printable(output.name()) + ": binary data does not go to a terminal");
  }
  return output;
}

void Request::note(const std::string& text) const {
  if (options.quiet || !said->insert(text).second) return;
  const std::string line = "gradfield: note: " + text + "\n";
  const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(written);
}

void Request::note_lost_points() const {
  const std::size_t lost = settings.lost_points ? settings.lost_points->load() : 0;
  if (lost == 0) return;
  note("--step " + printable(shortened(*options.step, 40)) + " is below the rounding of a variable at " +
       std::to_string(lost) + (lost == 1 ? " point" : " points") + ": slopes there are nan; take a larger step");
}

int read_threads(const Options& options) {
  constexpr std::size_t kMostThreads = 1024;
  if (!options.threads) return available_threads();
  return static_cast<int>(read_count("--threads", *options.threads, 1, kMostThreads));
}

const Method& read_method(const Options& options) {
  if (const Method* method = find_method(options.method)) return *method;
  std::vector<std::string_view> known;
  for (const Method& row : methods()) known.push_back(row.name);
  throw Error(ExitCode::kUsage, "--method: " + no_such("method", options.method, known));
}

MethodSettings read_settings(const Options& options, const Method& method, const Names& names, const Grid& grid) {
  MethodSettings settings;
  // Points of a file lie anywhere, and have no axes whose magnitude could stand for theirs.
  if (!options.at) settings.box = box_of(grid);
  for (const Axis& axis : grid.axes) settings.magnitudes.push_back(options.at ? 1 : axis.largest_magnitude());
  if (options.step) {
    if (!method.takes_step()) {
      throw Error(ExitCode::kUsage,
                  "--step: the method " + std::string(method.name) + " takes no step; add --method central");
    }
    settings.lost_points = std::make_shared<std::atomic<std::size_t>>(0);
    settings.step = read_constant("--step", *options.step, names.constants);
    if (!(*settings.step > 0)) throw Error(ExitCode::kUsage, "--step: the step must be larger than 0");
  }
  return settings;
}

}  // namespace gradfield
