package cotejo.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.model.Problem;
import cotejo.model.Source;
import cotejo.store.ViewStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/// The problems of each source's last import, kept with the workspace so that they can be read another day, and told
/// again of runs that the next import does not read again because nothing changed in them.
public final class LastProblems {

    private static final String NAME = "problems";
    private static final String NONE = "[]";

    /// A shorter id could be any number in a sentence.
    private static final int SHORTEST = 8;

    /// What stands between the names in a path, and between the words of a sentence. Run ids hold none of it.
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{Alnum}_-]+");

    private final ViewStore store;

    /// Made when problems are first read or kept: it takes a while, and the program starts without.
    private static final class Lazy {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }

    /// @param store where the workspace keeps such things
    public LastProblems(ViewStore store) {
        this.store = store;
    }

    /// The problems of a source's last import. Reads; not for the FX thread.
    public List<Problem> of(Source source) {
        return store.get(scope(source), NAME).map(LastProblems::parse).orElse(List.of());
    }

    /// Remembers how an import of a source went. Writes when that is news; not for the FX thread.
    void keep(Source source, List<Problem> problems) {
        try {
            String json = problems.isEmpty() ? NONE : Lazy.MAPPER.writeValueAsString(problems);
            if (!json.equals(store.get(scope(source), NAME).orElse(NONE))) {
                store.put(scope(source), NAME, json);
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Of the problems told before, those that are about one of some runs, by its id in the path or in the sentence,
    /// and were not told now.
    static List<Problem> about(Set<String> runs, List<Problem> before, List<Problem> now) {
        List<Problem> still = new ArrayList<>();
        if (runs.isEmpty()) {
            return still;
        }
        Set<Problem> left = new LinkedHashSet<>(before);
        now.forEach(left::remove);
        for (Problem problem : left) {
            if (BETWEEN.splitAsStream(problem.file() + " " + problem.message())
                    .anyMatch(word -> word.length() >= SHORTEST && runs.contains(word))) {
                still.add(problem);
            }
        }
        return still;
    }

    private static List<Problem> parse(String json) {
        try {
            return Lazy.MAPPER.readValue(json, new TypeReference<List<Problem>>() { });
        } catch (JsonProcessingException unreadable) {
            LoggerFactory.getLogger(LastProblems.class).warn("Stored problems could not be read", unreadable);
            return List.of();
        }
    }

    private static String scope(Source source) {
        return "source:" + source.key();
    }
}
