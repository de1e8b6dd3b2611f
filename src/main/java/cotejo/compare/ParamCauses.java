package cotejo.compare;

import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The params that tell the groups of a gap apart, those that the experiment's other runs confirm first, by how much of
/// the metric goes along with them, then those of which these say too little, and of those the ones that both groups
/// have.
final class ParamCauses {

    private static final double FAINT = 0.02;
    private static final double MAY_BE_CHANCE = 0.05;

    /// How sure it is that a param matters, the surest first.
    private enum Sureness {
        CONFIRMED,
        MAY_BE_CHANCE,
        OPEN,
        OPEN_AND_ONE_SIDED,
        DENIED
    }

    private record Found(Cause cause, Sureness sureness) {
    }

    /// A param that differs.
    ///
    /// @param parts   whether no value of it is in both groups
    /// @param lacking whether some of their runs lack it
    /// @param label   whether it only names a run, a time or a place
    private record Asked(String name, Function<ComparedRun, @Nullable String> of, boolean parts, boolean lacking,
            boolean label, Peers.Said said) {
    }

    private final Gap gap;
    private final Ignoring ignoring;
    private final Peers peers;
    private final Cancel cancel;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    private ParamCauses(Gap gap, Ignoring ignoring, Peers peers, Cancel cancel) {
        this.gap = gap;
        this.ignoring = ignoring;
        this.peers = peers;
        this.cancel = cancel;
    }

    /// The causes, ranked within their kinds.
    static List<Cause> of(Gap gap, Ignoring ignoring, Peers peers, Cancel cancel) {
        ParamCauses causes = new ParamCauses(gap, ignoring, peers, cancel);
        causes.params();
        // Of many params some go along with anything (Bonferroni).
        int judged = (int) causes.asked.stream().filter(one -> !one.label() && !Double.isNaN(one.said().share()))
                .count();
        causes.asked.forEach(one -> causes.tell(one, judged));
        return causes.found.stream().sorted(Comparator.comparing(Found::sureness).thenComparing(Comparator
                .comparingDouble((Found one) -> Double.isNaN(one.cause().strength()) ? 0 : one.cause().strength())
                .reversed())).map(Found::cause).toList();
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
        boolean parts = gap.parts(of);
        if (!parts && gap.leaning(of).isEmpty()) {
            return;
        }
        Set<String> values = new TreeSet<>(Gap.said(gap.first(), of));
        values.addAll(Gap.said(gap.second(), of));
        boolean lacking = values.contains("");
        Peers.Said said = peers.said(key, reading, gap.metric(),
                lacking ? Peers.Lacking.A_VALUE : Peers.Lacking.LEFT_OUT);
        boolean label = Bookkeeping.named(name) || Bookkeeping.looks(name, values)
                && (Double.isNaN(said.share()) || said.basis() == Peers.Basis.PRESENCE);
        asked.add(new Asked(name, of, parts, lacking, label, said));
    }

    private void tell(Asked one, int judged) {
        Peers.Said said = one.said();
        double chance = Math.min(1, said.chance() * judged);
        Sureness sureness = sureness(said, one.lacking(), chance);
        String evidence = one.label() ? Texts.get("compare.explain.param.label") : evidence(said, chance, judged);
        if (!one.parts()) {
            leans(one, sureness, evidence);
            return;
        }
        Cause.Kind kind = one.label() || said.basis() == Peers.Basis.UNIQUE ? Cause.Kind.LABEL_PARAM
                : sureness == Sureness.DENIED ? Cause.Kind.FAINT_PARAM : Cause.Kind.PARAM;
        found.add(new Found(new Cause(kind, one.name(), one.label() ? Double.NaN : said.share(),
                Texts.get("compare.explain.param", one.name(), Explanation.first(gap, one.of()),
                        Explanation.second(gap, one.of())) + " " + evidence), sureness));
    }

    /// A param that is mixed in both groups is worth a look only while the other runs do not deny it.
    private void leans(Asked one, Sureness sureness, String evidence) {
        if (sureness != Sureness.DENIED && !one.label() && one.said().basis() != Peers.Basis.UNIQUE) {
            gap.leaning(one.of()).ifPresent(leaning -> found.add(new Found(new Cause(Cause.Kind.MIXED_PARAM,
                    one.name(), one.said().share(), Texts.get("compare.explain.param.mixed", one.name(),
                            Brief.of(leaning.first(), leaning.second()), leaning.ofFirst(), gap.first().size(),
                            Brief.of(leaning.second(), leaning.first()), leaning.ofSecond(), gap.second().size()) + " "
                            + evidence), sureness)));
        }
    }

    private static Sureness sureness(Peers.Said said, boolean lacking, double chance) {
        if (Double.isNaN(said.share())) {
            return lacking ? Sureness.OPEN_AND_ONE_SIDED : Sureness.OPEN;
        }
        return said.share() < FAINT ? Sureness.DENIED
                : chance > MAY_BE_CHANCE ? Sureness.MAY_BE_CHANCE : Sureness.CONFIRMED;
    }

    private String evidence(Peers.Said said, double chance, int judged) {
        int have = said.runs() - said.lacking();
        return switch (said.basis()) {
            case FEW -> Texts.get("compare.explain.param.few", have);
            case UNIQUE -> Texts.get("compare.explain.param.unique", have);
            case VALUES, CLASSES, PRESENCE -> shared(said, chance, judged);
        };
    }

    private String shared(Peers.Said said, double chance, int judged) {
        boolean denied = said.share() < FAINT;
        String how = said.basis() == Peers.Basis.PRESENCE ? "presence" : said.lacking() > 0 ? "lacking"
                : denied ? "faint" : "share";
        String sentence = Texts.get("compare.explain.param." + how, said.runs(),
                Math.round(said.share() * 100), gap.metric(), said.lacking());
        return denied || chance <= MAY_BE_CHANCE ? sentence
                : sentence + " " + Texts.get("compare.explain.param.chance", Figures.brief(chance, 2), judged);
    }
}
