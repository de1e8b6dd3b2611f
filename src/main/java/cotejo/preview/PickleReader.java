package cotejo.preview;

import cotejo.codec.pickle.PickleFindings;
import cotejo.codec.pickle.PickleInput;
import cotejo.codec.pickle.PickleMachine;
import cotejo.work.CancelledException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Pickles that are not wrapped in anything, of all protocols, one or many behind one another.
final class PickleReader implements ModelReader {

    /// Whether it begins as pickles of protocols 2 to 5 do.
    static boolean marked(Candidate candidate) {
        return candidate.head().length > 1 && candidate.at(0, 0x80) && candidate.head()[1] >= 0
                && candidate.head()[1] <= 5;
    }

    @Override
    public boolean claims(Candidate candidate) {
        if (marked(candidate)) {
            return true;
        }
        boolean named = candidate.named(".pkl", ".pickle", ".joblib", ".dill", ".pt", ".pth", ".ckpt");
        return candidate.size() > 0 && (named || tried(candidate));
    }

    /// Whether a reader of pickles would follow the first bytes, whatever the file is called.
    static boolean follows(Candidate candidate) {
        return candidate.size() > 0 && (marked(candidate) || tried(candidate));
    }

    /// Protocols 0 and 1 have no mark at their beginning: it is tried whether the first bytes can be followed at all,
    /// and either to an end or to an import.
    private static boolean tried(Candidate candidate) {
        if ("(]})cNIFSVLKMJGXUTP\u0080BCh".indexOf(candidate.head()[0] & 0xff) < 0) {
            return false;
        }
        PickleFindings findings = new PickleFindings();
        try {
            new PickleMachine(new PickleInput(new ByteArrayInputStream(candidate.head())), findings,
                    PickleMachine.Arrays.PLAIN, candidate.cancel()::check).run();
            return findings.instructions() > 2 || candidate.size() <= 2;
        } catch (CancelledException asked) {
            throw asked;
        } catch (IOException | RuntimeException broken) {
            return findings.imports().stream().anyMatch(PickleFacts::plausible)
                    || candidate.size() > candidate.head().length && findings.instructions() > 200;
        }
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("pickle");
        new PickleFacts(candidate, facts).read();
    }
}
