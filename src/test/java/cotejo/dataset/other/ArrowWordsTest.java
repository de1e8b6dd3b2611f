package cotejo.dataset.other;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The words of a dictionary in several messages are those of the messages, one behind the other.
class ArrowWordsTest {

    /// Whole numbers of 64 bits as they lie in a buffer.
    private static ArrowArray numbers(long... numbers) {
        ByteBuffer data = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            data.putLong(number);
        }
        ArrowField field = new ArrowField("w", Field.Nullness.REQUIRED, ArrowField.Kind.WHOLE,
                new FieldType.Whole(64, FieldType.Whole.Sign.SIGNED), 8, -1, 0, List.of());
        return new ArrowArray(field, numbers.length, ByteBuffer.allocate(0), List.of(data.flip()), List.of(), null);
    }

    @Test
    void wordsComeBehindEachOther() {
        ArrowWords words = new ArrowWords(List.of(numbers(5, 6), numbers(), numbers(7), numbers(), numbers(8, 9)));
        assertEquals(List.of(5L, 6L, 7L, 8L, 9L), words.stream().map(word -> ((Value.Whole) word).value()).toList());
        assertThrows(IndexOutOfBoundsException.class, () -> words.get(5));
        assertThrows(IndexOutOfBoundsException.class, () -> words.get(-1));
    }

    /// A word of 60 MB in a thousand rows is there once.
    @Test
    void aWordIsMadeOnce() {
        ArrowWords words = new ArrowWords(List.of(numbers(5, 6)));
        assertSame(words.get(1), words.get(1));
    }
}
