package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.codec.ZipParts;
import cotejo.codec.ZipParts.Entry;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Zip archives: PyTorch, TorchScript, `.pt2`, `.keras`, MLeap, `.npz`, skops, and any other that holds models. Every
/// member that begins like a model or a pickle is read, whatever its name, up to two archives deep.
final class ZipReader implements ModelReader {

    /// The most bytes of a packed member that are unpacked in memory.
    static final int UNPACKED = 64 << 20;
    private static final int MOST_MEMBERS = 20_000;

    @Override
    public boolean claims(Candidate candidate) {
        return candidate.at(0, 'P', 'K', 3, 4) || candidate.at(0, 'P', 'K', 5, 6)
                || candidate.named(".keras", ".npz", ".pt2") && candidate.size() > 0 && contains(candidate);
    }

    /// Programs read a zip from its end, so anything may stand before it.
    private static boolean contains(Candidate candidate) {
        String head = new String(candidate.head(), java.nio.charset.StandardCharsets.ISO_8859_1);
        return head.contains("PK\u0003\u0004");
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        ZipParts zip = ZipParts.of(candidate.blob());
        flaws(zip, facts);
        Archive archive = new Archive(candidate, zip, facts);
        if (archive.find("data.pkl") != null || archive.find("models/model.json") != null
                || archive.find("archive_format") != null) {
            new TorchZip(archive).read();
        } else if (archive.exact("config.json") != null && archive.exact("metadata.json") != null) {
            new KerasZip(archive).read();
        } else if (archive.find("bundle.json") != null) {
            MleapBundle.read(archive);
        } else if (archive.exact("schema.json") != null) {
            facts.format("skops").framework("skops");
            SkopsSchema.read(archive);
        } else if (!zip.entries().isEmpty() && zip.entries().stream().allMatch(e -> e.name().endsWith(".npy"))) {
            facts.format("npz").framework("NumPy");
            NpyReader.archive(archive);
        } else {
            facts.format("zip");
        }
        members(archive);
    }

    /// Flaws of the container never leave a calm verdict: what one program passes over another may load.
    private static void flaws(ZipParts zip, FactsBuilder facts) {
        int said = 0;
        for (ZipParts.Found found : zip.flaws()) {
            if (said++ < 20) {
                // texts: preview.zip.flaw.*
                facts.unread(Texts.get("preview.zip.flaw." + found.flaw().name().toLowerCase(Locale.ROOT),
                        found.member()));
            }
        }
    }

    private static void members(Archive archive) {
        Candidate candidate = archive.candidate();
        FactsBuilder facts = archive.facts();
        List<String> models = new ArrayList<>();
        int looked = 0;
        for (Entry entry : archive.zip().entries()) {
            candidate.cancel().check();
            if (entry.folder() || archive.done(entry)) {
                continue;
            }
            if (++looked > MOST_MEMBERS) {
                facts.unread(Texts.get("preview.zip.many", Figures.count(MOST_MEMBERS)));
                break;
            }
            if (member(archive, entry)) {
                models.add(entry.name());
            }
        }
        if (facts.format().equals("zip")) {
            facts.define("entries", Fact.of(archive.zip().entries().size()));
            if (models.isEmpty()) {
                facts.format(ModelFacts.UNKNOWN).unread(Texts.get("preview.model.unknown"));
            }
        }
        if (!models.isEmpty()) {
            facts.define("members", Fact.texts(models.size() > 200 ? models.subList(0, 200) : models));
        }
    }

    private static boolean member(Archive archive, Entry entry) {
        FactsBuilder facts = archive.facts();
        try {
            byte[] head = archive.head(entry);
            Candidate inner = new Candidate(entry.name(), Blob.of(head), head, archive.candidate().depth() + 1,
                    archive.candidate().cancel());
            boolean weights = entry.name().matches("(.*/)?data/\\d+");
            if (weights && !PickleReader.marked(inner) || ModelReaders.of(inner).isEmpty()) {
                return false;
            }
            if (inner.depth() > Candidate.DEEPEST) {
                facts.unread(Texts.get("preview.zip.deep", entry.name()));
                return true;
            }
            Blob blob = archive.zip().blob(entry, UNPACKED);
            FactsBuilder part = new FactsBuilder(facts.file(), blob.size());
            ModelFiles.read(new Candidate(entry.name(), blob, head, inner.depth(), inner.cancel()), part);
            if (entry.method() != 0 && blob.size() >= UNPACKED) {
                part.unread(Texts.get("preview.zip.large", entry.name(), Figures.bytes(UNPACKED)));
            }
            // Raw weights may begin like a pickle by chance; then they cannot be followed to an end.
            if (weights && part.execution() == Execution.NOT_FULLY_PARSED && !part.hasImports()) {
                return false;
            }
            ModelFacts found = part.build();
            facts.danger(found);
            if (facts.format().equals("zip")) {
                facts.adopt(found);
            }
            return true;
        } catch (IOException broken) {
            facts.unread(Texts.get("preview.zip.member", entry.name(), cotejo.model.Problem.describe(broken)));
            return true;
        }
    }
}
