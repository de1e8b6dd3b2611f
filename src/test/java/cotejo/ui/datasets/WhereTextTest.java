package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.view.Condition;
import cotejo.dataset.view.WhereReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhereTextTest {

    private static Leaf leaf(String name, FieldType type) {
        return Leaf.of(List.of(Field.of(name, type))).getFirst();
    }

    @Test
    void namesWithBlanksStandInBackquotes() {
        assertEquals("`mean radius` is null", WhereText.isNull(leaf("mean radius", FieldType.float64())));
    }

    @Test
    void aNameThatIsAWordOfTheLanguageStandsInBackquotes() {
        assertEquals("`in` is not null", WhereText.isNotNull(leaf("in", FieldType.float64())));
    }

    @Test
    void quotesInTextAreDoubled() {
        assertEquals("label = 'it''s'", WhereText.equal(leaf("label", FieldType.text()), new Value.Text("it's")));
    }

    @Test
    void theLastBarIncludesItsEnd() {
        ColumnProfile.Histogram halves = new ColumnProfile.Histogram(
                List.of(new Value.Real(0, 64), new Value.Real(0.5, 64), new Value.Real(1, 64)), new long[] {3, 4});
        assertEquals("p >= 0.5 and p <= 1", WhereText.bin(leaf("p", FieldType.float64()), halves, 1));
    }

    @Test
    void barsOfDaysBeginWithTheFirstWholeDay() {
        // Noon of 1970-01-02 lies between two days.
        ColumnProfile.Histogram days = new ColumnProfile.Histogram(List.of(new Value.Moment(0, 0, ""),
                new Value.Moment(129_600, 0, ""), new Value.Moment(259_200, 0, "")), new long[] {1, 1});
        assertEquals("day >= '1970-01-03' and day <= '1970-01-04'",
                WhereText.bin(leaf("day", new FieldType.Date()), days, 1));
    }

    @Test
    void aChoiceIsHeldTogetherWhenItIsNarrowed() {
        assertEquals("(a = 1 or b = 2) and c is null", WhereText.both("a = 1 or b = 2", "c is null"));
    }

    @Test
    void aRangeMayHaveOneBound() {
        assertEquals("p >= 0.5", WhereText.range(leaf("p", FieldType.float64()), "0.5", " "));
    }

    @Test
    void daysOfARangeStandInQuotes() {
        assertEquals("d >= '2024-01-01' and d <= '2024-02-01'",
                WhereText.range(leaf("d", new FieldType.Date()), "2024-01-01", "2024-02-01"));
    }

    @Test
    void theValuesOfASetStandBetweenCommas() {
        assertEquals("label in ('a', 'it''s')", WhereText.oneOf(leaf("label", FieldType.text()), "a, it's,"));
    }

    @Test
    void valuesThatWerePickedAreUnderstoodAsTheyAre() {
        Leaf label = leaf("label", FieldType.text());
        List<Value> picked = List.of(new Value.Text(""), new Value.Text("a, b"), new Value.Text("it's"));
        assertEquals(new Condition.OneOf(label, picked),
                WhereReader.read(List.of(Field.of("label", FieldType.text())), WhereText.oneOf(label, picked)));
    }

    @Test
    void flagsCanBePicked() {
        assertEquals("ok in (true)", WhereText.oneOf(leaf("ok", new FieldType.Bool()), List.of(Value.Flag.TRUE)));
    }

    @Test
    void aPartOfATextIsTakenAsItIs() {
        assertEquals("label contains ' a'", WhereText.contains(leaf("label", FieldType.text()), " a"));
    }
}
