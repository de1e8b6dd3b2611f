package cotejo.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Signs beyond those that every LaTeX sets: Greek letters and the signs of mathematics are set by their names, others
/// as they are, which takes an engine and a font that have them.
final class LatexSigns {

    /// What a table begins with.
    private static final String NEEDS = "% needs \\usepackage{booktabs}\n";
    private static final String FONTS = "% needs \\usepackage[T1]{fontenc}\n";
    private static final String STRANGE = "% holds signs that pdfLaTeX does not know: set it with LuaLaTeX or XeLaTeX "
            + "and a font that has them\n";

    /// Beyond Latin letters, what the usual encoding of LaTeX has.
    private static final String KNOWN = "–—‘’‚“”„†‡•‰‹›€™";
    private static final String UNKNOWN = "ŧŦŉŀĿĸħĦ";
    /// What the oldest encoding of fonts lacks.
    private static final String NOT_IN_OT1 = "«»ĄąĘęĮįŲųĐđÐðÞþŊŋ‚„";
    private static final Map<Character, String> NAMED = new HashMap<>();

    static {
        String[] small = {"alpha", "beta", "gamma", "delta", "varepsilon", "zeta", "eta", "theta", "iota", "kappa",
            "lambda", "mu", "nu", "xi", "", "pi", "rho", "varsigma", "sigma", "tau", "upsilon", "varphi", "chi", "psi",
            "omega"};
        for (int i = 0; i < small.length; i++) {
            name((char) ('α' + i), small[i]);
        }
        String large = "ΓΔΘΛΞΠΣΥΦΨΩ";
        String[] names = {"Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"};
        for (int i = 0; i < names.length; i++) {
            name(large.charAt(i), names[i]);
        }
        String signs = "∞→←↔⇒≤≥≠≈∈∑∂∇∅√";
        String[] words = {"infty", "to", "leftarrow", "leftrightarrow", "Rightarrow", "le", "ge", "ne", "approx", "in",
            "sum", "partial", "nabla", "emptyset", "surd"};
        for (int i = 0; i < words.length; i++) {
            name(signs.charAt(i), words[i]);
        }
        NAMED.put('−', "$-$");
        NAMED.put('×', "$\\times$");
        NAMED.put('±', "$\\pm$");
        NAMED.put('·', "$\\cdot$");
        NAMED.put('…', "\\dots{}");
    }

    private LatexSigns() {
    }

    private static void name(char sign, String word) {
        if (!word.isEmpty()) {
            NAMED.put(sign, "$\\" + word + "$");
        }
    }

    /// How a sign is set that means nothing to LaTeX.
    static String of(char sign) {
        String named = NAMED.get(sign);
        return named == null ? String.valueOf(sign) : named;
    }

    /// The comments before a table with these texts.
    static String needs(Iterable<String> texts) {
        boolean fonts = false;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                fonts |= NOT_IN_OT1.indexOf(c) >= 0;
                if (c >= '\u0180' && KNOWN.indexOf(c) < 0 && !NAMED.containsKey(c) || UNKNOWN.indexOf(c) >= 0) {
                    return NEEDS + STRANGE;
                }
            }
        }
        return fonts ? NEEDS + FONTS : NEEDS;
    }

    /// The comments before a table with this text in it.
    static String needs(String text) {
        return needs(List.of(text));
    }
}
