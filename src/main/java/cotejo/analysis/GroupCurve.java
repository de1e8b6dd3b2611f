package cotejo.analysis;

import cotejo.model.MetricSeries;
import cotejo.work.Cancel;
import java.util.Arrays;
import java.util.List;

/// The points of several runs as one line with a band around it: at every step the members share, over all their stored
/// points.
///
/// A step counts when at least two members have a finite value there; a group of one is that member. Where a member
/// logged a step several times, one point counts ([MetricSeries#outranks(int, int)]). The arrays have an entry a step,
/// steps ascending, and must not be changed.
///
/// @param steps        ascending
/// @param x            the mean of the members' x at the step; the steps themselves when steps run along the axis
/// @param center       mean or median
/// @param lower        the lower edge of the band; NaN where it has none
/// @param upper        the upper edge of the band
/// @param n            how many members have a value at the step
/// @param members      how many members have any point
/// @param left         points left out because no other member has their step
/// @param nonFinite    points left out because they are NaN or infinite
/// @param interpolated how many of the values were interpolated
public record GroupCurve(double[] steps, double[] x, double[] center, double[] lower, double[] upper, int[] n,
        int members, long left, long nonFinite, long interpolated) {

    /// One run of a group.
    ///
    /// @param points its stored points
    /// @param x      where each of them stands on the axis, or an empty array when steps run along it
    public record Member(MetricSeries points, double[] x) {
        public Member {
            if (x.length != 0 && x.length != points.size()) {
                throw new IllegalArgumentException("x and points differ in length");
            }
        }
    }

    /// The least and the greatest n, or 0 and 0 without a step.
    public int[] extentOfN() {
        return n.length == 0 ? new int[] {0, 0}
                : new int[] {Arrays.stream(n).min().orElse(0), Arrays.stream(n).max().orElse(0)};
    }

    /// Works out the group, in time that grows with the number of points.
    ///
    /// @throws cotejo.work.CancelledException when cancelled
    public static GroupCurve of(List<Member> members, Grouping grouping, Cancel cancel) {
        return new GroupWork(members, grouping, cancel).curve();
    }
}
