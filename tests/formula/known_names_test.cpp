// Names that are nearly ours: a misspelled one is corrected, and no name of mathematics is taken for another.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>

#include "support/complaint.hpp"

namespace gradfield::test {
namespace {

// Functions of C, Python's math, numpy, scipy.special, MATLAB, Mathematica, Maxima, Maple, Excel, GLSL, PyTorch.
TEST(NameOfMathematics, IsNeverTakenForAnother) {
  std::istringstream names(
      "acos acosh acot acoth acsc acsch add airy angle arccos arccosh arccot arccoth arccsc arccsch arcsec arcsech "
      "arcsin arcsinh arctan arctan2 arctanh arg asec asech asin asinh atan atan2 atanh bei beta betainc betaln bessel "
      "besselh besseli besselj besselk bessely binomial boxcox cbrt ceil ceiling celu chi ci cis clamp clip comb conj "
      "copysign cos cosc cosh cosine cosm1 cospi cot coth covers cross csc csch cube cumsum curt dawsn degrees delta "
      "derivative det diff digamma dilog dirac div dot ei ellipe ellipj ellipk elu entr erf erfc erfcinv erfcx erfi "
      "erfinv eta euler exp exp1 exp10 exp2 expi expint expit expm1 expn exprel exsec fabs fact factorial fdim "
      "fibonacci "
      "fix floor fma fmax fmin fmod frac fract frexp fresnel gamma gammainc gammaln gaussian gcd gd gelu grad hankel1 "
      "hav haversin heaviside hermite hessian huber hyp2f1 hypot i0 i0e i1 i1e im imag int integral inv isnan iv j0 j1 "
      "jn jv k0 k1 kei kelvin ker kn kv laguerre lambertw laplacian lb lcm ldexp legendre lerp lg lgamma li limit ln "
      "log "
      "log10 log1mexp log1p log2 logaddexp logb logit loggamma logistic lpmv max maximum mean median min minimum mish "
      "mix mod modf mul nabla nchoosek ncr ndtr ndtri nearbyint neg norm normcdf npr nthroot owens_t permut phase poch "
      "polygamma polylog pow power powm1 prod productlog pseudo_huber psi quad quotient rad2deg radians ramp rand "
      "randn "
      "re real rect relu relu6 rem remainder rgamma rint root round rsqrt saturate sawtooth sec sech selu sgn sh shi "
      "si "
      "sici sigmoid sign signbit signum silu sin sinc sinh sinhc sinpi smoothstep sn softmax softplus softsign spence "
      "sqr sqrt sqrtpi square step struve sub sum surd swish tan tanc tanh tanhshrink tanpi tg tgamma tgh th trace tri "
      "trigamma trunc unitstep ver vers versin voigt_profile where wofz xlogy y0 y1 yn zeta zetac "
      "acotd acscd aint amax amin anint asecd berp chirp conjg drem expj expm fmaximum float gammasgn gestep "
      "heavisidepi "
      "hyper ilogb isfinite isinf log3 log16 logcumsumexp logm logn lmax lpmn mode mvlgamma polar pow2 powm qgamma "
      "rrelu "
      "sincos sqrtm squarew total uigamma");
  std::size_t count = 0;
  for (std::string name; names >> name; ++count) {
    for (const std::string& call : {name + "(x)", name + "(x,y)", name + "(x,y,z)"}) {
      EXPECT_EQ(complaint(call).find("did you mean"), std::string::npos) << complaint(call);
    }
    EXPECT_EQ(complaint(name + "*x").find("did you mean"), std::string::npos) << complaint(name + "*x");
  }
  EXPECT_GE(count, 280u);
}

TEST(MisspelledName, IsCorrectedWhereItHasFourLettersAndMore) {
  const Names names{{"x", "theta"}, {{"mass", 2}}};
  for (const auto& [typed, meant] : {std::pair("sinn(x)", "sin"),
                                     {"arcsine(x)", "arcsin"},
                                     {"sigmod(x)", "sigmoid"},
                                     {"maxi(x,2)", "max"},
                                     {"LOGADDEXP(x,x)", "logaddexp"},
                                     {"COS(x)", "cos"},
                                     {"PI*x", "pi"},
                                     {"thta*x", "theta"},
                                     {"masse", "mass"}}) {
    EXPECT_NE(complaint(typed, names).find("did you mean '" + std::string(meant) + "'?"), std::string::npos)
        << complaint(typed, names);
  }
  for (const char* typed : {"snn(x)", "lgg(x)", "lo(x)", "tn(x)", "as(x)", "sigma*x", "delta", "mu"}) {
    EXPECT_EQ(complaint(typed, names).find("did you mean"), std::string::npos) << complaint(typed, names);
  }
}

}  // namespace
}  // namespace gradfield::test
