package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.chart.LineCharts;
import cotejo.chart.LineOptions;
import cotejo.chart.LineRun;
import cotejo.chart.RunColors;
import cotejo.chart.RunGroup;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/// The runs that are shown, each with its colour and dash; the pointer on one lets it stand out in all panels. One
/// line, so that charts keep the room; all of them in a list that scrolls, for whoever asks.
final class Legend extends VBox {

    /// Entries that are made when the line is asked for; as many of them are seen as fit.
    private static final int MOST = 12;
    private static final int MOST_OPEN = 500;
    private static final double TALLEST = 132;

    private final CurvesViewModel model;
    private final InvalidationListener changed = change -> build();
    private final LegendLine line = new LegendLine();
    private final FlowPane list = new FlowPane(14, 2);
    private final ScrollPane scroll = new ScrollPane(list);
    private final Button turn = new Button();
    private boolean open;

    Legend(CurvesViewModel model) {
        this.model = model;
        getStyleClass().add("curve-legend");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().add("curve-scroll");
        turn.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "curve-legend-more");
        turn.setOnAction(press -> {
            open = !open;
            build();
        });
        model.board().addListener(changed);
        model.theme().addListener(changed);
        model.setup().addListener(changed);
        build();
    }

    void close() {
        model.board().removeListener(changed);
        model.theme().removeListener(changed);
        model.setup().removeListener(changed);
    }

    private void build() {
        getChildren().clear();
        // A property that nobody reads tells of its first change only.
        model.board().get();
        model.setup().get();
        BoardRuns runs = model.runs().get();
        List<LineRun> lines = runs.runs().stream().map(run -> new LineRun(run.key(), run.label(), run.slot())).toList();
        int most = open ? MOST_OPEN : MOST;
        List<Label> entries = new ArrayList<>();
        int all;
        if (model.look().grouped()) {
            List<RunGroup> groups = RunGroup.of(LineOptions.of(model.line()), runs.frame(), lines);
            all = groups.size();
            groups(groups, most, entries);
        } else {
            all = runs.runs().size();
            runs.runs().stream().limit(most).forEach(run -> entries.add(entry(run.label(), run.name(),
                    run.slot(), run.key(), Set.of(run.key()))));
        }
        if (open) {
            turn.setText(Texts.get("curves.legend.less"));
            list.getChildren().setAll(entries);
            list.getChildren().add(turn);
            if (all > entries.size()) {
                list.getChildren().add(new Label(Texts.get("curves.legend.more",
                        ValueText.count(all - entries.size()))));
            }
            getChildren().setAll(scroll);
        } else {
            line.show(entries, turn, all);
            getChildren().setAll(line);
        }
    }

    private void groups(List<RunGroup> groups, int most, List<Label> entries) {
        Set<Integer> taken = new HashSet<>();
        List<String> names = brief(groups.stream().map(RunGroup::name).toList());
        for (int i = 0; i < Math.min(most, groups.size()); i++) {
            RunGroup group = groups.get(i);
            int slot = RunColors.apart(RunColors.slot(group.name()), taken);
            taken.add(slot);
            Set<Long> keys = group.runs().stream().map(LineRun::key).collect(Collectors.toUnmodifiableSet());
            String count = ValueText.count(keys.size());
            entries.add(entry(Texts.get("curves.legend.group", names.get(i), count),
                    Texts.get("curves.legend.group", group.name(), count), slot, LineCharts.key(group.name()), keys));
        }
    }

    /// Names of groups without the parts that are not needed to tell them apart.
    static List<String> brief(List<String> names) {
        List<List<String>> parts = names.stream().map(name -> List.of(name.split(" · "))).toList();
        int count = parts.stream().mapToInt(List::size).max().orElse(0);
        if (names.size() < 2 || parts.stream().anyMatch(one -> one.size() != count)) {
            return names;
        }
        List<Integer> kept = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        int apart = new HashSet<>(names).size();
        for (int i = 0; i < count && kept.size() > 1; i++) {
            List<Integer> fewer = new ArrayList<>(kept);
            fewer.remove(Integer.valueOf(i));
            if (new HashSet<>(joined(parts, fewer)).size() == apart) {
                kept = fewer;
            }
        }
        return joined(parts, kept);
    }

    private static List<String> joined(List<List<String>> parts, List<Integer> kept) {
        return parts.stream().map(one -> kept.stream().map(one::get).collect(Collectors.joining(" · "))).toList();
    }

    /// @param key  what stands out while the pointer is on it
    /// @param runs what a click selects
    private Label entry(String name, String hint, int slot, long key, Set<Long> runs) {
        Line line = new Line(0, 0, 18, 0);
        line.setStroke(BarsView.color(model.theme().get().line(slot)));
        line.setStrokeWidth(2.5);
        for (float length : RunColors.dash(slot).lengths()) {
            line.getStrokeDashArray().add((double) length);
        }
        Label label = new Label(name, line);
        label.getStyleClass().add("curve-legend-entry");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(300);
        Tip.on(label, hint);
        label.setOnMouseEntered(event -> model.highlight().set(key));
        label.setOnMouseExited(event -> model.highlight().set(null));
        label.setOnMouseClicked(event -> {
            if (event.isShortcutDown()) {
                Set<Long> next = new HashSet<>(model.linked().selected().get());
                if (!next.removeAll(runs)) {
                    next.addAll(runs);
                }
                model.linked().select(next);
            } else {
                model.linked().select(runs);
            }
        });
        return label;
    }
}
