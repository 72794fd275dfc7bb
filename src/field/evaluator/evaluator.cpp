#include "field/evaluator/evaluator.hpp"

#include <algorithm>
#include <new>
#include <unordered_map>
#include <utility>

#include "kernel/mathematics.hpp"
#include "program/passes/strength_reduction.hpp"

namespace gradfield {
namespace {

constexpr std::align_val_t kAlignment{64};

// For each instruction the last step that reads it: the step that makes it where none does, and behind all steps for
// outputs, which are read at the very end.
std::vector<std::size_t> last_uses(const Program& program, const std::vector<Step>& steps) {
  std::vector<std::size_t> last(program.instructions().size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (std::size_t k = 0; k < steps[i].result_count(); ++k) last[steps[i].results[k]] = i;
    for (std::size_t k = 0; k < steps[i].arity; ++k) last[steps[i].operands[k]] = i;
  }
  for (const NodeId output : program.outputs()) last[output] = steps.size();
  return last;
}

}  // namespace

PointEvaluator::PointEvaluator(const Program& program)
    : values_(program.instructions().size()), outputs_(program.outputs()) {
  const std::vector<Instruction>& instructions = program.instructions();
  std::unordered_map<NodeId, std::size_t> round_steps;  // by operand: its step of a sine or a cosine
  for (NodeId place = 0; place < instructions.size(); ++place) {
    const Instruction& instruction = instructions[place];
    const Kernel& kernel = kernel_of(instruction.operation);
    if (instruction.operation == Operation::kConstant) values_[place] = instruction.constant;
    if (instruction.operation == Operation::kVariable) inputs_.push_back({instruction.variable, place});
    if (kernel.arity == 0) continue;
    if (instruction.operation == Operation::kSine || instruction.operation == Operation::kCosine) {
      const auto [first, is_first] = round_steps.try_emplace(instruction.operands[0], steps_.size());
      if (!is_first) {
        // Kernels compute both anyway.
        Step& both = steps_[first->second];
        both.value = nullptr;
        both.results[1] = place;
        if (instruction.operation == Operation::kSine) std::swap(both.results[0], both.results[1]);
        continue;
      }
    }
    steps_.push_back({kernel.value, arity_of(instruction), instruction.operands, {place, place}});
  }
}

void PointEvaluator::evaluate(const Tile& tile) {
  double* const values = values_.data();
  for (const Input& input : inputs_) values[input.place] = tile.coordinate(input.variable)[0];
  for (const Step& step : steps_) {
    if (step.value == nullptr) {
      sine_and_cosine(values[step.operands[0]], values[step.results[0]], values[step.results[1]]);
      continue;
    }
    // Operands that do not count are the instruction 0: reading them costs less than asking.
    const double operands[kLargestArity] = {values[step.operands[0]], values[step.operands[1]],
                                            values[step.operands[2]]};
    values[step.results[0]] = step.value(operands);
  }
}

void Evaluator::Free::operator()(double* memory) const { ::operator delete[](memory, kAlignment); }

Evaluator::Evaluator(const Program& program) : Evaluator(Cheaper{with_cheaper_operations(program)}) {}

Evaluator::Evaluator(const Cheaper& cheaper) : single_(cheaper.program) {
  const Program& program = cheaper.program;
  const auto& instructions = program.instructions();
  const std::vector<Step> steps = steps_of(program, active_blocks());
  const std::vector<std::size_t> last = last_uses(program, steps);
  std::vector<Location> locations(instructions.size());
  std::vector<std::size_t> constants;  // instructions whose slot is filled once
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    if (instructions[i].operation == Operation::kVariable) locations[i] = {true, instructions[i].variable};
    if (instructions[i].operation != Operation::kConstant) continue;
    locations[i] = {false, slot_count_++};
    constants.push_back(i);
  }
  std::vector<std::size_t> unused;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    PlacedStep placed{step.block, step.pair, step.arity, {}, {}};
    for (std::size_t k = 0; k < step.arity; ++k) placed.operands[k] = locations[step.operands[k]];
    // Blocks may write where they read, so a slot whose last reader is this step serves its result.
    for (std::size_t k = 0; k < step.arity; ++k) {
      const NodeId operand = step.operands[k];
      const bool is_result = arity_of(instructions[operand]) > 0;
      const bool is_repeated =
          std::find(step.operands.begin(), step.operands.begin() + k, operand) != step.operands.begin() + k;
      if (is_result && !is_repeated && last[operand] == i) unused.push_back(locations[operand].index);
    }
    for (std::size_t k = 0; k < step.result_count(); ++k) {
      if (unused.empty()) {
        placed.results[k] = slot_count_++;
      } else {
        placed.results[k] = unused.back();
        unused.pop_back();
      }
      locations[step.results[k]] = {false, placed.results[k]};
    }
    steps_.push_back(placed);
  }
  const std::size_t doubles = std::max<std::size_t>(slot_count_, 1) * kTileSize;
  slots_.reset(static_cast<double*>(::operator new[](doubles * sizeof(double), kAlignment)));
  for (const std::size_t i : constants) std::fill_n(slot(locations[i].index), kTileSize, instructions[i].constant);
  for (const NodeId output : program.outputs()) outputs_.push_back(locations[output]);
}

const double* Evaluator::at(Location location) const {
  return location.is_variable ? tile_->coordinate(location.index) : slot(location.index);
}

void Evaluator::evaluate(const Tile& tile) {
  tile_ = &tile;
  if (tile.size() == 1) return single_.evaluate(tile);
  for (const PlacedStep& step : steps_) {
    std::array<const double*, kLargestArity> operands{};
    for (std::size_t k = 0; k < step.arity; ++k) operands[k] = at(step.operands[k]);
    if (step.pair == nullptr) {
      step.block(operands.data(), slot(step.results[0]), tile.size());
    } else {
      step.pair(operands[0], slot(step.results[0]), slot(step.results[1]), tile.size());
    }
  }
}

std::span<const double> Evaluator::output(std::size_t k) const {
  return tile_->size() == 1 ? single_.output(k) : std::span{at(outputs_[k]), tile_->size()};
}

}  // namespace gradfield
