package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.preview.CodeName.Verdict;
import cotejo.preview.Signature.Port;
import cotejo.text.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// TensorFlow Lite: a flatbuffer (`schema.fbs`) with operators, and graphs with tensors, inputs and outputs.
final class TfLiteReader implements ModelReader {

    private static final List<String> TYPES = List.of("float32", "float16", "int32", "uint8", "int64", "string", "bool",
            "int16", "complex64", "int8", "float64", "complex128", "uint64", "resource", "variant", "uint32",
            "uint16", "int4", "bfloat16");
    private static final int MOST = 100_000;

    @Override
    public boolean claims(Candidate candidate) {
        return candidate.at(4, 'T', 'F', 'L', '3');
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("tflite").framework("TensorFlow Lite");
        Table model = new Table(candidate.blob(), unsigned(candidate.blob(), 0));
        facts.define("version", Fact.of(model.number(0)));
        facts.say("description", model.text(3));
        for (Table code : model.tables(1)) {
            String custom = code.text(1);
            if (!custom.isEmpty()) {
                facts.code(Texts.get("preview.tflite.custom", custom), Verdict.UNKNOWN);
            }
        }
        facts.define("operators", Fact.of(model.tables(1).size()));
        List<Table> graphs = model.tables(2);
        facts.define("graphs", Fact.of(graphs.size()));
        if (!graphs.isEmpty()) {
            graph(graphs.getFirst(), model, facts);
        }
    }

    private static void graph(Table graph, Table model, FactsBuilder facts) throws IOException {
        List<Table> buffers = model.tables(4);
        List<Tensor> weights = new ArrayList<>();
        List<Port> ports = new ArrayList<>();
        for (Table table : graph.tables(0)) {
            List<Long> shape = table.numbers(0);
            long type = table.octet(1);
            String dtype = type < TYPES.size() ? TYPES.get((int) type) : "?";
            String name = table.text(3);
            ports.add(Port.required(name, dtype, shape.stream().map(n -> n < 0 ? "?" : Long.toString(n)).toList()));
            long buffer = table.number(2);
            boolean filled = buffer > 0 && buffer < buffers.size() && buffers.get((int) buffer).filled(0);
            if (filled && shape.stream().allMatch(n -> n >= 0)) {
                weights.add(new Tensor(name, dtype, shape, Dtypes.bytes(dtype, shape)));
            }
        }
        facts.define("nodes", Fact.of(graph.tables(3).size()));
        facts.parameters(Parameters.of(weights));
        facts.signature(new Signature(chosen(graph.numbers(1), ports), chosen(graph.numbers(2), ports)));
    }

    private static List<Port> chosen(List<Long> places, List<Port> ports) {
        return places.stream().filter(at -> at >= 0 && at < ports.size()).map(at -> ports.get(at.intValue())).toList();
    }

    private static long unsigned(Blob blob, long at) throws IOException {
        return signed(blob, at) & 0xffff_ffffL;
    }

    private static int signed(Blob blob, long at) throws IOException {
        byte[] bytes = blob.bytes(at, 4);
        if (bytes.length < 4) {
            throw new EOFException(Texts.get("preview.tflite.early"));
        }
        return bytes[0] & 0xff | (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff) << 16 | bytes[3] << 24;
    }

    /// A table of a flatbuffer: fields by their slot.
    private record Table(Blob blob, long at) {

        private long field(int slot) throws IOException {
            long vtable = at - signed(blob, at);
            byte[] size = blob.bytes(vtable, 2);
            int place = 4 + 2 * slot;
            if (size.length < 2 || place + 2 > (size[0] & 0xff | (size[1] & 0xff) << 8)) {
                return 0;
            }
            byte[] offset = blob.bytes(vtable + place, 2);
            int value = offset.length < 2 ? 0 : offset[0] & 0xff | (offset[1] & 0xff) << 8;
            return value == 0 ? 0 : at + value;
        }

        long number(int slot) throws IOException {
            long field = field(slot);
            return field == 0 ? 0 : unsigned(blob, field);
        }

        long octet(int slot) throws IOException {
            long field = field(slot);
            byte[] value = field == 0 ? new byte[0] : blob.bytes(field, 1);
            return value.length == 0 ? 0 : value[0] & 0xff;
        }

        private long vector(int slot) throws IOException {
            long field = field(slot);
            return field == 0 ? 0 : field + unsigned(blob, field);
        }

        boolean filled(int slot) throws IOException {
            long vector = vector(slot);
            return vector != 0 && unsigned(blob, vector) > 0;
        }

        String text(int slot) throws IOException {
            long vector = vector(slot);
            if (vector == 0) {
                return "";
            }
            int length = (int) Math.min(unsigned(blob, vector), 1 << 16);
            return new String(blob.bytes(vector + 4, length), StandardCharsets.UTF_8);
        }

        List<Long> numbers(int slot) throws IOException {
            List<Long> numbers = new ArrayList<>();
            long vector = vector(slot);
            long length = vector == 0 ? 0 : unsigned(blob, vector);
            for (long i = 0; i < length && i < MOST; i++) {
                numbers.add((long) signed(blob, vector + 4 + 4 * i));
            }
            return numbers;
        }

        List<Table> tables(int slot) throws IOException {
            List<Table> tables = new ArrayList<>();
            long vector = vector(slot);
            long length = vector == 0 ? 0 : unsigned(blob, vector);
            for (long i = 0; i < length && i < MOST; i++) {
                long place = vector + 4 + 4 * i;
                tables.add(new Table(blob, place + unsigned(blob, place)));
            }
            return tables;
        }
    }
}
