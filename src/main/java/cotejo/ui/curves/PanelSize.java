package cotejo.ui.curves;

/// How large a panel is at least; panels of a row share what is left over.
public enum PanelSize {
    SMALL(250, 190),
    MEDIUM(360, 250),
    LARGE(560, 360);

    private final double width;
    private final double height;

    PanelSize(double width, double height) {
        this.width = width;
        this.height = height;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }
}
