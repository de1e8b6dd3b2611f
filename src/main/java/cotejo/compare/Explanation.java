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

    private static final double FAINT = 0.02;
    private static final int PACKAGES = 8;
    private static final Pattern HARDWARE = Pattern.compile(
            "(?i)(^|[._/-])(gpus?|cuda|cpus?|device|host(name)?|machine|node|memory|ram|hardware|platform|os|tpu)"
                    + "([._/-].*)?$|gpu_|_gpu|cpu_|_cpu");

    private final Gap gap;
    private final Ignoring ignoring;
    private final Peers peers;
    private final Cancel cancel;
    private final List<Cause> causes = new ArrayList<>();

    private Explanation(Gap gap, Ignoring ignoring, Peers peers, Cancel cancel) {
        this.gap = gap;
        this.ignoring = ignoring;
        this.peers = peers;
        this.cancel = cancel;
    }

    /// The causes, ranked.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    public static List<Cause> of(Gap gap, Ignoring ignoring, Peers peers, Curves curves, Cancel cancel) {
        Explanation explanation = new Explanation(gap, ignoring, peers, cancel);
        explanation.params();
        explanation.datasets();
        explanation.commit();
        explanation.packages();
        explanation.hardware();
        explanation.causes.sort(Comparator.comparing(Cause::kind).thenComparing(Comparator.comparingDouble(
                (Cause cause) -> Double.isNaN(cause.strength()) ? 0.5 : cause.strength()).reversed()));
        explanation.curve(curves);
        return List.copyOf(explanation.causes);
    }

    private void params() {
        for (String key : gap.keys(run -> run.facts().params().keySet())) {
            cancel.check();
            if (ignoring.ignores(key)) {
                continue;
            }
            NestedParam nested = NestedParam.of(gap, key);
            if (nested.paths().isEmpty()) {
                param(key, key, text -> text);
            }
            for (String path : nested.paths()) {
                if (!ignoring.ignores(path)) {
                    cancel.check();
                    param(nested.name(path), key, text -> nested.leaf(text, path));
                }
            }
        }
    }

    /// @param name    of the param, or of a leaf of it
    /// @param reading gives the leaf of the param's text
    private void param(String name, String key, Function<String, @Nullable String> reading) {
        Function<ComparedRun, @Nullable String> of = run -> {
            @Nullable String text = run.facts().params().get(key);
            return text == null ? null : reading.apply(text);
        };
        if (gap.parts(of)) {
            Peers.Said said = peers.said(key, reading, gap.metric());
            causes.add(new Cause(denied(said) ? Cause.Kind.FAINT_PARAM : Cause.Kind.PARAM, name, said.share(),
                    Texts.get("compare.explain.param", name, first(of), second(of)) + " " + evidence(said)));
        } else {
            gap.leaning(of).ifPresent(leaning -> leans(name, peers.said(key, reading, gap.metric()), leaning));
        }
    }

    /// A param that is mixed in both groups is worth a look only while the other runs do not deny it.
    private void leans(String name, Peers.Said said, Gap.Leaning leaning) {
        if (!denied(said)) {
            causes.add(new Cause(Cause.Kind.MIXED_PARAM, name, said.share(), Texts.get("compare.explain.param.mixed",
                    name, Brief.of(leaning.first(), leaning.second()), leaning.ofFirst(), gap.first().size(),
                    Brief.of(leaning.second(), leaning.first()), leaning.ofSecond(), gap.second().size()) + " "
                    + evidence(said)));
        }
    }

    private static boolean denied(Peers.Said said) {
        return !Double.isNaN(said.share()) && said.share() < FAINT;
    }

    private String evidence(Peers.Said said) {
        return Double.isNaN(said.share()) ? Texts.get("compare.explain.param.few", said.runs())
                : Texts.get(denied(said) ? "compare.explain.param.faint" : "compare.explain.param.share", said.runs(),
                        Math.round(said.share() * 100), gap.metric());
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
                        first(of), second(of))));
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
                    first(of), second(of))));
        }
    }

    private void packages() {
        List<String> apart = new ArrayList<>();
        for (String name : gap.keys(run -> run.packages().keySet())) {
            Function<ComparedRun, @Nullable String> of = run -> run.packages().get(name);
            boolean known = gap.first().stream().noneMatch(run -> run.packages().isEmpty())
                    && gap.second().stream().noneMatch(run -> run.packages().isEmpty());
            if (known && !ignoring.ignores(name) && gap.parts(of)) {
                apart.add(name + " " + first(of) + " → " + second(of));
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
                        first(of), second(of))));
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

    private String first(Function<ComparedRun, @Nullable String> of) {
        return Brief.of(Gap.said(gap.first(), of), Gap.said(gap.second(), of));
    }

    private String second(Function<ComparedRun, @Nullable String> of) {
        return Brief.of(Gap.said(gap.second(), of), Gap.said(gap.first(), of));
    }
}
