package cotejo.ui.compare;

/// The pages of the panel.
enum Page {
    VALUES("fth-list"),
    FILES("fth-file-text"),
    EXPLAIN("fth-help-circle"),
    REAL("fth-activity");

    private final String icon;

    Page(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }
}
