package cotejo.ui.preview;

import cotejo.model.Problem;
import cotejo.preview.Pages;
import cotejo.preview.PictureFile;
import cotejo.preview.Preview;
import cotejo.preview.Previewers;
import cotejo.text.Texts;
import cotejo.ui.UiContext;
import cotejo.ui.datasets.DatasetInPlace;
import cotejo.work.Cancel;
import cotejo.work.Latest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Shows what any file is: a picture, pages, a text of any length, a table, an archive's members, what a model
/// contains, or bytes. Reads off the FX thread; the newest file wins.
public final class PreviewPane implements AutoCloseable {

    private static final double WIDEST = 4096;
    private static final Set<String> QUICK = Set.of("PNG", "JPEG", "GIF", "BMP");

    private final Latest latest;
    private final UiContext context;
    private final Executor background;
    private final Executor front;
    private final StackPane root = new StackPane();
    private final List<AutoCloseable> open = new ArrayList<>();
    private IntConsumer step = by -> { };

    /// What was read: data, and a picture decoded where there is one.
    private record Read(Preview preview, @Nullable Image image) {
    }

    public PreviewPane(UiContext context) {
        this.context = context;
        this.background = context.background();
        this.front = context.front();
        this.latest = new Latest(background, front);
        root.getStyleClass().add("preview");
        root.getStylesheets().add(PreviewPane.class.getResource("/cotejo/css/preview.css").toExternalForm());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.setMinSize(0, 0);
        clear();
    }

    public Node node() {
        return root;
    }

    /// Who is told when an arrow key asks for the picture before (-1) or after (1).
    public void onStep(IntConsumer listener) {
        step = listener;
    }

    /// Listens for the arrow keys where the keyboard is around this place too: in a list of files, or on buttons.
    public void keysOf(Node around) {
        around.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        if (isPicture() && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            step.accept(event.getCode() == KeyCode.LEFT ? -1 : 1);
            event.consume();
        }
    }

    private boolean isPicture() {
        Node shown = root.getChildren().isEmpty() ? root : root.getChildren().getFirst();
        Node meant = shown instanceof WrittenPane written ? written.meant() : shown;
        return meant instanceof ImagePane || meant instanceof DrawingPane;
    }

    /// Shows nothing, and says what this place is for.
    public void clear() {
        latest.cancel();
        leave();
        root.getChildren().setAll(sentence(Texts.get("preview.nothing")));
    }

    /// Shows a file.
    public void show(Path file) {
        boolean focused = isPicture() && root.getScene() != null && isIn(root.getScene().getFocusOwner());
        leave();
        root.getChildren().setAll(busy());
        latest.submit(cancel -> read(file, cancel), read -> {
            root.getChildren().setAll(node(read));
            if (focused) {
                // Whoever steps through pictures goes on doing so.
                root.getChildren().getFirst().requestFocus();
            }
        }, failure -> root.getChildren().setAll(sentence(Problem.describe(failure))));
    }

    private boolean isIn(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }

    private static Read read(Path file, Cancel cancel) throws IOException {
        Preview preview = Previewers.of(file, cancel);
        if (!(preview instanceof Preview.Image picture)) {
            return new Read(preview, null);
        }
        Image quick = quick(picture);
        if (quick != null) {
            return new Read(preview, quick);
        }
        try {
            Optional<PictureFile> pixels = PictureFile.of(file);
            return pixels.isEmpty() ? new Read(preview, null) : new Read(preview,
                    SwingFXUtils.toFXImage(pixels.get().read(0, Pages.MOST_PIXELS, cancel), null));
        } catch (IOException sentence) {
            return new Read(new Preview.Refused(Problem.describe(sentence)), null);
        }
    }

    /// What JavaFX reads itself: row by row as small as is needed, and GIF moving.
    private static @Nullable Image quick(Preview.Image picture) throws IOException {
        if (!QUICK.contains(picture.format())) {
            return null;
        }
        double width = Math.min(WIDEST, picture.width());
        double height = Math.min(WIDEST, picture.height());
        try (InputStream in = Files.newInputStream(picture.file())) {
            Image image = new Image(in, width, height, true, true);
            return image.isError() ? null : image;
        }
    }

    private Node node(Read read) {
        return switch (read.preview()) {
            case Preview.Image picture when read.image() != null -> new ImagePane(picture, read.image());
            case Preview.Image picture -> sentence(Texts.get("preview.image.broken", picture.format()));
            case Preview.Written(Preview meant, Preview.Text source) ->
                new WrittenPane(node(new Read(meant, null)), () -> new TextPane(source, background, front));
            case Preview.Drawing drawing -> kept(new DrawingPane(drawing, background, front));
            case Preview.Markdown(String text) -> markdown(text);
            case Preview.Text text -> new TextPane(text, background, front);
            case Preview.Table(Path file) -> table(file);
            case Preview.Tree tree -> new ArchivePane(tree);
            case Preview.Facts facts -> FactsPane.of(facts);
            case Preview.Model model -> new ModelPane(model.facts());
            case Preview.Hex hex -> new HexPane(hex, background, front);
            case Preview.Refused refused -> sentence(refused.sentence());
        };
    }

    private Node table(Path file) {
        DatasetInPlace table = new DatasetInPlace(file, context);
        open.add(table);
        // In a narrow place its bars are wider than what there is.
        ScrollPane scroll = new ScrollPane(table.node());
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private <T extends Node & AutoCloseable> T kept(T node) {
        open.add(node);
        return node;
    }

    private static Node markdown(String text) {
        MarkdownView words = new MarkdownView(text);
        words.getStyleClass().add("preview-facts");
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        return scroll;
    }

    static ProgressIndicator busy() {
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(32, 32);
        busy.setAccessibleText(Texts.get("preview.reading"));
        return busy;
    }

    static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("text-muted");
        label.setPadding(new Insets(24));
        label.setMaxWidth(480);
        StackPane.setAlignment(label, Pos.CENTER);
        return label;
    }

    private void leave() {
        for (AutoCloseable shown : open) {
            try {
                shown.close();
            } catch (Exception failure) {
                LoggerFactory.getLogger(PreviewPane.class).warn("A preview did not close", failure);
            }
        }
        open.clear();
    }

    @Override
    public void close() {
        latest.cancel();
        leave();
    }
}
