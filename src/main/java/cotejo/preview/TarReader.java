package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Tar archives: the oldest layout of torch.save (`sys_info`, `pickle`, `storages`, `tensors`), and any that holds
/// models. What is compressed is not unpacked.
final class TarReader implements ModelReader {

    private static final int BLOCK = 512;
    private static final int MOST = 20_000;

    @Override
    public boolean claims(Candidate candidate) {
        return candidate.at(257, 'u', 's', 't', 'a', 'r') && candidate.depth() < Candidate.DEEPEST;
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("tar");
        List<String> names = new ArrayList<>();
        List<String> models = new ArrayList<>();
        long at = 0;
        while (at + BLOCK <= candidate.size() && names.size() < MOST) {
            candidate.cancel().check();
            byte[] header = candidate.blob().bytes(at, BLOCK);
            String name = text(header, 0, 100);
            if (name.isEmpty()) {
                break;
            }
            long size = size(header, candidate.size() - at - BLOCK);
            names.add(name);
            if (member(candidate, name, candidate.blob().part(at + BLOCK, size), facts)) {
                models.add(name);
            }
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        facts.define("entries", Fact.of(names.size()));
        if (names.containsAll(List.of("pickle", "storages", "tensors"))) {
            facts.format("torch-tar").framework("PyTorch").unread(Texts.get("preview.torch.tar"));
        } else if (models.isEmpty()) {
            facts.format(ModelFacts.UNKNOWN).unread(Texts.get("preview.model.unknown"));
        }
        if (names.size() >= MOST) {
            facts.unread(Texts.get("preview.zip.many", Figures.count(MOST)));
        }
        facts.define("members", Fact.texts(models.size() > 200 ? models.subList(0, 200) : models));
    }

    private static boolean member(Candidate outer, String name, Blob blob, FactsBuilder facts) throws IOException {
        Candidate inner = new Candidate(name, blob, blob.bytes(0, Candidate.HEAD), outer.depth() + 1, outer.cancel());
        if (ModelReaders.of(inner).isEmpty()) {
            return false;
        }
        FactsBuilder part = new FactsBuilder(facts.file(), blob.size());
        ModelFiles.read(inner, part);
        ModelFacts found = part.build();
        facts.danger(found).adopt(found);
        return true;
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }

    private static long size(byte[] header, long rest) throws IOException {
        String octal = text(header, 124, 12).strip();
        if (!octal.matches("[0-7]{1,12}")) {
            throw new IOException(Texts.get("preview.tar.header"));
        }
        long size = Long.parseLong(octal, 8);
        if (size > rest) {
            throw new IOException(Texts.get("preview.tar.header"));
        }
        return size;
    }
}
