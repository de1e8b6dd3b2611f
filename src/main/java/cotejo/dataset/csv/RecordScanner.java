package cotejo.dataset.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds where records end, eight bytes at a time, by the rules FastCSV reads by: a quote counts at the beginning of a
/// field only, a doubled one inside quotes is text, and CR, LF and CRLF all end a record.
final class RecordScanner {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x7f7f7f7f7f7f7f7fL;

    /// Is told of every record.
    interface Records {
        /// @param start  where the record begins
        /// @param line   its line, from 1
        /// @param fields how many fields it has
        void record(long start, long line, int fields);

        /// A line that is a comment.
        void comment(long line);

        /// Text stands behind a closing quote in the record that begins at this line.
        void behindQuote(long line);
    }

    private enum State {
        START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE,
        /// Behind a closing quote stands more than a delimiter. As FastCSV reads it, a further quote opens again.
        CLOSED,
        REOPENED,
        COMMENT
    }

    private final long lf = spread('\n');
    private final long cr = spread('\r');
    private final long quotes;
    private final long delimiters;
    private final byte quote;
    private final boolean quoting;
    private final byte delimiter;
    private final int comment;
    private final boolean backslash;
    private final Records records;
    private State state = State.START;
    private boolean fieldStart = true;
    private boolean skipLf;
    private boolean escaped;
    private boolean withoutQuotes;
    private long line = 1;
    private long recordLine = 1;
    private long recordStart;
    private int delimitersSeen;
    private boolean told;

    RecordScanner(CsvDialect dialect, long from, Records records) {
        this.quote = (byte) dialect.quote();
        this.quoting = dialect.quoting();
        this.delimiter = (byte) dialect.delimiter();
        this.quotes = spread(dialect.quote());
        this.delimiters = spread(dialect.delimiter());
        this.comment = dialect.comment() == 0 ? -1 : dialect.comment();
        this.backslash = dialect.backslash();
        this.records = records;
        this.recordStart = from;
    }

    private static long spread(char c) {
        return (c & 0xffL) * 0x0101010101010101L;
    }

    /// A bit (the highest) for every byte that is the one spread in `pattern`.
    private static long equal(long word, long pattern) {
        long x = word ^ pattern;
        return ~(((x & LOW) + LOW) | x | LOW);
    }

    /// Where the record that has not ended yet begins.
    long openRecord() {
        return recordStart;
    }

    long openLine() {
        return recordLine;
    }

    boolean insideQuotes() {
        return state == State.QUOTED || state == State.REOPENED;
    }

    /// Begins anew at a place, taking quotes as text up to the end of the record.
    void restart(long at, long atLine) {
        state = State.START;
        recordStart = at;
        line = atLine;
        recordLine = atLine;
        delimitersSeen = 0;
        fieldStart = true;
        skipLf = false;
        escaped = false;
        withoutQuotes = true;
    }

    /// Looks at the next bytes, which begin at place `base` of the text. It stops early after a record that was read
    /// without regard to quotes.
    ///
    /// @return how many bytes were looked at
    int scan(byte[] bytes, int length, long base) {
        int i = 0;
        while (i < length) {
            if (state == State.PLAIN || state == State.COMMENT) {
                i = plain(bytes, i, length);
            } else if (state == State.QUOTED) {
                i = quoted(bytes, i, length);
            }
            if (i < length) {
                boolean lonely = withoutQuotes;
                step(bytes[i], base + i);
                i++;
                if (lonely && !withoutQuotes) {
                    return i;
                }
            }
        }
        return length;
    }

    /// Passes over what is nothing special, counting delimiters.
    private int plain(byte[] bytes, int from, int length) {
        int i = from;
        if (fieldStart || backslash) {
            return i;
        }
        while (i + 8 <= length) {
            long word = (long) LONG.get(bytes, i);
            long special = equal(word, lf) | equal(word, cr) | equal(word, quotes);
            long fields = equal(word, delimiters);
            if (special != 0) {
                int bits = Long.numberOfTrailingZeros(special) & ~7;
                delimitersSeen += bits == 0 ? 0 : Long.bitCount(fields & ((1L << bits) - 1));
                i += bits >>> 3;
                fieldStart = i > 0 && i > from && bytes[i - 1] == delimiter;
                return i;
            }
            delimitersSeen += Long.bitCount(fields);
            i += 8;
        }
        if (i > from) {
            fieldStart = bytes[i - 1] == delimiter;
        }
        return i;
    }

    private int quoted(byte[] bytes, int from, int length) {
        int i = from;
        if (backslash || skipLf) {
            return i;
        }
        while (i + 8 <= length) {
            long word = (long) LONG.get(bytes, i);
            long special = equal(word, quotes) | equal(word, lf) | equal(word, cr);
            if (special != 0) {
                return i + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            i += 8;
        }
        return i;
    }

    /// A backslash before a quote makes a second quote of it, as for FastCSV.
    private void step(byte b, long at) {
        if (escaped) {
            escaped = false;
            take(b == quote ? quote : (byte) '\\', at - 1);
            take(b, at);
        } else if (backslash && b == '\\' && state != State.COMMENT) {
            escaped = true;
        } else {
            take(b, at);
        }
    }

    private void take(byte b, long at) {
        if (skipLf) {
            skipLf = false;
            if (b == '\n') {
                if (state == State.START) {
                    recordStart = at + 1;
                }
                return;
            }
        }
        switch (state) {
            case START -> start(b, at);
            case PLAIN -> inPlain(b, at);
            case QUOTED -> inQuotes(b);
            case AFTER_QUOTE -> afterQuote(b, at);
            case CLOSED -> closed(b, at);
            case REOPENED -> reopened(b);
            case COMMENT -> {
                if (b == '\n' || b == '\r') {
                    records.comment(recordLine);
                    newLine(b);
                    begin(at + 1);
                }
            }
        }
    }

    private void start(byte b, long at) {
        if (b == '\n' || b == '\r') {
            newLine(b);
            begin(at + 1);
        } else if (comment >= 0 && b == (byte) comment) {
            state = State.COMMENT;
            fieldStart = false;
        } else {
            state = State.PLAIN;
            fieldStart = true;
            inPlain(b, at);
        }
    }

    private void inPlain(byte b, long at) {
        if (b == quote && fieldStart && quoting && !withoutQuotes) {
            state = State.QUOTED;
            fieldStart = false;
        } else if (b == delimiter) {
            delimitersSeen++;
            fieldStart = true;
        } else if (b == '\n' || b == '\r') {
            end(b, at);
        } else {
            fieldStart = false;
        }
    }

    private void inQuotes(byte b) {
        if (b == quote) {
            state = State.AFTER_QUOTE;
        } else if (b == '\n') {
            line++;
        } else if (b == '\r') {
            newLine(b);
        }
    }

    private void afterQuote(byte b, long at) {
        if (b == quote) {
            state = State.QUOTED;
        } else {
            closed(b, at);
            if (state == State.CLOSED && !told) {
                told = true;
                records.behindQuote(recordLine);
            }
        }
    }

    private void closed(byte b, long at) {
        if (b == quote) {
            state = State.REOPENED;
        } else if (b == delimiter || b == '\n' || b == '\r') {
            state = State.PLAIN;
            inPlain(b, at);
        } else {
            state = State.CLOSED;
        }
    }

    private void reopened(byte b) {
        if (b == quote) {
            state = State.CLOSED;
        } else {
            state = State.QUOTED;
            inQuotes(b);
        }
    }

    private void newLine(byte b) {
        line++;
        skipLf = b == '\r';
    }

    private void end(byte b, long at) {
        records.record(recordStart, recordLine, delimitersSeen + 1);
        newLine(b);
        begin(at + 1);
    }

    private void begin(long at) {
        withoutQuotes = false;
        told = false;
        state = State.START;
        recordStart = at;
        recordLine = line;
        delimitersSeen = 0;
        fieldStart = true;
    }

    /// Ends the last record at the end of the text.
    void finish() {
        if (escaped) {
            escaped = false;
            take((byte) '\\', recordStart);
        }
        if (state == State.COMMENT) {
            records.comment(recordLine);
        } else if (state != State.START) {
            records.record(recordStart, recordLine, delimitersSeen + 1);
        }
        state = State.START;
    }
}
