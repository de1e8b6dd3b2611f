package cotejo.ui.details;

import cotejo.model.Run;
import cotejo.text.Texts;
import cotejo.ui.Prompt;
import cotejo.ui.ShowEvent;
import cotejo.ui.UiContext;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The details of the selected run, as a column beside the table.
public final class RunDetails implements AutoCloseable {

    private final RunDetailsViewModel model;
    private final Sparklines sparklines;
    private final StackPane root = new StackPane();
    private final BorderPane content = new BorderPane();
    private final Label title = new Label();
    private final Label empty = new Label(Texts.get("details.empty"));
    private final ListView<DetailRow> list;
    private final ArtifactPreview below;
    private final Attaching attaching;
    private final Label promise = new Label();
    private LongConsumer goTo = runKey -> { };

    public RunDetails(UiContext context) {
        model = new RunDetailsViewModel(context);
        attaching = new Attaching(context);
        sparklines = new Sparklines(context);
        list = new ListView<>(model.rows());
        list.getStyleClass().add("detail-list");
        list.setAccessibleText(Texts.get("details.section.overview"));
        list.setCellFactory(view -> new DetailCell(actions()));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.setContextMenu(menu());
        content.setTop(head());
        below = new ArtifactPreview(context, list);
        content.setCenter(below.node());
        empty.getStyleClass().add("text-muted");
        empty.setWrapText(true);
        empty.setPadding(new Insets(24));
        root.getStyleClass().add("run-details");
        root.setMinWidth(260);
        root.getStylesheets().add(RunDetails.class.getResource("/cotejo/css/details.css").toExternalForm());
        promise.getStyleClass().addAll("floating-card", "card-title", "attach-promise");
        promise.setWrapText(true);
        promise.setMouseTransparent(true);
        promise.setVisible(false);
        root.getChildren().setAll(content, empty, promise);
        drops();
        model.run().subscribe(this::shown);
    }

    /// Where the preview of an artifact may lie on top of everything.
    public void previewOver(Pane host) {
        below.over(host);
    }

    private Node head() {
        title.getStyleClass().add("title-4");
        title.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox line = new HBox(8, title, DetailCell.iconButton("fth-copy", Texts.get("details.copyId"),
                () -> model.run().get().ifPresent(run -> copy(run.id()))));
        line.setAlignment(Pos.CENTER_LEFT);
        TextField search = new TextField();
        Prompt.on(search, Texts.get("details.search"));
        search.setAccessibleText(Texts.get("details.search"));
        search.textProperty().bindBidirectional(model.search());
        VBox head = new VBox(8, line, search);
        head.setPadding(new Insets(12, 12, 8, 12));
        return head;
    }

    /// Files dropped here are attached to the run shown.
    private void drops() {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> model.run().get().ifPresent(run -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                promise.setText(Texts.get("details.attach.drop", run.name()));
                promise.setVisible(true);
                event.consume();
            }
        }));
        root.addEventHandler(DragEvent.DRAG_EXITED, event -> promise.setVisible(false));
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> model.run().get().ifPresent(run -> {
            promise.setVisible(false);
            if (event.getDragboard().hasFiles()) {
                attaching.drop(root, run, event.getDragboard().getFiles());
                event.setDropCompleted(true);
                event.consume();
            }
        }));
    }

    /// What can be done with an artifact.
    private ContextMenu menu() {
        MenuItem register = new MenuItem(Texts.get("details.artifacts.register"));
        register.setOnAction(event -> {
            if (list.getSelectionModel().getSelectedItem() instanceof DetailRow.Artifact artifact) {
                model.run().get().ifPresent(run -> root.fireEvent(
                        new ShowEvent(new ShowEvent.Register(run.key(), artifact.registered(),
                                artifact.modelId()))));
            }
        });
        MenuItem attach = new MenuItem(Texts.get("details.attach"));
        attach.setOnAction(event -> model.run().get().ifPresent(attaching::choose));
        MenuItem detach = new MenuItem(Texts.get("details.detach"));
        detach.setOnAction(event -> detach());
        ContextMenu menu = new ContextMenu(register, attach, detach);
        menu.setOnShowing(event -> {
            DetailRow row = list.getSelectionModel().getSelectedItem();
            register.setDisable(!(row instanceof DetailRow.Artifact));
            detach.setVisible(row instanceof DetailRow.Artifact artifact && artifact.attached());
        });
        return menu;
    }

    private void detach() {
        if (list.getSelectionModel().getSelectedItem() instanceof DetailRow.Artifact artifact
                && artifact.attached()) {
            model.run().get().ifPresent(run -> attaching.detach(run, artifact.entry().path()));
        }
    }

    private DetailCell.Actions actions() {
        return new DetailCell.Actions() {
            @Override
            public void fold(Section section) {
                model.toggle(section);
            }

            @Override
            public void openFolder(String path) {
                model.toggleFolder(path);
            }

            @Override
            public void goTo(long runKey) {
                goTo.accept(runKey);
            }

            @Override
            public void draw(Sparkline line, DetailRow.Metric metric) {
                sparklines.get(metric, series -> line.draw(series, DetailCell.inkOf(root)));
            }
        };
    }

    private void key(KeyEvent event) {
        DetailRow row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(copyText(row));
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            detach();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            switch (row) {
                case DetailRow.Head head -> model.toggle(head.section());
                case DetailRow.Artifact artifact -> model.toggleFolder(artifact.key());
                case DetailRow.RunLink link -> goTo.accept(link.runKey());
                case DetailRow.Dataset dataset -> root.fireEvent(new ShowEvent(
                        new ShowEvent.Dataset(dataset.use().dataset())));
                case DetailRow.Pair _, DetailRow.Metric _ -> { }
                case DetailRow.Note _, DetailRow.Hint _ -> { }
            }
            event.consume();
        }
    }

    private static String copyText(DetailRow row) {
        return switch (row) {
            case DetailRow.Head head -> Texts.get(head.section().textKey());
            case DetailRow.Pair pair -> pair.exact();
            case DetailRow.RunLink link -> link.runName();
            case DetailRow.Metric metric -> cotejo.text.Figures.exact(metric.summary().last());
            case DetailRow.Dataset dataset -> dataset.use().dataset().digest();
            case DetailRow.Artifact artifact -> artifact.entry().path();
            case DetailRow.Note note -> note.markdown();
            case DetailRow.Hint hint -> hint.text();
        };
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void shown(Optional<Run> run) {
        content.setVisible(run.isPresent());
        empty.setVisible(run.isEmpty());
        run.ifPresent(now -> title.setText(now.name()));
    }

    /// Who is told when a link to another run is followed.
    public void onGoTo(LongConsumer listener) {
        goTo = listener;
    }

    /// Opens the first artifact of a kind in the runs shown from now on, for pictures.
    ///
    /// @param missing called whenever a run has none
    public void openArtifact(Predicate<Path> wanted, Runnable missing) {
        below.openFirst(wanted, model, missing);
    }

    /// The next artifact opened is shown over everything, where there is a place for that.
    public void nextArtifactLarge() {
        below.largeNext();
    }

    /// Shows a run, or the empty state.
    public void show(@Nullable Long runKey) {
        model.show(runKey);
    }

    public Node node() {
        return root;
    }

    @Override
    public void close() {
        below.close();
        model.close();
    }
}
