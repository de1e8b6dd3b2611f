package cotejo.ui.compare;

import cotejo.compare.Comparison;
import cotejo.compare.Direction;
import cotejo.compare.Emphasis;
import cotejo.compare.Row;
import cotejo.compare.Section;
import cotejo.compare.Span;
import cotejo.compare.Value;
import cotejo.compare.Verdict;
import cotejo.export.RunLabels;
import cotejo.text.Figures;
import cotejo.text.Moments;
import cotejo.text.Texts;
import cotejo.ui.ShowEvent;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// The values of runs, a line a key.
final class ValuesSheet implements Sheet {

    private final CompareViewModel model;
    private final Comparison comparison;
    private final List<PageLine> lines;
    private final List<String> labels;
    private final List<Integer> colours;
    private final Consumer<ShowEvent.What> lead;
    private final Map<Integer, List<List<Span>>> emphasis = new HashMap<>();

    /// @param lead shows something in another panel
    ValuesSheet(CompareViewModel model, List<Integer> colours, Consumer<ShowEvent.What> lead) {
        this.model = model;
        this.comparison = model.comparison().get();
        this.lines = model.lines().get();
        this.labels = RunLabels.of(comparison.runs());
        this.colours = colours;
        this.lead = lead;
    }

    @Override
    public int lines() {
        return lines.size();
    }

    @Override
    public int columns() {
        return labels.size();
    }

    PageLine line(int line) {
        return lines.get(line);
    }

    @Override
    public Head head(int line) {
        return switch (lines.get(line)) {
            // texts: compare.section.*
            case PageLine.Title title -> new Head(Texts.get("compare.section." + title.kind().id()),
                    Texts.get("compare.section.count", title.differs(), title.total()), 0,
                    title.open() ? Fold.OPEN : Fold.FOLDED, Rank.SECTION, 0);
            case PageLine.Branch branch -> new Head(branch.label(),
                    branch.open() ? "" : Integer.toString(branch.rows()), branch.depth(),
                    branch.open() ? Fold.OPEN : Fold.FOLDED, Rank.BRANCH, 0);
            case PageLine.Values values -> new Head(values.label(), note(values.row()), values.depth(),
                    !values.foldable() ? Fold.NONE : values.open() ? Fold.OPEN : Fold.FOLDED, Rank.LINE, 0);
        };
    }

    private String note(Row row) {
        if (row.verdict() == Verdict.OPEN) {
            return Texts.get(model.summing().busy() ? "compare.reading" : "compare.unread");
        }
        return switch (row.direction().better()) {
            case LOWER -> row.direction().origin() == Direction.Origin.NAME ? "↓?" : "↓";
            case HIGHER -> row.direction().origin() == Direction.Origin.NAME ? "↑?" : "↑";
            case UNKNOWN -> "";
        };
    }

    @Override
    public Head column(int column) {
        boolean base = column == comparison.baseline();
        return new Head(labels.get(column), base ? Texts.get("compare.baseline") : "", 0, Fold.NONE, Rank.LINE,
                colours.get(column));
    }

    @Override
    public Shown value(int line, int column) {
        if (!(lines.get(line) instanceof PageLine.Values values)) {
            return Shown.NOTHING;
        }
        Row row = values.row();
        Value value = row.values().get(column);
        if (value.isMissing()) {
            return new Shown("–", "", Mark.MISSING, List.of(), "");
        }
        boolean best = row.best() == column && row.values().size() > 1;
        int base = comparison.baseline();
        boolean same = !row.differs() || base >= 0 && base != column && value.equals(row.values().get(base));
        Mark mark = best ? Mark.BEST : same ? Mark.SAME : Mark.PLAIN;
        String text = text(value, row.unit());
        List<Span> spans = row.unit() == Value.Unit.TIME ? apart(row, column, text)
                : emphasis.computeIfAbsent(line, any -> Emphasis.of(row, comparison.baseline())).get(column);
        return new Shown(text, change(row, column), mark, spans, exact(value, row));
    }

    /// Where a time differs from that of the baseline, or of the first other run.
    private List<Span> apart(Row row, int column, String text) {
        int base = comparison.baseline() >= 0 ? comparison.baseline() : 0;
        Value other = row.values().get(base == column ? column == 0 ? row.values().size() - 1 : 0 : base);
        return row.differs() && !other.isMissing() ? Emphasis.apart(text, text(other, row.unit())) : List.of();
    }

    private String change(Row row, int column) {
        Optional<Row.Change> change = row.differs() ? row.change(column, comparison.baseline()) : Optional.empty();
        return change.filter(c -> c.absolute() != 0).map(c -> {
            String absolute = row.unit() == Value.Unit.BYTES ? Figures.bytes(Math.round(Math.abs(c.absolute())))
                    : row.unit() == Value.Unit.DURATION ? Moments.duration(Math.round(Math.abs(c.absolute())))
                    : Figures.brief(Math.abs(c.absolute()), 3);
            String percent = Double.isFinite(c.percent()) && row.unit() != Value.Unit.STEP
                    ? "  " + (c.percent() > 0 ? "+" : "−") + Figures.brief(Math.abs(c.percent()), 3) + " %" : "";
            return (c.absolute() > 0 ? "+" : "−") + absolute + percent;
        }).orElse("");
    }

    private static String text(Value value, Value.Unit unit) {
        return switch (value) {
            case Value.Missing _ -> "–";
            case Value.Text(String text) -> text;
            case Value.Figure(double number) -> switch (unit) {
                case NONE, LITERAL, STEP -> Figures.brief(number, 5);
                case BYTES -> Figures.bytes(Math.round(number));
                case TIME -> Moments.exact((long) number, ZoneId.systemDefault());
                case DURATION -> Moments.duration((long) number);
            };
        };
    }

    private static String exact(Value value, Row row) {
        return switch (value) {
            case Value.Missing _ -> "";
            case Value.Text(String text) -> text;
            case Value.Figure(double number) -> switch (row.unit()) {
                case NONE, LITERAL, STEP, BYTES -> Figures.exact(number);
                case TIME -> java.time.Instant.ofEpochMilli((long) number).toString();
                case DURATION -> Figures.exact(number / 1000) + " s";
            };
        };
    }

    @Override
    public void act(int line) {
        switch (lines.get(line)) {
            case PageLine.Title title -> model.fold(title.kind().id());
            case PageLine.Branch branch -> model.fold(branch.path());
            case PageLine.Values values -> {
                if (values.foldable()) {
                    model.fold(values.path());
                }
            }
        }
    }

    @Override
    public @Nullable ContextMenu menu(int line, int column) {
        if (!(lines.get(line) instanceof PageLine.Values values)) {
            return null;
        }
        ContextMenu menu = new ContextMenu();
        if (values.kind() == Section.Kind.DATASETS && values.depth() == 0) {
            RunData.pair(comparison, values.row().key(), model.baseline().get(), column).ifPresent(pair ->
                    menu.getItems().addAll(item("compare.menu.datasets", () -> lead.accept(pair)),
                            new SeparatorMenuItem()));
        }
        if (column >= 0 && column < columns()) {
            String exact = exact(values.row().values().get(column), values.row());
            menu.getItems().add(item("compare.menu.copy", () -> copy(exact)));
            menu.getItems().add(item("compare.menu.baseline",
                    () -> model.baseline().set(comparison.runs().get(column).run().key())));
        }
        menu.getItems().add(item("compare.menu.copyKey", () -> copy(values.row().key())));
        menu.getItems().add(item("compare.menu.ignore", () -> model.change(c -> c.ignoring(values.row().key()))));
        if (values.kind() == Section.Kind.METRICS && values.depth() == 0) {
            menu.getItems().add(new SeparatorMenuItem());
            // texts: compare.better.*
            for (Direction.Better better : Direction.Better.values()) {
                menu.getItems().add(item("compare.better." + better.name().toLowerCase(java.util.Locale.ROOT),
                        () -> model.change(c -> c.withDirection(values.row().key(), better.name()))));
            }
        }
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
