package cotejo.ui.models;

import cotejo.model.Usage;
import cotejo.text.Texts;
import cotejo.ui.Humane;
import cotejo.ui.Tip;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// How often a version was exported, loaded and opened, and when last; by day where the pointer rests.
final class UsageView extends GridPane {

    private static final int MOST_DAYS = 30;

    /// @param days uses by day, oldest first
    UsageView(SortedMap<String, List<Usage>> days) {
        super(16, 4);
        getStyleClass().add("usage");
        // texts: models.usage.*
        for (Usage.Kind kind : Usage.Kind.values()) {
            long last = 0;
            int count = 0;
            StringBuilder each = new StringBuilder();
            int told = 0;
            for (Map.Entry<String, List<Usage>> day : days.reversed().entrySet()) {
                for (Usage use : day.getValue()) {
                    if (use.kind() == kind) {
                        count += use.count();
                        last = Math.max(last, use.last());
                        if (told++ < MOST_DAYS) {
                            each.append('\n').append(Texts.get("models.usage.day", day.getKey(), use.count()));
                        }
                    }
                }
            }
            Label name = new Label(Texts.get("models.usage." + kind.name().toLowerCase(Locale.ROOT), count));
            name.getStyleClass().add("small");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label when = new Label(count == 0 ? "" : Texts.get("models.usage.last", Humane.ago(last, Instant.now())));
            when.getStyleClass().addAll("muted", "small");
            if (count > 0) {
                Tip.on(name, Humane.exact(last) + each);
                Tip.on(when, Humane.exact(last) + each);
            }
            addRow(kind.ordinal(), name, when);
        }
    }
}
