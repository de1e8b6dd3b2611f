package cotejo.ui.curves;

import cotejo.model.RunFrame;
import java.util.List;

/// The runs on the board.
///
/// @param runs   those that are drawn, in the order of the table
/// @param wanted how many there would be without a limit
/// @param frame  where everything about them stands
/// @param rows   those that are wanted, as rows of the frame, for charts that draw marks rather than lines
public record BoardRuns(List<CurveRun> runs, int wanted, RunFrame frame, int[] rows) {

    public BoardRuns {
        runs = List.copyOf(runs);
        rows = rows.clone();
    }

    static BoardRuns none() {
        return of(List.of());
    }

    /// Runs of which nothing is known but their curves.
    public static BoardRuns of(List<CurveRun> runs) {
        return new BoardRuns(runs, runs.size(), RunFrame.empty(), new int[0]);
    }

    @Override
    public int[] rows() {
        return rows.clone();
    }

    /// Whether some are left out.
    boolean cut() {
        return runs.size() < wanted;
    }
}
