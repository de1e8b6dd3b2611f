package cotejo.ui.models;

import cotejo.model.VersionCard;
import cotejo.registry.Comparison;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.work.Cancel;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Two versions of a model side by side.
final class CompareSheet extends VBox implements AutoCloseable {

    private final ModelsViewModel model;
    private final Card card;
    private final Latest reading;
    private final ComboBox<Integer> other = new ComboBox<>();
    private final VBox lines = new VBox();

    CompareSheet(ModelsViewModel model, Card card, Runnable close) {
        super(12);
        this.model = model;
        this.card = card;
        this.reading = new Latest(model.context().background(), model.context().front());
        getStyleClass().addAll("floating-card", "promote-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(Texts.get("models.compare.title", card.model().name(),
                Integer.toString(card.version().version())));
        title.getStyleClass().add("card-title");
        other.getItems().setAll(card.model().live().reversed().stream().map(VersionCard::version)
                .filter(version -> version != card.version().version()).toList());
        other.setAccessibleText(Texts.get("models.compare.with"));
        other.valueProperty().addListener((value, before, now) -> load());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(8, title, other, gap, Icons.button("fth-x", Texts.get("models.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        lines.setPadding(new Insets(0, 16, 0, 0));
        getChildren().addAll(top, Sheets.scroll(lines));
        if (!other.getItems().isEmpty()) {
            other.setValue(other.getItems().getFirst());
        }
    }

    Node first() {
        return other;
    }

    private void load() {
        Integer number = other.getValue();
        if (number == null) {
            return;
        }
        if (lines.getChildren().isEmpty()) {
            Label comparing = new Label(Texts.get("models.compare.reading"));
            comparing.getStyleClass().add("muted");
            lines.getChildren().setAll(comparing);
        }
        VersionCard there = card.model().version(number).orElseThrow();
        List<VersionCard> versions = List.of(there, card.version());
        model.read(reading, registry -> {
            List<Comparison.Side> sides = new ArrayList<>();
            versions.forEach(version -> sides.add(new Comparison.Side(version,
                    registry.versions().facts(card.model().id(), version, Cancel.never()))));
            return Comparison.of(sides);
        }, read -> lines.getChildren().setAll(new ComparisonGrid(read, versions)));
    }

    @Override
    public void close() {
        reading.cancel();
    }
}
