package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.query.ColumnRef;
import cotejo.query.Expansion;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lines of closed groups: what the keyboard does there, and how they look.
final class GroupLinesTest {

    @TempDir
    private Path folder;
    private RunsRig rig;
    private RunsPanel panel;

    @BeforeEach
    void open() throws Exception {
        rig = RunsRig.withRuns(folder, 6, 3);
        panel = rig.panel;
        Fx.run(() -> {
            panel.model().change(state -> state.withGroupBy(List.of(new ColumnRef.Param("lr"))));
            panel.model().expandAll(Expansion.closed());
            return 0;
        });
        Fx.until(() -> panel.model().listing().get().rows().size() == 3);
        rig.lay();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void theKeyboardReachesTheHeadsOfColumns() throws Exception {
        rig.key(KeyCode.DOWN, false, false);
        List<ColumnRef> columns = panel.grid().geometry().columns().stream().map(GridColumn::ref).toList();
        for (int i = 0; i <= columns.indexOf(ColumnRef.metric("loss")); i++) {
            rig.key(KeyCode.RIGHT, false, true);
        }
        CellFunnel.Cell cell = Fx.look(() -> ((CellFunnel) panel.grid().lookup(".run-funnel")).cell());
        assertEquals(ColumnRef.metric("loss"), cell.column().ref());
        assertEquals("Column loss", Fx.run(() -> panel.grid().menus().run(cell.column(), cell.row()).getItems()
                .getLast().getText()));
        rig.key(KeyCode.F, false, false);
        assertEquals("", panel.model().filter().text().get());
        rig.key(KeyCode.RIGHT, false, false);
        Fx.until(() -> panel.model().listing().get().rows().size() == 5);
    }

    @Test
    void aGroupLooksSelectedWhenAllItsRunsAre() throws Exception {
        assertEquals(List.of(false, false, false), selected());
        rig.key(KeyCode.DOWN, false, false);
        rig.key(KeyCode.DOWN, false, false);
        assertEquals(2, panel.model().selection().size());
        rig.lay();
        assertEquals(List.of(false, true, false), selected());
        Fx.run(() -> {
            panel.model().selection().choose(panel.model().selection().keys().stream().limit(1).toList());
            return 0;
        });
        rig.lay();
        assertEquals(List.of(false, false, false), selected());
        Fx.run(() -> {
            panel.model().selection().all();
            return 0;
        });
        rig.lay();
        assertEquals(List.of(true, true, true), selected());
    }

    private List<Boolean> selected() throws Exception {
        return Fx.look(() -> List.of(0, 1, 2).stream().map(line -> (Node) panel.grid().rowOf(line))
                .map(row -> row.getPseudoClassStates().contains(GridRow.SELECTED)).toList());
    }
}
