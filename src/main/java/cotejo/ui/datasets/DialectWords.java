package cotejo.ui.datasets;

import cotejo.dataset.csv.CsvDialect;
import cotejo.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// How delimited text is written, in words.
final class DialectWords {

    private DialectWords() {
    }

    /// All of it in one line, such as `, · " · . · UTF-8 · names in line 1`.
    static String summary(CsvDialect dialect) {
        return String.join(" · ", sign(dialect.delimiter()), sign(dialect.quote()), sign(dialect.decimal()),
                dialect.charset().equals(StandardCharsets.UTF_8) ? "UTF-8" : dialect.charset().displayName(),
                // texts: datasets.dialect.header.*
                Texts.get("datasets.dialect.header." + dialect.header().name()));
    }

    /// A sign so that it can be seen.
    static String sign(char sign) {
        return switch (sign) {
            case '\0' -> Texts.get("datasets.dialect.none");
            case '\t' -> Texts.get("datasets.dialect.tab");
            case ' ' -> Texts.get("datasets.dialect.blank");
            default -> sign < ' ' ? String.format(Locale.ROOT, "0x%02x", (int) sign)
                    : Character.toString(sign);
        };
    }
}
