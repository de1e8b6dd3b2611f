package cotejo.ui.datasets;

import cotejo.dataset.csv.CsvDialect;
import cotejo.dataset.csv.Delimited;
import cotejo.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// How delimited text is written, in words.
final class DialectWords {

    private DialectWords() {
    }

    /// All of it in one line, such as `, · " · . · UTF-8 · names in line 1`.
    static String summary(Delimited text) {
        CsvDialect dialect = text.dialect();
        String charset = dialect.charset().equals(StandardCharsets.UTF_8) ? "UTF-8" : dialect.charset().displayName();
        return String.join(" · ", sign(dialect.delimiter()), sign(dialect.quote()), sign(dialect.decimal()),
                text.encodingGuessed() ? Texts.get("datasets.dialect.guessed", charset) : charset,
                // texts: datasets.dialect.header.*
                Texts.get("datasets.dialect.header." + dialect.header().name()));
    }

    /// The sign somebody typed: itself, or as it is written in programs, such as `\t` or `\x01`.
    static Optional<Character> delimiter(String typed) {
        if (typed.length() == 1) {
            return Optional.of(typed.charAt(0));
        }
        if (typed.equals("\\t")) {
            return Optional.of('\t');
        }
        return typed.matches("(\\\\|0)x[0-9A-Fa-f]{2}")
                ? Optional.of((char) Integer.parseInt(typed.substring(2), 16)) : Optional.empty();
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
