package cotejo.registry;

import cotejo.model.RegistryEvent;
import java.util.List;

/// The registry does not do what was asked for; nothing was changed. The message is the one sentence for the person.
public final class RegistryRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why.
    public enum Kind {
        /// There is no such model, version, alias, event or request.
        UNKNOWN,
        /// A rule forbids it: a name, a stage, an alias.
        RULE,
        /// A gate of the stage is not passed.
        GATE,
        /// A file could not be read, or is not what it should be.
        FILE
    }

    private final Kind kind;
    private final transient List<RegistryEvent.Gate> gates;

    public RegistryRefusal(Kind kind, String sentence) {
        this(kind, sentence, List.of());
    }

    RegistryRefusal(Kind kind, String sentence, List<RegistryEvent.Gate> gates) {
        super(sentence);
        this.kind = kind;
        this.gates = gates;
    }

    public Kind kind() {
        return kind;
    }

    /// What the gates said, when one of them is why.
    public List<RegistryEvent.Gate> gates() {
        return gates;
    }
}
