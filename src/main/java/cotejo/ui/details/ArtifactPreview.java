package cotejo.ui.details;

import cotejo.artifact.ArtifactTree;
import cotejo.model.Problem;
import cotejo.model.StoredFile;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import cotejo.ui.UiContext;
import cotejo.ui.preview.PreviewPane;
import cotejo.work.Latest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The file selected among the artifacts, shown below the rows or, wanted larger, over everything. The
/// room below is there only while a file is selected.
final class ArtifactPreview implements AutoCloseable {

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp", "svg", "pdf");

    private static final double SHARE = 0.42;

    private final ListView<DetailRow> list;
    private final PreviewPane preview;
    private final Latest latest;
    private final UiContext context;
    private final SplitPane split = new SplitPane();
    private final BorderPane pane = new BorderPane();
    private final Label name = new Label();
    private final Button larger = DetailCell.iconButton("fth-maximize-2", Texts.get("preview.larger"), this::resize);
    private @Nullable Pane over;
    private boolean largeNext;
    private DetailRow.@Nullable Artifact shown;

    ArtifactPreview(UiContext context, ListView<DetailRow> list) {
        this.context = context;
        this.list = list;
        this.preview = new PreviewPane(context);
        this.latest = new Latest(context.background(), context.front());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.getStyleClass().add("detail-head-title");
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(8, name, larger, DetailCell.iconButton("fth-x", Texts.get("preview.close"), this::hide));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("artifact-head");
        pane.setTop(head);
        pane.setCenter(preview.node());
        pane.getStyleClass().add("artifact-preview");
        pane.getStylesheets().add(ArtifactPreview.class.getResource("/cotejo/css/details.css").toExternalForm());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && large()) {
                resize();
                event.consume();
            }
        });
        larger.setVisible(false);
        larger.setManaged(false);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().setAll(list);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> selected(now));
        preview.onStep(this::step);
        preview.keysOf(list);
        preview.keysOf(pane);
    }

    Node node() {
        return split;
    }

    /// Where a preview that is wanted larger may lie on top of everything.
    void over(Pane host) {
        over = host;
        larger.setVisible(true);
        larger.setManaged(true);
    }

    /// The next file selected is shown larger at once.
    void largeNext() {
        largeNext = true;
    }

    private boolean large() {
        return over != null && over.getChildren().contains(pane);
    }

    /// Below the rows, or over everything.
    private void resize() {
        if (over == null || shown == null) {
            return;
        }
        boolean back = large();
        if (back) {
            over.getChildren().remove(pane);
            split.getItems().add(pane);
            split.setDividerPositions(SHARE);
        } else {
            split.getItems().remove(pane);
            over.getChildren().add(pane);
        }
        larger.setGraphic(Icons.of(back ? "fth-maximize-2" : "fth-minimize-2"));
        String words = Texts.get(back ? "preview.larger" : "preview.smaller");
        Tip.on(larger, words);
        larger.setAccessibleText(words);
        larger.requestFocus();
    }

    private void selected(@Nullable DetailRow row) {
        if (row instanceof DetailRow.Artifact artifact && artifact.entry().kind() == ArtifactTree.Kind.FILE) {
            boolean again = shown != null && shown.entry().path().equals(artifact.entry().path())
                    && shown.place().equals(artifact.place());
            if (!again) {
                open(artifact);
            }
        } else if (row != null) {
            hide();
        }
    }

    private void open(DetailRow.Artifact artifact) {
        shown = artifact;
        name.setText(artifact.entry().path());
        if (split.getItems().size() == 1 && !large()) {
            split.getItems().add(pane);
            split.setDividerPositions(SHARE);
            // Where the list stands in its smaller room is known once that has been laid out.
            split.applyCss();
            split.layout();
            list.layout();
            showSelected();
            context.front().execute(this::showSelected);
        }
        if (largeNext) {
            largeNext = false;
            resize();
        }
        StoredFile kept = artifact.kept();
        latest.submit(cancel -> kept == null
                ? context.workspace().artifacts().file(artifact.place(), artifact.entry().path(), cancel)
                : context.workspace().content().named(kept), preview::show,
                failure -> context.notices().failed(Problem.describe(failure), failure));
    }

    private void showSelected() {
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
    }

    private void hide() {
        if (large()) {
            resize();
        }
        shown = null;
        latest.cancel();
        preview.clear();
        if (split.getItems().size() > 1) {
            // Putting the list in anew would lose the click that selected a row of it.
            split.getItems().remove(pane);
        }
    }

    /// Goes to the picture before or after the one shown, by the names of files: what they are is read when shown.
    private void step(int by) {
        List<DetailRow> rows = list.getItems();
        for (int at = list.getSelectionModel().getSelectedIndex() + by; at >= 0 && at < rows.size(); at += by) {
            if (rows.get(at) instanceof DetailRow.Artifact next && next.entry().kind() == ArtifactTree.Kind.FILE
                    && isPicture(next.entry().name())) {
                list.getSelectionModel().clearAndSelect(at);
                list.scrollTo(at);
                return;
            }
        }
    }

    private static boolean isPicture(String name) {
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// Opens folders until a file of that kind is in sight, and selects it; of the runs shown from now on, the first
    /// that has one.
    ///
    /// @param missing called whenever a run has none
    void openFirst(Predicate<Path> wanted, RunDetailsViewModel model, Runnable missing) {
        Set<String> opened = new HashSet<>();
        list.getItems().addListener(new ListChangeListener<>() {
            private boolean due;

            @Override
            public void onChanged(Change<? extends DetailRow> change) {
                if (!due) {
                    // Rows are changed one after another: they are a run's when all of that is over.
                    due = true;
                    context.front().execute(this::looked);
                }
            }

            private void looked() {
                due = false;
                if (look(wanted, model, opened, missing)) {
                    list.getItems().removeListener(this);
                }
            }
        });
    }

    private boolean look(Predicate<Path> wanted, RunDetailsViewModel model, Set<String> opened, Runnable missing) {
        String folder = null;
        for (int at = 0; at < list.getItems().size(); at++) {
            if (list.getItems().get(at) instanceof DetailRow.Artifact artifact) {
                ArtifactTree.Entry entry = artifact.entry();
                if (entry.kind() == ArtifactTree.Kind.FILE && wanted.test(Path.of(entry.path()))) {
                    int found = at;
                    context.front().execute(() -> {
                        list.getSelectionModel().clearAndSelect(found);
                        list.scrollTo(Math.max(0, found - 3));
                    });
                    return true;
                }
                if (entry.kind() == ArtifactTree.Kind.FOLDER && folder == null && opened.add(artifact.key())) {
                    folder = artifact.key();
                }
            }
        }
        if (folder != null) {
            String next = folder;
            context.front().execute(() -> model.toggleFolder(next));
        } else if (!list.getItems().isEmpty()) {
            opened.clear();
            context.front().execute(missing);
        }
        return false;
    }

    @Override
    public void close() {
        latest.cancel();
        preview.close();
    }
}
