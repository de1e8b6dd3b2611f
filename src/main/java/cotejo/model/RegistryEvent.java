package cotejo.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of the history of registered models. Lines are only ever added.
///
/// @param id       in the order in which they were written down
/// @param modelKey the workspace's number of the model
/// @param version  0 when the model as a whole is meant
/// @param at       when it took effect, epoch milliseconds
/// @param recorded when it was written down, epoch milliseconds
/// @param who      empty when the source said so
/// @param from     the stage before, where a stage is meant
/// @param to       the stage after
public record RegistryEvent(long id, long modelKey, int version, long at, long recorded, String who, Kind kind,
        @Nullable String from, @Nullable String to, String comment, Detail detail) {

    private static final String ARCHIVED = "Archived";

    /// What happened; [#word] is how files and other programs read it.
    public enum Kind {
        IMPORT, REGISTER, TRANSITION, GATE_OVERRIDE, ROLLBACK, ALIAS, COMMENT, DESCRIBE, TAG, PASSPORT, GATES, FILES,
        REQUEST, APPROVE, REJECT, DELETE, RESTORE, PURGE, RENAME, EXPORT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /// Reads a word; nothing for one that is none.
        public static java.util.Optional<Kind> of(String word) {
            return java.util.Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findAny();
        }
    }

    /// A version that changed its stage along with the one that is meant.
    public record Move(int version, String from, String to) {
    }

    /// What a gate said.
    ///
    /// @param rule   the rule as a person wrote it
    /// @param passed whether it let the version through
    /// @param told   why, in a sentence
    public record Gate(String rule, boolean passed, String told) {
    }

    /// What else belongs to the line.
    ///
    /// @param moves other versions that moved
    /// @param gates what the gates said
    /// @param notes such as the alias, the tag, the file
    public record Detail(List<Move> moves, List<Gate> gates, Map<String, String> notes) {

        public static final Detail NONE = new Detail(List.of(), List.of(), Map.of());

        public static Detail of(Map<String, String> notes) {
            return new Detail(List.of(), List.of(), Map.copyOf(notes));
        }
    }

    /// The versions that were archived along, by a move or by taking one back.
    public List<Integer> alsoArchived() {
        return detail.moves().stream().filter(move -> move.to().equals(ARCHIVED)).map(Move::version).toList();
    }

    /// What else moved along: taking a move back brings back what that had archived.
    public List<Move> movedAlong() {
        return detail.moves().stream().filter(move -> !move.to().equals(ARCHIVED)).toList();
    }
}
