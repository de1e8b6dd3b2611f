package cotejo.ui.compare;

import cotejo.analysis.TwoGroups;
import cotejo.compare.Comparison;
import cotejo.compare.Groups;
import cotejo.compare.Reality;
import cotejo.export.Answers;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Whether two groups of runs really differ: metric by metric, in words and in numbers.
final class RealPage extends BorderPane {

    private static final int MOST = 40;

    private final Latest latest;
    private final GroupChoice groups;
    private final ComboBox<Reality.Correction> corrections = new ComboBox<>();
    private final VBox body = new VBox(16);
    private List<String> metrics = List.of();
    private boolean filling;

    RealPage(CompareViewModel model) {
        this.groups = new GroupChoice(model);
        this.latest = new Latest(model.context().background(), model.context().front());
        getStyleClass().add("compare-page");
        body.getStyleClass().add("compare-causes");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        corrections.getItems().setAll(Reality.Correction.values());
        corrections.setValue(Reality.Correction.HOLM);
        corrections.setConverter(new StringConverter<>() {
            @Override
            public String toString(Reality.@Nullable Correction correction) {
                // texts: compare.correction.*
                return correction == null ? ""
                        : Texts.get("compare.correction." + correction.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Reality.Correction fromString(String text) {
                return Reality.Correction.HOLM;
            }
        });
        HBox tools = new HBox(8, GroupChoice.word("compare.explain.between"), groups,
                GroupChoice.word("compare.real.correction"), corrections);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("compare-subtools");
        setTop(tools);
        setCenter(scroll);
        groups.value().addListener(any -> ask());
        corrections.valueProperty().addListener(any -> ask());
    }

    void show(Comparison comparison) {
        filling = true;
        groups.show(comparison);
        metrics = comparison.tellingMetrics().stream().limit(MOST).toList();
        filling = false;
        ask();
    }

    private void ask() {
        Groups way = groups.value().get();
        if (filling || way == null) {
            return;
        }
        List<String> asked = metrics;
        Reality.Correction correction = corrections.getValue();
        latest.submit(cancel -> Reality.of(way.first().runs(), way.second().runs(), asked,
                        correction, cancel),
                answers -> tell(way, correction, answers),
                failure -> body.getChildren().setAll(new Label(cotejo.model.Problem.describe(failure))));
    }

    private void tell(Groups way, Reality.Correction correction, List<Reality> answers) {
        Answers answered = new Answers(way, List.of(),
                Optional.of(new Answers.Tested(correction, answers)));
        List<Node> nodes = new ArrayList<>();
        if (answers.isEmpty()) {
            nodes.add(words(Texts.get("compare.real.nothing"), "compare-headline"));
        } else {
            Reality first = answers.getFirst();
            nodes.add(words(first.metric() + ": " + first.sentence(), "compare-headline"));
            nodes.add(table(answers));
            nodes.add(words(answered.legend(), "muted"));
        }
        body.getChildren().setAll(nodes);
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(820);
        return label;
    }

    private static GridPane table(List<Reality> answers) {
        GridPane table = new GridPane();
        table.getStyleClass().add("compare-real");
        String[] heads = {"metric", "answer", "means", "difference", "interval", "pCorrected", "hedgesG", "pWelch",
            "pMannWhitney", "bootstrap"};
        for (int i = 0; i < heads.length; i++) {
            // texts: compare.real.head.*
            Label head = new Label(Texts.get("compare.real.head." + heads[i]));
            head.getStyleClass().add("compare-real-head");
            head.setMinWidth(Region.USE_PREF_SIZE);
            add(table, head, i, 0);
        }
        int line = 1;
        for (Reality answer : answers) {
            TwoGroups g = answer.groups();
            String[] cells = {answer.metric(), Answers.answer(answer),
                Figures.brief(g.mean1(), 4) + " → " + Figures.brief(g.mean2(), 4), Figures.brief(g.difference(), 3),
                range(g.low(), g.high()), number(answer.corrected(), 2), number(g.hedges(), 3), number(g.welch(), 2),
                number(g.mannWhitney(), 2), range(g.bootstrapLow(), g.bootstrapHigh())};
            for (int i = 0; i < cells.length; i++) {
                Label cell = new Label(cells[i]);
                cell.getStyleClass().add(i == 1 ? "compare-verdict" : "compare-number");
                cell.setMinWidth(i == 0 ? 90 : Region.USE_PREF_SIZE);
                add(table, cell, i, line);
            }
            line++;
        }
        return table;
    }

    private static void add(GridPane table, Label label, int column, int row) {
        GridPane.setHalignment(label, column > 1 ? HPos.RIGHT : HPos.LEFT);
        table.add(label, column, row);
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "–" : Figures.brief(value, digits);
    }

    private static String range(double low, double high) {
        return Double.isNaN(low) ? "–" : "[" + Figures.brief(low, 3) + "; " + Figures.brief(high, 3) + "]";
    }

    void close() {
        latest.cancel();
    }
}
