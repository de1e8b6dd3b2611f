package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.MetricStat;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A click on a cell filters by what it says, without a key that a window manager may keep for itself.
final class CellFunnelTest {

    @TempDir
    private Path folder;
    private RunsRig rig;
    private RunsPanel panel;

    @BeforeEach
    void open() throws Exception {
        rig = RunsRig.withRuns(folder, 6, 3);
        panel = rig.panel;
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aClickOnTheFunnelOfACellAddsItsValueToTheFilter() throws Exception {
        double number = rig.leftOf(new ColumnRef.Metric("loss", MetricStat.LAST));
        rig.mouse(MouseEvent.MOUSE_MOVED, number + 50, 14);
        Node funnel = Fx.look(() -> panel.grid().lookup(".run-funnel"));
        assertTrue(funnel.isVisible());
        rig.mouse(MouseEvent.MOUSE_PRESSED, number + 10, 14);
        Fx.until(() -> panel.model().listing().get().rows().size() == 1);
        assertEquals("metrics.loss = 0", panel.model().filter().text().get());
    }

    @Test
    void besideTheFunnelAClickSelects() throws Exception {
        double number = rig.leftOf(new ColumnRef.Metric("loss", MetricStat.LAST));
        rig.mouse(MouseEvent.MOUSE_MOVED, number + 50, 14);
        rig.mouse(MouseEvent.MOUSE_PRESSED, number + 60, 14);
        assertEquals("", panel.model().filter().text().get());
        assertEquals(1, Fx.run(() -> panel.model().selection().keys().size()).intValue());
    }

    @Test
    void theKeyboardGoesFromCellToCellAndFilters() throws Exception {
        rig.key(KeyCode.DOWN, false, false);
        rig.key(KeyCode.DOWN, false, false);
        List<ColumnRef> columns = panel.grid().geometry().columns().stream().map(GridColumn::ref).toList();
        for (int i = 0; i <= columns.indexOf(ColumnRef.metric("loss")); i++) {
            rig.key(KeyCode.RIGHT, false, true);
        }
        assertTrue(Fx.look(() -> panel.grid().lookup(".run-funnel")).isVisible());
        String name = RunsHouse.names(panel.model()).get(panel.model().selection().lead());
        rig.key(KeyCode.F, false, false);
        Fx.until(() -> RunsHouse.names(panel.model()).equals(List.of(name)));
        assertEquals("metrics.loss = " + name.substring(4), panel.model().filter().text().get());
    }

    @Test
    void withoutACellTheKeyFiltersByTheName() throws Exception {
        rig.key(KeyCode.DOWN, false, false);
        String name = RunsHouse.names(panel.model()).get(panel.model().selection().lead());
        rig.key(KeyCode.F, false, false);
        Fx.until(() -> RunsHouse.names(panel.model()).equals(List.of(name)));
        assertEquals("run_name = '" + name + "'", panel.model().filter().text().get());
    }

    @Test
    void aSlashGoesToTheFilterAndIsNotWrittenThere() throws Exception {
        Fx.run(() -> {
            panel.grid().requestFocus();
            return 0;
        });
        rig.key(KeyCode.SLASH, false, false);
        for (String sign : List.of("/", "a")) {
            Fx.run(() -> {
                Node owner = rig.scene.getFocusOwner();
                owner.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, sign, "", KeyCode.UNDEFINED, false, false, false,
                        false));
                return 0;
            });
        }
        assertEquals("a", Fx.look(() -> ((TextField) rig.scene.getFocusOwner()).getText()));
    }

    @Test
    void theMenuOfACellOffersWhatTheHeadOfItsColumnDoes() throws Exception {
        GridColumn loss = Fx.look(() -> panel.grid().geometry().columns().stream()
                .filter(column -> column.ref().equals(ColumnRef.metric("loss"))).findFirst().orElseThrow());
        Fx.run(() -> {
            Menu head = (Menu) panel.grid().menus().run(loss, 0).getItems().getLast();
            assertEquals("Column loss", head.getText());
            assertEquals(List.of("Sort ascending", "Sort descending"),
                    head.getItems().stream().limit(2).map(MenuItem::getText).toList());
            head.getItems().get(1).fire();
            return 0;
        });
        Fx.until(() -> RunsHouse.names(panel.model()).equals(
                List.of("run 5", "run 4", "run 3", "run 2", "run 1", "run 0")));
    }

    @Test
    void everyKindOfCellHasItButCurves() throws Exception {
        List<ColumnSpec> kinds = new ArrayList<>();
        for (RunAttribute attribute : RunAttribute.values()) {
            kinds.add(ColumnSpec.of(ColumnRef.attribute(attribute)));
        }
        kinds.addAll(List.of(ColumnSpec.of(new ColumnRef.Param("lr")), ColumnSpec.of(new ColumnRef.Tag("mlflow.user")),
                ColumnSpec.of(ColumnRef.metric("loss")), ColumnSpec.of(new ColumnRef.Metric("loss", MetricStat.MIN)),
                ColumnSpec.of(new ColumnRef.MetricAt("loss", 0)), ColumnSpec.curve("loss")));
        Fx.run(() -> {
            panel.model().change(state -> state.withColumns(kinds));
            return 0;
        });
        Fx.until(() -> panel.grid().geometry().columns().size() == kinds.size());
        Fx.run(() -> {
            panel.grid().resize(6000.0, 300);
            panel.grid().layout();
            return 0;
        });
        Node funnel = Fx.look(() -> panel.grid().lookup(".run-funnel"));
        List<ColumnSpec> without = new ArrayList<>();
        Geometry geometry = panel.grid().geometry();
        for (int i = 0; i < kinds.size(); i++) {
            double from = geometry.offsets()[i] + (i < geometry.pinned() ? 0 : geometry.fixed());
            rig.mouse(MouseEvent.MOUSE_MOVED, from + geometry.width(i) / 2, 14);
            if (!funnel.isVisible()) {
                without.add(geometry.columns().get(i).spec());
            }
        }
        assertEquals(List.of(ColumnSpec.curve("loss")), without);
    }

    @Test
    void theKeyboardReachesTheHeadOfAColumnOfCurvesButFiltersByNone() throws Exception {
        Fx.run(() -> {
            panel.model().change(state -> state.withColumns(List.of(ColumnSpec.of(new ColumnRef.Param("lr")),
                    ColumnSpec.curve("loss"))));
            return 0;
        });
        Fx.until(() -> panel.grid().geometry().columns().size() == 2);
        rig.lay();
        rig.key(KeyCode.DOWN, false, false);
        rig.key(KeyCode.RIGHT, false, true);
        rig.key(KeyCode.RIGHT, false, true);
        CellFunnel.Cell cell = Fx.look(() -> ((CellFunnel) panel.grid().lookup(".run-funnel")).cell());
        assertEquals(ColumnSpec.curve("loss"), cell.column().spec());
        assertEquals("Column loss", Fx.run(() -> panel.grid().menus().run(cell.column(), cell.row()).getItems()
                .getLast().getText()));
        rig.key(KeyCode.F, false, false);
        assertEquals("", panel.model().filter().text().get());
    }
}
