package cotejo.dataset.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;

/// Reads the records of a stretch of text through FastCSV.
final class CsvRecords implements AutoCloseable {

    private static final int FIELD_CHARS = 64 << 20;
    /// A quote that no text has, for records whose quotes are text.
    private static final char NO_QUOTE = '\uffff';

    private final CloseableIterator<CsvRow> rows;

    /// @param from where the first record begins
    /// @param to   where to stop
    CsvRecords(TextBytes bytes, CsvDialect dialect, long from, long to, Quotes quotes) {
        Reader reader = new InputStreamReader(new Stretch(bytes, from, to), dialect.charset());
        boolean plain = quotes == Quotes.ARE_TEXT;
        CsvReader.CsvReaderBuilder builder = CsvReader.builder().fieldSeparator(dialect.delimiter())
                .quoteCharacter(plain || !dialect.quoting() ? NO_QUOTE : dialect.quote()).skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true).maxBufferSize(FIELD_CHARS).detectBomHeader(false);
        lenient(builder);
        if (dialect.comment() != 0) {
            builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(dialect.comment());
        }
        Reader source = dialect.backslash() && !plain ? new Doubled(reader, dialect.quote()) : reader;
        rows = builder.build(new CsvRow(dialect), source).iterator();
    }

    /// Characters behind a closing quote are kept: a file that has them is odd, but nothing of it is lost.
    @SuppressWarnings("removal")
    private static void lenient(CsvReader.CsvReaderBuilder builder) {
        builder.allowExtraCharsAfterClosingQuote(true);
    }

    /// Whether quotes have a meaning.
    enum Quotes {
        COUNT,
        ARE_TEXT
    }

    /// The next record, valid until the next call; null at the end.
    @org.jspecify.annotations.Nullable CsvRow next() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException failed) {
            throw failed.getCause() == null ? new IOException(failed) : failed.getCause();
        } catch (RuntimeException refused) {
            throw new IOException(String.valueOf(refused.getMessage()), refused);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /// Bytes of a stretch as a stream.
    private static final class Stretch extends InputStream {
        private final TextBytes bytes;
        private final long to;
        private long at;

        Stretch(TextBytes bytes, long from, long to) {
            this.bytes = bytes;
            this.at = from;
            this.to = to;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int most = (int) Math.min(length, to - at);
            if (most <= 0) {
                return -1;
            }
            int got = bytes.read(at, into, offset, most);
            at += Math.max(0, got);
            return got;
        }
    }

    /// Turns the backslash before a quote into a second quote, which FastCSV understands.
    private static final class Doubled extends FilterReader {
        private final char quote;
        private boolean behindBackslash;

        Doubled(Reader in, char quote) {
            super(in);
            this.quote = quote;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            if (got <= 0) {
                return got;
            }
            int last = offset + got - 1;
            if (into[last] == '\\' && !behindBackslash && length > got) {
                int more = super.read();
                if (more >= 0) {
                    into[++last] = (char) more;
                }
            }
            for (int i = offset; i <= last; i++) {
                if (behindBackslash) {
                    behindBackslash = false;
                } else if (into[i] == '\\') {
                    if (i < last && into[i + 1] == quote) {
                        into[i] = quote;
                        i++;
                    } else {
                        behindBackslash = true;
                    }
                }
            }
            return last - offset + 1;
        }
    }
}
