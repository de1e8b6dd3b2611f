package cotejo.ui.runs;

import cotejo.model.MetricColumn;
import cotejo.model.NaturalOrder;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns there could be, in groups: those that runs of the table have, and below them those that only runs
/// elsewhere have. Found behind the window, for there may be a hundred thousand.
final class ColumnChoices {

    private static final List<RunAttribute> ATTRIBUTES = List.of(RunAttribute.STATUS, RunAttribute.START,
            RunAttribute.END, RunAttribute.DURATION, RunAttribute.USER, RunAttribute.EXPERIMENT, RunAttribute.RUN_ID,
            RunAttribute.NOTE, RunAttribute.ARTIFACT_URI);
    private static final List<String> TAGS_LIKE_ATTRIBUTES = List.of(GridColumn.SOURCE_TAG, GridColumn.COMMIT_TAG);

    /// A column, or the head of a group where `column` is null.
    ///
    /// @param runs  how many runs of the table have it, for a head how many columns it has; negative for none to tell
    /// @param group the columns below a head
    record Choice(String text, int runs, @Nullable ColumnRef column, Set<ColumnRef> group) {

        /// The columns meant by its box.
        Set<ColumnRef> meant() {
            return column == null ? group : Set.of(column);
        }

        boolean head() {
            return column == null;
        }
    }

    private final RunFrame frame;
    private final BitSet scope;
    private final String wanted;
    private final Cancel cancel;
    private final List<Choice> lines = new ArrayList<>();

    private ColumnChoices(Listing listing, String wanted, Cancel cancel) {
        this.frame = listing.frame();
        this.scope = listing.scope();
        this.wanted = wanted.strip().toLowerCase(Locale.ROOT);
        this.cancel = cancel;
    }

    /// Those whose name contains what is wanted.
    ///
    /// @throws cotejo.work.CancelledException when cancelled
    static List<Choice> of(Listing listing, String wanted, Cancel cancel) {
        ColumnChoices choices = new ColumnChoices(listing, wanted, cancel);
        choices.collect();
        return choices.lines;
    }

    private void collect() {
        List<Choice> attributes = new ArrayList<>();
        ATTRIBUTES.forEach(attribute -> attributes.add(choice(ColumnRef.attribute(attribute), -1)));
        List<Choice> liked = new ArrayList<>();
        TAGS_LIKE_ATTRIBUTES.forEach(key -> liked.add(choice(new ColumnRef.Tag(key), present(frame.tag(key)))));
        liked.removeIf(choice -> choice.runs() == 0);
        attributes.addAll(liked);
        List<Choice> metrics = frame.metricKeys().stream()
                .map(key -> choice(ColumnRef.metric(key), present(frame.metric(key)))).toList();
        List<Choice> params = frame.paramKeys().stream()
                .map(key -> choice(new ColumnRef.Param(key), present(frame.param(key)))).toList();
        List<Choice> tags = frame.tagKeys().stream().filter(key -> !TAGS_LIKE_ATTRIBUTES.contains(key)
                && !key.equals(GridColumn.NOTE_TAG)).sorted(Comparator.comparing((String key) ->
                        key.startsWith("mlflow.")).thenComparing(NaturalOrder.INSTANCE))
                .map(key -> choice(new ColumnRef.Tag(key), present(frame.tag(key)))).toList();
        add("runs.columns.attributes", attributes);
        add("runs.columns.metrics", here(metrics));
        add("runs.columns.params", here(params));
        add("runs.columns.tags", here(tags));
        add("runs.columns.metrics.elsewhere", elsewhere(metrics));
        add("runs.columns.params.elsewhere", elsewhere(params));
        add("runs.columns.tags.elsewhere", elsewhere(tags));
    }

    private int present(@Nullable MetricColumn column) {
        cancel.check();
        return column == null ? 0 : column.present(scope);
    }

    private int present(@Nullable TextColumn column) {
        cancel.check();
        return column == null ? 0 : column.present(scope);
    }

    private static Choice choice(ColumnRef ref, int runs) {
        return new Choice(ColumnHead.of(ref).title(), runs, ref, Set.of());
    }

    private static List<Choice> here(List<Choice> choices) {
        return choices.stream().filter(choice -> choice.runs() > 0).toList();
    }

    private static List<Choice> elsewhere(List<Choice> choices) {
        return choices.stream().filter(choice -> choice.runs() == 0)
                .map(choice -> new Choice(choice.text(), -1, choice.column(), Set.of())).toList();
    }

    private void add(String title, List<Choice> choices) {
        List<Choice> found = choices.stream().filter(c -> c.text().toLowerCase(Locale.ROOT).contains(wanted)).toList();
        if (!found.isEmpty()) {
            Set<ColumnRef> all = new LinkedHashSet<>();
            for (Choice one : found) {
                ColumnRef column = one.column();
                if (column != null) {
                    all.add(column);
                }
            }
            lines.add(new Choice(Texts.get(title), found.size(), null, all));
            lines.addAll(found);
        }
    }
}
