package cotejo.ui.runs;

import cotejo.export.TableText;

/// What can be done from the table, by key, menu or button. All of it concerns the selected runs, or the one the
/// keyboard stands on.
interface RunCommands {

    void openDetails();

    void focusFilter();

    /// Puts the runs beside each other.
    void compare();

    void star();

    void hide();

    void rename();

    /// Into the trash; in the trash, away for good.
    void trash();

    void restore();

    void editTags();

    void editNote();

    void move();

    /// As [TableText.Format#TSV].
    void copy();

    void copyAs(TableText.Format format);

    /// Writes the table as it is seen to a file.
    void export();
}
