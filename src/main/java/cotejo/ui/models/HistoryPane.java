package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.RegistryEvent;
import cotejo.registry.History;
import cotejo.registry.Stages;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

/// How the board stood on a day, and what happened until then.
final class HistoryPane extends HBox implements AutoCloseable {

    private static final int MOST = 400;
    private static final Set<String> QUIET = Set.of(Stages.NONE, Stages.ARCHIVED);

    /// A model on that day.
    private record Day(ModelCard model, History.Then then) {
    }

    private record Read(List<Day> days, List<RegistryEvent> events, Map<Long, String> names) {
    }

    private final ModelsViewModel model;
    private final Latest reading;
    private final DatePicker date = new DatePicker(LocalDate.now(ZoneId.systemDefault()));
    private final VBox board = new VBox(12);
    private final ScrollPane events = new ScrollPane();

    HistoryPane(ModelsViewModel model) {
        super(0);
        this.model = model;
        this.reading = new Latest(model.context().background(), model.context().front());
        getStyleClass().add("history-pane");
        date.setAccessibleText(Texts.get("models.history.asOf"));
        date.valueProperty().addListener((value, before, now) -> fill());
        Label label = new Label(Texts.get("models.history.asOf"));
        label.setLabelFor(date);
        label.setMinWidth(USE_PREF_SIZE);
        date.setConverter(new LocalDateStringConverter(FormatStyle.MEDIUM, Texts.locale(), null));
        HBox top = new HBox(8, label, date);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox left = new VBox(16, top, board);
        left.getStyleClass().add("history-board");
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        scroll.setMinWidth(240);
        scroll.setPrefWidth(480);
        events.setFitToWidth(true);
        events.getStyleClass().addAll("edge-to-edge", "history-events");
        events.setMinWidth(280);
        events.setPrefWidth(520);
        HBox.setHgrow(events, Priority.SOMETIMES);
        getChildren().addAll(scroll, events);
    }

    DatePicker date() {
        return date;
    }

    void fill() {
        LocalDate day = date.getValue() == null ? LocalDate.now(ZoneId.systemDefault()) : date.getValue();
        long at = day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli() - 1;
        List<ModelCard> models = model.shown();
        model.read(reading, registry -> {
            List<Day> days = new ArrayList<>();
            List<History.Then> thens = registry.history().asOf(models, at);
            for (int i = 0; i < models.size(); i++) {
                if (!thens.get(i).versions().isEmpty()) {
                    days.add(new Day(models.get(i), thens.get(i)));
                }
            }
            List<RegistryEvent> told = models.size() == 1 ? registry.history().of(models.getFirst().id())
                    : registry.history().all();
            return new Read(days, told.stream().filter(event -> event.at() <= at).toList(),
                    models.size() == 1 ? Map.of() : registry.history().names());
        }, this::show);
    }

    private void show(Read read) {
        List<Node> nodes = new ArrayList<>();
        int left = MOST;
        int more = 0;
        for (Day day : read.days()) {
            if (left > 0) {
                nodes.add(day(day, left));
                left -= day.then().versions().size();
            } else {
                more++;
            }
        }
        if (more > 0) {
            nodes.add(muted(Texts.get("models.history.moreModels", more)));
        }
        if (nodes.isEmpty()) {
            Label none = new Label(Texts.get("models.history.nothingThen"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            nodes.add(none);
        }
        board.getChildren().setAll(nodes);
        HistoryList list = new HistoryList(read.events(), read.names(), model.selected().get() == null ? null
                : event -> model.rollback(modelOf(), event.id()));
        list.getStyleClass().add("history-column");
        events.setContent(list);
    }

    private cotejo.model.ModelId modelOf() {
        return java.util.Objects.requireNonNull(model.selected().get());
    }

    /// Of very many versions those that stood in a stage that counts, or had an alias, and then the newest.
    private static List<History.Standing> told(History.Then then, int most) {
        List<History.Standing> all = then.versions().reversed();
        if (all.size() <= most) {
            return all;
        }
        List<History.Standing> told = new ArrayList<>(all);
        told.sort(Comparator.comparing(standing -> counts(standing, then) ? 0 : 1));
        return told.subList(0, most);
    }

    private static boolean counts(History.Standing standing, History.Then then) {
        String stage = standing.stage();
        return stage != null && !QUIET.contains(stage) || then.aliases().containsValue(standing.version());
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setWrapText(true);
        return label;
    }

    private static Node day(Day day, int most) {
        Label name = new Label(day.model().name());
        name.getStyleClass().add("model-name");
        VBox box = new VBox(6, name);
        List<History.Standing> told = told(day.then(), most);
        for (History.Standing standing : told) {
            Label version = new Label(Texts.get("models.version", Integer.toString(standing.version())));
            version.setMinWidth(84);
            HBox line = new HBox(8, version);
            line.setAlignment(Pos.CENTER_LEFT);
            if (standing.stage() == null) {
                line.getChildren().add(muted(Texts.get("models.history.unknown")));
            } else {
                line.getChildren().add(new StageChip(standing.stage()));
            }
            FlowPane aliases = new FlowPane(4, 4);
            day.then().aliases().forEach((alias, number) -> {
                if (number == standing.version()) {
                    aliases.getChildren().add(CardCell.alias(alias));
                }
            });
            line.getChildren().add(aliases);
            box.getChildren().add(line);
        }
        if (told.size() < day.then().versions().size()) {
            box.getChildren().add(muted(Texts.get("models.more.count", day.then().versions().size() - told.size())));
        }
        return box;
    }

    @Override
    public void close() {
        reading.cancel();
    }
}
