// What is said of the paths: where each ended, and why.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "request/request.hpp"

namespace gradfield {

/// What there is to say of a path, when the path itself has gone into a table.
struct PathNote {
  std::vector<double> last, before;  // points: the end, and a step before it
  double f, f_before, norm, rate;
  std::size_t steps;
  DescentEnd end;
  Ending ending;
  const Optimizer* optimizer;
  Heading heading;
  std::size_t number;
  PathNaming naming;
};
PathNote note_of(const DescentPath& path);

/// "path 1: at (0, 0) after 51 steps, |∇f| = 2.2e-11, rate 0.2"; for an end that is none, with the cure. Coordinates
/// are given to a part of their range that a picture shows. `function`: the name of f.
std::string path_note(const PathNote& path, const Grid& grid, const std::string& function = "f");

/// Such a note for each path; of a crowd one for all.
class PathNotes {
 public:
  explicit PathNotes(const DescentPlan& plan);
  explicit PathNotes(const std::vector<DescentPath>& paths);

  /// Of the path at this place among all; by any number of threads.
  void add(std::size_t place, const DescentPath& path);

  std::vector<std::string> texts(const Grid& grid, const std::string& function) const;

 private:
  PathNotes(const PathNaming& naming, std::size_t paths) : naming_(naming), notes_(naming.is_crowd ? 0 : paths) {}

  PathNaming naming_;
  std::vector<PathNote> notes_;  // of a crowd none
  std::map<const Optimizer*, PathCount> counts_;
  std::mutex counting_;
};

std::vector<std::string> path_notes(const std::vector<DescentPath>& paths, const Grid& grid,
                                    const std::string& function = "f");

/// Says them.
void note_paths(const Request& request, const std::vector<DescentPath>& paths);

}  // namespace gradfield
