package cotejo.chart;

import java.util.Arrays;

/// How much of each pixel a line covers, 0…255, column by column (a dense line is drawn upright, and upright neighbours
/// should be neighbours in memory). Coverage is exact for straight bands and adds up, so joints have no dents.
final class Ink {

    final int width;
    final int height;
    final byte[] cover;
    /// First and one past the last inked row of each column.
    final int[] top;
    final int[] bottom;

    Ink(int width, int height) {
        this.width = width;
        this.height = height;
        this.cover = new byte[width * height];
        this.top = new int[width];
        this.bottom = new int[width];
        Arrays.fill(top, height);
    }

    void clear() {
        for (int column = 0; column < width; column++) {
            if (top[column] < bottom[column]) {
                Arrays.fill(cover, column * height + top[column], column * height + bottom[column], (byte) 0);
            }
            top[column] = height;
            bottom[column] = 0;
        }
    }

    private void add(int column, int row, double coverage) {
        int more = (int) (coverage * 255 + 0.5);
        if (more <= 0 || column < 0 || column >= width || row < 0 || row >= height) {
            return;
        }
        int at = column * height + row;
        cover[at] = (byte) Math.min(255, (cover[at] & 255) + more);
        top[column] = Math.min(top[column], row);
        bottom[column] = Math.max(bottom[column], row + 1);
    }

    /// A straight line of a thickness, cut off square at its ends; `dash` leaves gaps where it is flat.
    void line(double x0, double y0, double x1, double y1, double thickness, Dash dash, double dashScale) {
        double far = thickness + 2;
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
            flat(Math.min(ax, bx), ax <= bx ? ay : by, Math.max(ax, bx), ax <= bx ? by : ay, thickness, dash, dashScale);
        } else {
            steep(ay <= by ? ax : bx, Math.min(ay, by), ay <= by ? bx : ax, Math.max(ay, by), thickness);
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
        int end = (int) Math.min(width - 1, Math.floor(x1));
        for (int column = (int) Math.max(0, Math.floor(x0)); column <= end; column++) {
            double from = Math.max(x0, column);
            double to = Math.min(x1, column + 1.0);
            if (to <= from || !dash.inked((column + 0.5) / dashScale)) {
                continue;
            }
            double ya = y0 + (from - x0) * slope;
            double yb = y0 + (to - x0) * slope;
            double rise = Math.abs(yb - ya);
            double middle = (ya + yb) / 2;
            int last = (int) Math.min(height - 1, Math.floor(middle + half + rise / 2));
            int row = (int) Math.max(0, Math.floor(middle - half - rise / 2));
            double below = area(row - middle, half, rise);
            for (; row <= last; row++) {
                double above = area(row + 1 - middle, half, rise);
                add(column, row, (above - below) * (to - from));
                below = above;
            }
        }
    }

    private void steep(double x0, double y0, double x1, double y1, double thickness) {
        double slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
        double half = thickness / 2 * Math.sqrt(1 + slope * slope);
        int end = (int) Math.min(height - 1, Math.floor(y1));
        for (int row = (int) Math.max(0, Math.floor(y0)); row <= end; row++) {
            double from = Math.max(y0, row);
            double to = Math.min(y1, row + 1.0);
            if (to <= from) {
                continue;
            }
            double xa = x0 + (from - y0) * slope;
            double xb = x0 + (to - y0) * slope;
            double run = Math.abs(xb - xa);
            double middle = (xa + xb) / 2;
            int last = (int) Math.min(width - 1, Math.floor(middle + half + run / 2));
            int column = (int) Math.max(0, Math.floor(middle - half - run / 2));
            double below = area(column - middle, half, run);
            for (; column <= last; column++) {
                double above = area(column + 1 - middle, half, run);
                add(column, row, (above - below) * (to - from));
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
        if (column < 0 || column >= width || !(high > 0) || !(low < height)) {
            return;
        }
        double from = Math.max(0, low);
        double to = Math.min(height, high);
        int first = (int) Math.ceil(from);
        int last = (int) Math.floor(to);
        if (first > last) {
            add(column, last, (to - from) * strength / 255);
            return;
        }
        add(column, first - 1, (first - from) * strength / 255);
        add(column, last, (to - last) * strength / 255);
        if (first == last) {
            return;
        }
        int base = column * height;
        if (strength == 255) {
            Arrays.fill(cover, base + first, base + last, (byte) 255);
        } else {
            for (int at = base + first; at < base + last; at++) {
                cover[at] = (byte) Math.min(255, (cover[at] & 255) + strength);
            }
        }
        top[column] = Math.min(top[column], first);
        bottom[column] = Math.max(bottom[column], last);
    }

    /// A round dot: how a point without neighbours is seen.
    void dot(double x, double y, double radius) {
        int right = (int) Math.min(width, x + radius + 1);
        int low = (int) Math.min(height, y + radius + 1);
        for (int column = (int) Math.max(0, x - radius - 1); column <= right; column++) {
            for (int row = (int) Math.max(0, y - radius - 1); row <= low; row++) {
                double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                add(column, row, Math.clamp(radius + 0.5 - distance, 0.0, 1.0));
            }
        }
    }
}
