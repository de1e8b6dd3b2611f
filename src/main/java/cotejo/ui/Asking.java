package cotejo.ui;

import cotejo.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks for files by the platform's own dialogs, and everything else by cards in the window.
final class Asking implements Choosers {

    private final ModalLayer layer;
    private final Supplier<@Nullable Window> window;
    private @Nullable File last;

    /// @param window the window that owns the dialogs, or null when there is none
    Asking(ModalLayer layer, Supplier<@Nullable Window> window) {
        this.layer = layer;
        this.window = window;
    }

    @Override
    public List<Path> openFiles(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        @Nullable List<File> files = chooser.showOpenMultipleDialog(window.get());
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        last = files.getFirst().getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> openFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        @Nullable File folder = chooser.showDialog(window.get());
        if (folder == null) {
            return Optional.empty();
        }
        last = folder.getParentFile();
        return Optional.of(folder.toPath());
    }

    @Override
    public Optional<Path> saveFile(String title, String name, List<String> extensions) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        chooser.setInitialFileName(name);
        for (String extension : extensions) {
            chooser.getExtensionFilters().add(
                    new FileChooser.ExtensionFilter(extension.toUpperCase(Texts.locale()), "*." + extension));
        }
        @Nullable File file = chooser.showSaveDialog(window.get());
        if (file == null) {
            return Optional.empty();
        }
        last = file.getParentFile();
        return Optional.of(Choosers.ended(file.toPath(), extensions));
    }

    /// Where a chooser begins, with no menu left over it.
    private @Nullable File start() {
        ModalLayer.hideMenus();
        @Nullable File folder = last;
        return folder != null && folder.isDirectory() ? folder : null;
    }

    @Override
    public boolean confirmDestroying(String title, String explanation, String action) {
        AtomicReference<Boolean> agreed = new AtomicReference<>(false);
        Button destroy = new Button(action);
        destroy.getStyleClass().add("danger");
        destroy.setOnAction(event -> {
            agreed.set(true);
            layer.close();
        });
        Button cancel = cancel();
        layer.showAndWait(Cards.card(title, List.of(Cards.text(explanation)), List.of(cancel, destroy)), cancel);
        return agreed.get();
    }

    @Override
    public Optional<String> askText(String title, String label, String value) {
        AtomicReference<@Nullable String> answer = new AtomicReference<>();
        TextField field = new TextField(value);
        field.setPrefColumnCount(32);
        field.setAccessibleText(label);
        Label name = new Label(label);
        name.setLabelFor(field);
        name.getStyleClass().add("muted");
        Button accept = new Button(Texts.get("shell.accept"));
        accept.setDefaultButton(true);
        accept.setOnAction(event -> {
            answer.set(field.getText());
            layer.close();
        });
        field.selectAll();
        layer.showAndWait(Cards.card(title, List.of(name, field), List.of(cancel(), accept)), field);
        return Optional.ofNullable(answer.get());
    }

    private Button cancel() {
        Button cancel = new Button(Texts.get("shell.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> layer.close());
        return cancel;
    }
}
