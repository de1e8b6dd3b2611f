package cotejo.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.chart.ChartTheme;
import cotejo.chart.LineOptions;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Long categories beside each other can be told apart.
final class ShortLabelsTest {

    private static final double ROOM = 90;

    private final Sheet sheet = new Sheet(new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB).createGraphics(),
            ChartTheme.LIGHT, new BitSet(), null, LineOptions.Limits.NONE);

    private List<String> shown(String... labels) {
        List<String> shown = ShortLabels.of(sheet, List.of(labels), ROOM);
        shown.forEach(label -> assertTrue(sheet.width(label) <= ROOM + 1, label));
        return shown;
    }

    @Test
    void whatFitsStaysWhole() {
        assertEquals(List.of("adam", "sgd"), shown("adam", "sgd"));
    }

    @Test
    void namesThatDifferInTheirMiddleKeepIt() {
        List<String> shown = shown("/data/experiments/vision/config-alpha/checkpoints/model-final.ckpt",
                "/data/experiments/vision/config-beta/checkpoints/model-final.ckpt");
        assertTrue(shown.get(0).contains("alph"), shown.get(0));
        assertTrue(shown.get(1).contains("bet"), shown.get(1));
    }

    @Test
    void manyOfThemAreAllToldApart() {
        String[] labels = IntStream.range(0, 60).mapToObj(i -> "organisation/a-rather-long-repository-name/revision-"
                + i / 10 + "/subfolder-with-weights-" + i % 10 + "/and/the/same/end/for/all.safetensors")
                .toArray(String[]::new);
        assertEquals(60, new HashSet<>(shown(labels)).size());
    }

    @Test
    void oneThatIsTheBeginningOfAnotherIsToldFromIt() {
        List<String> shown = shown("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaa");
        assertEquals("aaaa", shown.get(2));
    }

    @Test
    void theSameTwiceIsShownTheSame() {
        List<String> shown = shown("x".repeat(80), "x".repeat(80));
        assertEquals(shown.get(0), shown.get(1));
    }
}
