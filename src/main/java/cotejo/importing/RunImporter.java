package cotejo.importing;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;

/// Reads one source format. An importer holds no state; one instance serves all sources, from any thread.
///
/// It never writes to, locks, or changes the times of anything in the source. It trusts nothing in it: sizes are
/// bounded, links that leave the source are not followed, and one unreadable run is one [RunSink#problem], never the
/// end of the rest.
public interface RunImporter {

    /// The format's id in JSON and on the command line, such as `mlflow-folder`.
    String id();

    /// The format's name for people, such as `MLflow folder`. A proper name, the same in all languages.
    String label();

    /// Looks whether a path is a store of this format. Cheap: reads a few kilobytes, lists a few folders, and never
    /// descends without bound. The path may lie inside an opened zip file.
    Claim claim(Path path) throws IOException;

    /// Reads the whole store into the sink, looking at `cancel` at least every few milliseconds.
    ///
    /// @throws IOException  when the source as a whole cannot be read; the message names the file and says what to do
    /// @throws cotejo.work.CancelledException when asked to stop
    void read(Path path, RunSink sink, Cancel cancel) throws IOException;
}
