package cotejo.ui.curves;

import cotejo.chart.RunColors;
import cotejo.text.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Line;

/// The runs that are shown, each with its colour and dash; the pointer on one lets it stand out in all panels.
final class Legend extends FlowPane {

    private static final int MOST = 12;

    private final CurvesViewModel model;
    private final InvalidationListener changed = change -> build();

    Legend(CurvesViewModel model) {
        super(14, 2);
        this.model = model;
        getStyleClass().add("curve-legend");
        model.board().addListener(changed);
        model.theme().addListener(changed);
        build();
    }

    void close() {
        model.board().removeListener(changed);
        model.theme().removeListener(changed);
    }

    private void build() {
        getChildren().clear();
        List<CurveRun> runs = model.board().get().runs();
        runs.stream().limit(MOST).forEach(run -> getChildren().add(entry(run)));
        if (runs.size() > MOST) {
            Label more = new Label(Texts.get("curves.legend.more", ValueText.count(runs.size() - MOST)));
            more.getStyleClass().add("curve-notes");
            getChildren().add(more);
        }
    }

    private Label entry(CurveRun run) {
        Line line = new Line(0, 0, 18, 0);
        line.setStroke(BarsView.color(model.theme().get().line(run.slot())));
        line.setStrokeWidth(2.5);
        for (float length : RunColors.dash(run.slot()).lengths()) {
            line.getStrokeDashArray().add((double) length);
        }
        Label label = new Label(run.name(), line);
        label.getStyleClass().add("curve-legend-entry");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(200);
        label.setOnMouseEntered(event -> model.highlight().set(run.key()));
        label.setOnMouseExited(event -> model.highlight().set(null));
        return label;
    }
}
