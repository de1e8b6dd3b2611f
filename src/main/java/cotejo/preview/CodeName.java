package cotejo.preview;

/// Something that loading a model would import or run.
///
/// @param name    as `module.attribute`, or in words where it has no such name
/// @param verdict what the lists say of it
public record CodeName(String name, Verdict verdict) {

    /// What the lists say of a name.
    public enum Verdict {
        /// A constructor on the allow list.
        KNOWN("known", Execution.KNOWN_CONSTRUCTORS),
        /// On no list.
        UNKNOWN("unknown", Execution.UNKNOWN_IMPORTS),
        /// Can run programs, open files, or import anything.
        DANGEROUS("dangerous", Execution.DANGEROUS_IMPORTS);

        private final String id;
        private final Execution execution;

        Verdict(String id, Execution execution) {
            this.id = id;
            this.execution = execution;
        }

        /// The word of the JSON contract.
        public String id() {
            return id;
        }

        /// What a file is that needs such a name.
        public Execution execution() {
            return execution;
        }
    }
}
