package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerLight;
import cotejo.model.MetricSeries;
import cotejo.ui.Fx;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Values that stay beside the charts while a run goes on.
final class PinnedValuesTest {

    private int points = 10;
    private CurvesViewModel model;

    @BeforeEach
    void runsThatGoOn() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        // Run k has the value 100 k + step.
        model = new CurvesViewModel((run, metric) -> MetricSeries.ofWholeSteps(LongStream.range(0, points).toArray(),
                LongStream.range(0, points).toArray(), DoubleStream.iterate(100 * run, v -> v + 1).limit(points)
                        .toArray()), Runnable::run, Runnable::run);
        model.setRuns(List.of(new CurveRun(1, "a", "one", 0, Set.of("loss")),
                new CurveRun(2, "b", "two", 1, Set.of("loss"))));
    }

    private PinnedValues pinned(double x) throws Exception {
        return Fx.run(() -> {
            PinnedValues values = new PinnedValues(model, model.actions().tiles().getFirst(), x);
            Fx.lay(Fx.scene(values, 400, 400));
            return values;
        });
    }

    private static List<Double> values(PinnedValues pinned) {
        return pinned.table().table().getItems().stream().map(Reading::value).toList();
    }

    private void more() throws Exception {
        points = 20;
        Fx.run(() -> {
            model.refresh(Set.of(1L, 2L));
            return 0;
        });
    }

    @Test
    void theNewestPointsAreFollowed() throws Exception {
        PinnedValues pinned = pinned(Double.POSITIVE_INFINITY);
        assertEquals(List.of(109.0, 209.0), values(pinned));
        more();
        assertEquals(List.of(119.0, 219.0), values(pinned));
    }

    @Test
    void aPlaceStaysUntilTheNewestPointsAreAskedFor() throws Exception {
        PinnedValues pinned = pinned(4);
        more();
        assertEquals(List.of(104.0, 204.0), values(pinned));
        Fx.run(() -> {
            ((CheckBox) pinned.lookup(".check-box")).fire();
            return 0;
        });
        assertEquals(List.of(119.0, 219.0), values(pinned));
    }

    @Test
    void theOrderStaysWhileValuesChange() throws Exception {
        PinnedValues pinned = pinned(Double.POSITIVE_INFINITY);
        Fx.run(() -> {
            TableColumn<Reading, ?> value = pinned.table().table().getColumns().get(2);
            value.setSortType(TableColumn.SortType.DESCENDING);
            pinned.table().table().getSortOrder().add(value);
            return 0;
        });
        more();
        assertEquals(List.of(219.0, 119.0), values(pinned));
    }

    @Test
    void paramsThatAllLongNamesHaveAreSaidOnceAboveThem() throws Exception {
        Fx.run(() -> {
            model.setRuns(List.of(new CurveRun(1, "a", "lr=0.0003 · seed=1 · optimizer=adamw", 0, Set.of("loss")),
                    new CurveRun(2, "b", "lr=0.0003 · seed=2 · optimizer=adamw", 1, Set.of("loss"))));
            return 0;
        });
        PinnedValues pinned = pinned(4);
        assertEquals("lr · seed · optimizer", pinned.table().table().getColumns().getFirst().getText());
        assertEquals(List.of("lr=0.0003 · seed=1 · optimizer=adamw", "lr=0.0003 · seed=2 · optimizer=adamw"),
                pinned.table().table().getItems().stream().map(Reading::name).toList(), "copied in full");
    }

    @Test
    void aListThatWasClosedReadsNothingMore() throws Exception {
        PinnedValues pinned = pinned(Double.POSITIVE_INFINITY);
        Fx.run(() -> {
            pinned.getScene().setRoot(new javafx.scene.layout.StackPane());
            return 0;
        });
        more();
        assertEquals(List.of(109.0, 209.0), values(pinned));
    }
}
