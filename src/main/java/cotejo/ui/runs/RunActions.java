package cotejo.ui.runs;

import cotejo.export.TableText;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.ui.CompareEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Does what the table is told by keys, menus and buttons.
final class RunActions implements RunCommands {

    private final RunsViewModel model;
    private final Editors editors;
    private final Supplier<RunGrid> owner;
    private final Runnable details;
    private final Runnable filter;

    /// @param owner   where small forms open
    /// @param details opens the details of the run the keyboard stands on
    /// @param filter  puts the caret into the filter
    RunActions(RunsViewModel model, Editors editors, Supplier<RunGrid> owner, Runnable details, Runnable filter) {
        this.model = model;
        this.editors = editors;
        this.owner = owner;
        this.details = details;
        this.filter = filter;
    }

    private RunFrame frame() {
        return model.listing().get().frame();
    }

    @Override
    public void openDetails() {
        details.run();
    }

    @Override
    public void focusFilter() {
        filter.run();
    }

    @Override
    public void compare() {
        owner.get().fireEvent(new CompareEvent(model.compared()));
    }

    @Override
    public void star() {
        model.edits().star(model.changed(), frame());
    }

    @Override
    public void hide() {
        model.edits().hide(model.changed(), frame());
    }

    @Override
    public void rename() {
        Set<Long> meant = model.changed();
        long lead = model.selection().leadKey();
        if (meant.isEmpty()) {
            return;
        }
        long key = meant.contains(lead) ? lead : meant.iterator().next();
        int row = frame().row(key);
        if (row >= 0) {
            String before = frame().run(row).name();
            String title = Texts.get("runs.rename.title", meant.size());
            model.context().choosers().askText(title, Texts.get("runs.rename.label"), before)
                    .map(String::strip).filter(name -> !name.isEmpty() && (meant.size() > 1 || !name.equals(before)))
                    .ifPresent(name -> model.edits().rename(meant, name));
        }
    }

    @Override
    public void trash() {
        Set<Long> meant = model.changed();
        if (meant.isEmpty()) {
            return;
        }
        if (model.inTrash()) {
            model.edits().deleteForGood(meant);
        } else {
            model.edits().trash(meant);
        }
    }

    @Override
    public void restore() {
        model.edits().restore(model.changed());
    }

    @Override
    public void editTags() {
        editors.tags(owner.get());
    }

    @Override
    public void editNote() {
        editors.note(owner.get());
    }

    @Override
    public void move() {
        editors.move(owner.get());
    }

    @Override
    public void copy() {
        copyAs(TableText.Format.TSV);
    }

    @Override
    public void copyAs(TableText.Format format) {
        Set<Long> meant = model.changed();
        Listing listing = model.listing().get();
        if (meant.isEmpty()) {
            return;
        }
        model.context().background().execute(() -> {
            String text = new TableExport(listing).text(format, meant);
            model.context().front().execute(() -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(text);
                Clipboard.getSystemClipboard().setContent(content);
                model.context().notices().info(Texts.get("runs.copied", meant.size()));
            });
        });
    }

    @Override
    public void export() {
        List<String> extensions = Arrays.stream(TableText.Format.values()).map(TableText.Format::extension).toList();
        Listing listing = model.listing().get();
        model.context().choosers().saveFile(Texts.get("runs.export.title"), "runs.csv",
                List.of("csv", "tsv", "md", "tex", "json").stream().filter(extensions::contains).toList())
                .ifPresent(file -> export(listing, file));
    }

    private void export(Listing listing, Path file) {
        String name = file.getFileName().toString();
        TableText.Format format = TableText.Format.named(name.substring(name.lastIndexOf('.') + 1))
                .orElse(TableText.Format.CSV);
        model.context().background().execute(() -> {
            try {
                new TableExport(listing).write(file, format);
                model.context().front().execute(() -> model.context().notices()
                        .info(Texts.get("runs.exported", file.toString())));
            } catch (IOException failure) {
                model.context().front().execute(() -> model.context().notices()
                        .failed(Texts.get("runs.export.failed", file.toString()), failure));
            }
        });
    }
}
