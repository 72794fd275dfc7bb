#!/bin/sh
# Draws a gallery of real formulas into FOLDER (gallery/ where none is given), as files of FORMAT (png).
# Usage: gallery.sh [FOLDER [FORMAT]]
set -eu
here=$(CDPATH="" cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
folder=${1:-gallery}
format=${2:-png}
mkdir -p "$folder"

# draw NAME FORMULA [OPTION...]
draw() {
  name=$1
  shift
  "$here/run.sh" "$@" -q -o "$folder/$name.$format"
  echo "$folder/$name.$format"
}

peaks="3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-exp(-(x+1)^2-y^2)/3"
himmelblau="(x^2+y-11)^2+(x+y^2-7)^2"
rosenbrock="(1-x)^2+100*(y-x^2)^2"
ackley="-20*exp(-0.2*sqrt((x^2+y^2)/2))-exp((cos(2*pi*x)+cos(2*pi*y))/2)+e+20"
# Two opposite charges at (-1, 0) and (1, 0).
dipole="1/sqrt((x+1)^2+y^2)-1/sqrt((x-1)^2+y^2)"

draw lesson "x^2+y^2"
draw contours "sin(x)*cos(y)" --contour
draw peaks "$peaks" --title "Peaks" --heatmap --contour
draw peaks_streams "$peaks" --title "Stream lines of peaks" --stream
draw himmelblau "$himmelblau" --x -5:5 --y -5:5 --title "Steepest descent on Himmelblau's function" \
  --contour --path 0,0 --path -1,-4 --path=-4,0.5 --path 4,-4.5
draw rosenbrock "$rosenbrock" --x -2:2 --y -1:3 --length log --title "Rosenbrock's valley, log lengths"
draw rosenbrock_path "$rosenbrock" --x -2:2 --y -1:3 --contour --path -1.2,1 --title "Down Rosenbrock's valley"
draw critical "$peaks" --title "All critical points of peaks" --critical --contour
draw critical_streams "x*y*exp(-x^2-y^2)" --x -2:2 --y -2:2 --critical --stream --heatmap
draw critical_surface "$peaks" --title "Critical points on the surface" --critical --surface
draw critical_space "x^2+y^2+z^2-x*y*z" --vars x,y,z --critical
draw critical_curve "sin(x)+x/5" --vars x --x -10:10 --critical
draw ackley "$ackley" --x -4:4 --y -4:4 -n 32 --heatmap --title "Ackley's function"
draw dipole "$dipole" --x -3:3 --y -2:2 --stream --title "A dipole"
draw pole "1/(x^2+y^2)"
draw pole_lines "log(abs(x*y))" --contour
draw masked "sqrt(9-x^2-y^2)" --contour
draw where "x*exp(-x^2-y^2)" --where "x^2+y^2<4 && y>-1" --heatmap
draw saddle "x^2-y^2" --stream --contour
draw streams_from "$himmelblau" --x -5:5 --y -5:5 --stream-from 0,0 --stream-from -1,-4 --stream-from 1,2 --contour
draw constraint "x*y" --contour --curve "x^2+y^2 = 4" --title "x*y on a circle"
draw constraint_optimum "x*y" --contour=1,3 --curve "x^2+y^2 = 4" --point "sqrt(2),sqrt(2)" --no-arrows
draw tangent "x^2" --vars x --curve "y = 2x-1"
draw pi_tics "sin(x)*cos(y)" --x -pi:pi --y -2pi:2pi --contour --no-labels
draw sharp "sin(x)*y" --dpi 192
draw transparent "x*exp(-x^2-y^2)" --where "x^2+y^2<4" --heatmap --transparent
draw log_colors "$rosenbrock" --x -2:2 --y -1:3 --heatmap --color-scale log --palette inferno
draw colors_within "$peaks" --title "Peaks from -2 to 2" --heatmap --color-range -2:2 --palette coolwarm-r
draw surface_from_aside "$peaks" --title "Peaks from another side" --surface --view 60,20
draw wide "sin(x)*y" --x 0:9:28 --y 0:1:8
draw unequal "sin(x)*cos(y/100)" --x 0:20 --y 0:1000
draw tiny "1e-9*(x^2+x*y)"
draw huge "1e9*sin(x)*sin(y)" --heatmap
draw nowhere "log(-1-x^2-y^2)"
draw zero "0*x"
draw constant "7"
draw sheared "atan2(y,x)" -n 21 --pivot tail --color f --palette plasma
draw curve "x^3-3x" --vars x
draw point "x^2+2y^2" --point 1,1.5 --contour
printf '1 2\n2 1\n-1 -1\n0 2\n' | draw points_of_mine "x^2+y^2" --at - --contour=2,5
draw point_alone "x^2+2y^2" --no-arrows --contour --point 1,1.5
draw point_on_hill "3*exp(-(x^2+y^2)/3)" --surface --no-arrows --point 1,-0.8 --curve "x+y = 1"
draw point_in_space "x^2+y^2-z" --vars x,y,z --point 1,1,0.5
draw second_derivative "exp(-x^2)" --vars x --hessian
draw secant "x^3-3x" --vars x --point 1.5 --method forward --step 1
draw curve_scaled "x^4-3x^2+x" --vars x --columns f --range f=-4:6 --path 2
draw curve_poles "tan(x)" --vars x
draw curve_axes "1000+sin(3x)" --vars x
draw space "x^2+y^2-z^2" --vars x,y,z
draw slice "x^2*z-y^2+z" --vars x,y,z --range z=0.5:0.5:1 --contour
draw surface "$peaks" --surface --title "Peaks over its gradient"
draw surface_valley "log(1+$rosenbrock)" --x -2:2 --y -1:3 --surface --palette viridis
draw surface_lines "$peaks" --surface --contour --title "Level lines of peaks, on the surface and below it"
draw surface_border "sqrt(4-x^2-y^2)" --surface --contour
draw dark "sin(x)*cos(y)" --contour --theme dark --palette plasma
draw dark_streams "x*y*exp(-(x^2+y^2)/4)" --stream --theme dark --palette magma
draw dark_space "sin(x)*cos(y)+z^2/4" --vars x,y,z --theme dark
draw small "x*y" --size 300x280 -n 10
draw many "cos(x*y)" -n 80
draw dark_heat "sin(x)*cos(y)" --heatmap --contour --theme dark
draw curve_path "x^4-3x^2+x" --vars x --x -2:2 --path 1.7 --path=-0.3
draw surface_path "log(1+$himmelblau)" --x -5:5 --y -5:5 --surface --path 0,0 --path -1,-4 --title "Down Himmelblau's hills"
draw beale "(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2" --x -4.5:4.5 --y -4.5:4.5 --path 3,-2 \
  --optimizer gd,adam --iterations 2000 --contour --title "Adam against gd on Beale's function"
draw saddle_left "x^2-y^2" --contour --path 2,0 --path 2,0.001 --title "A saddle left by a little noise of the start"
draw race "(x^2+20*y^2)/2" --y -1.5:1.5 --contour --path 2.8,1 --optimizer gd,momentum,adam,bfgs --iterations 60 \
  --title "Down a ravine"
draw rates "x^2" --vars x --path 2.5 --rate 0.05,0.4,0.95,1.02 --iterations 8 --columns f --title "Too small, right, too large"
draw climb "3*exp(-(x^2+y^2)/3)" --surface --ascent --path 2,1.5 --title "Up the hill"
draw basins "$himmelblau" --x -5:5 --y -5:5 --path grid=40x40 --optimizer newton --box project --title "Newton's basins"
# In characters.
format=txt
draw characters "$peaks" --title "Peaks" --heatmap --contour
draw characters_critical "x*y*exp(-x^2-y^2)" --x -2:2 --y -2:2 --critical

# What moves.
format=gif
draw himmelblau_moves "$himmelblau" --x -5:5 --y -5:5 --contour --path 0,0 --path -1,-4
draw race_moves "(x^2+20*y^2)/2" --y -1.5:1.5 --contour --path 2.8,1 --optimizer gd,momentum,adam --iterations 60
draw surface_turns "$peaks" --surface --title "Peaks over its gradient"
