package cotejo.command;

import cotejo.model.RunFrame;
import cotejo.query.SeriesAt;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The runs that `cotejo diff` is about, and into which two groups they part.
///
/// @param rows       all of them
/// @param baseline   the place of the baseline among them, or -1
/// @param first      the rows of the one group
/// @param second     the rows of the other
/// @param firstName  what the one group is called; empty where it is one run
/// @param secondName what the other is called
record DiffSides(List<Integer> rows, int baseline, List<Integer> first, List<Integer> second, String firstName,
        String secondName) {

    static void declare(Declaration declaration) {
        declaration.values("--group", "F").value("--experiment", "E");
    }

    /// By `--group`, else the baseline or the first run against the others.
    static DiffSides of(Arguments arguments, RunFrame frame, SeriesAt series, Session session) {
        List<String> groups = arguments.texts("--group");
        RunFinder finder = new RunFinder(frame);
        List<Integer> rows = new ArrayList<>(arguments.words().stream().map(finder::row).distinct().toList());
        int baseline = arguments.text("--baseline").map(finder::row).map(row -> place(row, rows)).orElse(-1);
        if (!groups.isEmpty()) {
            return grouped(groups, rows, arguments, frame, series, session);
        }
        if (arguments.has("--experiment")) {
            throw Refusal.usage(Texts.get("command.diff.experimentAlone"));
        }
        arguments.someWords("RUN");
        if (rows.size() < 2) {
            throw Refusal.usage(Texts.get("command.diff.few"));
        }
        int one = Math.max(0, baseline);
        List<Integer> others = new ArrayList<>(rows.subList(0, one));
        others.addAll(rows.subList(one + 1, rows.size()));
        return new DiffSides(rows, baseline, List.of(rows.get(one)), others, "", "");
    }

    /// The baseline's place among the runs; one that was not named with them becomes the first.
    private static int place(int row, List<Integer> rows) {
        if (!rows.contains(row)) {
            rows.addFirst(row);
        }
        return rows.indexOf(row);
    }

    private static DiffSides grouped(List<String> groups, List<Integer> named, Arguments arguments, RunFrame frame,
            SeriesAt series, Session session) {
        boolean bounded = !named.isEmpty() || arguments.has("--experiment");
        if (groups.size() > 2 || groups.size() == 1 && !bounded) {
            throw Refusal.usage(Texts.get("command.diff.groups"));
        }
        BitSet among = new BitSet();
        named.forEach(among::set);
        if (named.isEmpty()) {
            among.set(0, frame.size());
            RunSelection.keep(among, arguments, frame);
        }
        BitSet first = passing(groups.getFirst(), among, frame, series, session);
        BitSet second = groups.size() == 2 ? passing(groups.getLast(), among, frame, series, session) : among;
        if (groups.size() == 1) {
            second.andNot(first);
            if (second.isEmpty()) {
                throw Refusal.unreadable(Texts.get("command.diff.noOthers", groups.getFirst()));
            }
        }
        if (first.intersects(second)) {
            first.and(second);
            throw Refusal.usage(Texts.get("command.diff.overlap", frame.run(first.nextSetBit(0)).name(),
                    first.cardinality()));
        }
        List<Integer> ofFirst = first.stream().boxed().toList();
        List<Integer> ofSecond = second.stream().boxed().toList();
        List<Integer> all = new ArrayList<>(ofFirst);
        all.addAll(ofSecond);
        return new DiffSides(all, -1, ofFirst, ofSecond, groups.getFirst(),
                groups.size() == 2 ? groups.getLast() : Texts.get("compare.groups.others"));
    }

    private static BitSet passing(String filter, BitSet among, RunFrame frame, SeriesAt series, Session session) {
        BitSet passing = RunSelection.passing(filter, frame, series, session);
        passing.and(among);
        if (passing.isEmpty()) {
            throw Refusal.unreadable(Texts.get("command.diff.noGroup", filter));
        }
        return passing;
    }
}
