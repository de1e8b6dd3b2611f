package cotejo.chart.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.chart.ChartFont;
import cotejo.chart.ChartTheme;
import cotejo.chart.PanelSpec;
import cotejo.chart.PanelSpec.Kind;
import cotejo.model.RunFrame;
import cotejo.query.SeriesAt;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of every kind of chart, in `target/plots`, to be looked at.
final class PlotGalleryTest {

    private static final Path OUT = Path.of("target", "plots");
    private static ChartTheme light = ChartTheme.LIGHT;
    private static ChartTheme dark = ChartTheme.DARK;

    @BeforeAll
    static void takeTheProgramsType() throws Exception {
        try (InputStream ttf = PlotGalleryTest.class.getResourceAsStream("/cotejo/fonts/CotejoSans-Regular.ttf")) {
            ChartFont.register(ttf);
        }
        light = light.withFontFamily("Cotejo Sans");
        dark = dark.withFontFamily("Cotejo Sans");
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINE")
    void everyKindIsPhotographed(Kind kind) throws Exception {
        RunFrame frame = Sweeps.network(kind == Kind.PARALLEL ? 300 : 120);
        String name = kind.name().toLowerCase(Locale.ROOT);
        take(kind, frame, light, name + "-light", 640, 400, Set.of());
        take(kind, frame, dark, name + "-dark", 640, 400, Set.of(3L, 5L, 9L, 14L, 27L));
        Texts.use(Locale.of("es", "ES"));
        take(kind, frame, light, name + "-spanish-small", 320, 220, Set.of());
        take(kind, frame, dark, name + "-spanish-large", 1200, 700, Set.of());
        Texts.use(Locale.ENGLISH);
        assertTrue(colours(ImageIO.read(OUT.resolve(name + "-light.png").toFile())) > 20);
    }

    private static Map<String, String> options(Kind kind) {
        return switch (kind) {
            case SCATTER -> Map.of("x", "params.lr", "y", "metrics.val/accuracy", "color", "params.optimizer",
                    "size", "metrics.train/seconds");
            case PARETO -> Map.of("x", "metrics.train/seconds", "y", "metrics.val/accuracy");
            case HEATMAP -> Map.of("x", "params.lr", "y", "params.dropout", "mode", "CONTOUR");
            case HISTOGRAM -> Map.of("x", "metrics.val/accuracy", "group", "params.optimizer");
            default -> Map.of();
        };
    }

    private static void take(Kind kind, RunFrame frame, ChartTheme theme, String name, int width, int height,
            Set<Long> selected) throws Exception {
        Plot plot = Plots.of(new PanelSpec("p", kind, "", options(kind)), frame, Sweeps.rows(frame),
                new Plots.Context(SeriesAt.none(), ZoneOffset.UTC, Cancel.never()));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        plot.drawing(theme, selected).draw(g, width, height);
        g.dispose();
        write(image, name);
        BufferedImage screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        PlotPicture picture = plot.picture(theme, width, height, 1, selected);
        screen.setRGB(0, 0, 1, 1, new int[1], 0, 1);
        screen.getRaster().setDataElements(0, 0, width, height, picture.pixels());
        BufferedImage ground = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = ground.createGraphics();
        on.setColor(Sheet.color(theme.background()));
        on.fillRect(0, 0, width, height);
        on.drawImage(screen, 0, 0, null);
        on.dispose();
        write(ground, name + "-screen");
    }

    private static void write(BufferedImage image, String name) throws Exception {
        Files.createDirectories(OUT);
        ImageIO.write(image, "png", OUT.resolve(name + ".png").toFile());
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
