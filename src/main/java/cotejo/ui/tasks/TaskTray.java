package cotejo.ui.tasks;

import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Humane;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import cotejo.work.RunningTask;
import cotejo.work.Tasks;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The long work under way: a button in the status line with the first task's progress, and a card with all of them.
///
/// Tasks report thousands of times a second; the tray looks at most ten times a second.
public final class TaskTray implements AutoCloseable {

    private static final long MERGE_MILLIS = 100;

    private final Tasks tasks;
    private final Executor front;
    private final Executor soon;
    private final Bag bag = new Bag();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final Button button = new Button();
    private final VBox rows = new VBox(12);
    private final Label none = new Label(Texts.get("shell.tasks.none"));
    private final VBox card = new VBox(12);
    private final Button close = Icons.button("fth-x", Texts.get("shell.close"), this::toggle);
    /// What had the keyboard before the tray got it.
    private WeakReference<@Nullable Node> before = new WeakReference<>(null);
    private final ChangeListener<@Nullable Node> focus = (value, old, now) -> remember(old, now);
    private final Map<Long, TaskRow> rowOf = new HashMap<>();

    /// @param front where views may be touched
    public TaskTray(Tasks tasks, Executor front) {
        this.tasks = tasks;
        this.front = front;
        this.soon = CompletableFuture.delayedExecutor(MERGE_MILLIS, TimeUnit.MILLISECONDS, front);
        button.getStyleClass().addAll("task-button", "flat");
        button.setGraphic(new HBox(8, bar, words));
        ((HBox) button.getGraphic()).setAlignment(Pos.CENTER_LEFT);
        Tip.on(button, Texts.get("shell.tasks.open"));
        button.setAccessibleText(Texts.get("shell.tasks.open"));
        button.setOnAction(event -> toggle());
        bar.setPrefWidth(80);
        Label head = new Label(Texts.get("shell.tasks.title"));
        head.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        HBox top = new HBox(head, gap, close);
        top.setAlignment(Pos.CENTER_LEFT);
        none.getStyleClass().add("muted");
        card.getStyleClass().addAll("floating-card", "task-card");
        card.getChildren().addAll(top, none, rows);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setVisible(false);
        button.sceneProperty().addListener((value, old, now) -> {
            if (old != null) {
                old.focusOwnerProperty().removeListener(focus);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(focus);
            }
        });
        bag.add(tasks.onChange(this::changed));
        refresh();
    }

    /// The part in the status line.
    public Button button() {
        return button;
    }

    /// The card with all tasks, hidden until it is asked for.
    public Region card() {
        return card;
    }

    /// Shows or hides the card.
    public void toggle() {
        boolean held = within(card, owner());
        card.setVisible(!card.isVisible());
        if (card.isVisible()) {
            refresh();
        } else if (held) {
            leave();
        }
    }

    private void remember(@Nullable Node old, @Nullable Node now) {
        if (old != null && ours(now) && !ours(old)) {
            before = new WeakReference<>(old);
        }
    }

    private @Nullable Node owner() {
        Scene scene = button.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    private boolean ours(@Nullable Node node) {
        return within(button, node) || within(card, node);
    }

    private static boolean within(Node outer, @Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /// Hands the keyboard on before what holds it goes: JavaFX would let it jump to the start of the window.
    private void leave() {
        Node back = before.get();
        if (card.isVisible()) {
            close.requestFocus();
        } else if (button.isVisible()) {
            button.requestFocus();
        } else if (back != null && back.getScene() != null) {
            back.requestFocus();
        }
    }

    private void changed() {
        if (looking.compareAndSet(false, true)) {
            soon.execute(() -> {
                looking.set(false);
                refresh();
            });
        }
    }

    private void refresh() {
        List<RunningTask> running = tasks.running();
        Node owner = owner();
        boolean held = within(button, owner);
        button.setVisible(!running.isEmpty());
        if (held && running.isEmpty()) {
            leave();
        }
        button.setManaged(!running.isEmpty());
        none.setVisible(running.isEmpty());
        none.setManaged(running.isEmpty());
        if (!running.isEmpty()) {
            RunningTask first = running.getFirst();
            bar.setProgress(first.fraction());
            words.setText(running.size() == 1 ? first.title()
                    : Texts.get("shell.tasks.more", first.title(), Integer.toString(running.size() - 1)));
        }
        rowOf.keySet().retainAll(running.stream().map(RunningTask::id).toList());
        List<TaskRow> now = running.stream()
                .map(task -> rowOf.computeIfAbsent(task.id(), id -> new TaskRow(task, this::leave))).toList();
        if (!rows.getChildren().equals(now)) {
            if (within(rows, owner) && now.stream().noneMatch(row -> within(row, owner))) {
                leave();
            }
            rows.getChildren().setAll(now);
        }
        now.forEach(TaskRow::refresh);
        if (card.isVisible() && !running.isEmpty()) {
            // Estimates grow old even when a task says nothing.
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, front).execute(this::changed);
        }
    }

    @Override
    public void close() {
        bag.close();
    }

    /// One task: what it is, what it is at, how far, how long still, and a way to end it.
    private static final class TaskRow extends VBox {
        private final RunningTask task;
        private final ProgressBar bar = new ProgressBar();
        private final Label what = new Label();
        private final Label count = new Label();
        private final Button cancel;

        /// @param leave hands the keyboard on
        TaskRow(RunningTask task, Runnable leave) {
            super(4);
            this.task = task;
            cancel = Icons.button("fth-x-circle", Texts.get("shell.tasks.cancel", task.title()),
                    () -> stop(leave));
            bar.setPrefWidth(320);
            HBox line = new HBox(8, bar, cancel);
            line.setAlignment(Pos.CENTER_LEFT);
            what.setMaxWidth(340);
            what.getStyleClass().add("muted");
            count.getStyleClass().add("muted");
            getChildren().addAll(new Label(task.title()), line, count, what);
        }

        private void stop(Runnable leave) {
            task.cancel();
            leave.run();
            cancel.setDisable(true);
        }

        void refresh() {
            bar.setProgress(task.fraction());
            what.setText(task.what());
            String far = task.total() > 0
                    ? Texts.get("shell.tasks.count", task.done(), task.total())
                    : task.done() > 0 ? Texts.get("shell.tasks.soFar", task.done()) : Texts.get("shell.tasks.starting");
            count.setText(task.remaining().map(rest -> far + " · " + Humane.left(rest)).orElse(far));
        }
    }
}
