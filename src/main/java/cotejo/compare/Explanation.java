package cotejo.compare;

import cotejo.analysis.Parting;
import cotejo.model.DatasetUse;
import cotejo.model.MetricSeries;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is most likely behind a gap, the likeliest first, each with its evidence: params (by how the experiment's other
/// runs went along with them), dataset digests, the commit, packages, hardware, and then the step at which the curves
/// part. A sign of where to look, never a proof: what differs together cannot be told apart.
public final class Explanation {

    /// Reads the points of a metric.
    @FunctionalInterface
    public interface Curves {
        MetricSeries of(long runKey, String metric);
    }

    private static final int PACKAGES = 8;
    private static final Pattern HARDWARE = Pattern.compile(
            "(?i)(^|[._/-])(gpus?|cuda|cpus?|device|host(name)?|machine|node|memory|ram|hardware|platform|os|tpu)"
                    + "([._/-].*)?$|gpu_|_gpu|cpu_|_cpu");

    private final Gap gap;
    private final Ignoring ignoring;
    private final Cancel cancel;
    private final List<Cause> causes = new ArrayList<>();

    private Explanation(Gap gap, Ignoring ignoring, Cancel cancel) {
        this.gap = gap;
        this.ignoring = ignoring;
        this.cancel = cancel;
    }

    /// The causes, ranked.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    public static List<Cause> of(Gap gap, Ignoring ignoring, Peers peers, Curves curves, Cancel cancel) {
        Explanation explanation = new Explanation(gap, ignoring, cancel);
        explanation.causes.addAll(ParamCauses.of(gap, ignoring, peers, cancel));
        explanation.datasets();
        explanation.commit();
        explanation.packages();
        explanation.hardware();
        explanation.causes.sort(Comparator.comparing(Cause::kind));
        explanation.curve(curves);
        return List.copyOf(explanation.causes);
    }

    private void datasets() {
        for (String name : gap.keys(run -> run.facts().datasets().stream().map(use -> use.dataset().name()).toList())) {
            Function<ComparedRun, @Nullable String> of = run -> {
                String digests = run.facts().datasets().stream().map(DatasetUse::dataset)
                        .filter(d -> d.name().equals(name)).map(d -> d.digest()).distinct().sorted()
                        .collect(Collectors.joining(", "));
                return digests.isEmpty() ? null : digests;
            };
            if (!ignoring.ignores(name) && gap.parts(of)) {
                causes.add(new Cause(Cause.Kind.DATASET, name, Double.NaN, Texts.get("compare.explain.dataset", name,
                        first(gap, of), second(gap, of))));
            }
        }
    }

    private void commit() {
        Function<ComparedRun, @Nullable String> of = run -> {
            String commit = Attributes.commit(run);
            return commit.isEmpty() ? null : commit.substring(0, Math.min(10, commit.length()));
        };
        if (gap.parts(of)) {
            causes.add(new Cause(Cause.Kind.COMMIT, "", Double.NaN, Texts.get("compare.explain.commit",
                    first(gap, of), second(gap, of))));
        }
    }

    private void packages() {
        List<String> apart = new ArrayList<>();
        for (String name : gap.keys(run -> run.packages().keySet())) {
            Function<ComparedRun, @Nullable String> of = run -> run.packages().get(name);
            boolean known = gap.first().stream().noneMatch(run -> run.packages().isEmpty())
                    && gap.second().stream().noneMatch(run -> run.packages().isEmpty());
            if (known && !ignoring.ignores(name) && gap.parts(of)) {
                apart.add(name + " " + first(gap, of) + " → " + second(gap, of));
            }
        }
        if (!apart.isEmpty()) {
            String listed = String.join(", ", apart.subList(0, Math.min(PACKAGES, apart.size())))
                    + (apart.size() > PACKAGES ? ", …" : "");
            causes.add(new Cause(Cause.Kind.PACKAGE, "", Double.NaN,
                    Texts.get("compare.explain.packages", apart.size(), listed)));
        }
    }

    private void hardware() {
        for (String key : gap.keys(run -> run.facts().tags().keySet())) {
            Function<ComparedRun, @Nullable String> of = run -> run.facts().tags().get(key);
            if (HARDWARE.matcher(key).find() && !ignoring.ignores(key) && gap.parts(of)) {
                causes.add(new Cause(Cause.Kind.HARDWARE, key, Double.NaN, Texts.get("compare.explain.hardware", key,
                        first(gap, of), second(gap, of))));
            }
        }
    }

    private void curve(Curves curves) {
        Optional<Parting> parting = MeanCurve.parting(gap, curves, cancel);
        if (parting.isEmpty()) {
            return;
        }
        Parting p = parting.get();
        String sentence = Texts.get("compare.explain.curve", Figures.brief(p.step()), Figures.brief(p.lastStep()),
                Figures.brief(p.gap()), Figures.brief(p.finalGap()), gap.metric());
        String same = Double.isNaN(p.sameUntil()) ? ""
                : " " + Texts.get("compare.explain.curve.same", Figures.brief(p.sameUntil()));
        causes.add(new Cause(Cause.Kind.CURVE, gap.metric(), Double.NaN, sentence + same));
    }

    static String first(Gap gap, Function<ComparedRun, @Nullable String> of) {
        return Brief.of(Gap.said(gap.first(), of), Gap.said(gap.second(), of));
    }

    static String second(Gap gap, Function<ComparedRun, @Nullable String> of) {
        return Brief.of(Gap.said(gap.second(), of), Gap.said(gap.first(), of));
    }
}
