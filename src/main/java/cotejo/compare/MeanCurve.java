package cotejo.compare;

import cotejo.analysis.Band;
import cotejo.analysis.Center;
import cotejo.analysis.GroupCurve;
import cotejo.analysis.Grouping;
import cotejo.analysis.Parting;
import cotejo.work.Cancel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The mean of a group's curves at the steps that all of its runs have.
record MeanCurve(double[] steps, double[] values) {

    /// Beyond so many runs a group's curve is the mean of the first ones.
    private static final int MOST = 50;

    /// Where the curves of two groups part.
    static Optional<Parting> parting(Gap gap, Explanation.Curves curves, Cancel cancel) {
        MeanCurve first = of(gap.first(), gap.metric(), curves, cancel);
        MeanCurve second = of(gap.second(), gap.metric(), curves, cancel);
        return Parting.of(first.steps, first.values, second.steps, second.values);
    }

    private static MeanCurve of(List<ComparedRun> runs, String metric, Explanation.Curves curves,
            Cancel cancel) {
        List<ComparedRun> read = runs.subList(0, Math.min(MOST, runs.size()));
        GroupCurve group = GroupCurve.of(read.stream().map(run -> {
            cancel.check();
            return new GroupCurve.Member(curves.of(run.run().key(), metric), new double[0]);
        }).toList(), new Grouping(Center.MEAN, Band.NONE, Grouping.Between.NOTHING), cancel);
        int[] shared = IntStream.range(0, group.steps().length).filter(i -> group.n()[i] == read.size()).toArray();
        return new MeanCurve(IntStream.of(shared).mapToDouble(i -> group.steps()[i]).toArray(),
                IntStream.of(shared).mapToDouble(i -> group.center()[i]).toArray());
    }
}
