package cotejo.ui.runs;

import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.NaturalOrder;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An experiment that runs may be moved to.
///
/// @param words its name, with its source where another has the same name
record MoveTarget(Experiment experiment, String words) {

    /// Every experiment but the one in which all these runs are, by name.
    static List<MoveTarget> of(Set<Long> runs, RunFrame frame, Sidebar sidebar) {
        Set<Long> here = new HashSet<>();
        runs.stream().mapToInt(frame::row).filter(row -> row >= 0)
                .forEach(row -> here.add(frame.run(row).experimentKey()));
        List<Experiment> open = frame.experiments().values().stream()
                .filter(one -> one.lifecycle() == Lifecycle.ACTIVE).toList();
        Map<String, Integer> named = new HashMap<>();
        open.forEach(one -> named.merge(one.name(), 1, Integer::sum));
        return open.stream().filter(one -> here.size() != 1 || !here.contains(one.key()))
                .map(one -> new MoveTarget(one, named.getOrDefault(one.name(), 0) < 2 ? one.name()
                        : one.name() + " · " + source(one, sidebar)))
                .sorted(Comparator.comparing(MoveTarget::words, NaturalOrder.INSTANCE)).toList();
    }

    private static String source(Experiment experiment, Sidebar sidebar) {
        return sidebar.sources().stream().map(Sidebar.SourceItem::source)
                .filter(source -> source.key() == experiment.sourceKey()).map(Source::label).findAny().orElse("");
    }
}
