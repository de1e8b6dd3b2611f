package cotejo.ui.compare;

import cotejo.compare.Cause;
import cotejo.compare.Comparison;
import cotejo.compare.Explanation;
import cotejo.compare.Gap;
import cotejo.compare.Groups;
import cotejo.compare.Ignoring;
import cotejo.compare.Peers;
import cotejo.export.Answers;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is most likely behind a gap, in sentences, the likeliest first.
final class ExplainPage extends BorderPane {

    private final CompareViewModel model;
    private final Latest latest;
    private final GroupChoice groups;
    private final ComboBox<String> metrics = new ComboBox<>();
    private final VBox body = new VBox(12);
    private List<String> telling = List.of();
    /// The metric that a person chose.
    private String chosen = "";
    private boolean filling;

    ExplainPage(CompareViewModel model) {
        this.model = model;
        this.groups = new GroupChoice(model);
        this.latest = new Latest(model.context().background(), model.context().front());
        getStyleClass().add("compare-page");
        body.getStyleClass().add("compare-causes");
        body.setMaxWidth(820);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        HBox tools = new HBox(8, GroupChoice.word("compare.explain.between"), groups,
                GroupChoice.word("compare.explain.in"), metrics);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("compare-subtools");
        metrics.setMaxWidth(260);
        setTop(tools);
        setCenter(scroll);
        groups.value().addListener(any -> {
            offer();
            ask();
        });
        metrics.valueProperty().addListener(any -> {
            if (!filling && metrics.getValue() != null) {
                chosen = metrics.getValue();
            }
            ask();
        });
    }

    /// Offers what these runs can be asked, keeping what was asked where it can still be.
    void show(Comparison comparison) {
        filling = true;
        groups.show(comparison);
        telling = comparison.tellingMetrics();
        filling = false;
        offer();
        ask();
    }

    /// The metric in which the gap is looked at, or null.
    @Nullable String metric() {
        return metrics.getValue();
    }

    /// The metrics that both groups have stand first: of others nothing can be told.
    private void offer() {
        Groups way = groups.value().get();
        if (filling || way == null) {
            return;
        }
        filling = true;
        List<String> offered = telling.stream().sorted(Comparator.comparing((String metric) ->
                Gap.values(way.first().runs(), metric).length == 0
                        || Gap.values(way.second().runs(), metric).length == 0)).toList();
        metrics.getItems().setAll(offered);
        metrics.setValue(offered.contains(chosen) ? chosen : offered.isEmpty() ? null : offered.getFirst());
        filling = false;
    }

    static <T> void keep(ComboBox<T> box, List<T> items) {
        @Nullable T before = box.getValue();
        String wanted = before instanceof Groups way ? way.label() : String.valueOf(before);
        box.getItems().setAll(items);
        box.setValue(items.stream().filter(item -> (item instanceof Groups way ? way.label() : item.toString())
                .equals(wanted)).findAny().orElse(items.isEmpty() ? null : items.getFirst()));
    }

    private void ask() {
        Groups way = groups.value().get();
        String metric = metrics.getValue();
        if (filling || way == null || metric == null) {
            return;
        }
        Gap gap = new Gap(way.first().runs(), way.second().runs(), metric);
        Ignoring ignoring = model.rules().ignoring();
        RunFrame frame = model.frame();
        latest.submit(cancel -> Explanation.of(gap, ignoring, Peers.of(frame, model.comparison().get().runs()),
                model.points()::series, cancel), causes -> tell(gap, causes),
                failure -> body.getChildren().setAll(new Label(cotejo.model.Problem.describe(failure))));
    }

    private void tell(Gap gap, List<Cause> causes) {
        List<Node> nodes = new ArrayList<>();
        Label headline = new Label(gap.sentence());
        headline.getStyleClass().add("compare-headline");
        headline.setWrapText(true);
        nodes.add(headline);
        int rank = 1;
        for (Cause cause : causes) {
            nodes.add(card(cause, cause.kind() == Cause.Kind.CURVE ? "" : Integer.toString(rank++)));
        }
        if (causes.isEmpty()) {
            nodes.add(quiet(Texts.get("compare.explain.nothing")));
        }
        nodes.add(quiet(Texts.get("compare.explain.caveat")));
        body.getChildren().setAll(nodes);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private static Node card(Cause cause, String rank) {
        FontIcon icon = new FontIcon(switch (cause.kind()) {
            case PARAM, MIXED_PARAM, FAINT_PARAM, LABEL_PARAM -> "fth-sliders";
            case DATASET -> "fth-database";
            case COMMIT -> "fth-git-commit";
            case PACKAGE -> "fth-package";
            case HARDWARE -> "fth-cpu";
            case CURVE -> "fth-trending-up";
        });
        Label number = new Label(rank);
        number.getStyleClass().add("compare-rank");
        number.setMinWidth(18);
        Label kind = new Label(Answers.kind(cause));
        kind.getStyleClass().add("compare-kind");
        HBox head = new HBox(8, kind);
        head.setAlignment(Pos.CENTER_LEFT);
        if (!Double.isNaN(cause.strength())) {
            ProgressBar bar = new ProgressBar(cause.strength());
            bar.setPrefWidth(120);
            bar.getStyleClass().add("compare-strength");
            head.getChildren().addAll(bar, new Label(Math.round(cause.strength() * 100) + " %"));
        }
        Label sentence = new Label(cause.sentence());
        sentence.setWrapText(true);
        VBox words = new VBox(4, head, sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(12, number, icon, words);
        card.getStyleClass().add("compare-card");
        return card;
    }

    void close() {
        latest.cancel();
    }
}
