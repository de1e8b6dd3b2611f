package cotejo.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Delaunay's triangles between points of a plane, by Bowyer's and Watson's way of adding one point after the other
/// (both 1981), and what is linear between values at the points. Points at the same place become one with the mean of
/// their values. Takes time by the square of the number of places, so give it some thousands at most.
public final class Triangulation {

    /// Points are moved apart by this share of a span, so that four on a circle do not make two answers.
    private static final double APART = 1e-7;

    private static final double FAR = 1e4;

    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final List<Triangle> triangles;

    /// Three places by their numbers, counter-clockwise.
    public record Triangle(int a, int b, int c) {
    }

    private Triangulation(double[] x, double[] y, double[] z, List<Triangle> triangles) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.triangles = triangles;
    }

    /// @param x from about 0 to 1, as `y`; points that are not finite in all three do not count
    public static Triangulation of(double[] x, double[] y, double[] z) {
        Map<List<Double>, double[]> places = new LinkedHashMap<>();
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i]) && Double.isFinite(z[i])) {
                double[] sum = places.computeIfAbsent(List.of(x[i] + 0.0, y[i] + 0.0), any -> new double[2]);
                sum[0] += z[i];
                sum[1]++;
            }
        }
        double[] px = places.keySet().stream().mapToDouble(place -> place.get(0)).toArray();
        double[] py = places.keySet().stream().mapToDouble(place -> place.get(1)).toArray();
        double[] pz = places.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
        return new Triangulation(px, py, pz, new Growth(px, py).triangles());
    }

    public List<Triangle> triangles() {
        return List.copyOf(triangles);
    }

    /// How many different places there are.
    public int places() {
        return x.length;
    }

    public double x(int place) {
        return x[place];
    }

    public double y(int place) {
        return y[place];
    }

    /// The value at a place.
    public double z(int place) {
        return z[place];
    }

    /// The value between the places; NaN outside of them.
    public double at(double px, double py) {
        for (Triangle t : triangles) {
            double area = cross(x[t.a()], y[t.a()], x[t.b()], y[t.b()], x[t.c()], y[t.c()]);
            double a = cross(px, py, x[t.b()], y[t.b()], x[t.c()], y[t.c()]) / area;
            double b = cross(x[t.a()], y[t.a()], px, py, x[t.c()], y[t.c()]) / area;
            double c = 1 - a - b;
            if (a >= -1e-9 && b >= -1e-9 && c >= -1e-9) {
                return a * z[t.a()] + b * z[t.b()] + c * z[t.c()];
            }
        }
        return Double.NaN;
    }

    private static double cross(double ax, double ay, double bx, double by, double cx, double cy) {
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    }

    /// The triangles while places are added, within one that is far larger than them all.
    private static final class Growth {
        private final double[] x;
        private final double[] y;
        private final int places;
        private List<Circled> current = new ArrayList<>();

        private record Circled(Triangle t, double cx, double cy, double r2) {
        }

        Growth(double[] px, double[] py) {
            places = px.length;
            x = java.util.Arrays.copyOf(px, places + 3);
            y = java.util.Arrays.copyOf(py, places + 3);
            for (int i = 0; i < places; i++) {
                // Any fixed numbers without a pattern will do.
                x[i] += APART * (Math.floorMod(i * 7919L + 13, 1009L) / 1009.0 - 0.5);
                y[i] += APART * (Math.floorMod(i * 6133L + 71, 1013L) / 1013.0 - 0.5);
            }
            x[places] = -FAR;
            y[places] = -FAR;
            x[places + 1] = 3 * FAR;
            y[places + 1] = -FAR;
            x[places + 2] = -FAR;
            y[places + 2] = 3 * FAR;
        }

        List<Triangle> triangles() {
            current.add(circled(places, places + 1, places + 2));
            for (int place = 0; place < places; place++) {
                add(place);
            }
            Set<Triangle> found = new HashSet<>();
            List<Triangle> kept = new ArrayList<>();
            for (Circled circled : current) {
                Triangle t = circled.t();
                double area = t.a() < places && t.b() < places && t.c() < places
                        ? cross(x[t.a()], y[t.a()], x[t.b()], y[t.b()], x[t.c()], y[t.c()]) : 0;
                // Slivers between points on one line come from moving them apart.
                if (area > APART * 4 && found.add(t)) {
                    kept.add(t);
                }
            }
            return kept;
        }

        private void add(int place) {
            Map<Long, int[]> rim = new HashMap<>();
            List<Circled> kept = new ArrayList<>(current.size() + 2);
            for (Circled circled : current) {
                double dx = x[place] - circled.cx();
                double dy = y[place] - circled.cy();
                if (dx * dx + dy * dy >= circled.r2()) {
                    kept.add(circled);
                } else {
                    Triangle t = circled.t();
                    edge(rim, t.a(), t.b());
                    edge(rim, t.b(), t.c());
                    edge(rim, t.c(), t.a());
                }
            }
            rim.values().forEach(edge -> kept.add(circled(edge[0], edge[1], place)));
            current = kept;
        }

        /// An edge of two triangles that go is inside the hole; the others are its rim.
        private static void edge(Map<Long, int[]> rim, int from, int to) {
            if (rim.remove((long) to << 32 | from) == null) {
                rim.put((long) from << 32 | to, new int[] {from, to});
            }
        }

        private Circled circled(int a, int b, int c) {
            double bx = x[b] - x[a];
            double by = y[b] - y[a];
            double cx = x[c] - x[a];
            double cy = y[c] - y[a];
            double d = 2 * (bx * cy - by * cx);
            double ux = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / d;
            double uy = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / d;
            return new Circled(new Triangle(a, b, c), x[a] + ux, y[a] + uy, ux * ux + uy * uy);
        }
    }
}
