package cotejo.dataset.csv;

import cotejo.dataset.FieldType;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds the type of a column from some of its texts.
final class Types {

    private static final List<FieldType> CANDIDATES = List.of(new FieldType.Bool(), FieldType.int64(),
            FieldType.float64(), new FieldType.Date(), new FieldType.Timestamp(FieldType.Unit.MICROS, ""),
            new FieldType.Timestamp(FieldType.Unit.MICROS, "UTC"));

    private Types() {
    }

    /// The first type that every text fits that stands for something; text when none does.
    static FieldType of(List<String> texts, Cells cells) {
        List<String> some = texts.stream().filter(text -> !text.isEmpty() && !Cells.standsForNothing(text)).toList();
        if (some.isEmpty()) {
            return FieldType.text();
        }
        FieldType first = CANDIDATES.stream()
                .filter(type -> some.stream().allMatch(text -> cells.of(text, type) != null))
                .findFirst().orElse(FieldType.text());
        return first instanceof FieldType.Real && some.stream().allMatch(WHOLE)
                && some.stream().anyMatch(text -> text.length() > EXACT) ? FieldType.text() : first;
    }

    /// Whole numbers that do not fit 64 bits, such as long keys, would lose their last digits as floating point.
    private static final int EXACT = 15;
    private static final Predicate<String> WHOLE = Pattern.compile("[-+]?\\d+").asMatchPredicate();

    /// Whether numbers have a comma where others have a point.
    static boolean decimalComma(List<String> texts) {
        boolean any = false;
        for (String text : texts) {
            if (text.isEmpty() || Cells.standsForNothing(text)) {
                continue;
            }
            if (!text.matches("[-+]?\\d+(,\\d+)?([eE][-+]?\\d+)?")) {
                return false;
            }
            any |= text.indexOf(',') >= 0;
        }
        return any;
    }
}
