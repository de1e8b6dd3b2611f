package cotejo.ui.sources;

import cotejo.model.Source;
import cotejo.text.Texts;
import cotejo.ui.Command;
import cotejo.ui.Imports;
import cotejo.ui.Panel;
import cotejo.ui.UiContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// The stores that were imported: read them again, watch them, say where their artifacts lie, or take them out.
public final class SourcesPanel implements Panel {

    private final UiContext context;
    private final Imports imports;
    private final SourcesViewModel model;
    private final SourcesView view;

    public SourcesPanel(UiContext context, Imports imports) {
        this.context = context;
        this.imports = imports;
        this.model = new SourcesViewModel(context);
        this.view = new SourcesView(model, this);
    }

    @Override
    public String id() {
        return "sources";
    }

    @Override
    public String icon() {
        return "fth-database";
    }

    @Override
    public Node node() {
        return view.node();
    }

    @Override
    public ObservableValue<String> status() {
        return model.status();
    }

    @Override
    public Map<Command, Runnable> actions() {
        return Map.of(Command.COPY, this::copy);
    }

    private void copy() {
        @Nullable SourceRow row = view.selected();
        if (row != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.source().path());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    void importAgain(SourceRow row) {
        imports.again(row.source());
    }

    void chooseArtifacts(SourceRow row) {
        Optional<Path> folder = context.choosers().openFolder(Texts.get("sources.artifacts.choose"));
        folder.ifPresent(chosen -> model.remap(row.source(), chosen));
    }

    void rename(SourceRow row) {
        Source source = row.source();
        context.choosers().askText(Texts.get("sources.rename.title"), Texts.get("sources.rename.label"), source.label())
                .map(String::strip).filter(label -> !label.isEmpty())
                .ifPresent(label -> model.rename(source, label));
    }

    void remove(SourceRow row) {
        if (context.choosers().confirmDestroying(Texts.get("sources.remove.title", row.source().label()),
                Texts.get("sources.remove.explain", row.runs(), row.source().path()),
                Texts.get("sources.remove.do"))) {
            model.remove(row);
        }
    }

    void problems(SourceRow row) {
        context.notices().problems(Texts.get("sources.problems.of", row.source().label(), row.problems().size()),
                row.problems());
    }

    @Override
    public void close() {
        model.close();
    }
}
