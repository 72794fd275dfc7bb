// Where a function of mathematics.hpp changes its method. The same for one value (mathematics.cpp, which gives the
// reasons) and for vectors (wide_mathematics-inl.hpp).
#pragma once

namespace gradfield {

inline constexpr double kLn2 = 0.6931471805599453;
inline constexpr double kTangentIsArgument = 0x1p-27;    // below it
inline constexpr double kLogarithmIsArgument = 0x1p-54;  // log(1 + u) below it
inline constexpr double kOneIsNothing = 1e300;           // 1 + u is u above it
inline constexpr double kExponentialNearsEnd = 709;      // of exp, sinh and cosh
inline constexpr double kSquareOverflows = 1.3e154;      // nearly: the square root of the largest double
inline constexpr double kGaussianIsZero = 27.3;          // beyond it
inline constexpr double kGammaLosesDigits = -170;        // below it
inline constexpr double kGammaNearsEnd = 171.624;
inline constexpr double kGammaIsInfinite = 172;

}  // namespace gradfield
