package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.FieldType;
import cotejo.dataset.profile.Drift;
import cotejo.dataset.profile.DriftShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of columns, in as many digits as it takes not to say another number.
class ColumnFactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"999.95 | 999.95", "1000 | 1,000", "999.5 | 999.5", "5.0001 | 5.0001",
        "12.345 | 12.35", "1234.96 | 1,234.96", "1234.56 | 1,234.6", "12345.67 | 12,346", "0.1234567 | 0.1235",
        "3 | 3", "-999.99 | −999.99"})
    void aNumberThatIsNotWholeDoesNotLookSo(double number, String shown) {
        assertEquals(shown, ColumnFacts.number(number));
    }

    private static DriftWords.Grade grade(double psi, double ks, double nulls) {
        return DriftWords.grade(new Drift.ColumnDrift("c", FieldType.text(), psi, ks, List.of(), List.of(), 0, nulls,
                10, new DriftShape.Words(List.of(), new long[0], new long[0], 0, 0)));
    }

    @Test
    void whatCannotBeComparedHasNotMovedLittle() {
        assertEquals(DriftWords.Grade.UNKNOWN, grade(Double.NaN, Double.NaN, 0));
        assertEquals(DriftWords.Grade.LITTLE, grade(0, Double.NaN, 0));
    }

    @Test
    void nullsAloneTellThatAColumnHasMoved() {
        assertEquals(DriftWords.Grade.MUCH, grade(Double.NaN, Double.NaN, 0.5));
    }
}
