// Stream lines of particular fields: first integrals, edges, cuts, kinks, poles, huge and tiny slopes, none at all.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <tuple>

#include "support/numbers.hpp"
#include "support/streams.hpp"

namespace gradfield {
namespace {

using namespace test;

const StreamRegion kSquare = page(-3, 3, -3, 3);

// Of x^2-y^2 the flow is (x, -y), and x*y the same all along a line.
TEST(StreamLinesThroughPoints, AreTheirsAloneAsFarAsTheFlowLeads) {
  StreamSettings settings;
  settings.from = {{1, 0.5}, {1.01, 0.5}, {0, 0}, {-2, -1}};
  for (const bool descent : {false, true}) {
    settings.descent = descent;
    const std::vector<StreamLine> lines = streams_of("x^2-y^2", kSquare, settings);
    ASSERT_EQ(lines.size(), 3u) << "none through the saddle";
    const Point through[] = {{1, 0.5}, {1.01, 0.5}, {-2, -1}};
    for (std::size_t k = 0; k < lines.size(); ++k) {
      double nearest = INFINITY;
      for (const Point& point : lines[k].points) {
        EXPECT_NEAR(point.x * point.y, through[k].x * through[k].y, 1e-4);
        nearest = std::min(nearest, length(point - through[k]));
      }
      EXPECT_LT(nearest, 0.05);  // points are 8 page points apart at most
      const Point &first = lines[k].points.front(), &last = lines[k].points.back();
      EXPECT_NEAR(std::fabs(descent ? first.x : first.y), 3, 1e-12);
      EXPECT_NEAR(std::fabs(descent ? last.y : last.x), 3, 1e-12);
      EXPECT_FALSE(lines[k].heads.empty());
    }
  }
}

TEST(StreamLines, KeepWhatIsConstantAlongThem) {
  // A function that is constant along every line (its gradient is perpendicular to that of f), and the scale that makes
  // of its change the distance from the true line, in page points.
  struct Row {
    std::string formula;
    std::function<double(double, double)> constant;
    std::function<double(double, double)> steepness;  // of the constant, per unit of the data
  };
  const std::vector<Row> rows = {
      {"x^2-y^2", [](double x, double y) { return x * y; }, [](double x, double y) { return std::hypot(x, y); }},
      {"log(abs(x*y))", [](double x, double y) { return x * x - y * y; },
       [](double x, double y) { return 2 * std::hypot(x, y); }},
      {"atan2(y,x)", [](double x, double y) { return std::hypot(x, y); }, [](double, double) { return 1.0; }},
      {"x^3-3*x*y^2", [](double x, double y) { return 3 * x * x * y - y * y * y; },
       [](double x, double y) { return 3 * (x * x + y * y); }},
      {"exp(x)*cos(y)", [](double x, double y) { return std::exp(x) * std::sin(y); },
       [](double x, double) { return std::exp(x); }},
  };
  for (const Row& row : rows) {
    std::size_t compared = 0;
    for (const StreamLine& line : streams_of(row.formula, kSquare)) {
      const auto [x0, y0] = line.points[line.points.size() / 2];
      for (const auto& [x, y] : line.points) {
        if (std::hypot(x, y) * kSquare.x_scale < kSpacing / 10) continue;  // in a saddle nothing is steep
        const double change = std::fabs(row.constant(x, y) - row.constant(x0, y0));
        // A hundredth of the spacing: nobody sees a quarter of a point. Steps are a thousand times better, but errors
        // grow where lines run apart, and a saddle is found to a fifth of that.
        EXPECT_LT(change / row.steepness(x, y) * kSquare.x_scale, kSpacing / 100)
            << row.formula << " at " << x << ", " << y;
        ++compared;
      }
    }
    EXPECT_GT(compared, 1000U) << row.formula;
  }
}

TEST(StreamLines, RunDownhillInADescent) {
  StreamSettings settings;
  settings.descent = true;
  const std::vector<StreamLine> lines = streams_of("x^2+3*y^2", kSquare, settings);
  ASSERT_GT(lines.size(), 20U);
  const auto f = [](const Place& p) { return p.x * p.x + 3 * p.y * p.y; };
  std::size_t heads = 0;
  for (const StreamLine& line : lines) {
    for (std::size_t i = 1; i < line.points.size(); ++i) EXPECT_LT(f(line.points[i]), f(line.points[i - 1]));
    heads += line.heads.size();
    for (const StreamHead& head : line.heads) {
      EXPECT_LT(dot(head.direction, head.place), 0) << "towards the minimum";
    }
  }
  EXPECT_GT(heads, 20U);
}

TEST(StreamLines, MeetInASaddle) {
  for (const auto& [formula, ways] :
       {std::pair<std::string, int>{"x^2-y^2", 4}, {"x^3-3*x*y^2", 6}, {"x^2-9*y^2", 4}}) {
    int meeting = 0;
    for (const Drawn& line : drawn(kSquare, streams_of(formula, kSquare))) {
      for (const Place& end : {line.front(), line.back()})
        meeting += distance(end, {300, 275}) < kSpacing / 100 ? 1 : 0;
    }
    EXPECT_EQ(meeting, ways) << formula;
  }
}

TEST(StreamLines, ReachTheEdgeOfWhereFIsDefined) {
  const StreamRegion region = page(-1.5, 1.5, -1.5, 1.5);
  std::size_t from_edge = 0;
  for (const StreamLine& line : streams_of("sqrt(1-x^2-y^2)", region)) {
    for (const auto& [x, y] : line.points) EXPECT_LT(std::hypot(x, y), 1);
    const auto [x, y] = line.points.front();  // uphill is inward
    // 1/200 of the spacing is five of the least steps that are tried there.
    from_edge += (1 - std::hypot(x, y)) * region.x_scale < kSpacing / 200 ? 1 : 0;
  }
  EXPECT_GT(from_edge,
            20U);  // the circle is 1200 points long; between 0.6 and 1.5 spacings apart that is 33 to 83 lines
}

TEST(StreamLines, StayWhereFIsDefined) {
  const std::vector<StreamLine> lines = streams_of("x+y < 1 ? x : sqrt(-1)", kSquare);
  ASSERT_GT(lines.size(), 15U);
  std::size_t at_edge = 0;
  for (const StreamLine& line : lines) {
    for (const auto& [x, y] : line.points) EXPECT_LT(x + y, 1);
    const auto [x, y] = line.points.back();
    EXPECT_TRUE(x == 3 || (1 - x - y) * kSquare.x_scale < kSpacing / 200) << x << ", " << y;
    at_edge += x < 3 ? 1 : 0;
  }
  EXPECT_GT(at_edge, 10U);
}

TEST(StreamLines, EndWhereAFlatPartBegins) {
  const std::vector<StreamLine> lines = streams_of("max(x,0)+max(x,0)^2", kSquare);
  ASSERT_GT(lines.size(), 15U);
  for (const StreamLine& line : lines) {
    EXPECT_GE(line.points.front()[0], 0);  // of two equal ones max takes the first, so the edge has a slope
    EXPECT_LT(line.points.front()[0] * kSquare.x_scale, kSpacing / 200);
    EXPECT_EQ(line.points.back()[0], 3);
  }
}

TEST(StreamLines, AreLedOnAcrossACut) {
  // atan2 jumps where x < 0: circles and spirals end there, and begin again at the same radius.
  for (const auto& [formula, slant] :
       {std::pair<std::string, double>{"atan2(y,x)", 0}, {"atan2(y,x)+log(hypot(x,y))/4", 0.25}}) {
    std::vector<double> from, to;
    // Where a line with r = c exp(slant * angle) meets the cut.
    const auto radius_at_cut = [slant = slant](const Place& p) {
      return std::hypot(p[0], p[1]) * std::exp(-slant * std::atan2(-p[1], -p[0]));
    };
    for (const StreamLine& line : streams_of(formula, kSquare)) {
      // A gap of 0.18 spacings before it and behind it; along a spiral's slant, or from a seed, a little more.
      const auto is_at_cut = [](const Place& p) {
        return p[0] < 0 && std::fabs(p[1]) * kSquare.y_scale < 0.25 * kSpacing;
      };
      if (is_at_cut(line.points.front())) from.push_back(radius_at_cut(line.points.front()));
      if (is_at_cut(line.points.back())) to.push_back(radius_at_cut(line.points.back()));
    }
    ASSERT_GT(from.size(), 6U);
    std::size_t matched = 0;
    for (const double radius : from) {
      // Over both gaps a circle of the least radius, half a spacing, bends by 3 points, one of 4 spacings by 0.4.
      for (const double other : to) matched += std::fabs(radius - other) * kSquare.x_scale < 1 ? 1 : 0;
    }
    EXPECT_GT(2 * matched, from.size()) << formula;  // the others have met a line before they came there
  }
}

TEST(StreamLines, RiseAllAlongAlsoNearPolesAndJumps) {
  struct Row {
    std::string formula;
    std::function<double(double, double)> f;
  };
  const auto charge = [](double x, double y, double at) { return 1 / std::hypot(x - at, y); };
  const std::vector<Row> rows = {
      {"tan(x)*y", [](double x, double y) { return std::tan(x) * y; }},
      {"log(sqrt(x^2+y^2))", [](double x, double y) { return std::log(std::hypot(x, y)); }},
      {"x/(x^2+y^2)^1.5", [](double x, double y) { return x / std::pow(x * x + y * y, 1.5); }},
      {"1/(x^2+y^2)", [](double x, double y) { return 1 / (x * x + y * y); }},
      {"1/hypot(x+1,y)-1/hypot(x-1,y)", [&](double x, double y) { return charge(x, y, -1) - charge(x, y, 1); }},
      {"1/hypot(x+1,y)+1/hypot(x-1,y)", [&](double x, double y) { return charge(x, y, -1) + charge(x, y, 1); }},
      {"floor(x)+y", [](double x, double y) { return std::floor(x) + y; }},
      {"2*x-floor(x)+y", [](double x, double y) { return 2 * x - std::floor(x) + y; }},
      {"atan2(y,x)", [](double x, double y) { return std::atan2(y, x); }},
      {"1/(x-y/3)", [](double x, double y) { return 1 / (x - y / 3); }},
      {"1/(x-y/3)^2", [](double x, double y) { return 1 / ((x - y / 3) * (x - y / 3)); }},
      {"sin(x)*cos(2*y)", [](double x, double y) { return std::sin(x) * std::cos(2 * y); }},
      {"x^3-3*x*y^2+x*y", [](double x, double y) { return x * x * x - 3 * x * y * y + x * y; }},
      {"abs(x)+y", [](double x, double y) { return std::fabs(x) + y; }},
  };
  for (const Row& row : rows) {
    const std::vector<StreamLine> lines = streams_of(row.formula, kSquare);
    ASSERT_GT(lines.size(), 15U) << row.formula;
    for (const StreamLine& line : lines) {
      for (std::size_t i = 1; i < line.points.size(); ++i) {
        const auto [x0, y0] = line.points[i - 1];
        const auto [x, y] = line.points[i];
        // The least rise is that of 1/hundred of the spacing at slopes of about 1e-3, far above rounding.
        EXPECT_GT(row.f(x, y), row.f(x0, y0))
            << row.formula << " from " << x0 << ", " << y0 << " to " << x << ", " << y;
      }
    }
  }
}

TEST(StreamLines, EndAtOneDistanceAroundAPole) {
  // Where lines may come 45 degrees near to each other, at least 4 do: 0.3 spacings, and at most the 1/64 of a step of
  // a quarter more to which that is found.
  for (const auto& [formula, x, least] : {std::tuple<std::string, double, int>{"log(sqrt(x^2+y^2))", 0, 4},
                                          {"1/(x^2+y^2)", 0, 4},
                                          {"x/(x^2+y^2)^1.5", 0, 2},
                                          {"1/hypot(x+1,y)-1/hypot(x-1,y)", -1, 4},
                                          {"1/hypot(x+1,y)-1/hypot(x-1,y)", 1, 4},
                                          {"x^2+y^2", 0, 4}}) {
    int at_disc = 0;
    const std::vector<Drawn> pages = drawn(kSquare, streams_of(formula, kSquare));
    const Place pole = on_page(kSquare, {x, 0.0});
    for (const Drawn& line : pages) {
      for (const Place& end : {line.front(), line.back()}) {
        // A scale for x of 100 and for y of 91.7 makes no difference to a disc on the page.
        at_disc += distance(end, pole) < 0.31 * kSpacing ? 1 : 0;
      }
    }
    EXPECT_GE(at_disc, least) << formula;
    // Found to 1/2000 of the spacing.
    EXPECT_GT(distance_to_lines(pole, pages), 0.299 * kSpacing) << formula;
  }
}

TEST(StreamLines, LeaveAGapAtALineOfPolesAndAtAJump) {
  // The x of the cut; on both sides lines end 0.18 spacings before it, across it: so far from it. (2x - floor(x) falls
  // by 1 at each whole x, and rises everywhere else.)
  for (const auto& [formula, x] : {std::pair<std::string, double>{"1/x", 0},
                                   {"1/x^2", 0},
                                   {"tan(x)", 2 * std::atan(1.0)},
                                   {"2*x-floor(x)", 1},
                                   {"log(abs(x-0.3))", 0.3}}) {
    int before = 0, behind = 0;
    for (const StreamLine& line : streams_of(formula, kSquare)) {
      for (const Place& point : line.points) {
        const double away = (point[0] - x) * kSquare.x_scale / kSpacing;
        EXPECT_GT(std::fabs(away), 0.17) << formula;
        before += away < 0 && away > -0.2 ? 1 : 0;
        behind += away > 0 && away < 0.2 ? 1 : 0;
      }
      EXPECT_FALSE(line.points.front()[0] < x && line.points.back()[0] > x) << formula;
      EXPECT_FALSE(line.points.front()[0] > x && line.points.back()[0] < x) << formula;
    }
    // 550 points, 0.6 to 1.5 spacings apart, are 15 to 38 lines.
    EXPECT_GE(before, 15) << formula;
    EXPECT_GE(behind, 15) << formula;
  }
}

TEST(StreamLines, CrossAKinkThatLetsThemThrough) {
  // Slopes (4, 1) and (2, 1), then (1.9, 0.5) and (0.1, 0.5): all lines bend at x = 0.1, by 13 and by 64 degrees.
  // Along that line of 550 points there is room for 20 lines that lead on at 27 degrees to it, and for 4 at 11 degrees.
  for (const auto& [formula, least] :
       {std::pair<std::string, std::size_t>{"3*x-abs(x-0.1)+y", 10}, {"x-0.9*abs(x-0.1)+y/2", 4}}) {
    std::size_t crossing = 0;
    for (const StreamLine& line : streams_of(formula, kSquare)) {
      crossing += line.points.front()[0] < 0 && line.points.back()[0] > 0.2 ? 1 : 0;
    }
    EXPECT_GE(crossing, least) << formula;
  }
}

TEST(StreamLines, AreTheSameForHugeAndTinySlopes) {
  // A power of two changes no digit. 2^-1000 and 2^1010 are about 1e-301 and 1e304; squares of slopes are out of range.
  const std::vector<StreamLine> plain = streams_of("x^2-y^3", kSquare);
  ASSERT_GT(plain.size(), 15U);
  for (const double factor : {0x1p-1000, 0x1p1010}) {
    Names names;
    names.variables = {"x", "y"};
    names.constants = {{"c", factor}};
    PointGradient gradient(*methods()[0].make(compile_expression("c*(x^2-y^3)", names), {}), 2);
    const std::vector<StreamLine> lines = stream_lines(gradient, kSquare, {});
    ASSERT_EQ(lines.size(), plain.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_EQ(lines[i].points, plain[i].points);
      for (std::size_t k = 0; k < lines[i].norms.size(); ++k) {
        EXPECT_THAT(lines[i].norms[k], WithinRoundings(factor * plain[i].norms[k], 4));
      }
    }
  }
}

TEST(StreamLines, AreTheSameEachTime) {
  const std::string formula = "sin(x*y)+cos(x-y^2)";
  const std::vector<StreamLine> once = streams_of(formula, kSquare), again = streams_of(formula, kSquare);
  ASSERT_EQ(once.size(), again.size());
  EXPECT_GT(once.size(), 15U);
  for (std::size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].points, again[i].points);
    EXPECT_EQ(once[i].norms, again[i].norms);
    EXPECT_EQ(once[i].heads.size(), again[i].heads.size());
  }
}

TEST(StreamLines, AreNoneWhereNothingFlows) {
  for (const std::string formula : {"3", "sqrt(-1-x^2)", "floor(x)", "0*x+y*0", "1/(x-x)", "rint(x)*rint(y)"}) {
    EXPECT_TRUE(streams_of(formula, kSquare).empty()) << formula;
  }
}

TEST(StreamLines, FillRegionsOfAnySize) {
  for (const StreamRegion& region : {page(-1e300, 1e300, -1e300, 1e300), page(-0.8e308, 0.8e308, 1e-300, 2e-300),
                                     page(1e15, 1e15 + 4, 0, 1), page(0, 1e-300, 0, 1e-300)}) {
    const std::vector<StreamLine> lines = streams_of("atan2(y,1)+x/1e308", region);
    EXPECT_GT(lines.size(), 15U) << region.x_low;
  }
}

TEST(StreamLines, EndOnFieldsFullOfJumpsAndPoles) {
  for (const std::string formula :
       {"floor(5*x)*y", "sin(1/x)*y", "tan(x*y)", "1/sin(x*y)", "abs(sin(5*x))+abs(cos(5*y))", "min(x,y)-max(x^2,y)",
        "x-floor(x)+y-floor(y)", "sqrt(abs(x))+cbrt(y)", "atan2(sin(3*x),cos(4*y))", "x*sin(1/(x^2+y^2))",
        "sin(40*x)*sin(40*y)", "1e5*(y-x^2)^2+x", "-abs(x)-abs(y)/1000", "tgamma(x)+tgamma(y)"}) {
    StreamSettings settings;
    settings.most_evaluations = 1'000'000;
    const auto [lines, evaluations] = counted_streams_of(formula, kSquare, settings);
    const bool has_room = formula != "sin(40*x)*sin(40*y)";  // its hills are smaller than the distance of lines
    EXPECT_EQ(lines.size() > 5, has_room) << formula;
    for (const Drawn& line : drawn(kSquare, lines)) {
      for (std::size_t i = 1; i < line.size(); ++i) EXPECT_LT(distance(line[i - 1], line[i]), 0.29 * kSpacing);
    }
    // The bound, one walk of both senses of at most 20000 steps of 6 each, and the lattice where saddles are sought.
    EXPECT_LT(evaluations, 1'300'000U) << formula;
  }
}

TEST(StreamLines, EndAtTheBoundOfEvaluations) {
  StreamSettings settings;
  settings.most_evaluations = 20'000;
  const auto [lines, evaluations] = counted_streams_of("sin(x)*y+x*y^2", kSquare, settings);
  EXPECT_FALSE(lines.empty());
  EXPECT_LT(evaluations, 22'000U);  // and the walk in hand
}

TEST(StreamLines, KeepTheSpacingThatIsAskedFor) {
  // A constant flow: parallel lines. 550 points across are filled with spacings between 0.6 and 1.5.
  for (const double spacing : {8.0, 24.0, 60.0}) {
    StreamSettings settings;
    settings.spacing = spacing;
    const double count = static_cast<double>(streams_of("x", kSquare, settings).size());
    EXPECT_GE(count, 550 / (1.5 * spacing) - 1);
    EXPECT_LE(count, 550 / (0.6 * spacing) + 1);
  }
}

TEST(StreamLines, FillAPageOfNarrowSpacingsWithoutManyTimesTheirOwnWork) {
  for (const std::string formula : {"x^2-y^2", "atan2(y,x)", "x*exp(-x^2-y^2)"}) {
    StreamSettings settings;
    settings.spacing = 6;
    const auto [lines, evaluations] = counted_streams_of(formula, kSquare, settings);
    const std::vector<Drawn> pages = drawn(kSquare, lines);
    double total = 0;
    for (const Drawn& line : pages) total += drawn_length(line);
    // Six evaluations a step of a quarter of the spacing are those of the lines alone. Lines that are walked and given
    // up for longer ones, seeds and saddles may cost three times as much; each candidate's own line would cost ten.
    EXPECT_LT(static_cast<double>(evaluations), 4 * 6 * total / (settings.spacing / 4)) << formula;
    for (double u = 13; u < 590; u += 16) {
      for (double v = 13; v < 540; v += 16) {
        if (distance(Place{u, v}, {300, 275}) < 2 * settings.spacing) continue;  // lines meet there
        EXPECT_LT(distance_to_lines({u, v}, pages), 0.85 * settings.spacing) << formula << " at " << u << ", " << v;
      }
    }
  }
}

}  // namespace
}  // namespace gradfield
