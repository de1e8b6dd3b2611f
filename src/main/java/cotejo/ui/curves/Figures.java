package cotejo.ui.curves;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.FigureFile;
import cotejo.chart.FigureSize;
import cotejo.export.ChartData;
import cotejo.export.ChartDataFile;
import cotejo.text.Texts;
import cotejo.ui.Choosers;
import cotejo.ui.Notices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Charts leave the window: as a picture on the clipboard, as figures, as data.
final class Figures {

    private static final String[] UNSAFE = {"/", "\\", ":", "*", "?", "\"", "<", ">", "|"};
    private static final FigureSize COPIED = new FigureSize(900, 560, FigureSize.Unit.PX);
    private static final double DENSITY = 2;

    private final CurvesViewModel model;
    private final Choosers choosers;
    private final Notices notices;

    /// How a figure shall look.
    ///
    /// @param width  such as `120mm` or `900px`
    /// @param height the same, or empty: then it follows from the width and what is drawn
    /// @param type   the size of its type, in points on paper and pixels on screens
    record Wish(FigureFile.Format format, String width, String height, float type, ChartTheme theme) {
    }

    Figures(CurvesViewModel model, Choosers choosers, Notices notices) {
        this.model = model;
        this.choosers = choosers;
        this.notices = notices;
    }

    /// Puts what a panel shows on the clipboard, as the window shows it.
    void copy(PanelView panel) {
        Callable<Drawing> figure = panel.content().figure(model.theme().get());
        if (figure != null) {
            behind(() -> FigureFile.image(figure.call(), COPIED, DENSITY),
                    picture -> {
                        Image image = SwingFXUtils.toFXImage(picture, null);
                        ClipboardContent content = new ClipboardContent();
                        content.putImage(image);
                        Clipboard.getSystemClipboard().setContent(content);
                        notices.info(Texts.get("curves.figure.copied", panel.heading()));
                    });
        }
    }

    /// Asks for a file and writes a figure: as wished, or as the file is called where that names another format.
    void save(PanelView panel, Wish wish) {
        Optional<FigureSize> size = FigureSize.parse(wish.width(), wish.height());
        Callable<Drawing> figure = panel.content().figure(wish.theme().withFontSize(wish.type()));
        String ending = wish.format().name().toLowerCase(Locale.ROOT);
        if (size.isPresent() && figure != null) {
            choosers.saveFile(Texts.get("curves.figure.save"), name(panel) + "." + ending, List.of(ending))
                    .ifPresent(file -> write(file, to -> FigureFile.write(figure.call(), size.get(),
                            FigureFile.Format.of(to).orElse(wish.format()), to)));
        }
    }

    /// Asks for a file and writes the data of a panel, as it draws them or as they were stored: as CSV, or as Parquet
    /// where the file is called so.
    void data(PanelView panel, ChartData.Kind kind) {
        Callable<ChartData> data = panel.content().data(kind);
        String what = kind == ChartData.Kind.RAW ? "-raw" : "-drawn";
        if (data != null) {
            choosers.saveFile(Texts.get("curves.figure.data"), name(panel) + what + ".csv",
                            List.of("csv", "parquet"))
                    .ifPresent(file -> write(file, to -> ChartDataFile.write(data.call(), to)));
        }
    }

    /// A job that may fail.
    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws Exception;
    }

    private void write(Path file, Writing writing) {
        behind(() -> {
            writing.to(file);
            return file;
        }, done -> notices.info(Texts.get("curves.figure.saved", done.toString())));
    }

    private <T> void behind(Callable<T> work, Consumer<T> then) {
        model.background().execute(() -> {
            try {
                T result = work.call();
                model.front().execute(() -> then.accept(result));
            } catch (Exception failure) {
                model.front().execute(() -> notices.failed(Texts.get("curves.figure.failed"), failure));
            }
        });
    }

    /// Makes a picture of a chart, to be dragged out of the window, in a folder that goes with the program.
    ///
    /// @param ready told on the thread of the window
    void prepare(PanelView panel, Consumer<Path> ready) {
        Callable<Drawing> figure = panel.content().figure(model.theme().get());
        String name = name(panel) + ".png";
        if (figure != null) {
            behind(() -> {
                Path folder = Files.createTempDirectory("cotejo-chart");
                folder.toFile().deleteOnExit();
                Path file = folder.resolve(name);
                FigureFile.write(figure.call(), COPIED, FigureFile.Format.PNG, file);
                file.toFile().deleteOnExit();
                return file;
            }, ready);
        }
    }

    private static String name(PanelView panel) {
        String name = panel.tile().metric().orElse(panel.heading());
        for (String unsafe : UNSAFE) {
            name = name.replace(unsafe, "-");
        }
        return name.isBlank() ? "chart" : name;
    }
}
