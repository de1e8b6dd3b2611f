package cotejo.chart.plot;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands where on a painted chart, in the units it was painted in. Runs are numbered as in [Plot].
public interface Hits {

    /// What is at a place.
    ///
    /// @param runs  the runs it stands for, the one that is meant most first
    /// @param words what it is beyond its runs, a line each: a group and its numbers; empty for a single run
    record Found(List<Integer> runs, List<String> words) {
        public Found {
            runs = List.copyOf(runs);
            words = List.copyOf(words);
        }
    }

    /// What is at a place or near enough to be meant; null when nothing is.
    @Nullable Found at(double x, double y);

    /// The runs within a box.
    BitSet in(Rectangle2D box);

    /// The outline of what stands for a run, to be drawn over the picture; null when nothing does.
    @Nullable Shape outline(int run);

    /// Nothing anywhere.
    Hits NONE = new Hits() {
        @Override
        public @Nullable Found at(double x, double y) {
            return null;
        }

        @Override
        public BitSet in(Rectangle2D box) {
            return new BitSet();
        }

        @Override
        public @Nullable Shape outline(int run) {
            return null;
        }
    };
}
