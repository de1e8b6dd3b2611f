package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Parts that differ are written in brackets.
final class ExcerptTest {

    private static final String LONG = "s3://bucket/team/vision/experiments/2026/resnet50/augmented/fold-3/weights.pt";

    private static String of(String text, String against, int room) {
        return of(text, WordDiff.of(text, against).left(), room);
    }

    private static String of(String text, List<Span> spans, int room) {
        Excerpt excerpt = Excerpt.of(text, spans, room);
        int length = excerpt.pieces().stream().mapToInt(piece -> piece.text().length()).sum();
        assertTrue(length <= room, () -> length + " characters in a room for " + room);
        return excerpt.pieces().stream().map(piece -> piece.differs() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void whatFitsIsThereAsAWhole() {
        assertEquals("lr=[0.1], momentum=0.9", of("lr=0.1, momentum=0.9", "lr=0.2, momentum=0.9", 40));
    }

    @Test
    void aChangeAtTheEndIsInSight() {
        assertEquals("…mented/fold-[3]/weights.pt", of(LONG, LONG.replace("fold-3", "fold-4"), 25));
    }

    @Test
    void aChangeAtTheStartHasWhatFollows() {
        assertEquals("s3://[bucket]/team/vision…", of(LONG, LONG.replace("bucket", "other"), 24));
    }

    @Test
    void twoChangesFarApartAreBothInSight() {
        assertEquals("…eam/[vision]/exp…old-[3]/weig…",
                of(LONG, LONG.replace("vision", "audio").replace("fold-3", "fold-4"), 27));
    }

    @Test
    void aLongChangeKeepsItsEnds() {
        assertEquals("…=[sha2…e0ba]…", of("model digest=sha256deadbeefdeadbeefcafe0ba, size=3",
                "model digest=other, size=3", 12));
    }

    @Test
    void changesWithoutRoomAreCounted() {
        String text = "alpha=1, beta=2, gamma=3, delta=4, epsilon=5, zeta=6";
        assertEquals("…=[1],…=[2]… +4", of(text, "alpha=9, beta=9, gamma=9, delta=9, epsilon=9, zeta=9", 14));
    }

    @Test
    void noRoomBreaksNothing() {
        for (int room = 0; room < 8; room++) {
            assertTrue(!Excerpt.of(LONG, List.of(new Span(5, 11), new Span(40, 60)), room).pieces().isEmpty());
        }
    }
}
