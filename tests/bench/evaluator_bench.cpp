// ns a point of f and its gradient, the evaluator alone: a tile of points of which nothing is known.
#include "field/evaluator/evaluator.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>
#include <string>

#include "formula/compile.hpp"
#include "program/differentiate.hpp"

namespace gradfield::bench {
namespace {

void evaluate(benchmark::State& state, const std::string& formula) {
  Evaluator evaluator(differentiate(compile_expression(formula, {{"x", "y"}, {}})));
  Tile tile(2);
  tile.resize(kTileSize);
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> inside(-3, 3);
  for (std::size_t k = 0; k < 2; ++k) {
    std::generate_n(tile.mutable_coordinate(k), kTileSize, [&] { return inside(random); });
  }
  for (auto _ : state) {
    evaluator.evaluate(tile);
    benchmark::DoNotOptimize(evaluator.output(0).data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kTileSize));
  state.counters["time/point"] = benchmark::Counter(
      static_cast<double>(kTileSize), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

const bool kRegistered = [] {
  for (const char* formula :
       {"x^2+y^2", "sin(x)*cos(y)*exp(-(x^2+y^2)/4)", "(1-x)^2+100*(y-x^2)^2", "tanh(x*y)/(1+x^2)", "x^y"}) {
    benchmark::RegisterBenchmark((std::string("evaluator/") + formula).c_str(), evaluate, std::string(formula));
  }
  return true;
}();

}  // namespace
}  // namespace gradfield::bench
