// Everything that one run needs to know, understood from the options, for the parts that make its result.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "base/output.hpp"
#include "field/grid/grid.hpp"
#include "field/methods/methods.hpp"
#include "program/program.hpp"
#include "request/destination.hpp"
#include "request/domain.hpp"

namespace gradfield {

class Gradient;

/// Says notes on standard error, each of them once.
class Log {
 public:
  /// A quiet one says nothing.
  explicit Log(bool quiet) : quiet_(quiet) {}

  void note(const std::string& text);

 private:
  bool quiet_;
  std::set<std::string> said_;
};

/// Made once, by read_request().
struct Request {
  const Options& options;
  std::string expression;  // as typed
  std::string formula;     // of it what stands right of a left side
  std::string name;        // of the function: "f", or what the left side calls it
  Names names;
  Program f;
  std::optional<Program> condition;  // of --where
  Domain domain;
  const Method& method;
  MethodSettings settings;
  Destination destination;
  std::optional<Part> part;  // of --part
  int threads = 1;
  DescentPlan paths;  // of --path, and how they are walked
  PointList marks;    // of --point
  PointList listed;   // of --at, where it is for a picture
  Log& log;

  /// f and its gradient by the method chosen, for the tiles of `grid` where there is one; all but the Hessian, or the
  /// parts given.
  std::unique_ptr<Gradient> make_gradient(const Grid* grid, const std::optional<GradientParts>& parts = {}) const;

  /// The grid of the result, but for a table of points that are given one by one.
  const Grid* grid() const;

  /// The constants of -D that the formula itself has, in the order of their definitions.
  std::vector<Constant> constants_in_formula() const;

  /// Errors: those of Output, and kUsage where binary data would go to a terminal.
  Output open_output() const;

  /// Says something on standard error, once, but for --quiet.
  void note(const std::string& text) const { log.note(text); }

  /// A note where --step was too small to change a variable at some points of the last gradient made.
  void note_lost_points() const;
};

/// What the options ask for, understood, with the destination that the result asked for has. Options and log must
/// outlive it. Requires: an expression.
/// Errors: kUsage, kData and kNoInput, for the options in the order in which they are understood.
Request read_request(const Options& options, Destination (*destination)(const Options& options), Log& log);

}  // namespace gradfield
