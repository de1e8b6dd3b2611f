package cotejo.preview;

import cotejo.preview.Packed.Packing;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Pickles that joblib or a person compressed.
final class CompressedReader implements ModelReader {

    @Override
    public boolean claims(Candidate candidate) {
        if (Packed.packing(candidate) == null) {
            return false;
        }
        if (candidate.named(".joblib", ".pkl", ".pickle", ".pkl.gz", ".pkl.bz2", ".pkl.xz", ".pkl.z", ".pkl.lz4")) {
            return true;
        }
        return Packed.head(candidate).filter(new PickleReader()::claims).isPresent();
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        Packing packing = Packed.packing(candidate);
        if (packing == null) {
            throw new IOException(Texts.get("preview.model.unknown"));
        }
        facts.format("pickle").say("compression", packing.name().toLowerCase(java.util.Locale.ROOT));
        try {
            new PickleFacts(candidate, facts).read(() -> {
                try {
                    return Packed.open(packing, candidate);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        } catch (UncheckedIOException broken) {
            throw new IOException(Texts.get("preview.packed.broken", Figures.bytes(candidate.size())), broken);
        }
    }
}
