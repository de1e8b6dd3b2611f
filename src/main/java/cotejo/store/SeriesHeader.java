package cotejo.store;

import cotejo.model.MetricSeries;
import cotejo.model.MetricSummary;
import java.util.Arrays;

/// The running summary of one series while its points go by, and where its points lie. It can be stored and taken up
/// again when more points come.
final class SeriesHeader {

    private long count;
    private long nans;
    private long nonFinite;
    private double sum;
    private double carry;
    private double first = Double.NaN;
    private double firstStep;
    private long firstTime;
    private double last = Double.NaN;
    private double lastStep;
    private long lastTime;
    private double min = Double.NaN;
    private double minStep = Double.NaN;
    private double max = Double.NaN;
    private double maxStep = Double.NaN;
    private int[] parts = new int[0];

    void add(double step, long time, double value) {
        if (count == 0 || step < firstStep || (step == firstStep && time < firstTime)) {
            first = value;
            firstStep = step;
            firstTime = time;
        }
        if (count == 0 || isLater(step, time, value)) {
            last = value;
            lastStep = step;
            lastTime = time;
        }
        count++;
        if (Double.isNaN(value)) {
            nans++;
            nonFinite++;
            return;
        }
        if (Double.isInfinite(value)) {
            nonFinite++;
        }
        addToSum(value);
        if (!(value >= min)) {
            min = value;
            minStep = step;
        }
        if (!(value <= max)) {
            max = value;
            maxStep = step;
        }
    }

    private boolean isLater(double step, long time, double value) {
        return step != lastStep ? step > lastStep : MetricSeries.outranks(time, value, lastTime, last);
    }

    /// Neumaier's compensated sum, so that the mean of a million small numbers is right to the last digit or two.
    private void addToSum(double value) {
        double next = sum + value;
        if (Double.isFinite(next)) {
            carry += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        }
        sum = next;
    }

    MetricSummary summary() {
        double mean = mean(count - nans, sum, carry);
        return new MetricSummary(count, nonFinite, first, last, lastStep, lastTime, min, minStep, max, maxStep, mean);
    }

    /// The parts its points lie in, ascending.
    int[] parts() {
        return parts;
    }

    void liesIn(int part) {
        if (parts.length == 0 || parts[parts.length - 1] != part) {
            parts = Arrays.copyOf(parts, parts.length + 1);
            parts[parts.length - 1] = part;
        }
    }

    void noLongerIn(int part) {
        parts = Arrays.stream(parts).filter(p -> p != part).toArray();
    }

    void write(Bytes out) {
        out.putVar(count);
        out.putVar(nans);
        out.putVar(nonFinite);
        for (double number : new double[] {first, last, lastStep, min, minStep, max, maxStep, sum, carry, firstStep}) {
            out.putDouble(number);
        }
        out.putZigzag(lastTime);
        out.putZigzag(firstTime);
        out.putVar(parts.length);
        int before = 0;
        for (int part : parts) {
            out.putVar(part - before);
            before = part;
        }
    }

    /// Reads a stored header for its summary alone, passing over where the points lie.
    static MetricSummary readSummary(Bytes.Reader in) {
        long count = in.getVar();
        long nans = in.getVar();
        long nonFinite = in.getVar();
        double first = in.getDouble();
        double last = in.getDouble();
        double lastStep = in.getDouble();
        double min = in.getDouble();
        double minStep = in.getDouble();
        double max = in.getDouble();
        double maxStep = in.getDouble();
        double sum = in.getDouble();
        double carry = in.getDouble();
        in.getBits();
        long lastTime = in.getZigzag();
        in.getVar();
        for (int parts = in.getCount(); parts > 0; parts--) {
            in.getVar();
        }
        double mean = mean(count - nans, sum, carry);
        return new MetricSummary(count, nonFinite, first, last, lastStep, lastTime, min, minStep, max, maxStep, mean);
    }

    private static double mean(long numbers, double sum, double carry) {
        return numbers == 0 ? Double.NaN : (sum + (Double.isFinite(sum) ? carry : 0)) / numbers;
    }

    static SeriesHeader read(Bytes.Reader in) {
        SeriesHeader header = new SeriesHeader();
        header.count = in.getVar();
        header.nans = in.getVar();
        header.nonFinite = in.getVar();
        header.first = in.getDouble();
        header.last = in.getDouble();
        header.lastStep = in.getDouble();
        header.min = in.getDouble();
        header.minStep = in.getDouble();
        header.max = in.getDouble();
        header.maxStep = in.getDouble();
        header.sum = in.getDouble();
        header.carry = in.getDouble();
        header.firstStep = in.getDouble();
        header.lastTime = in.getZigzag();
        header.firstTime = in.getZigzag();
        int[] parts = new int[in.getCount()];
        int before = 0;
        for (int i = 0; i < parts.length; i++) {
            before += in.getCount();
            parts[i] = before;
        }
        header.parts = parts;
        return header;
    }
}
