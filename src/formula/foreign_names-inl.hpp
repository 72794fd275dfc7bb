// Functions of mathematics and of other systems that are none here, nor aliases: what they are, and how to write them.
// A name that stands here is never taken for a misspelled one of ours.
// Included by wrong_name.cpp alone.
#pragma once

#include "formula/wrong_name.hpp"

namespace gradfield {
namespace {

// x, y and z are the arguments in their order.
constexpr ForeignName kForeignFunctions[] = {
    // Words for signs
    {"and logicaland", {{{"x && y"}}}},
    {"or logicalor", {{{"x || y"}}}},
    {"not logicalnot", {{{"x == 0"}}}},
    {"xor logicalxor", {{{"(x != 0) != (y != 0)"}}}},
    {"add plus", {{{"x+y"}}}},
    {"subtract minus sub", {{{"x-y"}}}},
    {"multiply times mul product prod fprod", {{{"x*y"}}}},
    {"divide truedivide quotient div", {{{"x/y"}, {"floor(x/y)", "for whole numbers"}}}},
    {"floordivide idivide intdiv", {{{"floor(x/y)"}}}},
    {"negative neg", {{{"-x"}}}},
    {"reciprocal inv", {{{"1/x"}}}},
    {"greater gt", {{{"x > y"}}}},
    {"less lt", {{{"x < y"}}}},
    {"gestep greaterequal", {{{"x >= y"}}}},
    {"lessequal", {{{"x <= y"}}}},
    {"notequal", {{{"x != y"}}}},
    {"equal eq", {{{"x == y"}}}},
    {"where ifelse iif ite cond when", {{{"if(x,y,z)"}, {"x ? y : z"}}}},
    {"piecewise select switch case ifs", {{{"", "write if(condition,a,b), or condition ? a : b"}}}},
    {"boole bool", {{{"x != 0"}}}},
    // Angles and their functions
    {"sinus", {{{"sin(x)"}}}},
    {"cosine cosinus", {{{"cos(x)"}}}},
    {"tangent tangens", {{{"tan(x)"}}}},
    {"ctan", {{{"cot(x)", "for the cotangent"}, {"tan(x)"}}}},
    {"acot arccot arcctg arccotan actg acotan",
     {{{"atan(1/x)", "between -pi/2 and pi/2"}, {"pi/2-atan(x)", "between 0 and pi"}}}},
    {"asec arcsec", {{{"acos(1/x)"}}}},
    {"acsc arccsc acosec arccosec", {{{"asin(1/x)"}}}},
    {"sind sindg", {{{"sin(rad(x))"}}}},
    {"cosd cosdg", {{{"cos(rad(x))"}}}},
    {"tand tandg", {{{"tan(rad(x))"}}}},
    {"cotd cotdg", {{{"cot(rad(x))"}}}},
    {"secd", {{{"sec(rad(x))"}}}},
    {"cscd", {{{"csc(rad(x))"}}}},
    {"asind", {{{"deg(asin(x))"}}}},
    {"acosd", {{{"deg(acos(x))"}}}},
    {"atand", {{{"deg(atan(x))"}}}},
    {"acotd", {{{"deg(atan(1/x))"}}}},
    {"asecd", {{{"deg(acos(1/x))"}}}},
    {"acscd", {{{"deg(asin(1/x))"}}}},
    {"atan2d", {{{"deg(atan2(x,y))"}}}},
    {"sinpi", {{{"sin(pi*x)"}}}},
    {"cospi", {{{"cos(pi*x)"}}}},
    {"tanpi", {{{"tan(pi*x)"}}}},
    {"sincpi sincn", {{{"sinc(pi*x)"}}}},
    {"sinhc", {{{"x == 0 ? 1 : sinh(x)/x"}}}},
    {"cosc", {{{"cos(x)/x"}}}},
    {"tanc", {{{"x == 0 ? 1 : tan(x)/x"}}}},
    {"cosm1", {{{"-2*sin(x/2)^2"}}}},
    {"versin vers versine", {{{"2*sin(x/2)^2"}}}},
    {"coversin covers", {{{"1-sin(x)"}}}},
    {"haversin haversine hav", {{{"sin(x/2)^2"}}}},
    {"exsec", {{{"sec(x)-1"}}}},
    {"gd gudermannian", {{{"atan(sinh(x))"}}}},
    {"inversegudermannian invgd", {{{"asinh(tan(x))"}}}},
    {"ATAN2", {{{"atan2(y,x)", "for Excel's ATAN2(x,y)"}, {"atan2(x,y)"}}}},
    {"angle arg phase carg argument", {{{"atan2(y,x)", "for the angle of the point (x,y)"}}}},
    // Powers, exponentials, logarithms
    {"sqr", {{{"x^2"}, {"sqrt(x)"}}}},
    {"squareroot realsqrt isqrt", {{{"sqrt(x)"}}}},
    {"cuberoot curt", {{{"cbrt(x)"}}}},
    {"root nthroot surd nroot rootn", {{{"x^(1/y)"}, {"cbrt(x)", "for cube roots"}}}},
    {"sqrtpi", {{{"sqrt(pi*x)"}}}},
    {"rsqrt invsqrt", {{{"1/sqrt(x)"}}}},
    {"sqrt1pm1", {{{"expm1(log1p(x)/2)"}}}},
    {"powm1", {{{"expm1(y*log(x))"}}}},
    {"sumsq", {{{"x^2+y^2"}}}},
    {"pow2", {{{"2^x"}}}},
    {"ldexp scalb scalbn", {{{"x*2^y"}}}},
    {"exprel", {{{"x == 0 ? 1 : expm1(x)/x"}}}},
    {"log1mexp", {{{"log(-expm1(-x))", "for log(1-exp(-x))"}, {"log(-expm1(x))", "for log(1-exp(x))"}}}},
    {"logexpm1", {{{"x+log(-expm1(-x))"}}}},
    {"logdiffexp logsubexp", {{{"x+log(-expm1(y-x))"}}}},
    {"logaddexp2", {{{"log2(2^x+2^y)"}}}},
    {"logb ilogb llogb", {{{"floor(log2(abs(x)))"}, {"log(x,y)", "for base y"}}}},
    {"logn", {{{"log(y,x)", "for the logarithm of y to base x"}}}},
    {"LOG", {{{"log(x)"}, {"log10(x)", "for base 10, as Excel has it"}}}},
    {"logit", {{{"log(x/(1-x))"}}}},
    {"xlogx", {{{"x == 0 ? 0 : x*log(x)"}}}},
    {"entr", {{{"x == 0 ? 0 : -x*log(x)"}}}},
    {"xlogy", {{{"x == 0 ? 0 : x*log(y)"}}}},
    {"xlog1py", {{{"x == 0 ? 0 : x*log1p(y)"}}}},
    {"relentr", {{{"x == 0 ? 0 : x*log(x/y)"}}}},
    {"kldiv", {{{"x == 0 ? y : x*log(x/y)-x+y"}}}},
    {"boxcox", {{{"y == 0 ? log(x) : expm1(y*log(x))/y"}}}},
    // Whole numbers, signs, choices
    {"int", {{{"trunc(x)", "towards 0"}, {"floor(x)", "downwards"}}}},
    {"integerpart ipart ip aint idint ifix", {{{"trunc(x)"}}}},
    {"entier", {{{"floor(x)"}}}},
    {"nint anint idnint lround llround roundn", {{{"rint(x)", "halves up"}}}},
    {"nearbyint lrint llrint around", {{{"roundeven(x)", "halves to even"}}}},
    {"frac fract fractionalpart fpart fp", {{{"x-floor(x)"}, {"x-trunc(x)", "with the sign of x"}}}},
    {"remainder MOD", {{{"mod(x,y)", "with the sign of y"}, {"fmod(x,y)", "with that of x"}}}},
    {"drem ieeeremainder", {{{"x-y*rint(x/y)"}}}},
    {"mround", {{{"y*rint(x/y)"}}}},
    {"roundup", {{{"sign(x)*ceil(abs(x))"}}}},
    {"rounddown", {{{"trunc(x)"}}}},
    {"copysign", {{{"y < 0 ? -abs(x) : abs(x)"}}}},
    {"signbit", {{{"x < 0"}}}},
    {"fdim", {{{"max(x-y,0)"}}}},
    {"fmax amax nanmax lmax maxval fmaximum", {{{"max(x,y)", "nan where one is"}}}},
    {"fmin amin nanmin lmin minval fminimum", {{{"min(x,y)", "nan where one is"}}}},
    {"fma", {{{"x*y+z"}}}},
    {"median", {{{"max(min(x,y),min(max(x,y),z))"}}}},
    {"saturate", {{{"clamp(x,0,1)"}}}},
    {"smoothstep", {{{"clamp((z-x)/(y-x),0,1)^2*(3-2*clamp((z-x)/(y-x),0,1))"}}}},
    {"isnan", {{{"x != x"}}}},
    {"isinf", {{{"abs(x) == 1/0"}}}},
    {"isfinite", {{{"abs(x) < 1/0"}}}},
    {"isint isinteger", {{{"x == floor(x)"}}}},
    {"float dble double", {{{"x"}}}},
    {"kroneckerdelta delta", {{{"x == y"}}}},
    // Waves and pulses
    {"rect unitbox rectangle heavisidepi rectangularpulse rectpuls", {{{"abs(x) <= 0.5"}}}},
    {"tri unittriangle heavisidelambda triangularpulse tripuls", {{{"max(1-abs(x),0)"}}}},
    {"squarewave squarew", {{{"sign(sin(2*pi*x))", "of period 1"}}}},
    {"sawtoothwave", {{{"x-floor(x)", "of period 1"}}}},
    {"trianglewave", {{{"asin(sin(2*pi*x))*2/pi", "of period 1"}}}},
    // Neural networks
    {"ramp rectifier", {{{"max(x,0)"}}}},
    {"relu6", {{{"clamp(x,0,6)"}}}},
    {"leakyrelu lrelu", {{{"max(x,0.01*x)"}}}},
    {"prelu", {{{"x > 0 ? x : y*x"}}}},
    {"elu", {{{"x > 0 ? x : expm1(x)"}}}},
    {"selu", {{{"1.0507009873554805*(x > 0 ? x : 1.6732632423543772*expm1(x))"}}}},
    {"celu", {{{"x > 0 ? x : expm1(x)"}}}},
    {"mish", {{{"x*tanh(softplus(x))"}}}},
    {"softsign", {{{"x/(1+abs(x))"}}}},
    {"hardsigmoid", {{{"clamp(x/6+0.5,0,1)", "as PyTorch has it"}}}},
    {"hardtanh", {{{"clamp(x,-1,1)"}}}},
    {"hardswish", {{{"x*clamp(x/6+0.5,0,1)"}}}},
    {"logsigmoid logexpit", {{{"-softplus(-x)"}}}},
    {"tanhshrink", {{{"x-tanh(x)"}}}},
    {"softmax", {{{"sigmoid(x-y)", "for the share of x among x and y"}}}},
    {"logsoftmax", {{{"x-logaddexp(x,y)"}}}},
    {"pseudohuber", {{{"x^2*(hypot(1,y/x)-1)"}}}},
    {"huber", {{{"abs(y) <= x ? y^2/2 : x*(abs(y)-x/2)"}}}},
    // Distributions
    {"normpdf dnorm", {{{"exp(-x^2/2)/sqrt(2*pi)"}}}},
    {"normcdf pnorm ndtr normsdist", {{{"erfc(-x/sqrt(2))/2"}}}},
    {"logndtr", {{{"log(erfc(-x/sqrt(2))/2)"}}}},
    {"gaussian", {{{"gauss(x)", "for exp(-x^2)"}, {"exp(-x^2/2)"}}}},
    {"erfcx", {{{"exp(x^2)*erfc(x)"}}}},
    {"erfinv erfcinv inverseerf inverseerfc erfi dawson dawsn wofz faddeeva voigt voigtprofile owenst norminv qnorm "
     "ndtri normsinv probit",
     {{{"", "there are erf and erfc of real arguments, no inverse and no other kin of theirs"}}}},
    {"rrelu rand random randn randint rnd randbetween",
     {{{"", "a formula has no random numbers: its slope would be none"}}}},
    // The gamma function and its kin
    {"factorial fact", {{{"tgamma(x+1)"}}}},
    {"lfact logfactorial lfactorial lnfact", {{{"lgamma(x+1)"}}}},
    {"factorial2 doublefactorial factdouble",
     {{{"2^(x/2)*tgamma(x/2+1)", "for even x"}, {"2^((x+1)/2)*tgamma(x/2+1)/sqrt(pi)", "for odd x"}}}},
    {"binomial binom nchoosek choose comb combin ncr combinations bincoeff",
     {{{"tgamma(x+1)/(tgamma(y+1)*tgamma(x-y+1))"}}}},
    {"npr permut perm permutations", {{{"tgamma(x+1)/tgamma(x-y+1)"}}}},
    {"pochhammer poch rf risingfactorial", {{{"tgamma(x+y)/tgamma(x)"}}}},
    {"rgamma recipgamma gammainv", {{{"1/tgamma(x)"}}}},
    {"beta eulerbeta", {{{"tgamma(x)*tgamma(y)/tgamma(x+y)"}}}},
    {"betaln logbeta lbeta lnbeta", {{{"lgamma(x)+lgamma(y)-lgamma(x+y)"}}}},
    {"trigamma", {{{"polygamma(1,x)"}}}},
    {"tetragamma", {{{"polygamma(2,x)"}}}},
    {"harmonic harmonicnumber", {{{"digamma(x+1)-digamma(1)"}}}},
    {"gammainc gammaincc uigamma invigamma qgamma mvlgamma multigammaln gammasgn gammainccinv gammaincinv igamma "
     "igammac incompletegamma gammaregularized betainc betaincinv "
     "betaregularized ibeta",
     {{{"", "the incomplete gamma and beta functions are not among the functions"}}}},
    // Functions that are none of ours
    {"bessel besselj bessely besseli besselk besselh besseljn bessel1 jn yn jv yv iv kv jve yve ive kve j0 j1 y0 y1 i0 "
     "i1 k0 k1 i0e i1e k0e k1e cylbesselj cylneumann sphericaljn sphericalyn sphbessel hankel hankel1 hankel2 "
     "hankelh1 hankelh2 kelvin ber bei ker kei berp beip kerp keip struve struveh struvel airy airyai airybi ai bi",
     {{{"", "Bessel functions and their kin are not among the functions"}}}},
    {"ellipk ellipe ellippi ellipf ellipj ellipke elliptick elliptice ellipticf ellipticpi ellipkinc ellipeinc "
     "ellipkm1 "
     "compellint1 compellint2 sn cn dn jacobisn jacobicn jacobidn jacobiam am agm "
     "elliptictheta weierstrassp",
     {{{"", "elliptic functions and integrals are not among the functions"}}}},
    {"zeta zetac riemannzeta hurwitzzeta lerchphi polylog dilog dilogarithm spence clausen eta dirichleteta lambertw "
     "productlog wrightomega bernoulli bernoullib euler eulere eulerphi fibonacci stirling2 stirlings1 stirlings2 "
     "catalan "
     "primepi moebiusmu",
     {{{"", "this function of number theory or analysis is not among the functions"}}}},
    {"ei e1 en expint expinti expn exp1 expi eint expintegral expintegralei expintegrale li logint logintegral si ci "
     "sici "
     "shi chi shichi sinint cosint sinintegral cosintegral fresnel fresnels fresnelc",
     {{{"", "integrals of this kind are not among the functions"}}}},
    {"legendre legendrep legendreq lpmv lpmn clpmn hyper hermite hermiteh laguerre laguerrel laguerrea gegenbauer "
     "gegenbauerc jacobi "
     "jacobip "
     "chebyshev chebyshevu zernike sphharm sphericalharmonic sphericalharmonicy hypergeom hypergeometric hyp0f1 hyp1f1 "
     "hyp2f1 hypergeometric2f1 kummer meijerg mathieua mathieub",
     {{{"", "it is not among the functions: for a whole order write the polynomial or the series itself"}}}},
    {"chebyshevt", {{{"cos(x*acos(y))"}}}},
    // Vectors, complex numbers
    {"norm length vecnorm magnitude mag", {{{"hypot(x,y)"}, {"sqrt(x^2+y^2+z^2)"}}}},
    {"dist distance", {{{"hypot(x,y)", "of the differences x and y"}}}},
    {"dot cross det inner outer transpose trace tr vec vector matrix cumsum cumprod convolve conv interp interp1 sort "
     "len size eye zeros ones linspace logspace mode total expm logm sqrtm powm sinm cosm funm sincos logcumsumexp std "
     "var stdev variance",
     {{{"", "a formula has numbers, no vectors: write the sum or the product itself"}}}},
    {"re real conj realpart creal conjugate conjg", {{{"x", "since formulas are real"}}}},
    {"im imag imagpart cimag", {{{"0", "since formulas are real"}}}},
    {"cis expj complex polar i j", {{{"", "a formula has real numbers only"}}}},
    // What is done to a formula
    {"diff derivative deriv differentiate grad gradient nabla jacobian partial dx dy d",
     {{{"", "give the formula alone: gradfield differentiates it"}}}},
    {"hessian", {{{"", "give the formula alone, with --hessian"}}}},
    {"laplacian", {{{"", "give the formula alone, with --columns laplacian"}}}},
    {"integrate integral quad trapz nintegrate defint",
     {{{"", "a formula has no integrals: write the antiderivative"}}}},
    {"limit lim", {{{"", "a formula has no limits: write a condition ? value : formula"}}}},
    {"series taylor nsum", {{{"", "a formula has no series: write its terms, x+x^2/2+..."}}}},
    {"solve fsolve nsolve findroot fzero roots", {{{"", "a formula solves no equations"}}}},
    {"dirac diracdelta", {{{"", "no function has its slopes; gauss(x/w)/(w*sqrt(pi)) is near for a small w"}}}},
    {"chirp gcd lcm isprime prime frexp nextafter spacing ulp modf divmod", {{{"", "it is not among the functions"}}}},
};

// Values of other systems, and their words between values.
constexpr ForeignName kForeignValues[] = {
    {"and", {{{"", "write && for 'and'"}}}},
    {"or", {{{"", "write || for 'or'"}}}},
    {"not", {{{"", "write (x == 0) for 'not'"}}}},
    {"xor", {{{"(x != 0) != (y != 0)"}}}},
    {"div", {{{"floor(x/y)"}}}},
    {"inf infinity", {{{"1/0"}}}},
    {"nan", {{{"0/0"}}}},
    {"true", {{{"1"}}}},
    {"false", {{{"0"}}}},
};

}  // namespace
}  // namespace gradfield
