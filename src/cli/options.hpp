// What the command line says, as plain text: everything typed, nothing yet understood. All defaults are here.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/descent/parameters.hpp"

namespace gradfield {

struct Options {
  std::optional<std::string> expression;  // "-": standard input

  // function
  std::vector<std::string> definitions;  // NAME=VALUE
  std::string variables = "x,y";
  bool list_functions = false;

  // domain
  struct Range {
    std::string option;    // "--x", "--range": for messages
    std::string variable;  // empty: the text names it, NAME=MIN:MAX[:N]
    std::string text;
  };
  std::vector<Range> ranges;
  std::optional<std::string> points;
  std::optional<std::string> condition;  // --where
  std::optional<std::string> at;         // a file of points, "-": standard input
  std::vector<std::string> marks;        // --point X,Y

  // derivative
  std::string method = "exact";
  std::optional<std::string> step;
  bool check = false;
  std::optional<std::string> tolerance;
  bool descent = false;
  bool hessian = false;

  // paths
  std::vector<std::string> paths;  // X,Y, grid=AxB or random=N[,seed=S]
  std::optional<std::string> optimizers;
  std::vector<std::string> rates;
  std::array<std::optional<std::string>, kParameters> parameters;  // of optimisers
  std::optional<std::string> iterations;
  std::optional<std::string> until;
  bool ascent = false;
  std::string box = "leave";
  bool summary = false;
  bool critical = false;

  // output
  std::optional<std::string> output;
  std::optional<std::string> format;
  bool csv = false;
  std::optional<std::string> columns;
  std::optional<std::string> precision;
  bool no_header = false;
  std::optional<std::string> part;

  // picture
  std::string length = "auto";
  std::optional<std::string> scale;
  std::optional<std::string> cap;
  std::string pivot = "middle";
  std::optional<std::string> color;
  std::optional<std::string> palette;
  std::string color_scale = "auto";
  std::optional<std::string> color_range;
  std::string theme = "light";
  std::map<std::string, std::string> layers;  // of the plane: by the option that asks for each, what it says
  std::vector<std::string> stream_from;       // X,Y
  std::vector<std::string> curves;            // G = C
  bool surface = false;
  std::optional<std::string> view;
  std::optional<std::string> size;
  std::optional<std::string> dpi;
  bool transparent = false;
  std::string aspect = "auto";
  std::optional<std::string> font;
  std::optional<std::string> title;
  std::optional<std::string> x_label;
  std::optional<std::string> y_label;
  bool no_grid = false;
  bool no_arrows = false;
  bool no_key = false;
  bool no_labels = false;
  std::vector<std::string> commands;  // for gnuplot

  // general
  bool explain = false;
  bool describe = false;
  std::optional<std::string> threads;
  bool quiet = false;
  bool help = false;
  bool version = false;

  std::vector<std::string> words;    // the command line after the program's name, as typed
  std::set<std::string_view> given;  // long names of the options that stand on the command line
};

}  // namespace gradfield
