package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.codec.ZipParts.Entry;
import cotejo.codec.pickle.PickleFindings;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// NumPy arrays (`numpy/lib/format.py`): the header says type, order and shape; arrays of objects are pickles, and are
/// followed as such.
final class NpyReader implements ModelReader {

    private static final Pattern DESCR = Pattern.compile("'descr':\\s*('([^']*)'|\\[.*?\\])\\s*,\\s*'fortran_order'",
            Pattern.DOTALL);
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d,\\sL]*)\\)");
    private static final Pattern KEY = Pattern.compile("'(descr|fortran_order|shape)'\\s*:");
    private static final Pattern PLAIN =
            Pattern.compile("[<>|=]?(\\?|[biufcmMSUVa]\\d{1,9}|[bBhHiIlLqQefdgFDGpP?])(\\[[\\w/]{1,20}])?");
    private static final Pattern TYPED = Pattern.compile(",\\s*'([^']*)'");
    private static final int LONGEST = 1 << 20;

    @Override
    public boolean claims(Candidate candidate) {
        return candidate.at(0, 0x93, 'N', 'U', 'M', 'P', 'Y');
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("npy").framework("NumPy");
        String name = candidate.name().replaceFirst("^.*/", "").replaceFirst("\\.npy$", "");
        facts.parameters(Parameters.of(List.of(array(candidate, name, facts))));
    }

    /// All arrays of an npz.
    static void archive(Archive archive) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        FactsBuilder facts = archive.facts();
        for (Entry entry : archive.zip().entries()) {
            archive.candidate().cancel().check();
            Blob blob = archive.zip().blob(archive.take(entry), ZipReader.UNPACKED);
            Candidate array = new Candidate(entry.name(), blob, blob.bytes(0, Candidate.HEAD), 1,
                    archive.candidate().cancel());
            try {
                FactsBuilder part = new FactsBuilder(facts.file(), entry.size());
                tensors.add(new NpyReader().array(array, entry.name().replaceFirst("\\.npy$", ""), part));
                facts.danger(part.build());
            } catch (IOException broken) {
                facts.unread(entry.name() + ": " + cotejo.model.Problem.describe(broken));
            }
        }
        facts.parameters(Parameters.of(tensors));
    }

    /// The array in a member of an archive; what it holds is judged along.
    static Tensor member(Archive archive, Entry entry, String name) throws IOException {
        Blob blob = archive.zip().blob(archive.take(entry), ZipReader.UNPACKED);
        FactsBuilder part = new FactsBuilder(archive.facts().file(), entry.size());
        Tensor tensor = new NpyReader().array(new Candidate(entry.name(), blob, blob.bytes(0, Candidate.HEAD), 1,
                archive.candidate().cancel()), name, part);
        archive.facts().danger(part.build());
        return tensor;
    }

    private Tensor array(Candidate candidate, String name, FactsBuilder facts) throws IOException {
        byte[] head = candidate.head();
        boolean early = head.length > 6 && head[6] == 1;
        int lengthBytes = early ? 2 : 4;
        if (head.length < 8 + lengthBytes) {
            throw new IOException(Texts.get("preview.npy.header"));
        }
        long length = 0;
        for (int i = lengthBytes - 1; i >= 0; i--) {
            length = length << 8 | head[8 + i] & 0xff;
        }
        long start = 8 + lengthBytes + length;
        if (length > LONGEST || start > candidate.size()) {
            throw new IOException(Texts.get("preview.npy.header"));
        }
        String header = new String(candidate.blob().bytes(8L + lengthBytes, (int) length), StandardCharsets.UTF_8);
        Matcher shape = SHAPE.matcher(header);
        Matcher descr = DESCR.matcher(header);
        if (!shape.find() || !descr.find()) {
            throw new IOException(Texts.get("preview.npy.header"));
        }
        List<Long> lengths = lengths(shape.group(1));
        String code = descr.group(2) == null ? descr.group(1) : descr.group(2);
        String dtype = descr.group(2) == null ? code.replaceAll("\\s+", " ") : Dtypes.numpy(code);
        if (header.indexOf('\\') >= 0 || KEY.matcher(header).results().count() != 3) {
            facts.unread(Texts.get("preview.npy.header"));
        }
        boolean objects = objects(code, descr.group(2) == null);
        Tensor tensor = new Tensor(name, dtype, lengths, objects ? -1 : bytes(code, lengths));
        facts.define("fortranOrder", new Fact.Flag(header.contains("'fortran_order': True")));
        if (objects) {
            objects(candidate, start, facts);
        } else if (tensor.bytes() >= 0 && tensor.bytes() != candidate.size() - start
                && !(candidate.depth() > 0 && candidate.size() >= ZipReader.UNPACKED)) {
            facts.unread(Texts.get("preview.npy.size", Figures.bytes(tensor.bytes()),
                    Figures.bytes(candidate.size() - start)));
        }
        return tensor;
    }

    /// Whether a type holds Python objects, which are read as a pickle: everything does that is not sure not to. Of a
    /// structured type what stands behind a name is a type, or a list of such.
    private static boolean objects(String code, boolean structured) {
        if (!structured) {
            return !PLAIN.matcher(code).matches();
        }
        return TYPED.matcher(code).results().map(found -> found.group(1))
                .anyMatch(type -> !PLAIN.matcher(type).matches()) || !TYPED.matcher(code).find();
    }

    private static List<Long> lengths(String text) throws IOException {
        List<Long> lengths = new ArrayList<>();
        for (String part : text.split(",")) {
            String digits = part.strip().replace("L", "");
            if (digits.length() > 18) {
                throw new IOException(Texts.get("preview.npy.header"));
            }
            if (!digits.isEmpty()) {
                lengths.add(Long.parseLong(digits));
            }
        }
        return lengths;
    }

    private static long bytes(String code, List<Long> lengths) {
        Matcher simple = Pattern.compile("[<>|=]?([a-zA-Z])(\\d{1,9})(\\[.*)?").matcher(code);
        if (!simple.matches()) {
            return -1;
        }
        long size = Long.parseLong(simple.group(2)) * (simple.group(1).equals("U") ? 4 : 1);
        long count = new Tensor("", "", lengths, -1).count();
        return count > Long.MAX_VALUE / Math.max(1, size) ? Long.MAX_VALUE : count * size;
    }

    private static void objects(Candidate candidate, long start, FactsBuilder facts) throws IOException {
        PickleFindings findings = new PickleFacts(candidate, facts).follow(() -> candidate.blob().stream(start));
        facts.say("instructions", Fact.of(findings.instructions()));
    }
}
