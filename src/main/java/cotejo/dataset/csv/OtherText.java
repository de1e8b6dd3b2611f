package cotejo.dataset.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that is something else than a table by how it begins: YAML, an object of JSON, XML or HTML.
final class OtherText {

    /// Possessive, since going back into a long row of dashes takes more stack than there is.
    private static final Pattern KEY = Pattern.compile("(\\s*)((?:- ++)*+)"
            + "(\"[^\"]*\"|'[^']*'|[^\\s:#,\"'\\[\\]{}-][^:#,]*):(\\s.*)?");
    /// An item, a mark of the format, or what belongs to the line above.
    private static final Pattern LINE = Pattern.compile("\\s+.*|-(\\s.*)?|---|\\.\\.\\.|%YAML.*");
    private static final Pattern MARKUP = Pattern.compile("<(\\?xml|!doctype|!--|[a-z][a-z0-9:]*[\\s>/]).*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private OtherText() {
    }

    static boolean is(String text) {
        String begin = text.strip();
        return begin.startsWith("{") && !begin.lines().findFirst().orElse("").endsWith("}")
                || MARKUP.matcher(begin).matches() || yaml(text);
    }

    /// Whether every line is a key, an item of a list, or belongs to the one above, and no key comes twice.
    /// The last line may be cut off.
    private static boolean yaml(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank() && !line.strip().startsWith("#")).toList();
        Set<String> keys = new HashSet<>();
        boolean named = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                named = true;
                if (key.group(1).isEmpty() && key.group(2).isEmpty() && !keys.add(key.group(3))) {
                    return false;
                }
            } else if (!LINE.matcher(line).matches() && (i == 0 || i < lines.size() - 1)) {
                return false;
            }
        }
        return named && lines.size() > 1;
    }
}
