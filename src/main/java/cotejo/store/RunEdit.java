package cotejo.store;

import org.jspecify.annotations.Nullable;

/// One change the person made to a run, laid over what the source says, so that importing again keeps it.
///
/// @param runKey the run
/// @param field  one of the constants here, or `tag:` and a tag key
/// @param value  the new value; null takes a tag away, or takes the edit itself back where [#isUndo]
/// @param undo   whether the edit is taken back, so that the source's own value shows again
public record RunEdit(long runKey, String field, @Nullable String value, Undo undo) {

    /// Whether an edit is laid over or taken away.
    public enum Undo {
        LAY,
        TAKE_BACK
    }

    public static final String NAME = "name";
    /// The key of the experiment it was moved to, as a decimal number.
    public static final String EXPERIMENT = "experiment";
    /// `ACTIVE` or `DELETED`.
    public static final String LIFECYCLE = "lifecycle";
    /// `true` or `false`.
    public static final String STARRED = "starred";
    /// `true` or `false`.
    public static final String HIDDEN = "hidden";
    public static final String TAG = "tag:";
    /// The tag that MLflow keeps a run's note in.
    public static final String NOTE_TAG = "mlflow.note.content";

    public static RunEdit name(long runKey, String name) {
        return new RunEdit(runKey, NAME, name, Undo.LAY);
    }

    public static RunEdit tag(long runKey, String key, String value) {
        return new RunEdit(runKey, TAG + key, value, Undo.LAY);
    }

    public static RunEdit removeTag(long runKey, String key) {
        return new RunEdit(runKey, TAG + key, null, Undo.LAY);
    }

    public static RunEdit note(long runKey, String markdown) {
        return tag(runKey, NOTE_TAG, markdown);
    }

    public static RunEdit moveTo(long runKey, long experimentKey) {
        return new RunEdit(runKey, EXPERIMENT, Long.toString(experimentKey), Undo.LAY);
    }

    public static RunEdit trash(long runKey) {
        return new RunEdit(runKey, LIFECYCLE, "DELETED", Undo.LAY);
    }

    public static RunEdit restore(long runKey) {
        return new RunEdit(runKey, LIFECYCLE, "ACTIVE", Undo.LAY);
    }

    public static RunEdit star(long runKey, String trueOrFalse) {
        return new RunEdit(runKey, STARRED, trueOrFalse, Undo.LAY);
    }

    public static RunEdit hide(long runKey, String trueOrFalse) {
        return new RunEdit(runKey, HIDDEN, trueOrFalse, Undo.LAY);
    }

    boolean isUndo() {
        return undo == Undo.TAKE_BACK;
    }
}
