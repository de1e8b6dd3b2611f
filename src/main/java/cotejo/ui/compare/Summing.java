package cotejo.ui.compare;

import cotejo.compare.Comparison;
import cotejo.compare.FileOfRun;
import cotejo.compare.FileSums;
import cotejo.work.Cancel;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The reading of files of one size, to tell whether they are the same: how far it is, and whether the person does
/// without. Used on the FX thread, but for [#read].
final class Summing {

    /// In nanoseconds: what takes less is not worth a word.
    private static final long WORTH_SAYING = 400_000_000L;
    private static final long NOW_AND_THEN = 100_000_000L;

    /// How far it is.
    sealed interface State {
        /// Nothing is read that takes long.
        record Quiet() implements State {
        }

        /// @param done bytes
        /// @param of   bytes in all
        record Reading(long done, long of) implements State {
        }

        /// @param files of which nobody knows whether they are the same
        record Stopped(int files) implements State {
        }
    }

    private static final State QUIET = new State.Quiet();

    private final FileSums sums;
    private final Executor front;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(QUIET);
    private boolean unwanted;
    private boolean busy;

    Summing(FileSums sums, Executor front) {
        this.sums = sums;
        this.front = front;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Files are read from now on.
    void want() {
        unwanted = false;
        state.set(QUIET);
    }

    /// Files are read no more, until [#want].
    ///
    /// @param comparison that is shown
    void refuse(Comparison comparison) {
        unwanted = true;
        busy = false;
        state.set(new State.Stopped((int) FileSums.wanted(comparison).stream()
                .filter(file -> sums.known(file).isEmpty()).count()));
    }

    /// The files that are to be read now, of those whose contents tell something.
    List<FileOfRun> begin(Comparison comparison) {
        List<FileOfRun> files = unwanted ? List.of() : FileSums.wanted(comparison);
        busy = !files.isEmpty();
        return files;
    }

    /// Whether a file of which nothing is known may still be read; otherwise it could not be, or is not to be.
    boolean busy() {
        return busy;
    }

    /// What was to be read has been.
    void rest() {
        busy = false;
        if (!unwanted) {
            state.set(QUIET);
        }
    }

    /// Works out what is not known yet; behind.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    void read(List<FileOfRun> files, Cancel cancel) {
        long[] due = {System.nanoTime() + WORTH_SAYING};
        sums.read(files, (what, done, of) -> {
            long now = System.nanoTime();
            if (now >= due[0]) {
                due[0] = now + NOW_AND_THEN;
                front.execute(() -> {
                    if (!cancel.requested()) {
                        state.set(new State.Reading(done, of));
                    }
                });
            }
        }, cancel);
    }
}
