package cotejo.dataset.csv;

import cotejo.dataset.Dataset;
import cotejo.work.Cancel;
import java.io.IOException;

/// A delimited text, whose dialect was found by looking and can be changed.
public interface Delimited extends Dataset {

    /// How it is read.
    CsvDialect dialect();

    /// Whether its encoding is no more than the likeliest one.
    boolean encodingGuessed();

    /// The same file opened anew, read in another way; this one stays open.
    Delimited with(CsvDialect dialect, Cancel cancel) throws IOException;
}
