package cotejo.ui.datasets;

import cotejo.dataset.csv.Delimited;
import cotejo.dataset.view.Conversion;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Tip;
import cotejo.work.Latest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line above a delimited text: how it is read, why all of it had to be, and what it would be worth as Parquet. The
/// worth is measured once the rows are counted, on the first of them.
final class TextLine implements AutoCloseable {

    private final OpenDataset open;
    private final Delimited dataset;
    private final Bag bag = new Bag();
    private final Latest measuring;
    private final Label why = new Label(Texts.get("datasets.text.why"));
    private final Button convert = new Button(Texts.get("datasets.convert"));
    private boolean asked;

    TextLine(OpenDataset open, Delimited dataset) {
        this.open = open;
        this.dataset = dataset;
        this.measuring = new Latest(open.context().background(), open.context().front());
        why.getStyleClass().add("dataset-detail");
        Tip.on(why, why.getText());
        why.setMinWidth(0);
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        convert.getStyleClass().addAll("flat", "small");
        Tip.on(convert, Texts.get("datasets.text.convert"));
        convert.setOnAction(event -> new DatasetExport(open, dataset).convert());
        bag.listen(open.version(), (property, before, now) -> measure());
        measure();
    }

    List<Node> nodes() {
        DialectButton dialect = new DialectButton(dataset, open::reread);
        List.of(convert, dialect).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        return List.of(dialect, why, convert);
    }

    private void measure() {
        if (!asked && dataset.rowCount().isWhole() && dataset.rowCount().rows() > 0) {
            asked = true;
            measuring.submit(cancel -> Conversion.worth(dataset, cancel), this::tell,
                    failure -> Tip.on(convert, open.words(failure)));
        }
    }

    private void tell(Conversion.Worth worth) {
        String words = Texts.get("datasets.text.worth", Figures.bytes(worth.bytesAfter()),
                millis(worth.microsBefore()), millis(worth.microsAfter()));
        why.setText(words);
        Tip.on(why, Texts.get("datasets.text.why") + " " + words + " "
                + Texts.get("datasets.text.sample", worth.sample()));
    }

    private static String millis(long micros) {
        if (micros < 50) {
            return "< " + String.format(Texts.locale(), "%.1f", 0.1);
        }
        return String.format(Texts.locale(), micros < 10_000 ? "%.1f" : "%,.0f", micros / 1000.0);
    }

    @Override
    public void close() {
        bag.close();
        measuring.cancel();
    }
}
