package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.Lifecycle;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RunLabelsTest {

    @SafeVarargs
    private static List<String> labels(Map<String, String>... params) {
        RunFrame.Builder builder = RunFrame.builder();
        List<CurveRun> runs = new ArrayList<>();
        for (int i = 0; i < params.length; i++) {
            int row = builder.begin(new Run(i + 1, 1, 1, "id" + i, "run " + i, RunStatus.FINISHED, Lifecycle.ACTIVE, 0,
                    0, "", "", null, false, false));
            params[i].forEach((key, value) -> builder.param(key).add(row, value));
            runs.add(CurveRun.of(i + 1, "id" + i, "run " + i, Set.of()));
        }
        return RunLabels.of(builder.build(Map.of()), runs).stream().map(CurveRun::label).toList();
    }

    @Test
    void aRunIsNamedByTheParamsInWhichTheRunsDiffer() {
        assertEquals(List.of("lr=0.1", "lr=0.01"),
                labels(Map.of("lr", "0.1", "opt", "adam"), Map.of("lr", "0.01", "opt", "adam")));
    }

    @Test
    void asManyParamsStandThereAsAreNeededToTellAllApart() {
        assertEquals(List.of("bs=1 · lr=1", "bs=2 · lr=1", "bs=1 · lr=2"),
                labels(Map.of("lr", "1", "bs", "1"), Map.of("lr", "1", "bs", "2"), Map.of("lr", "2", "bs", "1")));
    }

    @Test
    void runsThatDoNotDifferKeepTheirNames() {
        assertEquals(List.of("run 0", "run 1"), labels(Map.of("lr", "1"), Map.of("lr", "1")));
    }

    @Test
    void whereParamsDoNotTellApartTheNameDoes() {
        assertEquals(List.of("lr=1 · run 0", "lr=1 · run 1", "lr=2"),
                labels(Map.of("lr", "1"), Map.of("lr", "1"), Map.of("lr", "2")));
    }

    @Test
    void longValuesSuchAsPathsTellNobodyAnything() {
        assertEquals(List.of("run 0", "run 1"), labels(Map.of("out", "/data/experiments/2026/vision/a"),
                Map.of("out", "/data/experiments/2026/vision/b")));
    }

    @Test
    void aRunWithoutTheParamHasADash() {
        assertEquals(List.of("lr=1", "lr=–"), labels(Map.of("lr", "1"), Map.of()));
    }
}
