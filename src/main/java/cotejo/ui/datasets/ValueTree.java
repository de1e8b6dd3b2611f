package cotejo.ui.datasets;

import cotejo.dataset.Value;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// The parts of a nested value as a tree. A branch is filled when it is opened, so that a long list costs nothing.
final class ValueTree extends TreeItem<String> {

    /// Children of one branch; the rest is told as a number.
    private static final int MOST = 1000;
    private static final int LONGEST = 300;

    private record Part(String name, Value value) {
    }

    private final Value inside;
    private boolean filled;

    private ValueTree(String words, Value inside) {
        super(words);
        this.inside = inside;
    }

    /// The tree of a value, with its first level open.
    static TreeItem<String> of(Value value) {
        TreeItem<String> root = new ValueTree(words(value), value);
        root.setExpanded(true);
        return root;
    }

    @Override
    public boolean isLeaf() {
        return parts(inside, 1).isEmpty();
    }

    @Override
    public ObservableList<TreeItem<String>> getChildren() {
        ObservableList<TreeItem<String>> children = super.getChildren();
        if (!filled) {
            filled = true;
            List<TreeItem<String>> all = new ArrayList<>();
            for (Part part : parts(inside, MOST)) {
                all.add(new ValueTree(part.name() + ": " + words(part.value()), part.value()));
            }
            if (size(inside) > MOST) {
                all.add(new TreeItem<>(Texts.get("datasets.file.more", Figures.count(size(inside) - (long) MOST))));
            }
            children.setAll(all);
        }
        return children;
    }

    private static int size(Value value) {
        return switch (value) {
            case Value.Items items -> items.items().size();
            case Value.Pairs pairs -> pairs.pairs().size();
            case Value.Struct struct -> struct.values().size();
            case Value _ -> 0;
        };
    }

    private static List<Part> parts(Value value, int most) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(most, size(value)); i++) {
            switch (value) {
                case Value.Items items -> parts.add(new Part("[" + i + "]", items.items().get(i)));
                case Value.Pairs pairs -> parts.add(new Part(flat(pairs.pairs().get(i).key()),
                        pairs.pairs().get(i).value()));
                case Value.Struct struct -> parts.add(new Part(struct.names().get(i), struct.values().get(i)));
                case Value _ -> { }
            }
        }
        return parts;
    }

    private static String words(Value value) {
        return switch (value) {
            case Value.Items _, Value.Pairs _, Value.Struct _ -> Texts.get("datasets.value.parts", size(value));
            case Value other -> flat(other);
        };
    }

    private static String flat(Value value) {
        String text = value instanceof Value.Nothing ? Texts.get("grid.null") : value.plain();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
