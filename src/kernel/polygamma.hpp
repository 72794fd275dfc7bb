// The slopes of the gamma functions: digamma and its derivatives.
#pragma once

namespace gradfield {

/// Orders above this give nan.
inline constexpr double kLargestPolygammaOrder = 1000;

/// The polygamma function of whole order n: the n-th derivative of digamma = (log gamma)'; n = 0 is digamma itself.
///
/// Method: in double-double arithmetic, so that the result is rounded about once, also between negative whole numbers,
/// where its parts cancel. Shifting upwards, then Euler-Maclaurin's sum of the Hurwitz zeta function; below 0 the sum
/// over all whole numbers. Only sums, products and quotients: the same bits on every processor. Source: Abramowitz &
/// Stegun, "Handbook of Mathematical Functions", 6.3.5, 6.3.18, 6.4.6, 6.4.10, 6.4.11, 23.2.
///
/// Non-finite: nan at the poles 0, -1, -2, ... (and so of -2^52 and all below), of nan, and where n is no whole number
/// from 0 to kLargestPolygammaOrder. At +inf it is +inf for n = 0 and 0 for the others.
double polygamma(double n, double u);

}  // namespace gradfield
