package cotejo.ui.datasets;

import cotejo.dataset.Oddity;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// What is odd in a file: each kind with its number, and its places, which lead to their rows.
final class OdditiesButton extends MenuButton {

    private static final int LISTED = 30;
    private final Path file;
    private final LongConsumer jump;
    private List<Oddity> shown = List.of();

    /// @param file named in the sentences by its name only, for its path stands in the head
    /// @param jump shows a row of the file
    OdditiesButton(Path file, LongConsumer jump) {
        this.file = file;
        this.jump = jump;
        getStyleClass().addAll("flat", "small", "dataset-odd");
        setMnemonicParsing(false);
        show(List.of());
    }

    /// Shows these; takes no room when there are none.
    void show(List<Oddity> oddities) {
        setVisible(!oddities.isEmpty());
        setManaged(!oddities.isEmpty());
        if (oddities.isEmpty() || oddities.equals(shown)) {
            return;
        }
        shown = List.copyOf(oddities);
        setText(Texts.get("datasets.oddities", oddities.stream().mapToLong(Oddity::count).sum(),
                words(oddities.getFirst())));
        setAccessibleText(getText());
        if (!isShowing()) {
            getItems().setAll(oddities.stream().map(this::item).toList());
        }
    }

    private String words(Oddity oddity) {
        return oddity.message().replace(file.toString(), String.valueOf(file.getFileName()));
    }

    private MenuItem item(Oddity oddity) {
        String words = words(oddity) + (oddity.count() > 1 ? " (×" + Figures.count(oddity.count()) + ")" : "");
        if (oddity.places().isEmpty()) {
            MenuItem item = new MenuItem(words);
            item.setMnemonicParsing(false);
            return item;
        }
        Menu menu = new Menu(words);
        menu.setMnemonicParsing(false);
        oddity.places().stream().limit(LISTED).forEach(place -> {
            MenuItem line = new MenuItem(Texts.get("datasets.oddities.place", Figures.count(place.line()),
                    Figures.count(place.row() + 1)));
            line.setOnAction(event -> jump.accept(place.row()));
            menu.getItems().add(line);
        });
        if (oddity.count() > Math.min(LISTED, oddity.places().size())) {
            MenuItem rest = new MenuItem(Texts.get("datasets.file.more",
                    Figures.count(oddity.count() - Math.min(LISTED, oddity.places().size()))));
            rest.setDisable(true);
            menu.getItems().add(rest);
        }
        return menu;
    }
}
