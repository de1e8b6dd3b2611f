package cotejo.dataset.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds the dialect of a text by looking at its beginning: the delimiter with which most lines have the same number of
/// fields, more than one.
final class Sniffer {

    private static final char[] DELIMITERS = {',', '\t', ';', '|', '\u0001', ':', ' '};
    private static final int LINES = 300;

    private static final Pattern SINGLE_QUOTED = Pattern
            .compile("(?:^|[,;\\t|])'(?:[^'\\\\]|\\\\.|'')*+'(?:[,;\\t|]|$)");

    private final String head;

    /// @param head the beginning of the text, of whole lines
    Sniffer(String head) {
        this.head = head;
    }

    /// Everything but what needs types: header and decimal sign come later.
    CsvDialect look(java.nio.charset.Charset charset) {
        char comment = comment();
        Found plain = look('"', comment, charset);
        if (count('"') > 0) {
            return plain.dialect();
        }
        long lines = head.lines().limit(LINES).count();
        long single = head.lines().limit(LINES).filter(line -> SINGLE_QUOTED.matcher(line).find()).count();
        Found other = single > 1 || single > lines / 2 ? look('\'', comment, charset) : plain;
        // Many fields stand in them, or the records are of one length only so.
        return single > lines / 2 || other.score() > plain.score() * 1.001 ? other.dialect() : plain.dialect();
    }

    private record Found(CsvDialect dialect, double score) {
    }

    private Found look(char quote, char comment, java.nio.charset.Charset charset) {
        char escape = backslashes(quote) ? '\\' : quote;
        char best = ',';
        double most = 0;
        for (char delimiter : DELIMITERS) {
            CsvDialect dialect = new CsvDialect(delimiter, quote, escape, comment, CsvDialect.Header.PRESENT, '.',
                    charset);
            List<List<String>> records = split(dialect, LINES);
            double score = score(records);
            if (LooseDelimiter.is(delimiter)) {
                score = new LooseDelimiter(delimiter, records).divides() ? score * 0.5 : 0;
            }
            if (score > most * 1.001) {
                most = score;
                best = delimiter;
            }
        }
        return new Found(new CsvDialect(best, quote, escape, comment, CsvDialect.Header.PRESENT, '.', charset), most);
    }

    /// Whether quotes in quotes stand behind backslashes. Two quotes beside each other are an empty field then, and a
    /// backslash before a quote that ends a field is a backslash otherwise.
    private boolean backslashes(char quote) {
        return head.contains("\\" + quote) && (!head.contains("" + quote + quote)
                || Pattern.compile("\\\\" + quote + "[^,;\\t|\\r\\n]").matcher(head).find()
                && !Pattern.compile("[^,;\\t|\\r\\n" + quote + "]" + quote + quote + "[^,;\\t|\\r\\n" + quote + "]")
                        .matcher(head).find());
    }

    /// Whether its lines are divided alike by a sign that stands in few texts but tables.
    boolean divided(java.nio.charset.Charset charset) {
        CsvDialect dialect = look(charset);
        return !LooseDelimiter.is(dialect.delimiter()) && score(split(dialect, LINES)) >= 0.9;
    }

    /// How sure a delimiter can be: the share of records with the usual number of fields, and a little for more fields.
    private static double score(List<List<String>> records) {
        Map<Integer, Integer> counts = new HashMap<>();
        records.forEach(record -> counts.merge(record.size(), 1, Integer::sum));
        int usual = 1;
        int times = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            if (entry.getKey() > 1 && entry.getValue() >= times) {
                usual = entry.getKey();
                times = entry.getValue();
            }
        }
        return usual == 1 ? 0 : (double) times / records.size() * (1 + 0.02 * Math.min(usual, 25));
    }

    private char comment() {
        int hashes = 0;
        for (String line : head.lines().limit(20).toList()) {
            if (!line.startsWith("#")) {
                break;
            }
            hashes++;
        }
        boolean later = hashes < head.lines().limit(20).count();
        return hashes > 0 && later ? '#' : 0;
    }

    private long count(char c) {
        return head.chars().filter(other -> other == c).count();
    }

    /// The first records, split by the same rules as the rest of the program.
    List<List<String>> split(CsvDialect dialect, int most) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean start = true;
        int i = 0;
        while (i < head.length() && records.size() < most) {
            char c = head.charAt(i++);
            if (quoted) {
                if (c == dialect.quote()) {
                    if (i < head.length() && head.charAt(i) == dialect.quote()) {
                        field.append(c);
                        i++;
                    } else {
                        quoted = false;
                    }
                } else {
                    if (c == '\\' && dialect.backslash() && i < head.length()) {
                        c = head.charAt(i++);
                    }
                    field.append(c);
                }
            } else if (record.isEmpty() && start && c == dialect.comment() && c != 0) {
                while (i < head.length() && head.charAt(i) != '\n' && head.charAt(i) != '\r') {
                    i++;
                }
            } else if (c == dialect.quote() && start && dialect.quoting()) {
                quoted = true;
                start = false;
            } else if (c == dialect.delimiter()) {
                record.add(field.toString());
                field.setLength(0);
                start = true;
            } else if (c == '\n' || c == '\r') {
                if (!record.isEmpty() || !start) {
                    record.add(field.toString());
                    records.add(record);
                }
                record = new ArrayList<>();
                field.setLength(0);
                start = true;
            } else {
                field.append(c);
                start = false;
            }
        }
        if (records.size() < most && (!record.isEmpty() || !start)) {
            record.add(field.toString());
            records.add(record);
        }
        return records;
    }
}
