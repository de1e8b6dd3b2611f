package cotejo.compare;

import java.util.Optional;
import java.util.OptionalDouble;

/// What costs reading and may be known later: SHA-256 of files, and values at a step. Asked often, so it answers at
/// once.
public interface Known {

    /// The SHA-256 of a file in hexadecimal digits; empty while it is not known.
    Optional<String> sha256(FileOfRun file);

    /// The value of a metric of a run at a step; empty when there is none or it is not known.
    OptionalDouble at(long runKey, String metric, double step);

    /// Nothing is known yet.
    Known NOTHING = new Known() {
        @Override
        public Optional<String> sha256(FileOfRun file) {
            return Optional.empty();
        }

        @Override
        public OptionalDouble at(long runKey, String metric, double step) {
            return OptionalDouble.empty();
        }
    };
}
