#include "cli/option_table.hpp"

namespace gradfield {
namespace {

using enum OptionGroup;

constexpr OptionRow kOptions[] = {
    {kFunction, 'D', "define", "NAME=VALUE",
     "A constant for the formula; VALUE is a constant expression and may use pi, e and earlier definitions. "
     "Repeatable.",
     true, [](Options& o, const std::string& v) { o.definitions.push_back(v); }},
    {kFunction, '\0', "vars", "NAMES",
     "The variables, comma-separated (default x,y). Of one, the picture is f and its derivative.", false,
     [](Options& o, const std::string& v) { o.variables = v; }},
    {kFunction, '\0', "functions", "", "List the functions a formula may use, and leave.", false,
     [](Options& o, const std::string&) { o.list_functions = true; }},

    {kDomain, '\0', "x", "MIN:MAX[:N]",
     "Range of x and its number of points, both ends included (default -3:3:20). The ends are constant expressions; "
     "1:1:1 is a single point.",
     false,
     [](Options& o, const std::string& v) {
       o.ranges.push_back({"--x", "x", v});
     }},
    {kDomain, '\0', "y", "MIN:MAX[:N]", "Range of y.", false,
     [](Options& o, const std::string& v) {
       o.ranges.push_back({"--y", "y", v});
     }},
    {kDomain, '\0', "z", "MIN:MAX[:N]", "Range of z, where z is a variable.", false,
     [](Options& o, const std::string& v) {
       o.ranges.push_back({"--z", "z", v});
     }},
    {kDomain, '\0', "range", "NAME=MIN:MAX[:N]", "Range of any variable. Repeatable.", true,
     [](Options& o, const std::string& v) {
       o.ranges.push_back({"--range", "", v});
     }},
    {kDomain, 'n', "points", "N[xM[xK]]",
     "Points per axis where its range names none: one count for all, or one for each variable; 1 to 1000000 (default "
     "20).",
     false, [](Options& o, const std::string& v) { o.points = v; }},
    {kDomain, '\0', "where", "CONDITION",
     "Only points at which CONDITION is true, such as \"x^2+y^2 < 4\"; the axes of a picture stay.", false,
     [](Options& o, const std::string& v) { o.condition = v; }},
    {kDomain, '\0', "at", "FILE",
     "A table of the points in FILE (- is standard input) instead of a grid: one to a line, separated by blanks or "
     "commas; a header may name the columns.",
     false, [](Options& o, const std::string& v) { o.at = v; }},

    {kDerivative, '\0', "method", "NAME", "How to differentiate: exact (default), or by differences of f; see below.",
     false, [](Options& o, const std::string& v) { o.method = v; }},
    {kDerivative, '\0', "step", "H",
     "Step of a difference method, in units of the variable; richardson starts from it. By default it follows the "
     "magnitude of the point, or of its axis (with --at of 1) where that is larger.",
     false, [](Options& o, const std::string& v) { o.step = v; }},
    {kDerivative, '\0', "check", "",
     "Instead of a table, one line that compares the method with an independent one: exact with richardson, another "
     "with exact. Exit code 1 where they disagree.",
     false, [](Options& o, const std::string&) { o.check = true; }},
    {kDerivative, '\0', "tolerance", "T",
     "The largest disagreement that --check lets pass, as a part of the gradient's length (default 1e-6).", false,
     [](Options& o, const std::string& v) { o.tolerance = v; }},
    {kDerivative, '\0', "descent", "", "The negative gradient, the way down: arrows, and columns descent_x,descent_y.",
     false, [](Options& o, const std::string&) { o.descent = true; }},
    {kDerivative, '\0', "hessian", "", "Second derivatives too, exact: columns d2f_dx2,d2f_dxdy,d2f_dy2.", false,
     [](Options& o, const std::string&) { o.hessian = true; }},

    {kPaths, '\0', "path", "X,Y",
     "The way down from X,Y by steepest descent, until the gradient has gone; as a table path,step,x,y,f,norm in place "
     "of the field's. The coordinates are constant expressions. Repeatable.",
     true, [](Options& o, const std::string& v) { o.paths.push_back(v); }},
    {kPaths, '\0', "rate", "R",
     "Each step is R times the negative gradient (default: by the curvature at the start, and so that f falls).", false,
     [](Options& o, const std::string& v) { o.rate = v; }},
    {kPaths, '\0', "iterations", "N", "The most steps of a path, 1 to 1000000 (default 10000).", false,
     [](Options& o, const std::string& v) { o.iterations = v; }},

    {kOutput, 'o', "output", "FILE",
     "Write to FILE; the format comes from its extension, or from -f. A file appears whole or not at all. - is "
     "standard "
     "output and needs -f.",
     false, [](Options& o, const std::string& v) { o.output = v; }},
    {kOutput, 'f', "format", "NAME", "Format of the result, to standard output where no -o is given; see below.", false,
     [](Options& o, const std::string& v) { o.format = v; }},
    {kOutput, '\0', "csv", "", "Short for -f csv.", false, [](Options& o, const std::string&) { o.csv = true; }},

    {kTable, '\0', "columns", "LIST",
     "Columns in the order given: variables, f, df_d<name> (descent_<name> with --descent), norm, angle, laplacian, "
     "and what other options add.",
     false, [](Options& o, const std::string& v) { o.columns = v; }},
    {kTable, '\0', "precision", "DIGITS",
     "Significant digits, as printf's %.*g (default: the shortest that read back exactly).", false,
     [](Options& o, const std::string& v) { o.precision = v; }},
    {kTable, '\0', "no-header", "", "No header line; of npy the bare records, for numpy.fromfile.", false,
     [](Options& o, const std::string&) { o.no_header = true; }},
    {kTable, '\0', "part", "I/N",
     "The I-th of N parts of the grid, with the header in part 1 only: the parts in order, one behind the other, are "
     "the whole table. For xargs, GNU parallel or a batch system.",
     false, [](Options& o, const std::string& v) { o.part = v; }},

    {kPicture, '\0', "length", "RULE",
     "How the length of a gradient becomes that of its arrow: linear (default), sqrt, log, or unit, all alike.", false,
     [](Options& o, const std::string& v) { o.length = v; }},
    {kPicture, '\0', "scale", "CELLS", "Length of the longest arrow in grid cells (default 0.92).", false,
     [](Options& o, const std::string& v) { o.scale = v; }},
    {kPicture, '\0', "cap", "PERCENT",
     "Arrows above this percentile of lengths are cut to it, drawn broken and counted in the key; none cuts none. By "
     "default those above the 95th (or 90th, 85th, 80th), where the longest is far above it and others become visible.",
     false, [](Options& o, const std::string& v) { o.cap = v; }},
    {kPicture, '\0', "pivot", "PART", "Which part of an arrow sits on its grid point: middle (default), tail or tip.",
     false, [](Options& o, const std::string& v) { o.pivot = v; }},
    {kPicture, '\0', "color", "NAME",
     "A colour for all arrows (blue, #1f77b4, ...), or by magnitude (norm, the default) or by value (f).", false,
     [](Options& o, const std::string& v) { o.color = v; }},
    {kPicture, '\0', "palette", "NAME",
     "Colours of magnitudes and values: viridis (default), plasma, cividis, magma, gray or diverging.", false,
     [](Options& o, const std::string& v) { o.palette = v; }},
    {kPicture, '\0', "theme", "NAME",
     "light (default) or dark; for a text picture the terminal's own background (default: readable on both).", false,
     [](Options& o, const std::string& v) { o.theme = v; }},
    {kPicture, '\0', "contour", "[=N]",
     "Level lines of f below the arrows, labelled, or on the --surface and below it: about N of them, or the levels "
     "given (--contour=0,0.5,1; one alone "
     "ends with a comma).",
     false, [](Options& o, const std::string& v) { o.contour = v; }},
    {kPicture, '\0', "stream", "[=DENSITY]",
     "Stream lines of the gradient instead of arrows; DENSITY 2 draws them twice as close.", false,
     [](Options& o, const std::string& v) { o.stream = v; }},
    {kPicture, '\0', "heatmap", "[=WHAT]",
     "f as colours below the arrows, or the length of its gradient (--heatmap=norm).", false,
     [](Options& o, const std::string& v) { o.heat_map = v; }},
    {kPicture, '\0', "surface", "", "The surface of f, over the arrows of its gradient.", false,
     [](Options& o, const std::string&) { o.surface = true; }},
    {kPicture, '\0', "size", "WxH", "Size of the page: pixels (default 720x660), for pdf, eps and tex inches (8x7.3).",
     false, [](Options& o, const std::string& v) { o.size = v; }},
    {kPicture, '\0', "aspect", "NAME",
     "Scales of the axes: equal, free (they fill the page), or auto (default: equal where the ranges are within 4:1).",
     false, [](Options& o, const std::string& v) { o.aspect = v; }},
    {kPicture, '\0', "font", "NAME[,SIZE]",
     "Font of all words, and the size of labels in points (default DejaVu Sans,12).", false,
     [](Options& o, const std::string& v) { o.font = v; }},
    {kPicture, '\0', "title", "TEXT", "Title, shown as it is (default: the formula). An empty one leaves it out.",
     false, [](Options& o, const std::string& v) { o.title = v; }},
    {kPicture, '\0', "xlabel", "TEXT", "Label of the first axis (default: the variable).", false,
     [](Options& o, const std::string& v) { o.x_label = v; }},
    {kPicture, '\0', "ylabel", "TEXT", "Label of the second axis.", false,
     [](Options& o, const std::string& v) { o.y_label = v; }},
    {kPicture, '\0', "no-grid", "", "No grid lines.", false, [](Options& o, const std::string&) { o.no_grid = true; }},
    {kPicture, '\0', "no-key", "", "No key below the axes.", false,
     [](Options& o, const std::string&) { o.no_key = true; }},
    {kPicture, '\0', "set", "COMMAND",
     "A gnuplot command of your own, run before the plot: --set \"set xtics 1\". Repeatable. In space and on surfaces "
     "ranges and "
     "tics are not gnuplot's and cannot be set.",
     true, [](Options& o, const std::string& v) { o.commands.push_back(v); }},

    {kGeneral, '\0', "explain", "",
     "Instead of a result: f and its derivatives as formulas, the program that computes them, and what each costs.",
     false, [](Options& o, const std::string&) { o.explain = true; }},
    {kGeneral, '\0', "threads", "N",
     "Threads that evaluate and format (default: the processors there are). The bytes are the same for every number.",
     false, [](Options& o, const std::string& v) { o.threads = v; }},
    {kGeneral, 'q', "quiet", "", "No notes and no progress on standard error.", false,
     [](Options& o, const std::string&) { o.quiet = true; }},
    {kGeneral, 'h', "help", "", "Show this help.", false, [](Options& o, const std::string&) { o.help = true; }},
    {kGeneral, 'V', "version", "", "Show the version.", false,
     [](Options& o, const std::string&) { o.version = true; }},
};

}  // namespace

std::span<const OptionRow> option_table() { return kOptions; }

std::string_view group_title(OptionGroup group) {
  switch (group) {
    case kFunction:
      return "Function";
    case kDomain:
      return "Domain";
    case kDerivative:
      return "Derivative";
    case kPaths:
      return "Paths";
    case kOutput:
      return "Output";
    case kTable:
      return "Table";
    case kPicture:
      return "Picture";
    case kGeneral:
      return "General";
  }
  return "";
}

const OptionRow* find_option(std::string_view long_name) {
  for (const OptionRow& row : kOptions) {
    if (row.long_name == long_name) return &row;
  }
  return nullptr;
}

const OptionRow* find_option(char short_name) {
  for (const OptionRow& row : kOptions) {
    if (row.short_name != '\0' && row.short_name == short_name) return &row;
  }
  return nullptr;
}

}  // namespace gradfield
