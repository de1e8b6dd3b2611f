package cotejo.chart.plot;

import cotejo.analysis.Range;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The axes of a painted chart along which numbers stand, by which it can be zoomed.
///
/// @param area    where the values are, in logical pixels
/// @param across  the axis from left to right; null where it has no numbers
/// @param upright the axis from the bottom to the top; null where it has no numbers
public record ZoomAxes(Rectangle2D area, @Nullable Along across, @Nullable Along upright) {

    /// Which ends an axis has, `xMin` and `xMax` or `yMin` and `yMax`. Bars and boxes lie: their `y` runs across.
    public enum Role {
        X,
        Y
    }

    /// How numbers become even steps along an axis.
    public interface Course {

        double even(double value);

        double value(double even);
    }

    /// One axis as it is seen.
    ///
    /// @param from what stands at its left or lower end, in even steps
    /// @param to   what stands at its right or upper end, in even steps
    /// @param full what it shows when nobody chose its ends
    public record Along(Role role, Course course, double from, double to, Range full) {

        static @Nullable Along of(Role role, PlotAxis seen, PlotAxis whole) {
            if (seen.categorical()) {
                return null;
            }
            Course course = new Course() {
                @Override
                public double even(double value) {
                    return seen.even(value);
                }

                @Override
                public double value(double even) {
                    return seen.back(even);
                }
            };
            return new Along(role, course, seen.even(seen.range().low()), seen.even(seen.range().high()),
                    whole.range());
        }

        /// An axis of cells of different widths in numbers.
        ///
        /// @param edges   where the cells begin and the last one ends, ascending
        /// @param before  further cells before them, which stand for no numbers
        /// @param after   further cells behind them
        static Along cells(Role role, double[] edges, int before, int after, Range full) {
            return new Along(role, new Steps(edges), -before, edges.length - 1.0 + after, full);
        }
    }

    /// Even steps from edge to edge, straight on beyond both ends.
    @SuppressWarnings("ArrayRecordComponent")
    private record Steps(double[] edges) implements Course {

        @Override
        public double even(double value) {
            int found = Arrays.binarySearch(edges, value);
            int cell = Math.clamp(found >= 0 ? found : -found - 2L, 0, edges.length - 2);
            return cell + (value - edges[cell]) / (edges[cell + 1] - edges[cell]);
        }

        @Override
        public double value(double even) {
            int cell = (int) Math.clamp(Math.floor(even), 0.0, edges.length - 2.0);
            return edges[cell] + (even - cell) * (edges[cell + 1] - edges[cell]);
        }
    }
}
