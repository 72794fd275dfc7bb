// The critical points that a request asks for, and what is said of them.
#pragma once

#include <string>
#include <vector>

#include "analysis/critical/critical_search.hpp"
#include "request/request.hpp"

namespace gradfield {

/// Those in the ranges; of --where those at which the condition holds.
CriticalReport find_critical(const Request& request);

/// "all 9 critical points, proved: 4 minima, 1 maximum, 4 saddles"; where f is level on more than a point; where the
/// search ended without an answer.
std::vector<std::string> critical_notes(const CriticalReport& report, const Grid& grid);

}  // namespace gradfield
