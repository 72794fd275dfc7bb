#include "analysis/traits/symmetry.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "program/rules.hpp"

namespace gradfield {
namespace {

using enum Operation;

// op(-u) is op(u), or -op(u), as computed too.
constexpr std::array kEven{kSquare,           kFourth,           kAbsolute, kCosine,
                           kHyperbolicCosine, kHyperbolicSecant, kGaussian, kOneMinusSquare};
constexpr std::array kOdd{kNegate,   kCube,        kCubeRoot,          kSign,         kTruncate,
                          kSine,     kTangent,     kArcSine,           kArcTangent,   kHyperbolicSine,
                          kAreaSine, kAreaTangent, kHyperbolicTangent, kErrorFunction};

template <std::size_t count>
bool is_among(const std::array<Operation, count>& operations, Operation operation) {
  return std::ranges::find(operations, operation) != operations.end();
}

// Where a motion takes the value of an instruction: to that of another, with a sign.
struct Image {
  int sign;
  NodeId node;
};

// An instruction by what it computes; a variable by its number, a constant by its own place.
using Code = std::tuple<Operation, std::array<NodeId, kLargestArity>>;

Code code_of(const Instruction& instruction, NodeId place) {
  switch (instruction.operation) {
    case kConstant:
      return {kConstant, {place}};
    case kVariable:
      return {kVariable, {instruction.variable}};
    default: {
      std::array<NodeId, kLargestArity> operands{};
      std::copy_n(instruction.operands.begin(), arity_of(instruction), operands.begin());
      return {instruction.operation, operands};
    }
  }
}

bool is_whole(double value) { return std::trunc(value) == value; }

// The sign that an operation makes of those of its operands; 0: their absolute values do not tell the result's.
int sign_of(const Instruction& instruction, std::span<const int> signs, const Program& f) {
  const Operation operation = instruction.operation;
  if (std::ranges::all_of(signs, [](int sign) { return sign == 1; })) return 1;
  if (is_among(kEven, operation)) return 1;
  if (is_among(kOdd, operation)) return signs[0];
  switch (operation) {
    case kAdd:
    case kSubtract:
      return signs[0] == signs[1] ? signs[0] : 0;
    case kMultiply:
    case kDivide:
      return signs[0] * signs[1];
    case kHypotenuse:
      return 1;
    case kRemainder:
      return signs[0];
    case kEqual:
    case kNotEqual:
      return signs[0] == signs[1] ? 1 : 0;
    case kAnd:
    case kOr:
      return 1;
    case kSelect:
      return signs[1] == signs[2] ? signs[1] : 0;
    case kPower: {
      const Instruction& exponent = f.instructions()[instruction.operands[1]];
      if (exponent.operation != kConstant || !is_whole(exponent.constant)) return 0;
      return std::fmod(exponent.constant, 2) == 0 ? 1 : signs[0];
    }
    default:
      return 0;
  }
}

class Images {
 public:
  explicit Images(const Program& f) : f_(f) {
    for (NodeId place = 0; place < f.instructions().size(); ++place) {
      const Instruction& instruction = f.instructions()[place];
      places_.emplace(code_of(instruction, place), place);
    }
  }

  Answer of_output(const Motion& motion) {
    images_.assign(f_.instructions().size(), {});
    for (NodeId place = 0; place < images_.size(); ++place) images_[place] = image_of(place, motion);
    const std::optional<Image>& image = images_[f_.outputs()[0]];
    return image && image->node == f_.outputs()[0] ? Answer{image->sign, true} : Answer{};
  }

 private:
  std::optional<Image> found(const Code& code, int sign) const {
    const auto place = places_.find(code);
    return place == places_.end() ? std::nullopt : std::optional(Image{sign, place->second});
  }

  std::optional<Image> image_of(NodeId place, const Motion& motion) const {
    const Instruction& instruction = f_.instructions()[place];
    if (instruction.operation == kConstant) return Image{1, place};
    if (instruction.operation == kVariable) {
      const std::size_t variable = instruction.variable;
      return found({kVariable, {static_cast<NodeId>(motion.from[variable])}}, motion.signs[variable]);
    }
    std::array<NodeId, kLargestArity> operands{};
    std::array<int, kLargestArity> signs{};
    const std::size_t arity = arity_of(instruction);
    for (std::size_t k = 0; k < arity; ++k) {
      const std::optional<Image>& image = images_[instruction.operands[k]];
      if (!image) return std::nullopt;
      operands[k] = image->node;
      signs[k] = image->sign;
    }
    const int sign = sign_of(instruction, std::span(signs).first(arity), f_);
    const Operation operation = instruction.operation;
    if (sign != 0) {
      if (const std::optional<Image> image = found({operation, operands}, sign)) return image;
    }
    if (arity != 2) return std::nullopt;
    std::swap(operands[0], operands[1]);
    if (sign != 0 && has(operation, Trait::kCommutative)) return found({operation, operands}, sign);
    // a - b is -(b - a), and a + -b is a - b.
    if (operation == kSubtract && sign != 0) return found({kSubtract, operands}, -sign);
    if (operation == kSubtract && signs[0] != signs[1]) {
      if (const std::optional<Image> image = found({kAdd, operands}, signs[0])) return image;
      std::swap(operands[0], operands[1]);
      return found({kAdd, operands}, signs[0]);
    }
    if (operation == kAdd && signs[0] != signs[1]) {
      if (const std::optional<Image> image = found({kSubtract, operands}, signs[1])) return image;
      std::swap(operands[0], operands[1]);
      return found({kSubtract, operands}, signs[0]);
    }
    return std::nullopt;
  }

  const Program& f_;
  std::map<Code, NodeId> places_;
  std::vector<std::optional<Image>> images_;
};

using Move = std::function<std::vector<double>(const std::vector<double>&)>;

// f at points, before and after they move.
class Trial {
 public:
  Trial(const Program& f, const Grid& grid) : f_(f) {
    const std::size_t variables = grid.axes.size();
    // The root of t^(n+1) = t + 1: its powers fill a box of n sides evenly (the golden section of n = 1).
    double root = 1.5;
    for (int step = 0; step < 60; ++step) root = std::pow(1 + root, 1 / static_cast<double>(variables + 1));
    for (std::size_t i = 1; i <= kTriedPoints; ++i) {
      std::vector<double> point(variables);
      double share = 1;
      for (std::size_t k = 0; k < variables; ++k) {
        share /= root;
        const double place = std::fmod(share * static_cast<double>(i), 1.0);
        const Axis& axis = grid.axes[k];
        point[k] = is_held(axis) ? axis.min : axis.largest_magnitude() * (2 * place - 1);
      }
      values_.push_back(f_.evaluate_at(point)[0]);
      points_.push_back(std::move(point));
    }
    std::vector<double> sizes;
    for (const double value : values_) {
      if (std::isfinite(value)) sizes.push_back(std::fabs(value));
    }
    if (sizes.empty()) return;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::ranges::nth_element(sizes, middle);
    usual_ = *middle;
  }

  Answer answer(const Move& move) const {
    bool is_same = true, is_negative = true;
    std::size_t finite = 0;
    for (std::size_t i = 0; i < points_.size() && (is_same || is_negative); ++i) {
      const double before = values_[i], after = f_.evaluate_at(move(points_[i]))[0];
      if (std::isfinite(before) && std::isfinite(after)) ++finite;
      is_same = is_same && are_alike(before, after);
      is_negative = is_negative && are_alike(-before, after);
    }
    if (2 * finite < points_.size()) return {};
    return {is_same ? 1 : is_negative ? -1 : 0, false};
  }

 private:
  bool are_alike(double a, double b) const {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    return a == b || std::fabs(a - b) <= 1e-9 * std::max(std::fabs(a), std::fabs(b)) + 1e-12 * usual_;
  }

  const Program& f_;
  std::vector<std::vector<double>> points_;
  std::vector<double> values_;
  double usual_ = 0;
};

class Symmetries {
 public:
  Symmetries(const Program& f, const Grid& grid, const std::string& name)
      : f_(f), axes_(grid.axes), name_(name), images_(f), trial_(f, grid) {}

  std::vector<Symmetry> all() {
    const std::vector<bool> used = f_.variables_used(0);
    std::vector<std::size_t> turned;  // the variables that can be
    for (std::size_t k = 0; k < axes_.size(); ++k) {
      if (is_held(axes_[k])) continue;
      if (used[k]) {
        turned.push_back(k);
      } else {
        found_.push_back({"the same at every " + axes_[k].name, true});
      }
    }
    for (const std::size_t k : turned) {
      Motion motion = rest();
      motion.signs[k] = -1;
      const Answer answer = answer_to(motion);
      if (answer.sign != 0) {
        found_.push_back({(answer.sign > 0 ? "even in " : "odd in ") + axes_[k].name, answer.is_shown});
      }
    }
    if (turned.size() < 2) return found_;
    Motion all_negative = rest();
    for (const std::size_t k : turned) all_negative.signs[k] = -1;
    const bool is_plane = turned.size() == 2;
    tell(is_plane ? "turning by 180 degrees" : "turning the signs of all variables", answer_to(all_negative));
    for (std::size_t a = 0; a < turned.size(); ++a) {
      for (std::size_t b = a + 1; b < turned.size(); ++b) {
        Motion motion = rest();
        std::swap(motion.from[turned[a]], motion.from[turned[b]]);
        tell("exchanging " + axes_[turned[a]].name + " and " + axes_[turned[b]].name, answer_to(motion));
      }
    }
    if (!is_plane) return found_;
    Motion quarter = rest();
    std::swap(quarter.from[turned[0]], quarter.from[turned[1]]);
    quarter.signs[turned[0]] = -1;
    tell("turning by 90 degrees", answer_to(quarter));
    const Answer round = trial_.answer([&](const std::vector<double>& point) {
      constexpr double kTurn = 1;  // radians: no part of a full turn, so that what it leaves, all turns leave
      std::vector<double> turned_point = point;
      const double x = point[turned[0]], y = point[turned[1]];
      turned_point[turned[0]] = std::cos(kTurn) * x - std::sin(kTurn) * y;
      turned_point[turned[1]] = std::sin(kTurn) * x + std::cos(kTurn) * y;
      return turned_point;
    });
    if (round.sign > 0) tell("turning by any angle", round);
    return found_;
  }

 private:
  Motion rest() const {
    Motion motion{std::vector<std::size_t>(axes_.size()), std::vector<int>(axes_.size(), 1)};
    std::iota(motion.from.begin(), motion.from.end(), std::size_t{0});
    return motion;
  }

  Answer answer_to(const Motion& motion) {
    const Answer shown = images_.of_output(motion);
    if (shown.sign != 0) return shown;
    return trial_.answer([&](const std::vector<double>& point) {
      std::vector<double> moved(point.size());
      for (std::size_t k = 0; k < point.size(); ++k) moved[k] = motion.signs[k] * point[motion.from[k]];
      return moved;
    });
  }

  void tell(const std::string& motion, const Answer& answer) {
    if (answer.sign == 0) return;
    found_.push_back(
        {motion + (answer.sign > 0 ? " leaves " + name_ + " as it is" : " turns " + name_ + " into its negative"),
         answer.is_shown});
  }

  const Program& f_;
  const std::vector<Axis>& axes_;
  const std::string& name_;
  Images images_;
  Trial trial_;
  std::vector<Symmetry> found_;
};

}  // namespace

Answer show(const Program& f, const Motion& motion) { return Images(f).of_output(motion); }

std::vector<Symmetry> symmetries_of(const Program& f, const Grid& grid, const std::string& name) {
  return Symmetries(f, grid, name).all();
}

}  // namespace gradfield
