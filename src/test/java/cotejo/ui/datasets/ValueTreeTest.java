package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Value;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.Test;

class ValueTreeTest {

    @Test
    void theFieldsOfAStructAreBranches() {
        TreeItem<String> root = ValueTree.of(new Value.Struct(List.of("a", "b"), List.of(new Value.Whole(7),
                new Value.Items(List.of(new Value.Text("x"), Value.Nothing.NULL)))));
        assertEquals(List.of("a: 7", "b: 2 parts"), root.getChildren().stream().map(TreeItem::getValue).toList());
    }

    @Test
    void aNullInAListIsSaid() {
        TreeItem<String> root = ValueTree.of(new Value.Items(List.of(Value.Nothing.NULL)));
        assertEquals("[0]: null", root.getChildren().getFirst().getValue());
    }

    @Test
    void ofALongListTheRestIsToldAsANumber() {
        TreeItem<String> root = ValueTree.of(new Value.Items(Collections.nCopies(1_500, new Value.Whole(1))));
        assertEquals("500", root.getChildren().getLast().getValue().replaceAll("\\D", ""));
    }

    @Test
    void aPlainValueHasNoBranches() {
        assertTrue(ValueTree.of(new Value.Whole(7)).isLeaf());
    }
}
