package cotejo.dataset.profile;

import cotejo.dataset.Dataset;
import cotejo.dataset.Leaf;
import cotejo.dataset.RowRange;
import cotejo.dataset.Vector;
import cotejo.work.Cancel;
import cotejo.work.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Profiles some leaves together: one pass tallies them, further ones find the quantiles and histograms of those that
/// had too many different values to keep.
final class ProfileRun {

    private static final int WORKERS = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private final Dataset dataset;
    private final List<Leaf> leaves;
    private final List<RowRange> ranges;
    private final ColumnProfile.Source source;
    private final Cancel cancel;

    ProfileRun(Dataset dataset, List<Leaf> leaves, List<RowRange> ranges, ColumnProfile.Source source, Cancel cancel) {
        this.dataset = dataset;
        this.leaves = leaves;
        this.ranges = ranges;
        this.source = source;
        this.cancel = cancel;
    }

    List<ColumnProfile> profiles() throws IOException {
        List<Bins> bins = leaves.stream().map(leaf -> Profiles.bins(dataset, leaf)).toList();
        return profiles(leaves, (leaf, budget) -> new LeafTally(leaves.get(leaf), bins.get(leaf).like(), budget));
    }

    private interface Beginning {
        LeafTally of(int leaf, Budget budget);
    }

    private List<ColumnProfile> profiles(List<Leaf> leaves, Beginning beginning) throws IOException {
        int workers = Math.min(WORKERS, Math.max(1, ranges.size()));
        Budget budget = Budget.of(leaves.size() * workers);
        List<List<LeafTally>> each = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            List<LeafTally> own = new ArrayList<>();
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                own.add(beginning.of(leaf, budget));
            }
            each.add(own);
        }
        Parallel.each(ranges, workers, (worker, range) -> dataset.scan(range, leaves, batch -> {
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                each.get(worker).get(leaf).add(batch.vectors().get(leaf));
            }
        }, cancel));
        List<LeafTally> all = each.getFirst();
        all.forEach(LeafTally::end);
        for (List<LeafTally> more : each.subList(1, workers)) {
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                more.get(leaf).end();
                all.get(leaf).merge(more.get(leaf));
            }
        }
        List<ColumnProfile> profiles = new ArrayList<>();
        for (LeafTally tally : all) {
            cancel.check();
            profiles.add(tally.mixed() ? profiles(List.of(tally.leaf()),
                    (leaf, more) -> LeafTally.loose(tally.leaf(), more)).getFirst() : profile(tally));
        }
        return profiles;
    }

    private ColumnProfile profile(LeafTally tally) throws IOException {
        ProfileMaker maker = new ProfileMaker(tally, source);
        NumberTally numbers = tally.numbers();
        BytesTally bytes = tally.bytes();
        ValueTally values = tally.values();
        if (numbers != null) {
            NumberResult result = new NumberResult(numbers, new Bounds(tally.leaf().type(), numbers));
            if (result.complete()) {
                return maker.numbers(numbers, result, result.ranked(), numbers.count() == 0 ? new long[0]
                        : result.binned());
            }
            HistogramTally histogram = new HistogramTally(result.edges());
            Selection selection = select(tally.leaf(), numbers, result, histogram);
            return maker.numbers(numbers, result, selection::key, histogram.counts());
        }
        return bytes != null ? maker.bytes(bytes) : maker.values(values == null ? new ValueTally() : values);
    }

    /// Goes over the leaf again until all ranks are found; the first time the histogram is counted too.
    private Selection select(Leaf leaf, NumberTally numbers, NumberResult result, HistogramTally histogram)
            throws IOException {
        Bins bins = numbers.bins();
        boolean binned = false;
        if (numbers.min() < bins.low() || numbers.max() > bins.high()) {
            Bins fitting = new Bins(numbers.min(), numbers.max());
            pass(leaf, (NumberTally loader, int used, Pass pass) -> {
                for (int i = 0; i < used; i++) {
                    pass.bins.add(loader.keys()[i]);
                }
            }, () -> new Pass(null, new HistogramTally(result.edges()), fitting.like()), pass ->
                    fitting.merge(pass.bins));
            bins = fitting;
        }
        Selection selection = new Selection(bins, result.ranks());
        while (!selection.done() || !binned) {
            boolean counted = binned;
            Bins none = bins;
            pass(leaf, (NumberTally loader, int used, Pass pass) -> {
                Selection.Pass collector = java.util.Objects.requireNonNull(pass.selection);
                for (int i = 0; i < used; i++) {
                    collector.add(loader.keys()[i]);
                }
                for (int i = 0; i < used && !counted; i++) {
                    pass.histogram.add(loader.numbers()[i], 1);
                }
            }, () -> new Pass(selection.pass(), new HistogramTally(result.edges()), none), pass -> {
                java.util.Objects.requireNonNull(pass.selection).end();
                if (!counted) {
                    histogram.merge(pass.histogram);
                }
            });
            selection.next();
            binned = true;
        }
        return selection;
    }

    /// What a worker gathers in one pass.
    private record Pass(Selection.@org.jspecify.annotations.Nullable Pass selection, HistogramTally histogram,
            Bins bins) {
    }

    private interface Step {
        void take(NumberTally loader, int used, Pass pass);
    }

    private interface Start {
        Pass begin();
    }

    private interface End {
        void end(Pass pass);
    }

    private void pass(Leaf leaf, Step step, Start start, End end) throws IOException {
        int workers = Math.min(WORKERS, Math.max(1, ranges.size()));
        List<Pass> passes = new ArrayList<>();
        List<NumberTally> loaders = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            passes.add(start.begin());
            loaders.add(new NumberTally(leaf.type(), Bins.ofAll(), new Budget(0, 0, 0)));
        }
        Parallel.each(ranges, workers, (worker, range) -> dataset.scan(range, List.of(leaf), batch -> {
            Vector vector = batch.vectors().getFirst();
            Vector flat = vector instanceof Vector.Repeated repeated ? repeated.values() : vector;
            NumberTally loader = loaders.get(worker);
            step.take(loader, loader.load(flat), passes.get(worker));
        }, cancel));
        passes.forEach(end::end);
    }
}
