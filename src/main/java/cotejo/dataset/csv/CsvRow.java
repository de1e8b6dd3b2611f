package cotejo.dataset.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/// One record, its characters in one array; the same object serves all records of a reader.
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final char quote;
    private final boolean backslash;
    private char[] chars = new char[256];
    private int[] ends = new int[16];
    private boolean[] quoted = new boolean[16];
    private int fields;
    private long line;

    CsvRow(CsvDialect dialect) {
        quote = dialect.quote();
        backslash = dialect.backslash();
    }

    @Override
    protected void handleBegin(long startingLine) {
        fields = 0;
        line = startingLine;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean inQuotes) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
            quoted = Arrays.copyOf(quoted, fields * 2);
        }
        int used = fields == 0 ? 0 : ends[fields - 1];
        if (chars.length < used + length) {
            chars = Arrays.copyOf(chars, Math.max(used + length, chars.length * 2));
        }
        int at = used;
        if (inQuotes && backslash) {
            for (int i = offset; i < offset + length; i++) {
                if (buffer[i] == '\\' && i + 1 < offset + length && (buffer[i + 1] == '\\' || buffer[i + 1] == quote)) {
                    i++;
                }
                chars[at++] = buffer[i];
            }
        } else {
            System.arraycopy(buffer, offset, chars, used, length);
            at += length;
        }
        ends[fields] = at;
        quoted[fields++] = inQuotes;
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    int fields() {
        return fields;
    }

    /// The line it begins at, counted from where the reader began.
    long line() {
        return line;
    }

    char[] chars() {
        return chars;
    }

    int from(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    int end(int field) {
        return ends[field];
    }

    boolean quoted(int field) {
        return quoted[field];
    }

    String text(int field) {
        int from = from(field);
        return new String(chars, from, ends[field] - from);
    }
}
