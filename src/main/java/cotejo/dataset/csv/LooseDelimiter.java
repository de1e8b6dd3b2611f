package cotejo.dataset.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether a blank or a colon stands between fields. Names, prose and times have them too, so more is asked of them
/// than of other signs: lines that are alike, and numbers below each other or a good many lines of several fields.
final class LooseDelimiter {

    private static final double ALIKE = 0.95;
    private static final int MANY_LINES = 8;
    private static final int MANY_FIELDS = 3;
    private static final Pattern HOURS = Pattern.compile("(.*\\D)?\\d{1,2}");
    private static final Pattern MINUTES = Pattern.compile("\\d{2}(\\D.*)?");

    private final char delimiter;
    private final List<List<String>> records;
    private final int width;

    /// @param records the beginning of a text, divided there
    LooseDelimiter(char delimiter, List<List<String>> records) {
        this.delimiter = delimiter;
        this.records = records;
        Map<Integer, Integer> counts = new HashMap<>();
        records.forEach(record -> counts.merge(record.size(), 1, Integer::sum));
        this.width = counts.entrySet().stream().filter(size -> size.getValue() >= ALIKE * records.size())
                .mapToInt(Map.Entry::getKey).findFirst().orElse(1);
    }

    static boolean is(char delimiter) {
        return delimiter == ' ' || delimiter == ':';
    }

    boolean divides() {
        if (width < (delimiter == ':' ? MANY_FIELDS : 2) || delimiter == ':' && times()) {
            return false;
        }
        List<List<String>> below = records.stream().skip(1).filter(record -> record.size() == width).toList();
        if (below.isEmpty()) {
            return false;
        }
        if (width >= MANY_FIELDS) {
            return records.size() >= MANY_LINES || numbers(below) > 0;
        }
        boolean names = records.getFirst().stream().noneMatch(LooseDelimiter::number);
        return numbers(below) == width || names && numbers(below) > 0;
    }

    /// How many columns are numbers all the way down.
    private int numbers(List<List<String>> below) {
        int numbers = 0;
        for (int i = 0; i < width; i++) {
            int column = i;
            numbers += below.stream().allMatch(record -> number(record.get(column))) ? 1 : 0;
        }
        return numbers;
    }

    private static boolean number(String text) {
        return new Cells('.').real(text) != null || new Cells(',').real(text) != null;
    }

    /// Whether most lines have a time in them.
    private boolean times() {
        int times = 0;
        for (List<String> record : records) {
            for (int i = 1; i < record.size(); i++) {
                if (HOURS.matcher(record.get(i - 1)).matches() && MINUTES.matcher(record.get(i)).matches()) {
                    times++;
                    break;
                }
            }
        }
        return times * 2 > records.size();
    }
}
