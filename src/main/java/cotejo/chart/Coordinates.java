package cotejo.chart;

/// Numbers in files of vectors: hundredths of a unit are finer than any printer, and few digits keep files small.
final class Coordinates {

    private static final double FAR = 1e6;

    private Coordinates() {
    }

    /// The number with at most three digits behind the point; what lies very far away stays within what readers accept.
    static String text(double number) {
        double within = Double.isNaN(number) ? 0 : Math.clamp(number, -FAR, FAR);
        long thousandths = Math.round(within * (Math.abs(within) < 4 ? 1000 : 100)) * (Math.abs(within) < 4 ? 1 : 10);
        long whole = Math.abs(thousandths) / 1000;
        long rest = Math.abs(thousandths) % 1000;
        String sign = thousandths < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        String digits = Long.toString(1000 + rest).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return sign + whole + "." + digits.substring(0, end);
    }
}
