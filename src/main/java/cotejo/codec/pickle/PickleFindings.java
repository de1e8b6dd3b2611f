package cotejo.codec.pickle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What was seen in one or more pickles, gathered as it is met, so that it stands even where a stream breaks.
public final class PickleFindings {

    private static final int MOST = 10_000;
    private static final int MOST_NESTED = 1_000;

    /// What no honest pickle does.
    public enum Trick {
        /// The result of a call is itself called.
        CALLS_A_RESULT,
        /// Something imported is changed rather than used.
        CHANGES_AN_IMPORT,
        /// What reads on from the stream is given to something else to call.
        HANDS_ON_A_READER,
        /// A name to import is not written down but would come about.
        HIDES_A_NAME,
        /// A number stands for a name that only the reading Python knows.
        EXTENSION_CODE,
        /// Something is referred to that lies outside the stream.
        OUTSIDE_OBJECT
    }

    /// A trick with what it was done with.
    public record Oddity(Trick trick, String detail) {
    }

    private final Set<PickleValue.Global> imports = new LinkedHashSet<>();
    private final Set<Oddity> oddities = new LinkedHashSet<>();
    private final List<byte[]> nested = new ArrayList<>();
    private long instructions;
    private int protocol;
    private int streams;

    void imported(PickleValue.Global global, long position) throws PickleException {
        if (imports.size() >= MOST && !imports.contains(global)) {
            throw new PickleException(PickleException.Reason.TOO_MUCH, position, "imports");
        }
        imports.add(global);
    }

    void odd(Trick trick, String detail) {
        if (oddities.size() < MOST) {
            oddities.add(new Oddity(trick, detail));
        }
    }

    void nested(byte[] bytes) {
        if (nested.size() < MOST_NESTED) {
            nested.add(bytes);
        }
    }

    void done(long count) {
        instructions += count;
    }

    void protocol(int version) {
        protocol = Math.max(protocol, version);
    }

    void streamBegins() {
        streams++;
    }

    /// What Python would import, in the order met.
    public Set<PickleValue.Global> imports() {
        return imports;
    }

    public Set<Oddity> oddities() {
        return oddities;
    }

    /// Bytes inside that look like pickles.
    public List<byte[]> nested() {
        return nested;
    }

    public long instructions() {
        return instructions;
    }

    /// The highest protocol said.
    public int protocol() {
        return protocol;
    }

    /// How many pickles stand one behind another or inside one another.
    public int streams() {
        return streams;
    }
}
