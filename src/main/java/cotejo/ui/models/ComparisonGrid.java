package cotejo.ui.models;

import cotejo.model.VersionCard;
import cotejo.registry.Comparison;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Versions side by side, line by line, what differs first within each part; what is the same is counted.
final class ComparisonGrid extends GridPane {

    private static final int MOST = 60;
    /// Forests have hundreds of arrays, which would push what matters out of sight.
    private static final int MOST_TENSORS = 12;
    /// How many more each look at the rest brings.
    private static final int MORE = 200;

    private final List<Comparison.Line> lines;
    private final List<VersionCard> versions;
    private final Map<Comparison.Part, Integer> most = new EnumMap<>(Comparison.Part.class);
    private int row;

    ComparisonGrid(List<Comparison.Line> lines, List<VersionCard> versions) {
        this.lines = List.copyOf(lines);
        this.versions = List.copyOf(versions);
        getStyleClass().add("comparison");
        setHgap(12);
        setVgap(2);
        ColumnConstraints names = new ColumnConstraints(110, 150, 190);
        getColumnConstraints().add(names);
        for (int i = 0; i < versions.size(); i++) {
            ColumnConstraints values = new ColumnConstraints(60, 150, Double.MAX_VALUE);
            values.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(values);
        }
        lay();
    }

    private void lay() {
        getChildren().clear();
        for (int i = 0; i < versions.size(); i++) {
            Label head = new Label(Texts.get("models.version", Integer.toString(versions.get(i).version())));
            head.getStyleClass().add("card-number");
            add(head, i + 1, 0);
        }
        row = 1;
        if (lines.isEmpty()) {
            Label nothing = new Label(Texts.get("models.compare.nothing"));
            nothing.getStyleClass().add("muted");
            nothing.setWrapText(true);
            add(nothing, 0, row++, versions.size() + 2, 1);
        }
        for (Comparison.Part part : Comparison.Part.values()) {
            part(part, lines.stream().filter(line -> line.part() == part).toList(), versions.size());
        }
    }

    private void part(Comparison.Part part, List<Comparison.Line> lines, int columns) {
        if (lines.isEmpty()) {
            return;
        }
        // texts: models.part.*
        Label head = new Label(Texts.get("models.part." + part.name().toLowerCase(Locale.ROOT)));
        head.getStyleClass().addAll("muted", "small", "comparison-part");
        add(head, 0, row++, columns + 2, 1);
        boolean all = part == Comparison.Part.METRICS;
        List<Comparison.Line> wanted = lines.stream().filter(line -> all || line.differs()).toList();
        int limit = most.getOrDefault(part, part == Comparison.Part.TENSORS ? MOST_TENSORS : MOST);
        wanted.stream().limit(limit).forEach(this::line);
        if (wanted.size() > limit) {
            Button more = new Button(Texts.get("models.compare.more", wanted.size() - limit));
            more.getStyleClass().addAll("flat", "small", "link-button", "comparison-more");
            more.setOnAction(event -> {
                most.put(part, limit + MORE);
                lay();
            });
            add(more, 1, row++, columns + 1, 1);
        }
        if (lines.size() > wanted.size()) {
            Label same = new Label(Texts.get("models.compare.same", lines.size() - wanted.size()));
            same.getStyleClass().addAll("muted", "small");
            add(same, 1, row++, columns + 1, 1);
        }
    }

    private void line(Comparison.Line line) {
        Label name = new Label(line.key());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tip.on(name, line.key());
        add(name, 0, row);
        for (int i = 0; i < line.values().size(); i++) {
            @Nullable String value = line.values().get(i);
            String shown = value == null ? "–" : line.part() == Comparison.Part.METRICS
                    ? Figures.brief(Double.parseDouble(value)) : value;
            Label label = new Label(shown);
            label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            Tip.on(label, value == null ? "–" : value);
            label.getStyleClass().add(line.differs() ? "differs" : "same");
            add(label, i + 1, row);
        }
        if (line.change() != null) {
            Label change = new Label((line.change() > 0 ? "+" : "") + Figures.brief(line.change(), 3));
            change.getStyleClass().addAll("muted", "small");
            GridPane.setHalignment(change, HPos.RIGHT);
            change.setMinWidth(USE_PREF_SIZE);
            add(change, line.values().size() + 1, row);
        }
        row++;
    }
}
