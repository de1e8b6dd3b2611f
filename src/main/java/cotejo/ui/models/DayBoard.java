package cotejo.ui.models;

import cotejo.registry.History;
import cotejo.registry.Stages;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The board as it stood: a column for each stage, also for one that is there no more, and for what nobody knows.
final class DayBoard extends HBox {

    /// Where a version stood.
    private record Place(History.Then day, History.Standing standing) {

        /// Of very many versions those in production or with an alias come first, then those in another stage that
        /// counts, then the newest.
        int rank() {
            String stage = standing.stage();
            if (Stages.PRODUCTION.equals(stage) || day.aliases().containsValue(standing.version())) {
                return 0;
            }
            return stage == null || QUIET.contains(stage) ? 2 : 1;
        }
    }

    private static final int MOST = 400;
    private static final double COLUMN = 150;
    /// As wide as names need, where there is room.
    private static final double MOST_WIDE = 260;
    private static final Set<String> QUIET = Set.of(Stages.NONE, Stages.ARCHIVED);

    private final Map<String, VBox> columns = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /// @param stages of now, in order
    /// @param alone  whether it is about one model, whose name need not stand on every card
    DayBoard(List<History.Then> days, List<String> stages, boolean alone) {
        super(8);
        getStyleClass().add("day-board");
        if (days.isEmpty()) {
            getChildren().setAll(muted(Texts.get("models.history.nothingThen")));
            return;
        }
        stages.forEach(this::column);
        List<Place> all = new ArrayList<>();
        days.forEach(day -> day.versions().reversed().forEach(standing -> all.add(new Place(day, standing))));
        all.forEach(place -> counts.merge(word(place.standing()), 1, Integer::sum));
        Set<Place> told = Collections.newSetFromMap(new IdentityHashMap<>());
        all.stream().sorted(Comparator.comparingInt(Place::rank)).limit(MOST).forEach(told::add);
        all.stream().filter(told::contains).forEach(place ->
                column(word(place.standing())).getChildren().add(card(place.day(), place.standing(), alone)));
        VBox board = new VBox(8, new HBox(8, columns.entrySet().stream().map(this::headed).toArray(Node[]::new)));
        if (all.size() > told.size()) {
            board.getChildren().add(muted(Texts.get("models.more.count", all.size() - told.size())));
        }
        HBox.setHgrow(board, Priority.ALWAYS);
        getChildren().setAll(board);
    }

    private static String word(History.Standing standing) {
        String stage = standing.stage();
        return stage == null ? "" : stage;
    }

    private VBox column(String stage) {
        return columns.computeIfAbsent(stage, any -> new VBox(6));
    }

    private Node headed(Map.Entry<String, VBox> column) {
        String stage = column.getKey();
        Label head = new Label(stage.isEmpty() ? Texts.get("models.history.unknown") : stage);
        head.setWrapText(true);
        head.getStyleClass().addAll("column-title", StageChip.styleOf(stage));
        Label count = muted(Figures.count(counts.getOrDefault(stage, 0)));
        count.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(8, head, count);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("column-head");
        VBox box = new VBox(4, top, column.getValue());
        box.getStyleClass().addAll("stage-column", "day-column");
        box.setMinWidth(COLUMN);
        box.setPrefWidth(COLUMN);
        box.setMaxWidth(MOST_WIDE);
        HBox.setHgrow(box, Priority.ALWAYS);
        VBox.setVgrow(column.getValue(), Priority.ALWAYS);
        return box;
    }

    private static Node card(History.Then day, History.Standing standing, boolean alone) {
        Label version = new Label(Texts.get("models.version", Integer.toString(standing.version())));
        version.getStyleClass().add("card-number");
        VBox card = new VBox(2);
        if (!alone) {
            Label name = new Label(day.id().name());
            name.getStyleClass().add("card-model");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            card.getChildren().add(name);
        }
        FlowPane line = new FlowPane(6, 4, version);
        day.aliases().forEach((alias, number) -> {
            if (number == standing.version()) {
                line.getChildren().add(CardCell.alias(alias));
            }
        });
        line.setPrefWrapLength(COLUMN - 40);
        card.getChildren().add(line);
        card.getStyleClass().add("version-card");
        return card;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setWrapText(true);
        return label;
    }
}
