package cotejo.ui.datasets;

import atlantafx.base.controls.CustomTextField;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Prompt;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// All columns, each a line that fills in when it comes into sight, and the chosen one beside them in full.
final class ColumnsView extends BorderPane implements AutoCloseable {

    /// Where there is less the list has all of it.
    private static final double ROOM_FOR_SIDE = 460;

    private final ColumnsViewModel model;
    private final ListView<Integer> list = new ListView<>();
    private final List<ColumnCell> cells = new ArrayList<>();
    private final ColumnSide side;
    private final CustomTextField search = new CustomTextField();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button(Texts.get("datasets.stop"));
    private final Bag bag = new Bag();
    private final Region besideBar = new Region();
    private boolean looking;

    /// @param filter narrows the rows by a condition, and shows them
    /// @param reveal shows a column among the rows
    ColumnsView(ColumnsViewModel model, Consumer<String> filter, IntConsumer reveal) {
        this.model = model;
        this.side = new ColumnSide(model, filter, leaf -> model.scan(List.of(leaf)), reveal);
        list.setFixedCellSize(ColumnCell.HEIGHT);
        list.getStyleClass().add("dataset-columns");
        list.setAccessibleText(Texts.get("datasets.columns.list"));
        list.setCellFactory(view -> {
            ColumnCell cell = new ColumnCell(model);
            cell.itemProperty().addListener((property, before, now) -> look());
            cells.add(cell);
            return cell;
        });
        list.getItems().setAll(model.named(""));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            side.show(now == null ? -1 : now);
            look();
        });
        list.getSelectionModel().selectFirst();
        BorderPane left = new BorderPane(list);
        left.setTop(heads());
        left.setMinWidth(200);
        SplitPane split = new SplitPane(left, side);
        SplitPane.setResizableWithParent(side, false);
        split.setDividerPositions(0.74);
        widthProperty().addListener((property, before, now) -> {
            boolean wanted = now.doubleValue() >= ROOM_FOR_SIDE;
            if (wanted && !split.getItems().contains(side)) {
                split.getItems().add(side);
                split.setDividerPositions(0.74);
            } else if (!wanted) {
                split.getItems().remove(side);
            }
        });
        setTop(bar());
        setCenter(split);
        bag.listen(model.version(), (property, before, now) -> arrived());
        bag.listen(model.share(), (property, before, now) -> progress());
        progress();
    }

    private Node bar() {
        search.setLeft(new FontIcon("fth-search"));
        Prompt.on(search, Texts.get("datasets.columns.search"));
        search.setAccessibleText(Texts.get("datasets.columns.search"));
        search.textProperty().addListener((property, before, now) -> list.getItems().setAll(model.named(now)));
        search.setPrefWidth(260);
        search.setMinWidth(100);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button all = new Button(Texts.get("datasets.scan.all"));
        Tip.on(all, Texts.get("datasets.scan.all.hint"));
        all.setOnAction(event -> model.scan(list.getItems()));
        bar.setPrefWidth(120);
        stop.setOnAction(event -> model.stop());
        for (Button button : List.of(all, stop)) {
            button.getStyleClass().addAll("flat", "small");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox line = new HBox(8, search, gap, bar, stop, all);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("dataset-bar");
        return line;
    }

    private Node heads() {
        String[] keys = {"name", "values", "nulls", "distinct", "range"};
        Label[] heads = new Label[keys.length];
        for (int i = 0; i < keys.length; i++) {
            // texts: datasets.columns.head.*
            heads[i] = new Label(Texts.get("datasets.columns.head." + keys[i]));
            heads[i].getStyleClass().add("dataset-detail");
        }
        heads[3].setAlignment(Pos.CENTER_RIGHT);
        HBox line = ColumnCell.LINE.of(heads);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox all = new HBox(line, besideBar);
        all.getStyleClass().add("dataset-columns-heads");
        return all;
    }

    private void progress() {
        double share = model.share().get();
        boolean busy = share != RowsViewModel.IDLE;
        bar.setProgress(busy ? share : 0);
        bar.setVisible(busy);
        stop.setVisible(busy);
    }

    private void arrived() {
        cells.forEach(ColumnCell::refill);
        side.refill();
    }

    /// Asks for what is in sight, once however many lines changed.
    private void look() {
        if (!looking) {
            looking = true;
            Platform.runLater(() -> {
                looking = false;
                List<Integer> inSight = new ArrayList<>();
                for (ColumnCell cell : cells) {
                    Integer leaf = cell.getItem();
                    if (leaf != null && !cell.isEmpty() && cell.getParent() != null) {
                        inSight.add(leaf);
                        // Heads stand above their columns, whether or not there is a scroll bar.
                        besideBar.setMinWidth(Math.max(0, list.getWidth() - cell.getWidth()));
                    }
                }
                Integer chosen = list.getSelectionModel().getSelectedItem();
                if (chosen != null) {
                    inSight.add(chosen);
                }
                model.seen(inSight);
            });
        }
    }

    @Override
    public void close() {
        bag.close();
    }
}
