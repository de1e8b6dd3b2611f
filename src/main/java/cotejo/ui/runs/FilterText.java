package cotejo.ui.runs;

import cotejo.model.RunFrame;
import cotejo.query.Completion;
import cotejo.query.Filter;
import cotejo.query.FilterError;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The filter while it is being written: its text, what is wrong with it, what could come next, and what was used
/// before.
final class FilterText {

    private static final int HISTORY = 30;
    private static final Pattern NOT_EQUAL = Pattern.compile(
            "(?i)\\b(params?|parameters?|tags?|metrics?)\\s*\\.\\s*(\"[^\"]*\"|`[^`]*`|[\\w.]+)\\s*(!=|<>)");

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable FilterError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> hint = new ReadOnlyObjectWrapper<>("");
    private List<String> history = new ArrayList<>();

    FilterText() {
        text.addListener((property, before, now) -> read(now));
    }

    private void read(String now) {
        error.set(Filter.parse(now) instanceof FilterError wrong ? wrong : null);
        hint.set(error.get() == null && NOT_EQUAL.matcher(now).find() && !now.toUpperCase(java.util.Locale.ROOT)
                .contains("IS NULL") ? Texts.get("runs.filter.hint.missing") : "");
    }

    StringProperty text() {
        return text;
    }

    /// Why the text cannot be read, or null.
    ReadOnlyObjectProperty<@Nullable FilterError> error() {
        return error.getReadOnlyProperty();
    }

    /// What may surprise about the filter, in a sentence; mostly empty.
    ReadOnlyObjectProperty<String> hint() {
        return hint.getReadOnlyProperty();
    }

    /// What fits at the caret.
    Completion complete(int caret, RunFrame frame) {
        return Completion.at(text.get(), caret, frame);
    }

    /// Filters used before, newest first.
    List<String> history() {
        return List.copyOf(history);
    }

    void remember(List<String> known) {
        history = new ArrayList<>(known);
    }

    /// Puts a filter first in the history; true when that changes it.
    boolean used(String filter) {
        String word = filter.strip();
        if (word.isEmpty() || !history.isEmpty() && history.getFirst().equals(word)) {
            return false;
        }
        history.remove(word);
        history.addFirst(word);
        if (history.size() > HISTORY) {
            history.removeLast();
        }
        return true;
    }
}
