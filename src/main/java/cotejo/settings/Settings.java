package cotejo.settings;

import java.util.List;

/// What a person set, for all workspaces.
///
/// @param theme      `light`, `dark` or `system`
/// @param language   `en`, `es` or `system`
/// @param rows       `normal` (28 px) or `compact` (22 px)
/// @param window     where the window stood
/// @param workspaces the workspaces opened before, newest first
/// @param layout     widths of the folding parts, by name
/// @param comparing  how runs are compared
/// @param tables     how tables were looked at, newest first
public record Settings(String theme, String language, String rows, Window window, List<String> workspaces,
        java.util.Map<String, Double> layout, Comparing comparing, List<TableLook> tables) {

    /// Where the window stood. A width of 0 means that it was never shown.
    public record Window(double x, double y, double width, double height, boolean maximized) {
    }

    /// What holds before anything was set.
    public static Settings defaults() {
        return new Settings("system", "system", "normal", new Window(0, 0, 0, 0, false), List.of(), java.util.Map.of(),
                Comparing.defaults(), List.of());
    }

    public Settings withTheme(String wanted) {
        return new Settings(wanted, language, rows, window, workspaces, layout, comparing, tables);
    }

    public Settings withLanguage(String wanted) {
        return new Settings(theme, wanted, rows, window, workspaces, layout, comparing, tables);
    }

    public Settings withRows(String wanted) {
        return new Settings(theme, language, wanted, window, workspaces, layout, comparing, tables);
    }

    public Settings withWindow(Window wanted) {
        return new Settings(theme, language, rows, wanted, workspaces, layout, comparing, tables);
    }

    public Settings withWorkspaces(List<String> wanted) {
        return new Settings(theme, language, rows, window, List.copyOf(wanted), layout, comparing, tables);
    }

    public Settings withLayout(java.util.Map<String, Double> wanted) {
        return new Settings(theme, language, rows, window, workspaces, java.util.Map.copyOf(wanted),
                comparing, tables);
    }

    public Settings withComparing(Comparing wanted) {
        return new Settings(theme, language, rows, window, workspaces, layout, wanted, tables);
    }

    public Settings withTables(List<TableLook> wanted) {
        return new Settings(theme, language, rows, window, workspaces, layout, comparing,
                List.copyOf(wanted.subList(0, Math.min(TableLook.MOST, wanted.size()))));
    }
}
