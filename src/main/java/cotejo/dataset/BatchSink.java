package cotejo.dataset;

import java.io.IOException;

/// Takes the batches of a scan.
@FunctionalInterface
public interface BatchSink {

    /// Takes one batch; its arrays are only valid during the call.
    void batch(Batch batch) throws IOException;
}
