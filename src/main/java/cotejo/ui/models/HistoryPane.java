package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.RegistryEvent;
import cotejo.registry.History;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

/// How the board stood on a day, and what happened until then.
final class HistoryPane extends HBox implements AutoCloseable {

    private record Read(List<History.Then> days, List<RegistryEvent> events, Map<Long, String> names) {
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
        scroll.setPrefWidth(760);
        events.setFitToWidth(true);
        events.getStyleClass().addAll("edge-to-edge", "history-events");
        events.setMinWidth(330);
        events.setPrefWidth(440);
        getChildren().addAll(scroll, events);
    }

    DatePicker date() {
        return date;
    }

    void fill() {
        LocalDate day = date.getValue() == null ? LocalDate.now(ZoneId.systemDefault()) : date.getValue();
        long at = day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli() - 1;
        List<ModelCard> models = model.shown();
        boolean all = model.selected().get() == null && model.search().get().isBlank();
        if (board.getChildren().isEmpty()) {
            Label busy = new Label(Texts.get("models.loading"));
            busy.getStyleClass().add("muted");
            board.getChildren().setAll(busy);
        }
        model.read(reading, registry -> {
            List<History.Then> days = (all ? registry.history().asOf(at) : registry.history().asOf(models, at))
                    .stream().filter(then -> !then.versions().isEmpty()).toList();
            List<RegistryEvent> told = models.size() == 1 ? registry.history().of(models.getFirst().id())
                    : registry.history().all();
            return new Read(days, told.stream().filter(event -> event.at() <= at).toList(),
                    models.size() == 1 ? Map.of() : registry.history().names());
        }, this::show);
    }

    private void show(Read read) {
        board.getChildren().setAll(new DayBoard(read.days(), model.content().get().stages(),
                read.names().isEmpty()));
        HistoryList list = new HistoryList(read.events(), read.names(), model.selected().get() == null ? null
                : event -> model.rollback(modelOf(), event.id()));
        list.getStyleClass().add("history-column");
        events.setContent(list);
    }

    private cotejo.model.ModelId modelOf() {
        return java.util.Objects.requireNonNull(model.selected().get());
    }

    @Override
    public void close() {
        reading.cancel();
    }
}
