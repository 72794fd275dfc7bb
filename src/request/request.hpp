// Everything that one run needs to know, understood from the options, for the parts that make its result.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "base/output.hpp"
#include "cli/options.hpp"
#include "field/grid/part.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/methods.hpp"
#include "program/program.hpp"
#include "request/destination.hpp"
#include "request/domain.hpp"

namespace gradfield {

struct Request {
  const Options& options;
  std::string expression;  // as typed
  Names names;
  Program f;
  std::optional<Program> condition;  // of --where
  Domain domain;
  const Method& method;
  MethodSettings settings;
  Destination destination;
  std::optional<Part> part;  // of --part
  int threads = 1;
  DescentPlan paths;  // of --path, --rate and --iterations
  std::shared_ptr<std::set<std::string>> said = std::make_shared<std::set<std::string>>();  // notes until now

  /// f and its gradient by the method chosen, for the tiles of `grid` where there is one; all but the Hessian, or the
  /// parts given.
  std::unique_ptr<Gradient> make_gradient(const Grid* grid, const std::optional<GradientParts>& parts = {}) const;

  /// The grid of the result, but for --at.
  const Grid* grid() const { return options.at ? nullptr : &domain.grid; }

  /// Errors: those of Output, and kUsage where binary data would go to a terminal.
  Output open_output() const;

  /// Says something on standard error, once, but for --quiet.
  void note(const std::string& text) const;

  /// A note where --step was too small to change a variable at some points of the last gradient made.
  void note_lost_points() const;
};

/// How many threads --threads asks for, else those available. Errors: kUsage.
int read_threads(const Options& options);

/// The method that --method names. Errors: kUsage for an unknown one.
const Method& read_method(const Options& options);

/// What the options tell the method. Errors: kUsage for a step that is none, or that the method does not take.
MethodSettings read_settings(const Options& options, const Method& method, const Names& names, const Grid& grid);

}  // namespace gradfield
