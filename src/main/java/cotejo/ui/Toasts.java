package cotejo.ui;

import cotejo.model.Problem;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Notices as a stack of small cards at the lower right. Good news goes by itself after a while, but not while the
/// mouse or the keyboard is on it; bad news stays until it is closed.
final class Toasts extends VBox implements Notices {

    private static final int MOST = 4;
    private static final int CAUSES = 16;

    private final ModalLayer layer;
    private final UndoStack undo;

    Toasts(ModalLayer layer, UndoStack undo) {
        super(8);
        this.layer = layer;
        this.undo = undo;
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        undo.onChange(this::removeUndo);
    }

    @Override
    public void info(String text) {
        add(() -> new Toast(Toast.Mood.GOOD, text, List.of(), this::remove).goingAfter(Duration.seconds(5)));
    }

    @Override
    public void undoable(String text) {
        add(() -> {
            removeUndo();
            Button button = new Button(Texts.get("shell.notice.undo"));
            Toast toast = new Toast(Toast.Mood.UNDO, text, List.of(button), this::remove)
                    .goingAfter(Duration.seconds(8));
            button.setOnAction(event -> {
                remove(toast);
                undo.undo();
            });
            return toast;
        });
    }

    /// An older Undo button would take back another deed than it names.
    private void removeUndo() {
        getChildren().removeIf(node -> node instanceof Toast toast && toast.isUndo());
    }

    @Override
    public void failed(String text, Throwable details) {
        LoggerFactory.getLogger(Toasts.class).warn("Told to the person", details);
        String trace = trace(details);
        add(() -> new Toast(Toast.Mood.BAD, text,
                List.of(detailsButton(() -> Cards.details(layer, text, trace))), this::remove));
    }

    private static String trace(Throwable failure) {
        StringBuilder lines = new StringBuilder();
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            lines.append(cause).append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                lines.append("    at ").append(frame).append('\n');
            }
            cause = cause.getCause();
        }
        return lines.toString();
    }

    @Override
    public void problems(String text, List<Problem> problems) {
        List<String> sentences = problems.stream().map(Problem::toString).toList();
        add(() -> new Toast(Toast.Mood.WARNING, text, sentences.isEmpty() ? List.of()
                : List.of(detailsButton(() -> Cards.sentences(layer, text, sentences))), this::remove));
    }

    private static Button detailsButton(Runnable show) {
        Button button = new Button(Texts.get("shell.notice.details"));
        button.setOnAction(event -> show.run());
        return button;
    }

    private interface Making {
        Toast make();
    }

    private void add(Making making) {
        if (Platform.isFxApplicationThread()) {
            place(making.make());
        } else {
            Platform.runLater(() -> place(making.make()));
        }
    }

    private void place(Toast toast) {
        toast.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().add(toast);
        while (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
    }

    private void remove(Node toast) {
        getChildren().remove(toast);
    }

    /// What is being said now, oldest first.
    List<String> said() {
        List<String> texts = new ArrayList<>();
        for (Node node : getChildren()) {
            if (node instanceof Toast toast) {
                texts.add(toast.text());
            }
        }
        return texts;
    }
}
