package cotejo.ui.compare;

import cotejo.text.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// A table of keys and runs of which only what is in sight exists as nodes: lines by a list with cells of one height,
/// columns by what each line fills in. The heads of lines stay while the values scroll beside them.
final class Matrix extends Region {

    private static final double HEAD = 32;
    private static final double NARROWEST = 150;
    private static final double WIDEST = 420;
    private static final long STRETCH_NANOS = 8_000_000;

    private final ListView<Integer> list = new ListView<>();
    private final ObservableList<Integer> numbers = FXCollections.observableArrayList();
    private final ScrollBar across = new ScrollBar();
    private final MatrixRow heads;
    private final DoubleProperty left = new SimpleDoubleProperty(0);
    private final Executor front;
    private final Deque<MatrixCell> bare = new ArrayDeque<>();
    private boolean making;
    private Sheet sheet;
    private double keyWidth = 260;
    private double columnWidth = 180;

    /// @param front runs what it is given on the thread of the window, later
    Matrix(Sheet sheet, Executor front) {
        this.sheet = sheet;
        this.front = front;
        getStyleClass().add("compare-matrix");
        list.setFixedCellSize(28);
        list.setItems(numbers);
        list.getStyleClass().add("compare-list");
        list.setAccessibleText(Texts.get("compare.table"));
        list.setCellFactory(view -> new MatrixCell(this));
        heads = new MatrixRow(this);
        heads.getStyleClass().add("compare-heads");
        across.setOrientation(Orientation.HORIZONTAL);
        across.valueProperty().addListener((bar, before, now) -> left.set(Math.round(now.doubleValue())));
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaX() != 0 || event.isShiftDown()) {
                double by = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
                across.setValue(Math.clamp(across.getValue() - by, 0, across.getMax()));
                event.consume();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && list.getFocusModel().getFocusedIndex() >= 0) {
                this.sheet.act(list.getFocusModel().getFocusedIndex());
            } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                double by = event.getCode() == KeyCode.LEFT ? -columnWidth : columnWidth;
                across.setValue(Math.clamp(across.getValue() + by, 0, across.getMax()));
                event.consume();
            }
        });
        left.addListener(any -> refill());
        getChildren().addAll(list, heads, across);
        setMinSize(200, 100);
    }

    /// Shows a sheet, staying where it is when the lines are as many.
    void show(Sheet next) {
        sheet = next;
        int size = next.lines();
        if (numbers.size() > size) {
            numbers.remove(size, numbers.size());
        }
        while (numbers.size() < size) {
            numbers.add(numbers.size());
        }
        requestLayout();
        refill();
    }

    private void refill() {
        list.lookupAll(".compare-cell").forEach(node -> ((MatrixCell) node).fill());
        heads.showHeads();
    }

    /// Has the nodes of a line made before long, with those of others for a short while: there are some dozens of lines
    /// in sight, and making them at once would hold the window.
    void makeSoon(MatrixCell cell) {
        bare.add(cell);
        makeSoon();
    }

    private void makeSoon() {
        if (!making && !bare.isEmpty()) {
            making = true;
            front.execute(this::make);
        }
    }

    private void make() {
        making = false;
        long began = System.nanoTime();
        for (MatrixCell next = bare.poll(); next != null; next = bare.poll()) {
            next.make();
            if (System.nanoTime() - began > STRETCH_NANOS) {
                break;
            }
        }
        makeSoon();
    }

    void rowHeight(double pixels) {
        list.setFixedCellSize(pixels);
    }

    Sheet sheet() {
        return sheet;
    }

    double left() {
        return left.get();
    }

    double keyWidth() {
        return keyWidth;
    }

    double columnWidth() {
        return columnWidth;
    }

    /// The place of the keyboard, or -1.
    int focused() {
        return list.getFocusModel().getFocusedIndex();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double bar = Math.ceil(across.prefHeight(-1));
        keyWidth = Math.clamp(Math.round(width * 0.24), 140, 320);
        double room = Math.max(1, width - keyWidth - 14);
        int columns = Math.max(1, sheet.columns());
        columnWidth = Math.floor(Math.clamp(room / columns, NARROWEST, WIDEST));
        double content = columnWidth * columns;
        boolean wide = content > room + 1;
        across.setVisible(wide);
        across.setMax(Math.max(0.001, content - room));
        across.setVisibleAmount(across.getMax() * Math.min(1, room / content));
        across.setBlockIncrement(room);
        across.setUnitIncrement(columnWidth);
        if (!wide || across.getValue() > across.getMax()) {
            across.setValue(wide ? across.getMax() : 0);
        }
        double foot = wide ? bar : 0;
        heads.resizeRelocate(0, 0, width, HEAD);
        list.resizeRelocate(0, HEAD, width, Math.max(0, getHeight() - HEAD - foot));
        across.resizeRelocate(keyWidth, getHeight() - bar, Math.max(0, width - keyWidth), bar);
        refill();
    }
}
