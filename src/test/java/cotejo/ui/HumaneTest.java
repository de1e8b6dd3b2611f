package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HumaneTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    private static String ago(String duration) {
        return Humane.ago(NOW.minus(Duration.parse(duration)).toEpochMilli(), NOW);
    }

    @Test
    void timesAreSaidAsPeopleSayThem() {
        assertEquals("just now", ago("PT20S"));
        assertEquals("3 min ago", ago("PT3M59S"));
        assertEquals("23 h ago", ago("PT23H30M"));
        assertEquals("29 d ago", ago("P29D"));
        assertEquals("1 Jan 2026", ago("P59D"));
        assertEquals("Never", Humane.ago(0, NOW));
        Texts.use(Locale.of("es"));
        assertEquals("hace 3 min", ago("PT3M"));
    }

    @Test
    void whatIsLeftIsRounded() {
        assertEquals("about 1 s left", Humane.left(Duration.ZERO));
        assertEquals("about 80 s left", Humane.left(Duration.ofSeconds(80)));
        assertEquals("about 3 min left", Humane.left(Duration.ofSeconds(170)));
        assertEquals("about 2 h left", Humane.left(Duration.ofMinutes(100)));
    }

    @Test
    void oneWatchedSourceIsSaidInTheSingular() {
        Texts.use(Locale.of("es"));
        assertEquals("2 fuentes, 1 vigilada", Texts.get("sources.statusWatched", 2, 1));
        assertEquals("2 fuentes, 2 vigiladas", Texts.get("sources.statusWatched", 2, 2));
    }
}
