package cotejo.dataset;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;

/// One format of tabular files.
public interface DatasetFormat {

    /// Its id, such as `parquet`.
    String id();

    /// How well a file's content fits.
    ///
    /// @param head the first bytes of the file, up to 64 KB
    Fit fit(Path file, byte[] head) throws IOException;

    /// Opens a file of this format.
    ///
    /// @throws UnreadableData when it is damaged, encrypted, or beyond what this program reads
    Dataset open(Path file, Cancel cancel) throws IOException;

    /// How well content fits a format.
    enum Fit {
        NONE,
        /// Could be, when nothing else fits better.
        WEAK,
        /// By its look.
        LIKELY,
        /// By its magic number.
        CERTAIN
    }
}
