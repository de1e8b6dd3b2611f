package cotejo.ui.datasets;

import atlantafx.base.theme.Styles;
import cotejo.dataset.csv.CsvDialect;
import cotejo.dataset.csv.Delimited;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// How a delimited text was found to be written, and what else to take it for.
final class DialectButton extends MenuButton {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', ' ', ':');
    private static final List<Character> QUOTES = List.of('"', '\'', '`', '\0');
    private static final List<Character> COMMENTS = List.of('\0', '#', ';', '%');
    private static final List<String> CHARSETS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1",
            "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
            "windows-1256", "windows-1257", "windows-1258");

    private final CsvDialect found;
    private final Consumer<CsvDialect> wanted;

    /// @param text   as it is read now
    /// @param wanted told how it shall be read instead
    DialectButton(Delimited text, Consumer<CsvDialect> wanted) {
        this.found = text.dialect();
        this.wanted = wanted;
        getStyleClass().addAll("flat", "small");
        setText(DialectWords.summary(text));
        Tip.on(this, Texts.get("datasets.dialect.hint"));
        setAccessibleText(Texts.get("datasets.dialect.hint") + ": " + getText());
        choice("delimiter", with(DELIMITERS, found.delimiter()), found.delimiter(), DialectWords::sign,
                found::withDelimiter);
        getItems().stream().filter(Menu.class::isInstance).map(Menu.class::cast).findFirst()
                .ifPresent(delimiters -> delimiters.getItems().add(anyDelimiter()));
        choice("quote", with(QUOTES, found.quote()), found.quote(), DialectWords::sign, found::withQuote);
        choice("escape", found.quoting() ? List.of(found.quote(), '\\') : List.of(found.escape()), found.escape(),
                c -> Texts.get(c == '\\'
                ? "datasets.dialect.backslash" : "datasets.dialect.doubled"), found::withEscape);
        choice("decimal", List.of('.', ','), found.decimal(), DialectWords::sign, found::withDecimal);
        choice("charset", charsets(), found.charset(), Charset::displayName, found::withCharset);
        choice("header", List.of(CsvDialect.Header.values()), found.header(),
                // texts: datasets.dialect.header.*
                header -> Texts.get("datasets.dialect.header." + header.name()), found::withHeader);
        choice("comment", with(COMMENTS, found.comment()), found.comment(), DialectWords::sign, found::withComment);
    }

    /// A field for a sign that the list does not have.
    private CustomMenuItem anyDelimiter() {
        TextField sign = new TextField();
        sign.setPrefColumnCount(4);
        sign.setAccessibleText(Texts.get("datasets.dialect.other"));
        sign.setPromptText(Texts.get("datasets.dialect.other.prompt"));
        sign.textProperty().addListener((property, before, now) ->
                sign.pseudoClassStateChanged(Styles.STATE_DANGER, false));
        sign.setOnAction(event -> {
            Optional<Character> typed = DialectWords.delimiter(sign.getText()).filter(found::delimitedBy);
            sign.pseudoClassStateChanged(Styles.STATE_DANGER, typed.isEmpty());
            typed.ifPresent(other -> {
                hide();
                if (other != found.delimiter()) {
                    this.wanted.accept(found.withDelimiter(other));
                }
            });
            event.consume();
        });
        HBox line = new HBox(8, new Label(Texts.get("datasets.dialect.other")), sign);
        line.setAlignment(Pos.CENTER_LEFT);
        CustomMenuItem item = new CustomMenuItem(line, false);
        item.setMnemonicParsing(false);
        return item;
    }

    private static List<Character> with(List<Character> usual, char one) {
        Set<Character> all = new LinkedHashSet<>(usual);
        all.add(one);
        return List.copyOf(all.stream().toList());
    }

    private List<Charset> charsets() {
        Set<Charset> all = new LinkedHashSet<>();
        CHARSETS.stream().filter(Charset::isSupported).map(Charset::forName).forEach(all::add);
        all.add(found.charset());
        return all.stream().toList();
    }

    private <T> void choice(String key, List<T> values, T now, Function<T, String> words,
            Function<T, CsvDialect> change) {
        // texts: datasets.dialect.*
        Menu menu = new Menu(Texts.get("datasets.dialect." + key, words.apply(now)));
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(words.apply(value));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(value.equals(now));
            item.setOnAction(event -> {
                if (!value.equals(now)) {
                    wanted.accept(change.apply(value));
                }
            });
            menu.getItems().add(item);
        }
        menu.setMnemonicParsing(false);
        getItems().add(menu);
    }
}
