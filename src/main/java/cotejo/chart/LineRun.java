package cotejo.chart;

import cotejo.model.RunFrame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A run whose lines are drawn.
///
/// @param name what the legend calls it
/// @param slot its colour, dash and marker ([RunColors])
public record LineRun(long key, String name, int slot) {

    /// Runs of a frame, named by what tells them apart, in the colours their ids give them, and no two alike as far as
    /// dashes go round.
    public static List<LineRun> of(RunFrame frame, int[] rows) {
        List<String> names = RunNames.of(frame, rows);
        Set<Integer> taken = new HashSet<>();
        List<LineRun> runs = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int slot = RunColors.free(RunColors.slot(frame.run(rows[i]).id()), taken);
            taken.add(slot);
            runs.add(new LineRun(frame.run(rows[i]).key(), names.get(i), slot));
        }
        return runs;
    }
}
