package cotejo.chart;

import java.util.List;

/// The colours of a chart, as 0xAARRGGBB, and its type. `background` is what lines must stand out from; the picture
/// itself is drawn on transparent ground on screen and on `background` in a figure.
///
/// @param lines colours of lines in the order of [RunColors]' slots
public record ChartTheme(int background, int text, int faintText, int grid, int axis, List<Integer> lines,
        String fontFamily, float fontSize) {

    /// For a light window.
    public static final ChartTheme LIGHT = new ChartTheme(0xffffffff, 0xff1f2328, 0xff59636e, 0xffe9ecef, 0xffafb8c1,
            RunColors.LIGHT, ChartFont.FAMILY, 11);

    /// For a dark window.
    public static final ChartTheme DARK = new ChartTheme(0xff0d1117, 0xffe6edf3, 0xff9198a1, 0xff21262d, 0xff484f58,
            RunColors.DARK, ChartFont.FAMILY, 11);

    /// For paper: black type, thin grey rules.
    public static final ChartTheme PRINT = new ChartTheme(0xffffffff, 0xff000000, 0xff303030, 0xffe0e0e0, 0xff606060,
            RunColors.LIGHT, ChartFont.FAMILY, 10);

    /// The colour of a slot; slots beyond the last colour begin again.
    public int line(int slot) {
        return lines.get(Math.floorMod(slot, lines.size()));
    }

    /// The same with type of another size, in units of the drawing.
    public ChartTheme withFontSize(float size) {
        return new ChartTheme(background, text, faintText, grid, axis, lines, fontFamily, size);
    }

    public ChartTheme withFontFamily(String family) {
        return new ChartTheme(background, text, faintText, grid, axis, lines, family, fontSize);
    }
}
