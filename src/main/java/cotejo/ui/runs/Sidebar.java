package cotejo.ui.runs;

import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.NaturalOrder;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the list on the left shows: sources with their experiments, and how many runs each has.
record Sidebar(int all, int starred, int trashed, List<SourceItem> sources) {

    record SourceItem(Source source, List<ExperimentItem> experiments) {
    }

    record ExperimentItem(Experiment experiment, int runs) {
    }

    static Sidebar empty() {
        return new Sidebar(0, 0, 0, List.of());
    }

    static Sidebar of(RunFrame frame, List<Source> sources) {
        Map<Long, Integer> counts = new HashMap<>();
        int trashed = 0;
        int starred = 0;
        for (int row = 0; row < frame.size(); row++) {
            if (frame.trashed(row)) {
                trashed++;
            } else {
                starred += frame.run(row).starred() ? 1 : 0;
                counts.merge(frame.run(row).experimentKey(), 1, Integer::sum);
            }
        }
        List<SourceItem> items = new ArrayList<>();
        for (Source source : sources) {
            List<ExperimentItem> own = frame.experiments().values().stream()
                    .filter(e -> e.sourceKey() == source.key() && e.lifecycle() == Lifecycle.ACTIVE)
                    .map(e -> new ExperimentItem(e, counts.getOrDefault(e.key(), 0)))
                    .filter(item -> item.runs() > 0 || !item.experiment().name().equals("Default"))
                    .sorted(Comparator.comparing((ExperimentItem item) -> item.experiment().name(),
                            NaturalOrder.INSTANCE).thenComparing(item -> item.experiment().key()))
                    .toList();
            items.add(new SourceItem(source, own));
        }
        return new Sidebar(frame.size() - trashed, starred, trashed, List.copyOf(items));
    }
}
