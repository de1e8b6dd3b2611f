package cotejo.compare;

import cotejo.model.Run;
import cotejo.model.RunFacts;
import java.util.Map;
import java.util.SortedMap;

/// A run with all that is compared of it.
///
/// @param experiment     the name of its experiment
/// @param experimentTags the tags of its experiment
/// @param source         the label of the store it came from
/// @param packages       version by package, `python` among them, as files of its environment pin them
/// @param files          its artifacts, the files of the models it logged and those attached to it, by path; empty when
///                       there are none to be had
public record ComparedRun(Run run, String experiment, Map<String, String> experimentTags, String source,
        RunFacts facts, SortedMap<String, String> packages, SortedMap<String, FileOfRun> files) {
}
