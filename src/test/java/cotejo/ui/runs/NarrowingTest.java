package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.MetricStat;
import cotejo.model.RunStatus;
import cotejo.query.ColumnRef;
import cotejo.query.Filter;
import cotejo.query.FilterResult;
import cotejo.query.RunAttribute;
import cotejo.query.SeriesAt;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Filtering by a cell leaves the run of that cell in, whatever stands there and however its column is called.
final class NarrowingTest {

    private static final List<String> TEXTS = List.of("", " ", "plain", "it's", "say \"hi\"", "both ' and \"", "''",
            "\"\"", "a''b", "back\\", "back\\'", "C:\\dir\\\"x", "two\nlines", "tab\there", "bell\u0007", "del\u007f",
            "\u0085next", "%like_", "[1, 2]", "{'a': \"b\"}", "0.10", "1e-5", "NaN", "inf", "-0", "ñandú 日本 🦜",
            "E'x'", "a AND b", "a OR b", "`tick`", "<b>&amp;", "NULL", "x".repeat(5000));

    private static final List<String> KEYS = List.of("lr", "a.b", "a-b", "a b", "a/b", "`tick`", "ti`ck", "\"quoted\"",
            "it's", "both ' and \" and `", "1st", "and", "is", "ends\\", "ñ", "x=1", "(y)", "a,b", " lead", "trail ",
            ".dot", "dot.", "a..b", "E'x'", "bell\u0007");

    private static final List<Double> NUMBERS = List.of(0.0, -0.0, 1.0, -1.5, 1e-5, 0.1, 1.0 / 3, 1e15, 1e16,
            123456789012345680.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, Double.NaN,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 4.35, 9007199254740993.0);

    @TempDir
    private Path folder;
    private RunsRig rig;

    @BeforeEach
    void oddRuns() throws Exception {
        rig = new RunsRig(folder, writing -> {
            for (int i = 0; i < TEXTS.size(); i++) {
                String text = TEXTS.get(i).strip();
                String name = "text " + i + " " + text.substring(0, Math.min(9, text.length()));
                writing.run(name, null, RunStatus.values()[i % RunStatus.values().length],
                        Map.of("value", TEXTS.get(i)), Map.of("tag", TEXTS.get(i)), Map.of(), 1);
            }
            for (int i = 0; i < KEYS.size(); i++) {
                writing.run("key " + i, null, RunStatus.FINISHED, Map.of(KEYS.get(i), "v"), Map.of(KEYS.get(i), "t"),
                        Map.of(KEYS.get(i), i + 0.5), 2);
            }
            for (int i = 0; i < NUMBERS.size(); i++) {
                writing.run("number " + i, null, Map.of(), Map.of("loss", NUMBERS.get(i)));
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private static List<ColumnRef> columns() {
        List<ColumnRef> refs = new ArrayList<>();
        for (RunAttribute attribute : RunAttribute.values()) {
            refs.add(ColumnRef.attribute(attribute));
        }
        refs.addAll(List.of(new ColumnRef.Param("value"), new ColumnRef.Tag("tag"),
                new ColumnRef.MetricAt("loss", 0)));
        for (MetricStat stat : MetricStat.values()) {
            refs.add(new ColumnRef.Metric("loss", stat));
        }
        for (String key : KEYS) {
            refs.addAll(List.of(new ColumnRef.Param(key), new ColumnRef.Tag(key), ColumnRef.metric(key)));
        }
        return refs;
    }

    @Test
    void theRunItselfAlwaysStaysIn() throws Exception {
        RunsViewModel model = rig.panel.model();
        TextField field = rig.panel.filter().field();
        Map<String, String> lost = new LinkedHashMap<>();
        SeriesAt points = SmallSeries.waiting(rig.house.workspace().series());
        int rows = model.listing().get().frame().size();
        for (ColumnRef ref : columns()) {
            for (int row = 0; row < rows; row++) {
                int wanted = row;
                Fx.run(() -> {
                    field.setText("");
                    model.change(state -> state.withFilter(""));
                    model.narrowTo(ref, wanted);
                    return 0;
                });
                Fx.until(() -> !model.state().get().filter().isEmpty());
                String told = model.state().get().filter();
                FilterResult read = Filter.parse(field.getText());
                boolean in = read instanceof Filter filter && filter.compile(
                        model.listing().get().frame(), points).test(row);
                if (!in || !told.equals(field.getText())) {
                    lost.put(ref + " of " + model.listing().get().frame().run(row).name(), told);
                }
            }
        }
        assertEquals(Map.of(), lost);
    }

    @Test
    void whatIsAddedIsTheValueAndNoOther() throws Exception {
        RunsViewModel model = rig.panel.model();
        Fx.run(() -> {
            model.narrowTo(new ColumnRef.Param("value"), 19);
            return 0;
        });
        Fx.until(() -> Set.copyOf(RunsHouse.names(model)).size() == 1);
    }
}
