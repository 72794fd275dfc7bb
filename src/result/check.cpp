// Makes the line of --check.
#include <string>

#include "analysis/check/check.hpp"
#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "cli/values.hpp"
#include "request/points.hpp"
#include "result/makers.hpp"

namespace gradfield {
namespace {

// Digits of the worst disagreement: it is a size, not a measurement.
constexpr int kDigits = 2;

double read_tolerance(const Options& options, const Names& names) {
  if (!options.tolerance) return 1e-6;
  const double tolerance = read_constant("--tolerance", *options.tolerance, names.constants);
  if (!(tolerance > 0)) throw Error(ExitCode::kUsage, "--tolerance: the tolerance must be larger than 0");
  return tolerance;
}

// "worst 3.1e-11 at x=1.5,y=-2"
std::string worst_text(const CheckResult& result, const Names& names) {
  if (result.where.empty()) return "nothing to compare";
  std::string text = "worst " + number_text(result.worst, kDigits) + " at ";
  for (std::size_t k = 0; k < result.where.size(); ++k) {
    text += (k > 0 ? "," : "") + names.variables[k] + "=" + number_text(result.where[k]);
  }
  return text;
}

std::string line_of(const CheckResult& result, const Names& names, const std::string& what, double tolerance) {
  return "check: " + what + ": " + worst_text(result, names) + "; " + std::to_string(result.beyond) + " of " +
         std::to_string(result.compared) + " points beyond " + number_text(tolerance) + "; " +
         std::to_string(result.left_out) + " at kinks or poles left out\n";
}

}  // namespace

ExitCode make_check(const Request& request) {
  const double tolerance = read_tolerance(request.options, request.names);
  const Method& exact = exact_method();
  const bool is_exact = &request.method == &exact;
  const std::unique_ptr<Gradient> gradient = request.make_gradient(nullptr);
  const std::unique_ptr<Gradient> reference = is_exact ? nullptr : make_gradient(exact, request.f, {});
  Output output = request.open_output();
  Points points(request, request.domain.grid);
  const auto [slopes, second] =
      check_gradient({request.f, request.method, request.settings, tolerance, request.options.hessian}, points.source(),
                     *gradient, reference.get());
  const std::string other(is_exact ? "richardson" : exact.name);
  output.write(line_of(slopes, request.names, std::string(request.method.name) + " against " + other, tolerance));
  if (second) output.write(line_of(*second, request.names, "second derivatives, exact against richardson", tolerance));
  output.commit();
  const bool is_beyond = slopes.beyond > 0 || (second && second->beyond > 0);
  return is_beyond ? ExitCode::kDisagreement : ExitCode::kSuccess;
}

}  // namespace gradfield
