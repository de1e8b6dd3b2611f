package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VectorBuilderTest {

    private static final Vector.Slices ONE = new Vector.Slices("a".getBytes(StandardCharsets.UTF_8), new int[]{0},
            new int[]{1}, 1);

    @Test
    void nullsBeforeTheFirstTextStayNulls() {
        VectorBuilder builder = new VectorBuilder();
        builder.appendNull();
        builder.appendNull();
        builder.append(ONE);
        Vector built = builder.build();
        assertTrue(built.isNull(0) && built.isNull(1));
        assertEquals(Value.text("a"), built.value(2, FieldType.text()));
    }

    @Test
    void nullsBeforeTheFirstCodedTextStayNulls() {
        VectorBuilder builder = new VectorBuilder();
        builder.appendNull();
        builder.append(new Vector.Coded(new int[]{0}, 1, ONE));
        assertTrue(builder.build().isNull(0));
        assertFalse(builder.build().isNull(1));
    }

    @Test
    void nothingButNullsIsAsLongAsItsNulls() {
        VectorBuilder builder = new VectorBuilder();
        builder.appendNull();
        builder.appendNull();
        assertEquals(2, builder.build().size());
        assertTrue(builder.build().isNull(1));
    }
}
