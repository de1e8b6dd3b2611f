package cotejo.ui.link;

/// What a drag over a chart does; with Ctrl it does the other.
public enum DragMode {
    /// Selects the runs in the box.
    SELECT,
    /// Looks closer at what is in the box.
    ZOOM;

    public DragMode other() {
        return this == SELECT ? ZOOM : SELECT;
    }
}
