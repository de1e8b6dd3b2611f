package cotejo.compare;

import cotejo.analysis.Corrections;
import cotejo.analysis.TwoGroups;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.List;

/// Whether two groups of runs differ in their metrics, metric by metric, corrected for how many are asked.
///
/// @param metric    the metric
/// @param groups    the test of its latest values
/// @param corrected Welch's p after the correction
public record Reality(String metric, TwoGroups groups, double corrected) {

    private static final double LEVEL = 0.05;

    /// How p values are corrected when several metrics are asked at once.
    public enum Correction {
        HOLM,
        BENJAMINI_HOCHBERG,
        NONE
    }

    /// The answers for the metrics that both groups have finite values of, in the order given.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    public static List<Reality> of(List<ComparedRun> first, List<ComparedRun> second, List<String> metrics,
            Correction correction, Cancel cancel) {
        List<String> asked = new ArrayList<>();
        List<TwoGroups> groups = new ArrayList<>();
        for (String metric : metrics) {
            cancel.check();
            double[] ofFirst = Gap.values(first, metric);
            double[] ofSecond = Gap.values(second, metric);
            if (ofFirst.length > 0 && ofSecond.length > 0) {
                asked.add(metric);
                groups.add(TwoGroups.of(ofFirst, ofSecond));
            }
        }
        double[] p = groups.stream().mapToDouble(TwoGroups::welch).toArray();
        double[] corrected = switch (correction) {
            case HOLM -> Corrections.holm(p);
            case BENJAMINI_HOCHBERG -> Corrections.benjaminiHochberg(p);
            case NONE -> p;
        };
        List<Reality> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            answers.add(new Reality(asked.get(i), groups.get(i), corrected[i]));
        }
        return answers;
    }

    /// What can be said, in a word.
    public enum Answer {
        YES,
        NO,
        /// Few runs, and yet apart.
        PERHAPS,
        TOO_FEW
    }

    public Answer answer() {
        return switch (groups.power()) {
            case NONE -> Answer.TOO_FEW;
            case WEAK -> corrected < LEVEL ? Answer.PERHAPS : Answer.TOO_FEW;
            case FAIR -> corrected < LEVEL ? Answer.YES : Answer.NO;
        };
    }

    /// The answer in plain words.
    public String sentence() {
        String sizes = groups.n1() + " + " + groups.n2();
        return switch (groups.power()) {
            case NONE -> Texts.get("compare.real.tooFew", sizes);
            case WEAK -> Texts.get(corrected < LEVEL ? "compare.real.weakYes" : "compare.real.weakNo", sizes,
                    Figures.brief(groups.leastMannWhitney(), 2));
            case FAIR -> Texts.get(corrected < LEVEL ? "compare.real.yes" : "compare.real.no",
                    Figures.brief(groups.low(), 3), Figures.brief(groups.high(), 3), Figures.brief(corrected, 2));
        };
    }
}
