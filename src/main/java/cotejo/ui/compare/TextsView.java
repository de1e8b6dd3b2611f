package cotejo.ui.compare;

import atlantafx.base.theme.Styles;
import cotejo.compare.LineDiff;
import cotejo.compare.Span;
import cotejo.compare.TextFile;
import cotejo.compare.WordDiff;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Two texts side by side, line by line, the words that differ marked.
final class TextsView extends BorderPane {

    private static final int CONTEXT = 3;
    private static final int LONGEST = 400;

    private final Latest latest;
    private final ListView<LineDiff.Pair> list = new ListView<>();
    private final Label note = new Label();
    private LineDiff.Numbers numbers = LineDiff.Numbers.COUNT;
    private final ToggleButton masked = new ToggleButton(Texts.get("compare.text.mask"));
    private final ToggleButton changes = new ToggleButton(Texts.get("compare.text.changes"));
    private TextFile left = new TextFile(List.of(), false);
    private TextFile right = new TextFile(List.of(), false);
    private LineDiff diff = new LineDiff(List.of(), false);

    TextsView(CompareViewModel model) {
        this.latest = new Latest(model.context().background(), model.context().front());
        list.setFixedCellSize(20);
        list.getStyleClass().add("compare-lines");
        list.setCellFactory(view -> new PairCell(list, () -> numbers));
        list.setAccessibleText(Texts.get("compare.page.files"));
        masked.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        changes.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        masked.setOnAction(event -> compare());
        changes.setOnAction(event -> fill());
        note.getStyleClass().add("muted");
        HBox tools = new HBox(8, masked, changes, note);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("compare-subtools");
        setTop(tools);
        setCenter(list);
    }

    void show(TextFile ofLeft, TextFile ofRight) {
        left = ofLeft;
        right = ofRight;
        compare();
    }

    private void compare() {
        LineDiff.Numbers wanted = masked.isSelected() ? LineDiff.Numbers.MASKED : LineDiff.Numbers.COUNT;
        TextFile ofLeft = left;
        TextFile ofRight = right;
        latest.submit(cancel -> LineDiff.of(ofLeft.lines(), ofRight.lines(), wanted, cancel), result -> {
            numbers = wanted;
            diff = result;
            fill();
        }, failure -> note.setText(cotejo.model.Problem.describe(failure)));
    }

    private void fill() {
        list.getItems().setAll(changes.isSelected() ? around() : diff.lines());
        long differing = diff.differing();
        String said = differing == 0 ? Texts.get("compare.text.same") : Texts.get("compare.text.differ", differing);
        long beyond = diff.lines().stream().filter(pair -> longer(pair.left()) || longer(pair.right())).count();
        note.setText(said + (diff.rough() ? " " + Texts.get("compare.text.rough") : "")
                + (beyond > 0 ? " " + Texts.get("compare.text.long", beyond) : "")
                + (left.cut() || right.cut() ? " " + Texts.get("compare.text.cut") : ""));
    }

    private static boolean longer(String line) {
        return line.length() > LONGEST;
    }

    /// The lines that differ with a few around each.
    private List<LineDiff.Pair> around() {
        List<LineDiff.Pair> all = diff.lines();
        List<LineDiff.Pair> near = new ArrayList<>();
        int until = -1;
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            while (next < all.size() && (next < i || all.get(next).kind() == LineDiff.Kind.SAME)) {
                next++;
            }
            if (all.get(i).kind() != LineDiff.Kind.SAME) {
                until = i + CONTEXT;
            }
            if (i <= until || next - i <= CONTEXT && next < all.size()) {
                near.add(all.get(i));
            }
        }
        return near;
    }

    void close() {
        latest.cancel();
    }

    /// A pair of lines.
    private static final class PairCell extends ListCell<LineDiff.Pair> {

        private final HBox left = half();
        private final HBox right = half();
        private final HBox both = new HBox(left, right);
        private final Supplier<LineDiff.Numbers> numbers;

        PairCell(Region list, Supplier<LineDiff.Numbers> numbers) {
            this.numbers = numbers;
            getStyleClass().add("compare-pair");
            left.prefWidthProperty().bind(list.widthProperty().subtract(16).divide(2));
            right.prefWidthProperty().bind(left.prefWidthProperty());
            setPrefWidth(0);
        }

        private static HBox half() {
            HBox half = new HBox();
            half.setAlignment(Pos.CENTER_LEFT);
            half.setMinWidth(0);
            Rectangle clip = new Rectangle();
            clip.widthProperty().bind(half.widthProperty());
            clip.heightProperty().bind(half.heightProperty());
            half.setClip(clip);
            return half;
        }

        @Override
        protected void updateItem(LineDiff.@Nullable Pair pair, boolean empty) {
            super.updateItem(pair, empty);
            if (empty || pair == null) {
                setGraphic(null);
                return;
            }
            String first = cut(pair.left());
            String second = cut(pair.right());
            WordDiff words = pair.kind() == LineDiff.Kind.CHANGED ? WordDiff.of(first, second, numbers.get())
                    : new WordDiff(List.of(), List.of());
            fill(left, pair.leftNumber(), first, words.left(), style(pair.kind(), LineDiff.Kind.ONLY_LEFT));
            fill(right, pair.rightNumber(), second, words.right(), style(pair.kind(), LineDiff.Kind.ONLY_RIGHT));
            setGraphic(both);
        }

        private static String style(LineDiff.Kind kind, LineDiff.Kind own) {
            return kind == LineDiff.Kind.SAME ? "line-same" : kind == LineDiff.Kind.CHANGED ? "line-changed"
                    : kind == own ? "line-only" : "line-none";
        }

        private static String cut(String line) {
            String plain = line.replace("\t", "    ");
            return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        }

        private static void fill(HBox half, int number, String text, List<Span> spans, String style) {
            List<Node> nodes = new ArrayList<>();
            nodes.add(label(number == 0 ? "" : Integer.toString(number), "line-number"));
            int at = 0;
            for (Span span : spans) {
                add(nodes, text.substring(at, span.start()), "line-text");
                add(nodes, text.substring(span.start(), span.end()), "line-mark");
                at = span.end();
            }
            add(nodes, text.substring(at), "line-text");
            half.getStyleClass().setAll("line-half", style);
            half.getChildren().setAll(nodes);
        }

        private static void add(List<Node> nodes, String text, String style) {
            if (!text.isEmpty()) {
                nodes.add(label(text, style));
            }
        }

        private static Label label(String text, String style) {
            Label label = new Label(text);
            label.getStyleClass().add(style);
            label.setMinWidth(style.equals("line-number") ? 44 : Region.USE_PREF_SIZE);
            return label;
        }
    }
}
