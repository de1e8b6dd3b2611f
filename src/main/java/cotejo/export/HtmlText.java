package cotejo.export;

/// Text in HTML, as content or between double quotes.
final class HtmlText {

    private HtmlText() {
    }

    /// The text with everything escaped that HTML could read as markup. Control characters and those that turn the
    /// direction of writing are shown as such rather than obeyed.
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n', '\t' -> escaped.append(c);
                default -> {
                    boolean turns = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
                    boolean loneHalf = Character.isSurrogate(c) && !paired(text, i);
                    escaped.append(turns || loneHalf || Character.isISOControl(c) ? '\ufffd' : c);
                }
            }
        }
        return escaped.toString();
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
