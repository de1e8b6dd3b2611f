package cotejo.ui.compare;

import atlantafx.base.theme.Styles;
import cotejo.text.Figures;
import cotejo.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How far the reading of large files is, with a way to stop it; afterwards a way to go on. There only when there is
/// something to say.
final class SumsBar extends HBox {

    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button(Texts.get("compare.stop"));
    private final Button more = new Button(Texts.get("compare.sums.more"));

    SumsBar(CompareViewModel model) {
        super(12);
        getStyleClass().add("compare-sums");
        setAlignment(Pos.CENTER_LEFT);
        bar.setPrefWidth(160);
        bar.setMinWidth(60);
        words.setMinWidth(0);
        for (Button button : new Button[] {stop, more}) {
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        stop.setOnAction(event -> model.stopSums());
        more.setOnAction(event -> model.readSums());
        getChildren().addAll(words, bar, stop, more);
        model.summing().state().subscribe(this::show);
    }

    private void show(Summing.State state) {
        shown(this, !(state instanceof Summing.State.Quiet));
        shown(bar, state instanceof Summing.State.Reading);
        shown(stop, state instanceof Summing.State.Reading);
        shown(more, state instanceof Summing.State.Stopped);
        switch (state) {
            case Summing.State.Quiet() -> words.setText("");
            case Summing.State.Reading(long done, long of) -> {
                words.setText(Texts.get("compare.sums.reading", Figures.bytes(done), Figures.bytes(of)));
                bar.setProgress(of == 0 ? 1 : (double) done / of);
            }
            case Summing.State.Stopped(int files) -> words.setText(Texts.get("compare.sums.stopped", files));
        }
    }

    private static void shown(Region region, boolean wanted) {
        region.setVisible(wanted);
        region.setManaged(wanted);
    }
}
