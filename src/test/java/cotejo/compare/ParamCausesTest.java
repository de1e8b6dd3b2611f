package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.MetricSeries;
import cotejo.model.RunFrame;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// Params whose weight is known from how the runs were made: `acc` follows `lr` alone.
class ParamCausesTest {

    private static List<ComparedRun> runs(int n, BiConsumer<Integer, Map<String, String>> more) {
        List<ComparedRun> runs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Map<String, String> params = new TreeMap<>(Map.of("lr", i % 2 == 0 ? "0.1" : "0.3"));
            more.accept(i, params);
            runs.add(SomeRuns.with(i, params, Map.of(), Map.of("acc", 0.8 + (i % 2) * 0.1 + i * 7 % n * 1e-4)));
        }
        return runs;
    }

    private static List<Cause> causes(List<ComparedRun> runs, List<ComparedRun> first, List<ComparedRun> second) {
        RunFrame.Builder builder = RunFrame.builder();
        runs.forEach(run -> builder.add(run.run(), run.facts()));
        return Explanation.of(new Gap(first, second, "acc"), Ignoring.nothing(),
                Peers.of(builder.build(Map.of()), runs), (key, metric) -> MetricSeries.empty(), Cancel.never());
    }

    private static List<Cause> causes(List<ComparedRun> runs, int first, int second) {
        return causes(runs, List.of(runs.get(first)), List.of(runs.get(second)));
    }

    private static List<String> told(List<Cause> causes) {
        return causes.stream().map(cause -> cause.kind() + " " + cause.key()).toList();
    }

    @Test
    void whatOnlyOneRunHasOrIsDifferentInEachStandsBehindWhatIsKnownToMatter() {
        List<ComparedRun> runs = runs(16, (i, params) -> {
            params.put("run_name", "brave-owl-" + i);
            params.put("checkpoint", "/scratch/u/" + i + "/last.ckpt");
            params.put("words", "word " + i * i);
            if (i == 0) {
                params.put("save_path", "/out/best");
                params.put("a_note", "first try");
            }
        });
        List<Cause> causes = causes(runs, 0, 1);
        assertEquals("PARAM lr", told(causes).getFirst());
        assertTrue(causes.getFirst().strength() > 0.99, causes.toString());
        assertEquals(List.of("LABEL_PARAM checkpoint", "LABEL_PARAM run_name", "LABEL_PARAM save_path",
                "LABEL_PARAM words"), told(causes).stream().filter(one -> one.startsWith("LABEL_PARAM")
                        && !one.endsWith("a_note")).sorted().toList());
        assertTrue(causes.stream().noneMatch(cause -> cause.kind() == Cause.Kind.LABEL_PARAM
                && !Double.isNaN(cause.strength())), causes.toString());
    }

    /// Each setting has an output folder, which is repeated by its seeds and goes along with the metric just as well.
    @Test
    void aNameOrPlaceThatGoesAlongWithTheMetricIsNoCause() {
        List<ComparedRun> runs = runs(16, (i, params) -> {
            params.put("output_dir", "/out/lr" + params.get("lr"));
            params.put("run_name", "lr=" + params.get("lr"));
            params.put("data_path", "/data/" + params.get("lr"));
        });
        assertEquals(List.of("PARAM data_path", "PARAM lr", "LABEL_PARAM output_dir", "LABEL_PARAM run_name"),
                told(causes(runs, 0, 1)));
    }

    @Test
    void amongTwoRunsAloneWhatBothHaveStandsFirstAndPathsLast() {
        List<ComparedRun> runs = runs(2, (i, params) -> {
            params.put("dir", "/home/u/runs/" + i);
            params.put("started", i == 0 ? "2026-03-01T10:00:00" : "2026-03-02T11:00:00");
            params.put("key", "5f0c2d1a-0000-4000-8000-00000000000" + i);
            if (i == 0) {
                params.put("augment", "mixup");
            }
        });
        assertEquals(List.of("PARAM lr", "PARAM augment", "LABEL_PARAM dir", "LABEL_PARAM key",
                "LABEL_PARAM started"), told(causes(runs, 0, 1)));
    }

    /// No rate comes twice, but the higher ones go with the higher metric.
    @Test
    void numbersThatNeverRepeatAreJudgedInClasses() {
        List<ComparedRun> runs = runs(20, (i, params) -> {
            params.put("rate", Double.toString(0.01 * (i % 2 == 0 ? 1 : 5) + i * 1e-5));
            params.put("seed", Integer.toString(i * 7919 % 20 / 2 * 100 + i));
        });
        List<Cause> causes = causes(runs, 0, 1);
        assertEquals(List.of("lr", "rate"), causes.stream().filter(cause -> cause.kind() == Cause.Kind.PARAM
                && cause.strength() > 0.5).map(Cause::key).toList());
    }

    /// Half of the runs have a param that lifts the metric, each set to another word.
    @Test
    void whetherRunsHaveAParamAtAllIsEvidence() {
        List<ComparedRun> runs = runs(16, (i, params) -> {
            if (i % 2 == 1) {
                params.put("trick", "the " + i + "th");
            }
            params.remove("lr");
        });
        Cause cause = causes(runs, 0, 1).getFirst();
        assertEquals("PARAM trick", cause.kind() + " " + cause.key());
        assertTrue(cause.strength() > 0.99, cause.toString());
        assertTrue(cause.sentence().contains("16 runs of the experiment, whether they have it at all (8 have not)"),
                cause.sentence());
    }

    @Test
    void toLackAParamIsAValueOfItWhereOneSideLacksIt() {
        List<ComparedRun> runs = runs(16, (i, params) -> {
            if (i % 2 == 1) {
                params.put("dropout", i % 4 == 1 ? "0.1" : "0.2");
            }
        });
        Cause dropout = causes(runs, 0, 1).stream().filter(cause -> cause.key().equals("dropout")).findAny()
                .orElseThrow();
        assertEquals(Cause.Kind.PARAM, dropout.kind());
        assertTrue(dropout.strength() > 0.99, dropout.toString());
        assertTrue(dropout.sentence().contains("(8 without it)"), dropout.sentence());
    }

    /// One run was made again: its path comes twice, with the same metric, and explains it wholly.
    @Test
    void onePathThatComesTwiceIsNotEvidence() {
        List<ComparedRun> runs = new ArrayList<>(runs(16, (i, params) -> params.put("place", "/runs/a/" + i)));
        runs.set(2, SomeRuns.with(2, Map.of("lr", "0.1", "place", "/runs/a/0"), Map.of(), Map.of("acc", 0.8)));
        assertEquals(List.of("PARAM lr", "LABEL_PARAM place"), told(causes(runs, 0, 1)));
    }

    /// SciPy 1.17.1: `f_oneway([1, 2, 3, 4], [2, 3, 4, 6]).pvalue` is 0.2872…
    @Test
    void whatChanceMayExplainIsSaidToBeSo() {
        double[] acc = {1, 2, 2, 3, 3, 4, 4, 6};
        List<ComparedRun> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            runs.add(SomeRuns.with(i, Map.of("aa", i % 2 == 0 ? "x" : "y"), Map.of(), Map.of("acc", acc[i])));
        }
        Cause cause = causes(runs, 0, 1).getFirst();
        assertTrue(cause.sentence().endsWith("Chance may explain that (p = 0.29)."), cause.sentence());
    }

    /// Two hundred params of noise, of which twenty and more have p < 0.1 by themselves.
    @Test
    void amongManyParamsChanceIsCorrectedForTheirNumber() {
        Random random = new Random(3);
        List<ComparedRun> runs = runs(40, (i, params) -> {
            for (int k = 0; k < 200; k++) {
                params.put("noise" + k, i < 2 ? Integer.toString(i) : Integer.toString(random.nextInt(3)));
            }
        });
        List<Cause> causes = causes(runs, 0, 1);
        assertEquals("lr", causes.getFirst().key());
        assertEquals(List.of("lr"), causes.stream().filter(cause -> cause.kind() == Cause.Kind.PARAM
                && !cause.sentence().contains("Chance may explain")).map(Cause::key).toList());
        assertTrue(causes.get(1).sentence().contains("corrected for the 201 parameters"), causes.get(1).sentence());
    }

    @Test
    void namesOfPlacesTimesAndRunsAreKnown() {
        for (String key : List.of("save_path", "output_dir", "outputDir", "logging_dir", "trainer.log_dir", "run_name",
                "experiment_id", "uuid", "start_time", "save_to", "results/folder", "wandb.run_id", "checkpoints_dir",
                "checkpoint_dir", "description", "output_path")) {
            assertTrue(Bookkeeping.named(key), key);
        }
        for (String key : List.of("lr", "data_path", "model_name_or_path", "optimizer.name", "out_features", "seed",
                "log_interval", "save_every", "start_lr", "end_epoch", "resume_from_checkpoint", "init_checkpoint",
                "pretrained_path", "train_file", "hidden_size", "dataset_id", "output_size", "time_steps", "n_trials",
                "model_id", "git_commit", "log_scale", "logit_path", "end_factor", "data_dir", "trial_count")) {
            assertFalse(Bookkeeping.named(key), key);
        }
    }
}
