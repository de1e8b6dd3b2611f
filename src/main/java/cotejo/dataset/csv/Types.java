package cotejo.dataset.csv;

import cotejo.dataset.FieldType;
import java.util.List;

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
        return CANDIDATES.stream().filter(type -> some.stream().allMatch(text -> cells.of(text, type) != null))
                .findFirst().orElse(FieldType.text());
    }

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
