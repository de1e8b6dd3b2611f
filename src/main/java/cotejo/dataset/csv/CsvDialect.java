package cotejo.dataset.csv;

import java.nio.charset.Charset;

/// How a delimited text is written. What was found by looking can be changed, and the file opened again with it.
///
/// @param delimiter    between fields
/// @param quote        around fields; 0 when they have none
/// @param escape       `'\\'` when quotes inside quotes stand behind a backslash, else the quote itself, doubled
/// @param comment      what a comment line begins with; 0 when there are none
/// @param header       whether the first record holds the names
/// @param decimal      the decimal sign of numbers, `'.'` or `','`
/// @param charset      how characters are written
public record CsvDialect(char delimiter, char quote, char escape, char comment, Header header, char decimal,
        Charset charset) {

    /// Whether the first record holds names.
    public enum Header {
        PRESENT,
        NONE
    }

    /// Whether fields can stand in quotes.
    public boolean quoting() {
        return quote != 0;
    }

    /// Whether quotes are escaped by a backslash.
    boolean backslash() {
        return escape == '\\' && quoting() && quote != '\\';
    }

    /// Whether a sign can stand between the fields of this text: it is one byte in every encoding, and has no other
    /// meaning here.
    public boolean delimitedBy(char other) {
        return other > 0 && other < 0x7f && other != '\n' && other != '\r' && other != quote && other != comment
                && other != escape;
    }

    public CsvDialect withDelimiter(char other) {
        return new CsvDialect(other, quote, escape, comment, header, decimal, charset);
    }

    public CsvDialect withQuote(char other) {
        return new CsvDialect(delimiter, other, escape == quote ? other : escape, comment, header, decimal, charset);
    }

    /// @param other a backslash, or the quote itself
    public CsvDialect withEscape(char other) {
        return new CsvDialect(delimiter, quote, other, comment, header, decimal, charset);
    }

    public CsvDialect withHeader(Header other) {
        return new CsvDialect(delimiter, quote, escape, comment, other, decimal, charset);
    }

    public CsvDialect withDecimal(char other) {
        return new CsvDialect(delimiter, quote, escape, comment, header, other, charset);
    }

    public CsvDialect withComment(char other) {
        return new CsvDialect(delimiter, quote, escape, other, header, decimal, charset);
    }

    public CsvDialect withCharset(Charset other) {
        return new CsvDialect(delimiter, quote, escape, comment, header, decimal, other);
    }
}
