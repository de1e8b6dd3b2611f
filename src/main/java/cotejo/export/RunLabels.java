package cotejo.export;

import cotejo.compare.ComparedRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What runs are called over their columns: their names, with the beginning of their ids where names come twice.
public final class RunLabels {

    private static final int PREFIX = 8;

    private RunLabels() {
    }

    public static List<String> of(List<ComparedRun> runs) {
        Map<String, Integer> seen = new HashMap<>();
        runs.forEach(run -> seen.merge(name(run), 1, Integer::sum));
        List<String> labels = new ArrayList<>();
        for (ComparedRun run : runs) {
            String name = name(run);
            labels.add(seen.getOrDefault(name, 0) > 1 ? name + " (" + prefix(run) + ")" : name);
        }
        return labels;
    }

    private static String name(ComparedRun run) {
        return run.run().name().isBlank() ? prefix(run) : run.run().name();
    }

    private static String prefix(ComparedRun run) {
        String id = run.run().id();
        return id.substring(0, Math.min(PREFIX, id.length()));
    }
}
