package cotejo.command;

import cotejo.model.Experiment;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Finds the run or experiment a person means.
final class RunFinder {

    private static final int PREFIX = 8;
    private static final int CANDIDATES = 10;

    private final RunFrame frame;

    RunFinder(RunFrame frame) {
        this.frame = frame;
    }

    /// The row of the run with this id, with an id that begins so (8 characters or more), or of this
    /// `EXPERIMENT/RUN NAME`. A run that two sources both hold is told apart by its number in the workspace, `#12`,
    /// which the list of candidates gives.
    int row(String text) {
        List<Integer> found = rows(row -> frame.run(row).id().equals(text)
                || text.equals("#" + frame.run(row).key()));
        if (found.isEmpty() && text.length() >= PREFIX) {
            found = rows(row -> frame.run(row).id().startsWith(text));
        }
        if (found.isEmpty() && text.contains("/")) {
            found = rows(row -> title(row).equals(text));
            if (found.size() > 1) {
                List<Integer> inUse = found.stream().filter(row -> !frame.trashed(row)).toList();
                found = inUse.isEmpty() ? found : inUse;
            }
        }
        if (found.isEmpty()) {
            throw Refusal.usage(Texts.get("command.run.unknown", text));
        }
        if (found.size() > 1) {
            throw Refusal.usage(Texts.get("command.run.ambiguous", text, Integer.toString(found.size()),
                    candidates(found)));
        }
        return found.getFirst();
    }

    private List<Integer> rows(IntPredicate wanted) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < frame.size(); row++) {
            if (wanted.test(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private String candidates(List<Integer> rows) {
        List<String> names = new ArrayList<>();
        for (int row : rows.subList(0, Math.min(CANDIDATES, rows.size()))) {
            names.add("%s (%s, #%d)".formatted(frame.run(row).id(), TerminalTable.plain(title(row)),
                    frame.run(row).key()));
        }
        return String.join(", ", names) + (rows.size() > CANDIDATES ? ", …" : "");
    }

    private String title(int row) {
        Run run = frame.run(row);
        @Nullable Experiment experiment = frame.experiment(row);
        return (experiment == null ? "" : experiment.name()) + "/" + run.name();
    }

    /// The experiments of this name or id, of whatever source.
    List<Experiment> experiments(String text) {
        List<Experiment> named = frame.experiments().values().stream().filter(e -> e.name().equals(text)).toList();
        List<Experiment> found = named.isEmpty()
                ? frame.experiments().values().stream().filter(e -> e.id().equals(text)).toList() : named;
        if (found.isEmpty()) {
            throw Refusal.usage(Texts.get("command.experiment.unknown", text));
        }
        return found;
    }
}
