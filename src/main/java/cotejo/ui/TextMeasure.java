package cotejo.ui;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a line of text is, by adding up the widths of its characters: exact to a pixel for the fonts of tables, and
/// a thousand times cheaper than laying it out. One for each font.
public final class TextMeasure {

    private static final Map<Font, TextMeasure> KNOWN = new HashMap<>();
    private static final int REPEATS = 16;

    private final double[] common = new double[0x250];
    private final Map<Integer, Double> others = new HashMap<>();
    private final Text probe = new Text();
    private final double between;

    private TextMeasure(Font font) {
        probe.setFont(font);
        probe.setText("n".repeat(REPEATS + 1));
        between = probe.getLayoutBounds().getWidth();
    }

    /// The measure of a font. Used on the FX thread only.
    public static TextMeasure of(Font font) {
        return KNOWN.computeIfAbsent(font, TextMeasure::new);
    }

    /// The width in pixels.
    public double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += width(text.charAt(i));
        }
        return width;
    }

    private double width(char c) {
        if (c < common.length) {
            if (common[c] == 0) {
                common[c] = ask(c);
            }
            return common[c];
        }
        return others.computeIfAbsent((int) c, any -> ask(c));
    }

    private double ask(char c) {
        probe.setText(("n" + c).repeat(REPEATS) + "n");
        return Math.max(0.01, (probe.getLayoutBounds().getWidth() - between) / REPEATS);
    }

    /// The text itself, or its beginning and its end with `…` between them, so that both can be read: names differ at
    /// either.
    public String middle(String text, double room) {
        if (text.length() < 3 || width(text) <= room) {
            return text;
        }
        double left = room - width('…');
        int head = 0;
        int tail = text.length();
        double used = 0;
        while (head < tail) {
            boolean front = head <= text.length() - tail;
            double next = width(front ? text.charAt(head) : text.charAt(tail - 1));
            if (used + next > left) {
                break;
            }
            used += next;
            if (front) {
                head++;
            } else {
                tail--;
            }
        }
        return text.substring(0, safe(text, head)) + "…" + text.substring(safe(text, tail));
    }

    /// The text itself, or its beginning with `…` behind it.
    public String start(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        double left = room - width('…');
        int head = 0;
        while (head < text.length() && left >= width(text.charAt(head))) {
            left -= width(text.charAt(head));
            head++;
        }
        return text.substring(0, safe(text, head)) + "…";
    }

    /// A number itself, or with the last digits of its fraction left out, its exponent kept: what is left still tells
    /// how large it is. One whose whole part alone is too long is shortened as any text.
    public String number(String text, double room) {
        int point = text.indexOf('.');
        if (point < 0 || width(text) <= room) {
            return middle(text, room);
        }
        int exponent = Math.max(text.indexOf('e', point), text.indexOf('E', point));
        String end = "…" + (exponent < 0 ? "" : text.substring(exponent));
        double left = room - width(end);
        int digits = 0;
        int most = exponent < 0 ? text.length() : exponent;
        while (digits < most && left >= width(text.charAt(digits))) {
            left -= width(text.charAt(digits));
            digits++;
        }
        return digits > point + 1 ? text.substring(0, digits) + end : middle(text, room);
    }

    /// Never between the halves of a character outside the basic plane.
    private static int safe(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
