package cotejo.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

    /// A stream that gives a few bytes at a time, as a pipe or a zip file may.
    private static InputStream dribble(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
    }

    private static String line(ByteLines lines) {
        return new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
    }

    @Test
    void linesAndTheirPlacesAreThoseOfTheFile() throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String line = "x".repeat(random.nextInt(40)) + i;
            expected.add(line);
            text.append(line).append(i % 3 == 0 ? "\r\n" : "\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try (ByteLines lines = new ByteLines(dribble(bytes, random), 0, 1000)) {
            for (String line : expected) {
                assertTrue(lines.next());
                assertEquals(line, line(lines));
                assertEquals(line.charAt(0), bytes[(int) lines.start()]);
                assertEquals('\n', bytes[(int) lines.end() - 1]);
                int from = (int) Math.max(0, lines.end() - ByteLines.TRACE);
                assertEquals(ByteLines.checksum(bytes, from, (int) lines.end() - from), lines.trace(lines.end()));
            }
            assertFalse(lines.next());
            assertEquals(bytes.length, lines.end());
        }
    }

    @Test
    void aLineBeyondTheLimitIsPassedOver() throws IOException {
        byte[] bytes = ("a\n" + "y".repeat(300_000) + "\nb\n" + "z".repeat(101)).getBytes(StandardCharsets.UTF_8);
        try (ByteLines lines = new ByteLines(dribble(bytes, new Random(1)), 0, 100)) {
            assertTrue(lines.next() && !lines.tooLong());
            assertTrue(lines.next() && lines.tooLong() && lines.terminated());
            assertEquals(2, lines.start());
            assertTrue(lines.next() && !lines.tooLong());
            assertEquals("b", line(lines));
            assertEquals(300_003, lines.start());
            assertTrue(lines.next() && lines.tooLong());
            assertFalse(lines.terminated());
            assertFalse(lines.next());
        }
    }

    @Test
    void readingGoesOnFromTheMiddle() throws IOException {
        byte[] rest = "tail\nnext\n".getBytes(StandardCharsets.UTF_8);
        try (ByteLines lines = new ByteLines(new ByteArrayInputStream(rest), 1000, 100)) {
            assertTrue(lines.pass(5));
            assertTrue(lines.next());
            assertEquals("next", line(lines));
            assertEquals(1005, lines.start());
            assertFalse(lines.pass(1));
        }
    }
}
