#include "field/stencil.hpp"

namespace gradfield {
namespace {

// Weights from the polynomial through the points (Fornberg, "Generation of finite difference formulas on arbitrarily
// spaced grids", Math. Comp. 51, 1988, tables 1 and 3), with the values gathered into differences.

// (f(x+h) - f(x)) / h, error of order h.
constexpr Stencil kForward{{{{1, 0, 1}}}};
constexpr Stencil kBackward{{{{0, -1, 1}}}};

// (f(x+h) - f(x-h)) / 2h, of order h^2.
constexpr Stencil kCentral{{{{1, -1, 1}}}};

// (-3 f(x) + 4 f(x+h) - f(x+2h)) / 2h, of order h^2.
constexpr Stencil kThreeAbove{{{{1, 0, 4}, {2, 0, -1}}}};
constexpr Stencil kThreeBelow{{{{0, -1, 4}, {0, -2, -1}}}};

// (f(x-2h) - 8 f(x-h) + 8 f(x+h) - f(x+2h)) / 12h, of order h^4.
constexpr Stencil kFivePoint{{{{1, -1, 8}, {2, -2, -1}}}};

// (-3 f(x-h) - 10 f(x) + 18 f(x+h) - 6 f(x+2h) + f(x+3h)) / 12h, of order h^4.
constexpr Stencil kFiveMoreAbove{{{{0, -1, 3}, {1, 0, 18}, {2, 0, -6}, {3, 0, 1}}}};
constexpr Stencil kFiveMoreBelow{{{{1, 0, 3}, {0, -1, 18}, {0, -2, -6}, {0, -3, 1}}}};

// (-25 f(x) + 48 f(x+h) - 36 f(x+2h) + 16 f(x+3h) - 3 f(x+4h)) / 12h, of order h^4.
constexpr Stencil kFiveAbove{{{{1, 0, 48}, {2, 0, -36}, {3, 0, 16}, {4, 0, -3}}}};
constexpr Stencil kFiveBelow{{{{0, -1, 48}, {0, -2, -36}, {0, -3, 16}, {0, -4, -3}}}};

constexpr Stencil kForwardFamily[] = {kForward, kBackward};
constexpr Stencil kBackwardFamily[] = {kBackward, kForward};
constexpr Stencil kCentralFamily[] = {kCentral, kThreeAbove, kThreeBelow, kForward, kBackward};
constexpr Stencil kFivePointFamily[] = {kFivePoint, kFiveMoreAbove, kFiveMoreBelow, kFiveAbove, kFiveBelow,
                                        kCentral,   kThreeAbove,    kThreeBelow,    kForward,   kBackward};

}  // namespace

const StencilFamily kForwardDifferences{kForwardFamily, 1.4901161193847656e-08};     // eps^(1/2)
const StencilFamily kBackwardDifferences{kBackwardFamily, 1.4901161193847656e-08};   // eps^(1/2)
const StencilFamily kCentralDifferences{kCentralFamily, 6.055454452393343e-06};      // eps^(1/3)
const StencilFamily kFivePointDifferences{kFivePointFamily, 7.400959797414051e-04};  // eps^(1/5)

}  // namespace gradfield
