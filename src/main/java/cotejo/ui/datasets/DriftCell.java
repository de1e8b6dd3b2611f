package cotejo.ui.datasets;

import cotejo.dataset.profile.Drift;
import cotejo.dataset.profile.DriftShape;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One column of two datasets as a line: how its values are spread in both, and how far they have moved.
final class DriftCell extends ListCell<Drift.ColumnDrift> {

    static final double HEIGHT = 48;
    static final HeadedLine LINE = new HeadedLine(List.of(140.0, 170.0, 72.0, 56.0, 120.0, 72.0),
            List.of(80.0, 48.0, 60.0, 48.0, 64.0, 48.0));
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");
    private static final PseudoClass MUCH = PseudoClass.getPseudoClass("much");

    private final Label name = new Label();
    private final Label type = new Label();
    private final OverlayBars bars = new OverlayBars();
    private final Label psi = new Label();
    private final Label grade = new Label();
    private final Label ks = new Label();
    private final Label nulls = new Label();
    private final Label words = new Label();
    private final HBox line;

    DriftCell() {
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        type.getStyleClass().add("dataset-detail");
        grade.getStyleClass().add("drift-grade");
        for (Label number : List.of(psi, grade, ks)) {
            number.setMaxWidth(Double.MAX_VALUE);
            number.setAlignment(Pos.CENTER_RIGHT);
        }
        VBox names = new VBox(1, name, type);
        names.setAlignment(Pos.CENTER_LEFT);
        VBox moved = new VBox(1, psi, grade);
        moved.setAlignment(Pos.CENTER_RIGHT);
        words.setWrapText(false);
        words.getStyleClass().add("dataset-detail");
        line = LINE.of(names, bars, moved, ks, nulls, words);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Drift.ColumnDrift drift, boolean empty) {
        super.updateItem(drift, empty);
        if (empty || drift == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(drift.name());
        type.setText(drift.type().label());
        switch (drift.shape()) {
            case DriftShape.Bins bins -> bars.show(bins.before(), bins.after());
            case DriftShape.Words some -> bars.show(some.before(), some.after());
        }
        psi.setText(DriftWords.measure(drift.psi()));
        ks.setText(DriftWords.measure(drift.ks()));
        DriftWords.Grade how = DriftWords.grade(drift);
        grade.setText(DriftWords.word(how));
        grade.pseudoClassStateChanged(SOME, how == DriftWords.Grade.SOME);
        grade.pseudoClassStateChanged(MUCH, how == DriftWords.Grade.MUCH);
        nulls.setText(DriftWords.nulls(drift));
        words.setText(drift.fresh().isEmpty() && drift.vanished().isEmpty() ? ""
                : "+" + drift.fresh().size() + " −" + drift.vanished().size());
        setAccessibleText(String.join(", ", name.getText(), type.getText(), "PSI " + psi.getText(), grade.getText(),
                "KS " + ks.getText(), nulls.getText(), words.getText()));
        setGraphic(line);
    }
}
