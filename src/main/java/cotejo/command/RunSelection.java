package cotejo.command;

import cotejo.model.Experiment;
import cotejo.model.RunFrame;
import cotejo.query.ColumnRef;
import cotejo.query.Filter;
import cotejo.query.FilterError;
import cotejo.query.RowPredicate;
import cotejo.query.RunOrder;
import cotejo.query.SeriesAt;
import cotejo.query.SortKey;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The runs that `--experiment`, `--filter`, `--sort`, `--limit` and `--deleted` ask for.
///
/// @param frame the runs of the workspace
/// @param rows  the rows of those asked for, in order
/// @param total how many there would be without a limit
record RunSelection(RunFrame frame, int[] rows, int total) {

    static void declare(Declaration declaration) {
        declaration.value("--experiment", "E").value("--filter", "F").values("--sort", "KEY[:desc]")
                .value("--limit", "N").flag("--deleted");
    }

    static RunSelection of(Arguments arguments, Session session, Workspace workspace) {
        RunFrame frame = workspace.catalog().frame();
        List<SortKey> sort = arguments.texts("--sort").stream().map(text -> sortKey(text, frame, session)).toList();
        int limit = arguments.count("--limit").orElse(Integer.MAX_VALUE);
        SeriesAt series = new StoredSeries(workspace.series());
        BitSet passing = passing(arguments.text("--filter").orElse(""), frame, series, session);
        keep(passing, arguments, frame);
        int[] rows = RunOrder.sort(frame, passing, sort, series);
        return new RunSelection(frame, limit < rows.length ? Arrays.copyOf(rows, limit) : rows, rows.length);
    }

    /// The rows that pass a filter; all for an empty one.
    static BitSet passing(String filter, RunFrame frame, SeriesAt series, Session session) {
        RowPredicate predicate = (filter.isEmpty() ? Filter.all() : filter(filter)).compile(frame, series);
        BitSet passing = predicate.select(session.cancel());
        if (predicate.gaveUp()) {
            Program.complain(session.err(), Texts.get("command.filter.gaveUp"));
        }
        return passing;
    }

    static void keep(BitSet passing, Arguments arguments, RunFrame frame) {
        @Nullable Set<Long> experiments = arguments.text("--experiment").map(text -> new RunFinder(frame)
                .experiments(text).stream().map(Experiment::key).collect(Collectors.toSet())).orElse(null);
        boolean deleted = arguments.has("--deleted");
        for (int row = passing.nextSetBit(0); row >= 0; row = passing.nextSetBit(row + 1)) {
            boolean elsewhere = experiments != null && !experiments.contains(frame.run(row).experimentKey());
            if (elsewhere || !deleted && frame.trashed(row)) {
                passing.clear(row);
            }
        }
    }

    /// Reads a filter; the complaint shows where it cannot be read.
    private static Filter filter(String text) {
        return switch (Filter.parse(text)) {
            case Filter filter -> filter;
            case FilterError error -> throw Refusal.usage(error.message() + "\n  " + text.replace('\n', ' ') + "\n  "
                    + " ".repeat(error.column()) + "^".repeat(Math.max(1, error.length())));
        };
    }

    private static SortKey sortKey(String text, RunFrame frame, Session session) {
        String lower = text.toLowerCase(Locale.ROOT);
        int end = lower.endsWith(":desc") ? text.length() - 5 : lower.endsWith(":asc") ? text.length() - 4 : -1;
        SortKey key = SortKey.parse(end < 0 ? text
                : text.substring(0, end) + (lower.endsWith(":desc") ? " desc" : " asc"));
        if (key == null) {
            throw Arguments.wrong("--sort", text);
        }
        if (frame.size() > 0 && !known(key.column(), frame)) {
            ColumnRef before = ColumnRef.parse(text.substring(0, Math.max(0, text.lastIndexOf(':'))));
            // A key may hold a colon, so that what follows one is an order only where no run has the whole.
            if (before != null && known(before, frame)) {
                throw Refusal.grammar(Texts.get("command.sort.order", text, text.substring(text.lastIndexOf(':') + 1)));
            }
            Program.complain(session.err(), Texts.get("command.sort.unknown", key.column().text()));
        }
        return key;
    }

    private static boolean known(ColumnRef column, RunFrame frame) {
        return switch (column) {
            case ColumnRef.Attribute _ -> true;
            case ColumnRef.Param p -> frame.param(p.key()) != null;
            case ColumnRef.Tag t -> frame.tag(t.key()) != null;
            case ColumnRef.Metric m -> frame.metric(m.key()) != null;
            case ColumnRef.MetricAt m -> frame.metric(m.key()) != null;
        };
    }

    /// Reads the columns an option names, parted by commas.
    static List<ColumnRef> columns(String option, String text) {
        return Arrays.stream(text.split(",(?=(?:[^\"`]*[\"`][^\"`]*[\"`])*[^\"`]*$)(?![^(]*\\))")).map(String::strip)
                .map(name -> {
                    ColumnRef column = ColumnRef.parse(name);
                    if (column == null) {
                        throw Arguments.wrong(option, name);
                    }
                    return column;
                }).toList();
    }
}
