// What the options say about the looks of pictures and tables, understood.
#pragma once

#include "cli/options.hpp"
#include "formula/names.hpp"
#include "plot/gnuplot/terminals.hpp"
#include "plot/sheet/picture_style.hpp"
#include "table/table.hpp"

namespace gradfield {

/// The looks of a picture on a page of `terminal`. Errors: kUsage for unknown names and impossible
/// numbers. `constants`: of expressions.
PictureStyle read_style(const Options& options, const std::string& expression, const Terminal& terminal,
                        const std::vector<Constant>& constants);

/// The columns, digits and header of a table that can have these columns. Errors: kUsage for unknown columns and
/// impossible precisions.
TableLayout read_layout(const Options& options, std::vector<Column> available);

}  // namespace gradfield
