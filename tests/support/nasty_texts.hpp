// Texts that a person might type and that mean something to a shell, to gnuplot, TeX, PostScript, XML or a terminal.
#pragma once

#include <string>
#include <vector>

namespace gradfield::test {

// Each would leave a file called `pwned` in the working folder if any part of it were obeyed.
inline const std::string kNasty[] = {"\"",
                                     "'",
                                     "''",
                                     "it's",
                                     "\"; system(\"touch pwned\"); \"",
                                     "'; system('touch pwned') #",
                                     "`touch pwned`",
                                     "$(touch pwned)",
                                     "\\\"; system \"touch pwned\" #",
                                     "\\",
                                     "\\\\",
                                     "trailing \\",
                                     "a\n!touch pwned",
                                     "a\nsystem \"touch pwned\"\nb",
                                     "EOD",
                                     "EOD\n!touch pwned\nEOD",
                                     "| touch pwned",
                                     "< touch pwned",
                                     "@pwned",
                                     "@{system('touch pwned')}",
                                     "x^2 + a_b {c} ~d &e @f",
                                     "{/:Bold x} {/=40 big} {/Symbol a}",
                                     "&{xx}~{a}{.5-}",
                                     "%s %n %d %%",
                                     "50% of $5 #1",
                                     "<b>&amp; </text><script>alert(1)</script>",
                                     "]]>",
                                     "<![CDATA[x]]> ]]]]>> <!-- --> <?xml ?>",
                                     "{]]>}^_",
                                     "größe ∇f 温度 αβγ",
                                     "\x1b[31mred\x1b]0;title\x07",
                                     "\x01\x02\x7f",
                                     "a\tb",
                                     "a\rb",
                                     "\xff\xfe bad \xc3",
                                     "\xed\xa0\x80 surrogate",
                                     "zero\u200bwidth \u202eright to left",
                                     "combining e\u0301",
                                     "\\0101 \\x41 \\101",
                                     "two  blanks",
                                     "-leading",
                                     "--help",
                                     "pi = 3; print 1",
                                     "50% & $x_1$ #1 \\input{/etc/passwd}",
                                     "\\end{document} ^^41 \\write18{touch pwned}",
                                     "</title></svg><script>document.title=1</script>",
                                     "-->",
                                     "--",
                                     "(unbalanced",
                                     "))",
                                     "\xf0\x9f\x98\x80 \xf4\x8f\xbf\xbd \xef\xbf\xbe"};

/// All of them in one text, for where each by itself would take long, and some alone, whose place at an end matters.
inline std::vector<std::string> few_nasty_texts() {
  std::string all;
  for (const std::string& text : kNasty) all += text + " / ";
  return {all, "trailing \\", "\n-->", "--", "(", ""};
}

}  // namespace gradfield::test
