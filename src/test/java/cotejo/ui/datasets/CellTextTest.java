package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.ui.grid.GridSource;
import org.junit.jupiter.api.Test;

class CellTextTest {

    private static String words(Value value, FieldType type) {
        return CellText.of(value, type).words();
    }

    /// Bytes of which there are none stood there as nothing at all.
    @Test
    void noBytesAreEmptyAndNotNull() {
        FieldType bytes = new FieldType.Binary(-1, "binary");
        assertEquals("empty", words(new Value.Binary(new byte[0]), bytes));
        assertEquals("null", words(Value.Nothing.NULL, bytes));
        assertEquals("0001", words(new Value.Binary(new byte[] {0, 1}), bytes));
    }

    @Test
    void aMissingCellIsNotANull() {
        assertEquals("no cell", words(Value.Nothing.ABSENT, new FieldType.Text("string")));
        assertEquals("null", words(Value.Nothing.NULL, new FieldType.Text("string")));
        assertEquals("empty", words(Value.text(""), new FieldType.Text("string")));
        assertEquals("␣␣", words(Value.text("  "), new FieldType.Text("string")));
    }
}
