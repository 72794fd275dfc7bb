// Which words of the command line are options, which their values, which the formula; then the whole parser.
#include "cli/arguments.hpp"

#include <gmock/gmock.h>

#include <set>

#include "base/error.hpp"
#include "cli/formats.hpp"
#include "cli/parse.hpp"

namespace gradfield::test {
namespace {

using Words = std::vector<std::string>;
using testing::ElementsAre;
using testing::IsEmpty;

// The options, short or long and their values attached or not, as "name=value"; "name" for one without a value.
std::vector<std::string> uses(const SortedArguments& sorted) {
  std::vector<std::string> uses;
  for (std::size_t i = 0; i < sorted.options.size(); ++i) {
    const std::string& word = sorted.options[i];
    const bool is_long = word.starts_with("--");
    const std::size_t equals = is_long ? word.find('=') : std::string::npos;
    const OptionRow* row = named_option(word.substr(0, equals));
    if (row == nullptr) return {"no option: " + word};
    std::string use(row->long_name);
    if (equals != std::string::npos) {
      use += word.substr(equals);
    } else if (!row->value.empty() && !row->value.starts_with('[')) {
      use += "=" + sorted.options.at(++i);
    }
    uses.push_back(use);
  }
  return uses;
}

// "name=value" for each option, "name" for one without a value, then "| formula".
std::string sorted(const Words& words) {
  const SortedArguments result = sort_arguments(words);
  std::string out;
  for (const std::string& use : uses(result)) out += use + " ";
  for (const std::string& expression : result.expressions) out += "| " + expression;
  return out;
}

template <typename Parse>
std::string refusal(Parse parse, const Words& words) {
  try {
    parse(words);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kUsage) << testing::PrintToString(words);
    return error.what();
  }
  return "accepted";
}

TEST(SortArguments, TakesLongDashesForTheHyphensTheyWere) {
  for (const std::string option : {"—path", "–path", "––path", "−−path", "-–path", "―path"}) {
    EXPECT_EQ(sorted({"x", option, "2,1"}), "path=2,1 | x") << option;
  }
  EXPECT_EQ(sorted({"x", "—path=2,1"}), "path=2,1 | x");
  EXPECT_EQ(sorted({"x", "–n", "5"}), "points=5 | x");
  // A minus of a formula, and a word that is no option.
  for (const std::string formula : {"–x", "−x²", "–path2", "–x^2", "–y"}) {
    EXPECT_EQ(sorted({formula}), "| " + formula);
  }
}

TEST(SortArguments, TakesFormulasThatStartWithAMinus) {
  for (const std::string formula :
       {"-x^2-y^2", "-(x+y)^2", "-sin(x)*y", "-floor(x)", "-fabs(x)", "-hypot(x,y)", "-2*x*y", "-x",    "-.5*x",
        "-e",       "-pi*x",    "-n*x",      "-n2*x",     "-nx",      "-D",          "-Dx",    "-f(x)", "-foo",
        "-o(x)",    "-o*x",     "-old^2",    "-q*x",      "-h-x",     "-V+x",        "-hx",    "-V2",   "-qq",
        "- x",      "-",        "-\xC2\xB2", "-2x",       "-2(x+1)",  "-x²",         "-√(x)",  "-√2x",  "-π",
        "-(x)(y)",  "-½x",      "-q²",       "-o²*x",     "−x",       "–x"}) {
    if (formula == "-D") continue;  // exactly a short name
    EXPECT_EQ(sorted({formula}), "| " + formula);
    EXPECT_EQ(sorted({"--csv", formula, "-q"}), "csv quiet | " + formula);
  }
}

TEST(SortArguments, KnowsShortNamesAloneAndWithTheirValueAttached) {
  EXPECT_EQ(sorted({"-n", "20", "-D", "a=3", "-f", "csv", "-o", "field.csv", "-q", "-h", "-V"}),
            "points=20 define=a=3 format=csv output=field.csv quiet help version ");
  EXPECT_EQ(sorted({"-n20x10", "-Da=3", "-D_b1=2*pi", "-fcsv", "-ofield.csv", "-o-"}),
            "points=20x10 define=a=3 define=_b1=2*pi format=csv output=field.csv output=- ");
  EXPECT_EQ(sorted({"-n=20x10", "-f=csv", "-o=field.csv"}), "points=20x10 format=csv output=field.csv ");
  EXPECT_EQ(sorted({"-oout/field.png", "-o../a.svg", "-o/srv/x", "-oresult"}),
            "output=out/field.png output=../a.svg output=/srv/x output=result ");
}

TEST(SortArguments, TakesAFormulaWhereAnAttachedValueWouldBeNoValue) {
  EXPECT_EQ(sorted({"-fcvs"}), "| -fcvs");
  EXPECT_EQ(sorted({"-n3.5"}), "| -n3.5");
  EXPECT_EQ(sorted({"-Da==3"}), "| -Da==3") << "a comparison";
  EXPECT_EQ(sorted({"-D3=a"}), "| -D3=a");
  EXPECT_EQ(sorted({"--vars", "out,x", "-out"}), "vars=out,x | -out") << "a variable of that name";
  EXPECT_EQ(sorted({"--vars=out,x", "-out"}), "vars=out,x | -out");
  EXPECT_EQ(sorted({"-D", "old=3", "-old"}), "define=old=3 | -old");
  EXPECT_EQ(sorted({"-old", "-Dold=3"}), "define=old=3 | -old") << "whatever the order";
}

TEST(SortArguments, GivesAnOptionTheNextWordWhateverItBeginsWith) {
  EXPECT_EQ(sorted({"--x", "-3:3", "--y=-pi:pi", "--z", "-pi:pi"}), "x=-3:3 y=-pi:pi z=-pi:pi ");
  EXPECT_EQ(sorted({"-n", "-5", "--step", "--csv", "-o", "-", "-f", "-h"}), "points=-5 step=--csv output=- format=-h ");
  EXPECT_EQ(sorted({"--title", "--", "x"}), "title=-- | x");
  EXPECT_EQ(sorted({"--title", "", "--xlabel="}), "title= xlabel= ");
  EXPECT_EQ(sorted({"--define=a=b=c"}), "define=a=b=c ") << "the first = ends the name";
}

TEST(SortArguments, EndsTheOptionsAtTwoDashes) {
  EXPECT_EQ(sorted({"--csv", "--", "--x"}), "csv | --x");
  EXPECT_EQ(sorted({"--", "-n"}), "| -n");
  EXPECT_EQ(sorted({"--", "--"}), "| --");
  EXPECT_EQ(sorted({"--csv", "--"}), "csv ");
  EXPECT_THAT(sort_arguments({"a", "--", "-q", "b"}).expressions, ElementsAre("a", "-q", "b"));
}

TEST(SortArguments, KeepsTheOrderOfTheOptionsAndAnEmptyFormula) {
  EXPECT_EQ(sorted({"-n", "5", "x", "-n", "6"}), "points=5 points=6 | x");
  EXPECT_THAT(sort_arguments({""}).expressions, ElementsAre(""));
  EXPECT_THAT(sort_arguments({}).expressions, IsEmpty());
}

TEST(SortArguments, RefusesUnknownOptionsAndNamesTheClosest) {
  const auto refused = [](const Words& words) { return refusal(sort_arguments, words); };
  EXPECT_EQ(refused({"--metod", "central"}), "unknown option '--metod': did you mean '--method'?");
  EXPECT_EQ(refused({"--Columns=x"}), "unknown option '--Columns': did you mean '--columns'?");
  EXPECT_EQ(refused({"--colour", "red"}), "unknown option '--colour': did you mean '--color'?");
  EXPECT_EQ(refused({"--no_header"}), "unknown option '--no_header': did you mean '--no-header'?");
  EXPECT_EQ(refused({"--banana"}), "unknown option '--banana'; gradfield --help lists the options");
  EXPECT_EQ(refused({"--=3"}), "unknown option '--'; gradfield --help lists the options");
  EXPECT_EQ(refused({"---x"}), "unknown option '---x'; gradfield --help lists the options");
  EXPECT_EQ(refused({"--x^2"}), "unknown option '--x^2'; gradfield --help lists the options");
  EXPECT_EQ(refused({"--\x1B[31m"}), "unknown option '--\\x1b[31m'; gradfield --help lists the options");
  EXPECT_EQ(refused({"--" + std::string(500, 'b')}),
            "unknown option '--" + std::string(37, 'b') + "...'; gradfield --help lists the options");
}

TEST(SortArguments, RefusesAMissingValueAndOneThatIsNotTaken) {
  for (const OptionRow& row : option_table()) {
    const std::string name = "--" + std::string(row.long_name);
    if (row.value.empty()) {
      EXPECT_EQ(refusal(sort_arguments, {name + "=3"}), name + " takes no value");
      EXPECT_EQ(refusal(sort_arguments, {name + "="}), name + " takes no value");
    } else if (row.value.starts_with("[=")) {
      const SortedArguments sorted = sort_arguments({name, "x", name + "=3"});
      EXPECT_THAT(sorted.options, ElementsAre(name, name + "=3"));
      EXPECT_EQ(sorted.expressions, std::vector<std::string>{"x"});
    } else {
      EXPECT_EQ(refusal(parse_command_line, {"x", name}),
                name + " needs a value: " + name + " " + std::string(row.value));
    }
  }
  EXPECT_EQ(refusal(parse_command_line, {"x", "-n"}), "-n needs a value: -n N[xM[xK]]");
  EXPECT_EQ(refusal(parse_command_line, {"x", "y", "--x"}), "--x needs a value: --x MIN:MAX[:N]")
      << "before a formula too many";
}

TEST(OptionTable, HasNoNameTwiceAndTellsWhatEachIsFor) {
  std::set<std::string_view> long_names;
  std::string short_names;
  for (const OptionRow& row : option_table()) {
    EXPECT_TRUE(long_names.insert(row.long_name).second) << row.long_name;
    EXPECT_FALSE(row.help.empty()) << row.long_name;
    EXPECT_EQ(row.help.back(), '.') << row.long_name;
    EXPECT_EQ(find_option(row.long_name), &row);
    if (row.short_name != '\0') short_names += row.short_name;
  }
  std::ranges::sort(short_names);
  EXPECT_EQ(short_names, "DVfhnoq") << "seven, and each can hide a formula";
}

TEST(OptionTable, TellsTheChoicesOfItsRows) {
  const auto help = [](std::string_view name) { return help_of(*find_option(name)); };
  EXPECT_EQ(
      help("palette"),
      "Colours of magnitudes and values: viridis (default), plasma, cividis, magma, inferno, turbo, gray, diverging or "
      "coolwarm; the other way round with -r at the end (viridis-r).");
  EXPECT_EQ(help("pivot"), "Which part of an arrow sits on its grid point: middle (default), tail or tip.");
  EXPECT_EQ(
      help("length"),
      "How the length of a gradient becomes that of its arrow: auto (default), linear, sqrt, log, or unit, all alike. "
      "By "
      "itself it is the first of linear, sqrt and log by which three quarters of the arrows can be read; log tells "
      "three decades apart.");
  EXPECT_THAT(help("theme"), testing::StartsWith("light (default) or dark; "));
  EXPECT_EQ(help("size"), "Size of the page: pixels (default 720x660), for pdf, eps and tex inches (8x7.3).");
  for (const OptionRow& row : option_table()) EXPECT_EQ(help_of(row).find("{}"), std::string::npos) << row.long_name;
  // What holds where the option is not given.
  const Options none;
  EXPECT_EQ(choices_of("method").front(), none.method);
  EXPECT_EQ(choices_of("length").front(), none.length);
  EXPECT_EQ(choices_of("pivot").front(), none.pivot);
  EXPECT_EQ(choices_of("theme").front(), none.theme);
}

TEST(ParseCommandLine, SetsWhatEachOptionSays) {
  const Options options = parse_command_line(
      {"-D",      "a=3",       "--define", "b=a, c",   "--vars",    "u,v",    "--x",         "-1:1",      "--range",
       "u=0:1:5", "-n",        "7x9",      "--method", "central",   "--step", "1e-3",        "--descent", "-o",
       "-",       "-f",        "svg",      "--csv",    "--columns", "u,f",    "--precision", "5",         "--no-header",
       "--color", "f",         "--size",   "600x500",  "--title",   "",       "--xlabel",    "'X'",       "--ylabel",
       "\"Y\"",   "--no-grid", "-q",       "u*v"});
  EXPECT_EQ(options.expression, "u*v");
  EXPECT_THAT(options.definitions, ElementsAre("a=3", "b=a, c"));
  EXPECT_EQ(options.variables, "u,v");
  ASSERT_EQ(options.ranges.size(), 2u);
  EXPECT_EQ(options.ranges[0].option + "," + options.ranges[0].variable + "," + options.ranges[0].text, "--x,x,-1:1");
  EXPECT_EQ(options.ranges[1].option + "," + options.ranges[1].variable + "," + options.ranges[1].text,
            "--range,,u=0:1:5");
  EXPECT_EQ(options.points, "7x9");
  EXPECT_EQ(options.method, "central");
  EXPECT_EQ(options.step, "1e-3");
  EXPECT_TRUE(options.descent);
  EXPECT_EQ(options.output, "-");
  EXPECT_EQ(options.format, "svg");
  EXPECT_TRUE(options.csv);
  EXPECT_EQ(options.columns, "u,f");
  EXPECT_EQ(options.precision, "5");
  EXPECT_TRUE(options.no_header);
  EXPECT_EQ(options.color, "f");
  EXPECT_EQ(options.size, "600x500");
  EXPECT_EQ(options.title, "");
  EXPECT_EQ(options.x_label, "'X'") << "quotes are text";
  EXPECT_EQ(options.y_label, "\"Y\"");
  EXPECT_TRUE(options.no_grid);
  EXPECT_TRUE(options.quiet);
  EXPECT_FALSE(options.help);
  EXPECT_EQ(options.given.size(), 21u);
}

TEST(ParseCommandLine, LetsTheLastUseCountExceptForRepeatableOptions) {
  const Options options = parse_command_line(
      {"-n", "5", "-D", "a=1", "--no-header", "-n", "6", "-D", "b=2", "--no-header", "--title", "t", "--title="});
  EXPECT_EQ(options.points, "6");
  EXPECT_THAT(options.definitions, ElementsAre("a=1", "b=2"));
  EXPECT_TRUE(options.no_header);
  EXPECT_EQ(options.title, "");
}

TEST(ParseCommandLine, KeepsValuesThatLookLikeTheParsersOwnSyntax) {
  for (const std::string value :
       {"@0", "--csv", "-", "--", "[a,b]", "{}", "a,b", "'", "\"", "%%", "", " ", "\n", "\xFF"}) {
    const Options options = parse_command_line({"--title", value, "--", value});
    EXPECT_EQ(options.title, value);
    EXPECT_EQ(options.expression, value);
    EXPECT_FALSE(options.csv) << value;
  }
}

TEST(ParseCommandLine, TakesAValueOnlyByEqualsWhereItMayBeLeftOut) {
  const auto contour = [](const Words& words) -> std::optional<std::string> {
    const Options options = parse_command_line(words);
    const auto asked = options.layers.find("contour");
    return asked == options.layers.end() ? std::nullopt : std::optional(asked->second);
  };
  EXPECT_EQ(contour({"x"}), std::nullopt);
  EXPECT_EQ(contour({"--contour", "x"}), "");
  EXPECT_EQ(contour({"x", "--contour"}), "");
  EXPECT_EQ(contour({"x", "--contour="}), "");
  EXPECT_EQ(contour({"x", "--contour=5"}), "5");
  EXPECT_EQ(contour({"--contour", "--", "x"}), "");
  EXPECT_EQ(contour({"--contour=5", "x", "--contour"}), "") << "the last one counts";
}

TEST(ParseCommandLine, RefusesASecondExpression) {
  EXPECT_EQ(refusal(parse_command_line, {"x", "y"}),
            "one expression is plotted at a time, and there are 2: 'x', 'y'; put the formula in quotes");
  EXPECT_EQ(refusal(parse_command_line, {"x", "+", "y", "--csv"}),
            "one expression is plotted at a time, and there are 3: 'x', '+'; put the formula in quotes");
  EXPECT_THAT(refusal(parse_command_line, {std::string(50, 'x'), "\n"}),
              testing::HasSubstr("'" + std::string(27, 'x') + "...', '\\x0a'"));
}

TEST(FormatOfFile, GoesByTheExtensionWhateverItsCase) {
  const auto name = [](std::string_view path) {
    const Format* format = format_of_file(path);
    return format == nullptr ? "none" : std::string(format->name);
  };
  EXPECT_EQ(name("field.csv"), "csv");
  EXPECT_EQ(name("field.CSV"), "csv");
  EXPECT_EQ(name("a.b/c.Png"), "png");
  EXPECT_EQ(name("field.txt"), "text");
  EXPECT_EQ(name("field.csv.tsv"), "tsv");
  EXPECT_EQ(name(".gp"), "gp");
  for (const std::string path :
       {"field", "csv", "field.", "field.window", "field.csv/", "a.csv/field", "field.jpg", "", "."})
    EXPECT_EQ(name(path), "none") << path;
}

}  // namespace
}  // namespace gradfield::test
