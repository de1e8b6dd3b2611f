package cotejo.chart;

import java.util.Arrays;

/// How much of each pixel a line covers, 0…255, column by column (a dense line is drawn upright, and upright neighbours
/// should be neighbours in memory). Coverage is exact for straight bands and adds up, so joints have no dents.
///
/// An ink may hold just some of the columns, so that several can be inked at once; each comes out the same, however
/// they are shared out.
final class Ink {

    /// The least width in pixels of a steep line that shows its dashes.
    private static final double DASHED_FROM = 8;

    final int from;
    final int to;
    final int height;
    private final int width;
    final byte[] cover;
    /// First and one past the last inked row of each column.
    final int[] top;
    final int[] bottom;

    /// The columns from `from` to before `to` of a picture of `width` columns.
    Ink(int from, int to, int width, int height) {
        this.from = from;
        this.to = to;
        this.width = width;
        this.height = height;
        this.cover = new byte[(to - from) * height];
        this.top = new int[to - from];
        this.bottom = new int[to - from];
        Arrays.fill(top, height);
    }

    void clear() {
        for (int column = 0; column < top.length; column++) {
            if (top[column] < bottom[column]) {
                Arrays.fill(cover, column * height + top[column], column * height + bottom[column], (byte) 0);
            }
            top[column] = height;
            bottom[column] = 0;
        }
    }

    private void add(int column, int row, double coverage) {
        int more = (int) (coverage * 255 + 0.5);
        if (more <= 0 || column < from || column >= to || row < 0 || row >= height) {
            return;
        }
        int own = column - from;
        int at = own * height + row;
        cover[at] = (byte) Math.min(255, (cover[at] & 255) + more);
        top[own] = Math.min(top[own], row);
        bottom[own] = Math.max(bottom[own], row + 1);
    }

    /// A straight line of a thickness, cut off square at its ends; `dash` leaves gaps in it, measured across where it
    /// is flat and down where it is steep. Steep lines of little width, as crowded points give, are whole.
    void line(double x0, double y0, double x1, double y1, double thickness, Dash dash, double dashScale) {
        double far = thickness + 2;
        if (Math.max(x0, x1) < from - far || Math.min(x0, x1) > to + far) {
            return;
        }
        double[] t = {0, 1};
        double dx = x1 - x0;
        double dy = y1 - y0;
        if (!clip(t, -dx, x0 + far) || !clip(t, dx, width + far - x0)
                || !clip(t, -dy, y0 + far) || !clip(t, dy, height + far - y0)) {
            return;
        }
        double ax = x0 + t[0] * dx;
        double ay = y0 + t[0] * dy;
        double bx = x0 + t[1] * dx;
        double by = y0 + t[1] * dy;
        if (Math.abs(bx - ax) >= Math.abs(by - ay)) {
            flat(Math.min(ax, bx), ax <= bx ? ay : by, Math.max(ax, bx), ax <= bx ? by : ay,
                    thickness, dash, dashScale);
        } else {
            steep(ay <= by ? ax : bx, Math.min(ay, by), ay <= by ? bx : ax, Math.max(ay, by), thickness,
                    Math.abs(dx) < DASHED_FROM * dashScale ? Dash.SOLID : dash, dashScale);
        }
    }

    /// Liang and Barsky's clipping against one side.
    private static boolean clip(double[] t, double p, double q) {
        if (p == 0) {
            return q >= 0;
        }
        double r = q / p;
        if (p < 0) {
            t[0] = Math.max(t[0], r);
        } else {
            t[1] = Math.min(t[1], r);
        }
        return t[0] <= t[1];
    }

    private void flat(double x0, double y0, double x1, double y1, double thickness, Dash dash, double dashScale) {
        double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
        double half = thickness / 2 * Math.sqrt(1 + slope * slope);
        int end = (int) Math.min(to - 1, Math.floor(x1));
        for (int column = (int) Math.max(from, Math.floor(x0)); column <= end; column++) {
            double left = Math.max(x0, column);
            double right = Math.min(x1, column + 1.0);
            if (right <= left || !dash.inked((column + 0.5) / dashScale)) {
                continue;
            }
            double ya = y0 + (left - x0) * slope;
            double yb = y0 + (right - x0) * slope;
            double rise = Math.abs(yb - ya);
            double middle = (ya + yb) / 2;
            int last = (int) Math.min(height - 1, Math.floor(middle + half + rise / 2));
            int row = (int) Math.max(0, Math.floor(middle - half - rise / 2));
            double below = area(row - middle, half, rise);
            for (; row <= last; row++) {
                double above = area(row + 1 - middle, half, rise);
                add(column, row, (above - below) * (right - left));
                below = above;
            }
        }
    }

    private void steep(double x0, double y0, double x1, double y1, double thickness, Dash dash, double dashScale) {
        double slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
        double half = thickness / 2 * Math.sqrt(1 + slope * slope);
        int end = (int) Math.min(height - 1, Math.floor(y1));
        for (int row = (int) Math.max(0, Math.floor(y0)); row <= end; row++) {
            double upper = Math.max(y0, row);
            double lower = Math.min(y1, row + 1.0);
            if (lower <= upper || !dash.inked((row + 0.5) / dashScale)) {
                continue;
            }
            double xa = x0 + (upper - y0) * slope;
            double xb = x0 + (lower - y0) * slope;
            double run = Math.abs(xb - xa);
            double middle = (xa + xb) / 2;
            int last = (int) Math.min(to - 1, Math.floor(middle + half + run / 2));
            int column = (int) Math.max(from, Math.floor(middle - half - run / 2));
            double below = area(column - middle, half, run);
            for (; column <= last; column++) {
                double above = area(column + 1 - middle, half, run);
                add(column, row, (above - below) * (lower - upper));
                below = above;
            }
        }
    }

    /// The area of a slanted band left of `u`: a box of half-width `half` blurred by a box of width `blur`.
    private static double area(double u, double half, double blur) {
        if (blur < 1e-3) {
            return Math.clamp(u + half, 0, 2 * half);
        }
        double b = blur / 2;
        return (ramp(u + half + b) - ramp(u + half - b) - ramp(u - half + b) + ramp(u - half - b)) / (2 * blur);
    }

    private static double ramp(double u) {
        return u > 0 ? u * u : 0;
    }

    /// The upright extent of all points of a pixel column.
    void bar(double x, double y0, double y1, double thickness) {
        int column = (int) Math.floor(x);
        double low = Math.min(y0, y1) - thickness / 2;
        double high = Math.max(y0, y1) + thickness / 2;
        int main = 255;
        int side = (int) Math.min(255, (thickness - 1) / 2 * 255);
        span(column, low, high, main);
        if (side > 0) {
            span(column - 1, low, high, side);
            span(column + 1, low, high, side);
        }
    }

    private void span(int column, double low, double high, int strength) {
        if (column < from || column >= to || !(high > 0) || !(low < height)) {
            return;
        }
        double upper = Math.max(0, low);
        double lower = Math.min(height, high);
        int first = (int) Math.ceil(upper);
        int last = (int) Math.floor(lower);
        if (first > last) {
            add(column, last, (lower - upper) * strength / 255);
            return;
        }
        add(column, first - 1, (first - upper) * strength / 255);
        add(column, last, (lower - last) * strength / 255);
        if (first == last) {
            return;
        }
        int base = (column - from) * height;
        if (strength == 255) {
            Arrays.fill(cover, base + first, base + last, (byte) 255);
        } else {
            for (int at = base + first; at < base + last; at++) {
                cover[at] = (byte) Math.min(255, (cover[at] & 255) + strength);
            }
        }
        top[column - from] = Math.min(top[column - from], first);
        bottom[column - from] = Math.max(bottom[column - from], last);
    }

    /// What lies between two edges, each with a height for every column of the picture, or NaN where it is not.
    void fill(double[] upper, double[] lower) {
        for (int column = from; column < to; column++) {
            if (upper[column] < lower[column]) {
                span(column, upper[column], lower[column], 255);
            }
        }
    }

    /// A round dot: how a point without neighbours is seen.
    void dot(double x, double y, double radius) {
        int right = (int) Math.min(to, x + radius + 1);
        int low = (int) Math.min(height, y + radius + 1);
        for (int column = (int) Math.max(from, x - radius - 1); column <= right; column++) {
            for (int row = (int) Math.max(0, y - radius - 1); row <= low; row++) {
                double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                add(column, row, Math.clamp(radius + 0.5 - distance, 0.0, 1.0));
            }
        }
    }
}
