#include "cli/option_table.hpp"

#include <type_traits>

#include "analysis/descent/optimizers.hpp"
#include "cli/exclusions.hpp"
#include "cli/option_words.hpp"
#include "field/methods/methods.hpp"
#include "plot/arrows/arrow_lengths.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/arrows/color_scale.hpp"
#include "plot/gnuplot/terminals.hpp"
#include "plot/look/page.hpp"
#include "plot/look/palettes.hpp"
#include "plot/look/theme.hpp"

namespace gradfield {
namespace {

using enum OptionGroup;
using enum Hearer;

// Writes a value to its place: a flag is raised, a list grows.
template <auto member>
void set(Options& options, const std::string& value) {
  auto& place = options.*member;
  using Place = std::remove_reference_t<decltype(place)>;
  if constexpr (std::is_same_v<Place, bool>) {
    place = true;
  } else if constexpr (std::is_same_v<Place, std::vector<std::string>>) {
    place.push_back(value);
  } else {
    place = value;
  }
}

// A layer of the plane is asked for by an option of its name.
constexpr char kContour[] = "contour", kStream[] = "stream", kHeatMap[] = "heatmap";
template <const char* name>
void set_layer(Options& options, const std::string& value) {
  options.layers[name] = value;
}

// Of the points alone there are lines, so that layer is asked for.
void set_stream_from(Options& options, const std::string& value) {
  options.stream_from.push_back(value);
  options.layers.emplace(kStream, "");
}

template <char variable>
void set_range_of(Options& options, const std::string& value) {
  const std::string name(1, variable);
  options.ranges.push_back({"--" + name, name, value});
}

void set_named_range(Options& options, const std::string& value) { options.ranges.push_back({"--range", "", value}); }

// Who hears what.
constexpr Hearers kTableKinds{kBinaryTables};
constexpr Hearers kPictureKinds{kCurves,         kOneColorArrows,   kTextPictures,    kPlanes,       kSpace,
                                kSurfaces,       kStreams,          kOneColorStreams, kTexPictures,  kWindows,
                                kSharpPictures,  kGroundedPictures, kColorlessText,   kOneColorText, kValueColoredText,
                                kHeatMappedText, kScaleColoredText, kFieldPictures};
constexpr Hearers kTableResults = kTableKinds.with({kTables, kPathTables, kBinaryPathTables, kCriticalTables});
constexpr Hearers kPictureResults = kPictureKinds.with({kPictures, kDescriptions});
// Of the field on all points of its grid.
constexpr Hearers kFieldResults = kTableKinds.with(kPictureResults).with({kTables});

// What there is to choose from.
template <auto rows>
std::vector<Choice> rows_of() {
  std::vector<Choice> choices;
  for (const auto& row : rows()) {
    if constexpr (requires { row.help; }) {
      choices.push_back({row.name, row.help});
    } else {
      choices.push_back({row.name, ""});
    }
  }
  return choices;
}

template <Parameter parameter>
void set_parameter(Options& options, const std::string& value) {
  options.parameters[static_cast<std::size_t>(parameter)] = value;
}

template <Parameter parameter>
std::string parameter_words() {
  return words_of_parameter(parameter);
}

// clang-format off
constexpr OptionRow kOptions[] = {
    {kFunction, 'D', "define", "NAME=VALUE",
     "A constant for the formula; VALUE is a constant expression and may use pi, e and earlier definitions. "
     "Repeatable.", set<&Options::definitions>, {.repeats = true}},
    {kFunction, '\0', "vars", "NAMES",
     "The variables, comma-separated (default x,y). Of one, the picture is f and its derivative.",
     set<&Options::variables>},
    {kFunction, '\0', "functions", "", "List the functions a formula may use, and leave.",
     set<&Options::list_functions>},

    {kDomain, '\0', "x", "MIN:MAX[:N]",
     "Range of x and its number of points, both ends included (default -3:3:20). The ends are constant expressions; "
     "1 alone is a single point.", set_range_of<'x'>},
    {kDomain, '\0', "y", "MIN:MAX[:N]", "Range of y.", set_range_of<'y'>},
    {kDomain, '\0', "z", "MIN:MAX[:N]", "Range of z, where z is a variable.", set_range_of<'z'>},
    {kDomain, '\0', "range", "NAME=MIN:MAX[:N]", "Range of any variable; in a picture of one variable f=MIN:MAX is the scale of f. Repeatable.",
     set_named_range, {.repeats = true}},
    {kDomain, 'n', "points", "N[xM[xK]]",
     "Points per axis where its range names none: one count for all, or one for each variable; 1 to 1000000 (default "
     "20).",
     set<&Options::points>, {.heard_by = Hearers::all().but({kExplanations, kBinaryPathTables, kPathTables, kCriticalTables, kCurves})}},
    {kDomain, '\0', "where", "CONDITION",
     "Only points at which CONDITION is true, such as \"x^2+y^2 < 4\"; the axes of a picture stay.",
     set<&Options::condition>, {.heard_by = Hearers::all().but({kExplanations})}},
    {kDomain, '\0', "at", "FILE",
     "A table of the points in FILE (- is standard input) instead of a grid: one to a line, separated by blanks or "
     "commas; a header may name the columns. With the format of a picture, arrows there (of one variable tangents).",
     set<&Options::at>, {.excludes = kBesidePoints}},
    {kDomain, '\0', "point", "X,Y",
     "The same at the point X,Y, constant expressions as in --path. In a picture it is marked, with its gradient and "
     "the level line through it; of one variable with its tangent, or the secant of --step. Repeatable.",
     set<&Options::marks>,
     {.repeats = true,
      .heard_by = Hearers::all().but({kExplanations}),
      .excludes = kBesidePoint}},

    {kDerivative, '\0', "method", "NAME", "How to differentiate: exact (default), or by differences of f; see below.",
     set<&Options::method>, {.excludes = kBesideMethod, .choices = rows_of<methods>}},
    {kDerivative, '\0', "step", "H",
     "Step of a difference method, in units of the variable; richardson starts from it. By default it follows the "
     "length M of the axis: its larger end, or its width where that is less (with --at the point's magnitude, or 1).",
     set<&Options::step>, {.excludes = kBesideStep}},
    {kDerivative, '\0', "check", "",
     "Instead of a table, one line that compares the method with an independent one: exact with richardson, another "
     "with exact. Exit code 1 where they disagree.", set<&Options::check>, {.excludes = kBesideCheck}},
    {kDerivative, '\0', "tolerance", "T",
     "The largest disagreement that --check lets pass, as a part of the gradient's length (default 1e-6).",
     set<&Options::tolerance>, {.needs = "check"}},
    {kDerivative, '\0', "descent", "", "The negative gradient, the way down: arrows, and columns descent_x,descent_y.",
     set<&Options::descent>, {.heard_by = kFieldResults}},
    {kDerivative, '\0', "hessian", "", "Second derivatives too, exact: columns d2f_dx2,d2f_dxdy,d2f_dy2; "
     "with --check a line for them; of one variable a curve.",
     set<&Options::hessian>,
     {.heard_by = kTableKinds.with({kTables, kExplanations, kChecks}).with(kPictureResults).but({kFieldPictures})}},

    {kPaths, '\0', "path", "X,Y",
     "The way down from X,Y (also (X,Y) and x=X,y=Y), until the gradient has gone; as a table path,step,x,y,f,norm in "
     "place of the field's. The coordinates are constant expressions. In pictures arrows and stream lines point down "
     "too then. grid=5x5 starts in the middle of each cell of such a grid; random=20 or random=20,seed=2 at points of "
     "SplitMix64, whose k-th number u makes MIN+u*(MAX-MIN), point by point, a variable after the other. Repeatable.",
     set<&Options::paths>, {.repeats = true, .excludes = kBesidePath}},
    {kPaths, '\0', "optimizer", "LIST",
     "Who walks, comma-separated (default gd, steepest descent); several race from the same start, and the table is "
     "path,optimizer,step,x,y,f,norm then; see below.",
     set<&Options::optimizers>, {.needs = "path", .choices = rows_of<optimizers>}},
    {kPaths, '\0', "rate", "R",
     "Each step is R times the negative gradient (default: by the curvature at the start, and so that f falls); for "
     "other optimisers see below. Of several (repeatable, or R1,R2), the i-th is the i-th --path's; one --path is "
     "walked with each.",
     set<&Options::rates>, {.repeats = true, .needs = "path"}},
    {kPaths, '\0', "momentum", "M", "What is kept of the velocity with each step: {}.",
     set_parameter<Parameter::kMomentum>, {.needs = "path", .words = parameter_words<Parameter::kMomentum>}},
    {kPaths, '\0', "beta1", "B", "What is kept of the mean gradient: {}.",
     set_parameter<Parameter::kBeta1>, {.needs = "path", .words = parameter_words<Parameter::kBeta1>}},
    {kPaths, '\0', "beta2", "B", "What is kept of the mean square: {}.",
     set_parameter<Parameter::kBeta2>, {.needs = "path", .words = parameter_words<Parameter::kBeta2>}},
    {kPaths, '\0', "alpha", "A", "What is kept of the mean square: {}.",
     set_parameter<Parameter::kAlpha>, {.needs = "path", .words = parameter_words<Parameter::kAlpha>}},
    {kPaths, '\0', "epsilon", "E", "What is added to the root that divides the gradient: {}.",
     set_parameter<Parameter::kEpsilon>, {.needs = "path", .words = parameter_words<Parameter::kEpsilon>}},
    {kPaths, '\0', "iterations", "N", "The most steps of a path, 1 to 1000000 (default 10000).",
     set<&Options::iterations>, {.needs = "path"}},
    {kPaths, '\0', "until", "NORM",
     "Paths end where the gradient is no longer than NORM (default: a 1e-8th of the longest on the way, and a step "
     "that cannot be seen).",
     set<&Options::until>, {.needs = "path"}},
    {kPaths, '\0', "ascent", "", "Paths climb, along the gradient; arrows point up.",
     set<&Options::ascent>, {.needs = "path", .excludes = kBesideAscent}},
    {kPaths, '\0', "box", "RULE", "A step out of the ranges: {}.",
     set<&Options::box>, {.needs = "path", .choices = rows_of<box_rules>}},
    {kPaths, '\0', "summary", "",
     "A line a path: path, optimizer, steps, x, y, f, norm, end (a word), lambda_min and lambda_max, the eigenvalues of "
     "the exact Hessian there; with several --rate also rate.",
     set<&Options::summary>, {.heard_by = Hearers::all().but(kPictureResults), .needs = "path"}},

    {kPaths, '\0', "critical", "",
     "All critical points in the ranges: minima, maxima, saddles, kinks; found, proved and classified by the exact "
     "Hessian; as a table x,y,f,kind,lambda1,lambda2,norm,proved in place of the field's (the lambdas are the "
     "eigenvalues of the Hessian; proved is 1 where interval arithmetic shows that there is one, for the formula "
     "itself). In pictures they are marked, with f; a note says whether they are all.",
     set<&Options::critical>,
     {.heard_by = kPictureResults.with({kCriticalTables}), .excludes = kBesideCritical}},

    {kOutput, 'o', "output", "FILE",
     "Write to FILE; the format comes from its extension, or from -f. A file appears whole or not at all. - is "
     "standard output and needs -f.", set<&Options::output>},
    {kOutput, 'f', "format", "NAME", "Format of the result, to standard output where no -o is given; see below.",
     set<&Options::format>, {.choices = rows_of<formats>}},
    {kOutput, '\0', "csv", "", "Short for -f csv.", set<&Options::csv>, {.excludes = kBesideCsv}},

    {kTable, '\0', "columns", "LIST",
     "Columns in the order given: variables, f, df_d<name> (descent_<name> with --descent), norm, angle, laplacian, "
     "and what other options add. In a picture of one variable the curves.",
     set<&Options::columns>, {.heard_by = kTableResults.with(kPictureResults).but({kFieldPictures})}},
    {kTable, '\0', "precision", "DIGITS",
     "Significant digits, as printf's %.*g (default: the shortest that read back exactly).",
     set<&Options::precision>, {.heard_by = kTableResults.but({kBinaryTables, kBinaryPathTables})}},
    {kTable, '\0', "no-header", "", "No header line; of npy the bare records, for numpy.fromfile.",
     set<&Options::no_header>, {.heard_by = kTableResults}},
    {kTable, '\0', "part", "I/N",
     "The I-th of N parts of the grid, with the header in part 1 only: the parts in order, one behind the other, are "
     "the whole table. For xargs, GNU parallel or a batch system.",
     set<&Options::part>, {.heard_by = kTableResults, .excludes = kBesidePart}},

    {kPicture, '\0', "length", "RULE", "How the length of a gradient becomes that of its arrow: {}. By itself it is the first of linear, sqrt and log by "
     "which three quarters of the arrows can be read; log tells three decades apart.",
     set<&Options::length>,
     {.heard_by = kPictureResults.but({kCurves, kOneColorStreams, kColorlessText, kOneColorText, kValueColoredText,
                                      kHeatMappedText}),
      .choices = rows_of<length_rules>}},
    {kPicture, '\0', "scale", "CELLS", "Length of the longest arrow in grid cells (default 0.92).",
     set<&Options::scale>, {.heard_by = kPictureResults.but({kCurves, kTextPictures, kStreams})}},
    {kPicture, '\0', "cap", "PERCENT",
     "Arrows above this percentile of lengths are cut to it, drawn broken and counted in the key; none cuts none. By "
     "default those above the 95th (or 90th, 85th, 80th), where the longest is far above it and others become visible.",
     set<&Options::cap>, {.heard_by = kPictureResults.but({kCurves, kOneColorStreams})}},
    {kPicture, '\0', "pivot", "PART", "Which part of an arrow sits on its grid point: {}.",
     set<&Options::pivot>,
     {.heard_by = kPictureResults.but({kCurves, kTextPictures, kStreams}),
      .choices = rows_of<pivots>}},
    {kPicture, '\0', "color", "NAME",
     "A colour for all arrows (blue, #1f77b4, ...), or by magnitude (norm, the default) or by value (f).",
     set<&Options::color>, {.heard_by = kPictureResults.but({kCurves, kColorlessText, kScaleColoredText})}},
    {kPicture, '\0', "palette", "NAME", "Colours of magnitudes and values: {}; the other way round with -r at the end (viridis-r).",
     set<&Options::palette>,
     {.heard_by = kPictureResults.but({kCurves, kOneColorArrows, kColorlessText}),
      .choices = rows_of<palettes>}},
    {kPicture, '\0', "color-scale", "RULE",
     "How values become colours: {}. By itself as the lengths of arrows, and logarithmic where values of one sign span "
     "over three decades.",
     set<&Options::color_scale>,
     {.heard_by = kPictureResults.but({kCurves, kOneColorArrows, kOneColorStreams, kColorlessText, kOneColorText}),
      .choices = rows_of<color_growths>}},
    {kPicture, '\0', "color-range", "MIN:MAX",
     "Colours from MIN to MAX, constant expressions; what lies beyond takes the end's, and the bar a tip.",
     set<&Options::color_range>,
     {.heard_by = kPictureResults.but({kCurves, kOneColorArrows, kOneColorStreams, kColorlessText, kOneColorText})}},
    {kPicture, '\0', "theme", "NAME",
     "{}; for a text picture the terminal's own background (default: readable on both).",
     set<&Options::theme>,
     {.heard_by = kPictureResults.but({kColorlessText, kOneColorText}),
      .choices = rows_of<themes>}},
    {kPicture, '\0', kContour, "[=N]",
     "Level lines of f below the arrows, labelled, or on the --surface and below it: about N of them, or the levels "
     "given (--contour=0,0.5,1; one alone ends with a comma). In a text picture letters stand for them.",
     set_layer<kContour>, {.heard_by = kPictureResults.but({kCurves, kSpace})}},
    {kPicture, '\0', kStream, "[=DENSITY]",
     "Stream lines of the gradient instead of arrows; DENSITY 2 draws them twice as close.",
     set_layer<kStream>, {.heard_by = kPictureResults.but({kCurves, kTextPictures, kSpace, kSurfaces})}},
    {kPicture, '\0', "stream-from", "X,Y",
     "The stream line through X,Y, and through each other such point, in place of lines all over. Constant expressions "
     "as in --path. Repeatable.",
     set_stream_from,
     {.repeats = true, .heard_by = kPictureResults.but({kCurves, kTextPictures, kSpace, kSurfaces})}},
    {kPicture, '\0', kHeatMap, "[=WHAT]",
     "f as colours below the arrows, or the length of its gradient (--heatmap=norm).",
     set_layer<kHeatMap>, {.heard_by = kPictureResults.but({kCurves, kSpace, kSurfaces, kColorlessText})}},
    {kPicture, '\0', "curve", "G = C",
     "The curve on which an equation in the variables holds: a constraint, the edge of a region. Of one variable a "
     "second function of it, EXPR or y = EXPR, such as a tangent. Repeatable.",
     set<&Options::curves>, {.repeats = true, .heard_by = kPictureResults.but({kSpace})}},
    {kPicture, '\0', "surface", "", "The surface of f, over the arrows of its gradient.",
     set<&Options::surface>, {.heard_by = kPictureResults.but({kTextPictures})}},
    {kPicture, '\0', "view", "AZIMUTH,ELEVATION",
     "From where a surface, or a picture of three variables, is seen: degrees counter-clockwise from the first axis, "
     "and above the floor (default -55,23). A gif turns from there.",
     set<&Options::view>, {.heard_by = kPictureResults.but({kCurves, kTextPictures, kPlanes})}},
    {kPicture, '\0', "size", "WxH", "Size of the page: {}.",
     set<&Options::size>, {.heard_by = kPictureResults.but({kTextPictures}), .words = words_of_pages}},
    {kPicture, '\0', "dpi", "N",
     "Pixels to the inch of png and gif, 24 to 1200: at 192 the same picture has twice as many each way as --size says "
     "(default 96).",
     set<&Options::dpi>, {.heard_by = kPictureResults.but({kTextPictures, kWindows, kSharpPictures})}},
    {kPicture, '\0', "transparent", "", "No background: what the picture is put on shows through.",
     set<&Options::transparent>,
     {.heard_by = kPictureResults.but({kTextPictures, kWindows, kGroundedPictures})}},
    {kPicture, '\0', "aspect", "NAME",
     "Scales of the axes: equal, free (they fill the page), or auto (default: equal where the ranges are within 4:1).",
     set<&Options::aspect>, {.heard_by = kPictureResults.but({kCurves}), .choices = rows_of<aspects>}},
    {kPicture, '\0', "font", "NAME[,SIZE]",
     "Font of all words, and the size of labels in points (default DejaVu Sans,12).",
     set<&Options::font>, {.heard_by = kPictureResults.but({kTextPictures, kTexPictures})}},
    {kPicture, '\0', "title", "TEXT", "Title, shown as it is, its line ends too (default: the formula). An empty one leaves it out.",
     set<&Options::title>, {.heard_by = kPictureResults}},
    {kPicture, '\0', "xlabel", "TEXT", "Label of the first axis (default: the variable).",
     set<&Options::x_label>, {.heard_by = kPictureResults.but({kTextPictures})}},
    {kPicture, '\0', "ylabel", "TEXT", "Label of the second axis.",
     set<&Options::y_label>, {.heard_by = kPictureResults.but({kTextPictures})}},
    {kPicture, '\0', "no-grid", "", "No grid lines.",
     set<&Options::no_grid>, {.heard_by = kPictureResults.but({kTextPictures})}},
    {kPicture, '\0', "no-arrows", "", "No arrows of the field: level lines, a heat map, a point or a surface alone.",
     set<&Options::no_arrows>, {.heard_by = kPictureResults.but({kCurves, kStreams})}},
    {kPicture, '\0', "no-key", "", "No key below the axes.", set<&Options::no_key>, {.heard_by = kPictureResults}},
    {kPicture, '\0', "no-labels", "", "No numbers at level lines.", set<&Options::no_labels>,
     {.heard_by = kPictureResults.but({kCurves, kTextPictures, kSpace, kSurfaces}), .needs = kContour}},
    {kPicture, '\0', "set", "COMMAND",
     "A gnuplot command of your own, run before the plot: --set \"set xtics 1\". Repeatable. In space and on surfaces "
     "ranges and tics are not gnuplot's and cannot be set.",
     set<&Options::commands>, {.repeats = true, .heard_by = kPictureResults.but({kTextPictures})}},

    {kGeneral, '\0', "explain", "",
     "Instead of a result: f and its derivatives as formulas, the program that computes them, and what each costs.",
     set<&Options::explain>, {.excludes = kBesideExplanation}},
    {kGeneral, '\0', "describe", "",
     "Instead of a result: the field in words, a line a fact, as \"range of f: from 0 at (0, 0) to 18 at (-3, -3)\": where "
     "it is lowest, highest and steepest, where it is undefined, its symmetries and critical points, and what its picture "
     "would show.",
     set<&Options::describe>, {.excludes = kBesideDescription}},
    {kGeneral, '\0', "threads", "N",
     "Threads that evaluate and format (default: the processors there are). The bytes are the same for every number.",
     set<&Options::threads>, {.heard_by = kFieldResults.with(kTableResults)}},
    {kGeneral, 'q', "quiet", "", "No notes and no progress on standard error.", set<&Options::quiet>},
    {kGeneral, 'h', "help", "", "Show this help.", set<&Options::help>},
    {kGeneral, 'V', "version", "", "Show the version.", set<&Options::version>},
};
// clang-format on

}  // namespace

std::span<const OptionRow> option_table() { return kOptions; }

}  // namespace gradfield
