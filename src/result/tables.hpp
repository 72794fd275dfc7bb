// Makes the result where it is a table.
#pragma once

#include "request/request.hpp"

namespace gradfield {

/// Errors: kUsage for columns that are not there; those of PointReader and Output.
void make_table(const Request& request);

}  // namespace gradfield
