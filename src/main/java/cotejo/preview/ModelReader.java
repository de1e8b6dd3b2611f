package cotejo.preview;

import java.io.IOException;

/// Reads what one model format says of itself. Reads headers and structure, never weights, and runs nothing.
interface ModelReader {

    /// Whether the bytes are of this format, by their content first.
    boolean claims(Candidate candidate) throws IOException;

    /// Gathers the facts. What was gathered before an exception stands, with the verdict that not everything was read.
    ///
    /// @throws IOException when the file breaks off or does not keep to its format; the message is a sentence
    void read(Candidate candidate, FactsBuilder facts) throws IOException;
}
