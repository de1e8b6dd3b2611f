package cotejo.ui.models;

import cotejo.registry.Passport;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The passport: six parts, each with a mark, what is known, where from, and what is missing.
final class PassportView extends VBox {

    /// Told what a person wants to enter by hand, and what is there; null for nothing.
    interface Enter {
        void entry(String key, Passport.@Nullable Entry before);
    }

    private static final Set<String> LONG = Set.of("data.schema", "data.profile");
    private static final int WIDEST = 300;

    private final Passport passport;
    private final Enter enter;
    private final GridPane grid = new GridPane();
    private int row;

    /// @param enter told which entry a person wants to enter by hand
    PassportView(Passport passport, Enter enter) {
        super(8);
        this.passport = passport;
        this.enter = enter;
        ProgressBar bar = new ProgressBar(passport.complete());
        bar.setPrefWidth(120);
        bar.setAccessibleText(Texts.get("models.passport"));
        long full = passport.sections().stream().filter(Passport.Section::complete).count();
        Label mark = new Label(Texts.get("models.passport.complete", full, passport.sections().size()));
        mark.getStyleClass().addAll("muted", "small");
        Label title = new Label(Texts.get("models.passport"));
        title.getStyleClass().add("section-title");
        HBox head = new HBox(12, title, bar, mark);
        head.setAlignment(Pos.CENTER_LEFT);
        grid.setHgap(12);
        grid.setVgap(4);
        ColumnConstraints names = new ColumnConstraints(110, 150, 160);
        ColumnConstraints values = new ColumnConstraints(100, 200, Double.MAX_VALUE);
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        passport.sections().forEach(this::section);
        getChildren().addAll(head, grid);
    }

    // texts: models.passport.part.*
    // texts: models.passport.key.*
    private void section(Passport.Section section) {
        Label head = new Label(Texts.get("models.passport.part." + section.part().word()),
                Icons.of(section.complete() ? "fth-check-circle" : "fth-circle"));
        head.getStyleClass().addAll("passport-part", section.complete() ? "gate-passed" : "passport-open");
        head.setAccessibleText(head.getText() + ", "
                + Texts.get(section.complete() ? "models.passport.full" : "models.passport.open"));
        GridPane.setMargin(head, new javafx.geometry.Insets(row == 0 ? 0 : 6, 0, 0, 0));
        grid.add(head, 0, row++, 2, 1);
        section.entries().forEach(this::entry);
        section.missing().forEach(this::missing);
        more(section);
    }

    private static Label name(String key) {
        Label label = new Label(Texts.get("models.passport.key." + key));
        label.getStyleClass().addAll("muted", "small");
        label.setPadding(new javafx.geometry.Insets(0, 0, 0, 22));
        return label;
    }

    private void entry(Passport.Entry entry) {
        grid.add(name(entry.key()), 0, row);
        Node value = value(entry);
        if (Passport.KEYS.contains(entry.key())) {
            Button change = Icons.button("fth-edit-2", Texts.get("models.passport.changeKey",
                    Texts.get("models.passport.key." + entry.key())), () -> enter.entry(entry.key(), entry));
            change.getStyleClass().addAll("small", "passport-change");
            change.setMinWidth(Region.USE_PREF_SIZE);
            HBox both = new HBox(4, value, change);
            both.setAlignment(Pos.CENTER_LEFT);
            grid.add(both, 1, row++);
        } else {
            grid.add(value, 1, row++);
        }
    }

    // texts: models.passport.from.*
    private static Node value(Passport.Entry entry) {
        String shown = shown(entry);
        Label label = new Label(shown);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(0);
        String from = Texts.get("models.passport.from." + entry.from().name().toLowerCase(java.util.Locale.ROOT));
        String value = entry.value().length() > 2000 ? entry.value().substring(0, 2000) + "…" : entry.value();
        Tip.on(label, value + "\n" + from);
        if (entry.key().equals("parameters.hash") || entry.key().equals("code.commit")) {
            label.getStyleClass().add("mono");
        }
        return label;
    }

    private static String shown(Passport.Entry entry) {
        String value = entry.value();
        if (entry.key().equals("parameters.bytes")) {
            return Figures.bytes(Long.parseLong(value));
        }
        if (entry.key().equals("parameters.count")) {
            return value.matches("\\d{1,18}") ? Figures.count(Long.parseLong(value)) : value;
        }
        if (LONG.contains(entry.key())) {
            return value.length() > 80 ? value.substring(0, 80) + "…" : value;
        }
        String line = value.replace("\n", " · ");
        return line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line;
    }

    /// What may be said besides, each behind a link of its own.
    private void more(Passport.Section section) {
        List<String> keys = Passport.KEYS.stream().filter(key -> key.startsWith(section.part().word() + ".")
                && !section.missing().contains(key) && passport.value(key).isEmpty()).toList();
        if (keys.isEmpty()) {
            return;
        }
        FlowPane links = new FlowPane(4, 2);
        links.setPadding(new javafx.geometry.Insets(0, 0, 0, 18));
        for (String key : keys) {
            String name = Texts.get("models.passport.key." + key);
            Button add = new Button(name, Icons.of("fth-plus"));
            add.getStyleClass().addAll("flat", "small", "link-button", "passport-more");
            add.setAccessibleText(Texts.get("models.passport.enterKey", name));
            add.setOnAction(event -> enter.entry(key, null));
            links.getChildren().add(add);
        }
        grid.add(links, 0, row++, 2, 1);
    }

    private void missing(String key) {
        grid.add(name(key), 0, row);
        if (key.equals("parameters.hash") && passport.value("parameters.files").isPresent()) {
            Label coming = new Label(Texts.get("models.passport.coming",
                    Figures.bytes(Long.parseLong(passport.value("parameters.bytes").orElse("0")))));
            coming.getStyleClass().add("muted");
            grid.add(coming, 1, row);
        } else if (Passport.KEYS.contains(key)) {
            Button add = new Button(Texts.get("models.passport.enter"));
            add.getStyleClass().addAll("flat", "small", "link-button");
            add.setAccessibleText(Texts.get("models.passport.enterKey",
                    Texts.get("models.passport.key." + key)));
            add.setOnAction(event -> enter.entry(key, null));
            grid.add(add, 1, row);
        }
        row++;
    }
}
