package cotejo.chart;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How large a figure is. Drawings are laid out in units of 1/72 inch on paper, and of a pixel on screens, so that a
/// font of 9 is 9 points in a paper and 9 pixels on a page.
///
/// @param width  in the unit
/// @param height in the unit
/// @param upward whether it may be higher than that
public record FigureSize(double width, double height, Unit unit, Upward upward) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6}(?:\\.\\d+)?)\\s*(mm|cm|in|pt|px)?");
    private static final double SHAPE = 0.62;
    private static final double LEAST = 40;
    private static final double MOST = 20_000;

    /// How high a figure may be.
    public enum Upward {
        /// Just as high as it was asked to be; what has no room is counted.
        EXACT,
        /// Higher where a legend or remarks need it.
        GROWS
    }

    /// What figures are measured in.
    public enum Unit {
        MM(72 / 25.4),
        CM(72 / 2.54),
        IN(72),
        PT(1),
        PX(1);

        private final double units;

        Unit(double units) {
            this.units = units;
        }
    }

    /// Just this size.
    public FigureSize(double width, double height, Unit unit) {
        this(width, height, unit, Upward.EXACT);
    }

    /// This width, and another's width as the height, just so.
    public FigureSize high(FigureSize other) {
        return new FigureSize(width, other.across() / unit.units, unit);
    }

    /// The size a drawing gets: higher than this one where it needs to be and may.
    public FigureSize of(Drawing drawing) {
        return upward == Upward.EXACT ? this
                : new FigureSize(width, drawing.height(across(), upright()) / unit.units, unit);
    }

    /// Reads a width such as `120mm` or `900px`; the height follows in the proportion that charts have, or is
    /// more where a drawing needs it. Empty when it
    /// is none, or too small or large to be drawn.
    public static Optional<FigureSize> parse(String text) {
        Matcher found = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            return Optional.empty();
        }
        Unit unit = found.group(2) == null ? Unit.PX : Unit.valueOf(found.group(2).toUpperCase(Locale.ROOT));
        double width = Double.parseDouble(found.group(1));
        FigureSize size = new FigureSize(width, width * SHAPE, unit, Upward.GROWS);
        return size.across() >= LEAST && size.across() <= MOST ? Optional.of(size) : Optional.empty();
    }

    /// Reads a width and a height, whose unit is that of the width where it has none; without a height as
    /// [#parse(String)] does. Empty when one of them is none.
    public static Optional<FigureSize> parse(String width, String height) {
        if (height.isBlank()) {
            return parse(width);
        }
        boolean bare = Character.isDigit(height.strip().charAt(height.strip().length() - 1));
        return parse(width).flatMap(size -> parse(bare ? height.strip() + size.unit : height).map(size::high));
    }

    /// The width in units of drawings.
    public double across() {
        return width * unit.units;
    }

    /// The height in units of drawings.
    public double upright() {
        return height * unit.units;
    }

    boolean paper() {
        return unit != Unit.PX;
    }
}
