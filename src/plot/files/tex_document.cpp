// What gnuplot's TikZ terminal draws, as one TeX document that needs no file beside it.
#include "base/numbers/number.hpp"
#include "plot/files/finish.hpp"
#include "plot/files/tex_images.hpp"

namespace gradfield {
namespace {

// Fonts and characters. pdfTeX knows the characters of which LaTeX has a definition, LuaTeX those its font has.
constexpr std::string_view kFonts = R"tex(\documentclass{article}
\ifdefined\directlua
  \let\pdfpagewidth\pagewidth
  \let\pdfpageheight\pageheight
  \protected\def\gpchar#1#2{\iffontchar\font"#1 #2\else\gpcode{#1}\fi}
  \def\gpquote{\textquotedbl}
\else
  \IfFileExists{lmodern.sty}{\usepackage[T1]{fontenc}\usepackage{lmodern}}{\usepackage{fix-cm}}
  \protected\def\gpchar#1#2{\ifcsname u8:\detokenize{#2}\endcsname#2\else\gpcode{#1}\fi}
  \def\gpquote{\symbol{34}}
\fi
\def\gpcode#1{\mbox{\ttfamily\scriptsize U+#1}}
\usepackage{textcomp}
\usepackage{tikz}
\usetikzlibrary{plotmarks,fit}
)tex";

// The commands and styles that gnuplot's TikZ terminal writes.
constexpr std::string_view kCommands = R"tex(\newdimen\gpbaselw \gpbaselw=0.5pt
\newdimen\gpbasems \gpbasems=0.4pt
\tikzset{
  gnuplot/.style={line cap=round,line join=round},
  gp node left/.style={anchor=mid west,inner xsep=0pt},
  gp node center/.style={anchor=mid,inner xsep=0pt},
  gp node right/.style={anchor=mid east,inner xsep=0pt},
  gp path/.style={}, gp point/.style={mark size=4\gpbasems}, gp refnode/.style={coordinate},
  rgb color/.code={\definecolor{gpnow}{rgb}{#1}\tikzset{color=gpnow}},
  global rgb color/.code={\definecolor{gpnow}{rgb}{#1}\color{gpnow}},
  global color/.code={\color{#1}},
  gp lt axes/.style={dotted}, gp lt border/.style={solid}, gp lt axes add/.style={}, gp lt border add/.style={},
  gp dt solid/.style={solid}, gp dt axes/.style={dotted}, gp dt 0/.style={solid}, gp dt 1/.style={solid},
  gp dt 2/.style={dashed}, gp dt 3/.style={densely dashed}, gp dt 4/.style={dotted}, gp dt 5/.style={dash dot},
  gp dt 6/.style={densely dash dot}, gp dt 7/.style={dash dot dot}, gp dt 8/.style={densely dash dot dot},
  gp mark 0/.style={mark size=.5\pgflinewidth,mark=*}, gp mark 1/.style={mark=+}, gp mark 2/.style={mark=x},
  gp mark 3/.style={mark=star}, gp mark 4/.style={mark=square}, gp mark 5/.style={mark=square*},
  gp mark 6/.style={mark=o}, gp mark 7/.style={mark=*}, gp mark 8/.style={mark=triangle},
  gp mark 9/.style={mark=triangle*}, gp mark 10/.style={mark=triangle,every mark/.append style={rotate=180}},
  gp mark 11/.style={mark=triangle*,every mark/.append style={rotate=180}}, gp mark 12/.style={mark=diamond},
  gp mark 13/.style={mark=diamond*}, gp mark 14/.style={mark=otimes}, gp mark 15/.style={mark=oplus},
}
\foreach \gpn in {0,...,7} {\global\tikzset{gp lt plot \gpn/.style={}, gp lt plot \gpn\space add/.style={}}}
\colorlet{gp lt color axes}{black!30}
\colorlet{gp lt color border}{black}
\foreach \gpn/\gpc in {0/red,1/green,2/blue,3/magenta,4/cyan,5/yellow,6/orange,7/purple}
  {\global\colorlet{gp lt color \gpn}{\gpc}}
\colorlet{gpbgfillcolor}{white}
\def\gpfill#1{\path[line width=0.1\gpbaselw,draw,fill,#1]}
\def\gpcolor#1{\tikzset{global #1}}
\def\gpsetlinewidth#1{\pgfsetlinewidth{#1\gpbaselw}}
\def\gpsetlinetype#1{\tikzset{gp path/.style={#1,#1 add}}}
\def\gpdashlength{0.7\pgflinewidth}
\def\gpsetdashtype#1{\tikzset{gp path/.append style={#1}}}
\def\gpsetpointsize#1{\tikzset{gp point/.style={mark size=#1\gpbasems}}}
\def\gppoint#1#2{\path[solid] plot[only marks,gp point,mark options={shift only},#1] coordinates {#2};}
\def\gp3point#1#2#3{%
  \path[solid#2] plot[only marks,gp point,mark options={shift only},#1] coordinates {#3};}
\def\gpdefrectangularnode#1#2#3{}
\def\gpsetbgcolor#1{\definecolor{gpbgfillcolor}{rgb}{#1}\fill[gpbgfillcolor] (0,0) rectangle (\gpwidth,\gpheight);}
% {rgb}{x}{y}{columns}{rows}{width}{height}{hexadecimal digits}{}: an image
\makeatletter
\def\gprawimage{\gpimage{/AHx}}
\def\gpdeflatedimage{\gpimage{[/AHx /Fl]}}
\def\gpimage#1#2#3#4#5#6#7#8#9{\begin{scope}[shift={(#3,#4)}]
  \pgflowlevelsynccm
  \pgfmathsetmacro\gpw{#7*72/2.54}\pgfmathsetmacro\gph{#8*72/2.54}%
  \pgfsysprotocol@literal{q \gpw\space 0 0 \gph\space 0 0 cm BI /W #5 /H #6 /CS /RGB /BPC 8 /F #1 ID #9> EI Q}
\end{scope}\gpend}
\def\gpend#1{}
\makeatother
)tex";

constexpr std::string_view kBegin = "\\begin{tikzpicture}[gnuplot]\n", kEnd = "\\end{tikzpicture}\n";

// The drawing commands of what gnuplot wrote, without its comments, one of which holds the time.
std::string drawing_of(std::string_view picture) {
  const std::size_t begin = picture.find(kBegin), end = picture.rfind(kEnd);
  if (begin == std::string_view::npos || end == std::string_view::npos) return "";
  std::string out;
  for (std::size_t at = begin + kBegin.size(); at < end;) {
    const std::size_t next = picture.find('\n', at) + 1;
    const std::string_view line = picture.substr(at, next - at);
    if (!line.starts_with("%%")) out += line;
    at = next;
  }
  return out;
}

}  // namespace

std::string finish_tex(std::string picture, const Recipe& recipe, PageSize size) {
  const std::string width = number_text(size.width) + "in", height = number_text(size.height) + "in";
  // The box is the page itself: no margins, no page breaks, and no package that has to be there for them.
  return "% pdflatex FILE.tex or lualatex FILE.tex draws it.\n" + recipe_comments(recipe, "% ") + std::string(kFonts) +
         "\\def\\gpwidth{" + width + "}\n\\def\\gpheight{" + height + "}\n" + std::string(kCommands) +
         "\\begin{document}\n\\setbox0\\hbox{" + std::string(kBegin) +
         "\\path[use as bounding box] (0,0) rectangle (\\gpwidth,\\gpheight);\n" + deflate_images(drawing_of(picture)) +
         "\\end{tikzpicture}}\n"
         "\\pdfpagewidth=\\wd0\n\\pdfpageheight=\\ht0\n\\hoffset=-1in\n\\voffset=-1in\n\\shipout\\box0\n"
         "\\end{document}\n";
}

}  // namespace gradfield
