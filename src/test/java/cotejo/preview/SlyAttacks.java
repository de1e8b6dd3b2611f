package cotejo.preview;

import static cotejo.preview.Attacks.join;
import static cotejo.preview.Attacks.zip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Attacks that count on one reader seeing other bytes than another: lengths that joblib takes differently, files of
/// two formats at once, headers that say a thing twice. They only ever say `echo`, and are never loaded.
final class SlyAttacks {

    private static final Path HDF5 = Path.of("src", "test", "resources", "cotejo", "preview", "made", "types.h5");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private SlyAttacks() {
    }

    static Map<String, byte[]> all() {
        SlyAttacks attacks = new SlyAttacks();
        attacks.joblib();
        try {
            attacks.twoAtOnce();
            attacks.skops();
            attacks.headers();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        attacks.names();
        return attacks.files;
    }

    /// What runs where a reader is that was led here.
    private static byte[] evil() {
        return Pickles.bare().op("0").global("os", "system").call("echo not run").stop();
    }

    private static Pickles wrapper() {
        return Pickles.protocol(3).global("joblib.numpy_pickle", "NumpyArrayWrapper").op(")").raw(0x81);
    }

    private static Pickles plainType(Pickles pickle) {
        return pickle.longText("dtype").global("numpy", "dtype").longText("u1").raw(0x89, 0x88, 0x87).op("R");
    }

    /// `before` bytes that only a reader passes over who takes the array as long as we do, then a text in which lies
    /// what another reader, who passes over `skipped` bytes, runs.
    private static byte[] led(byte[] head, int before, int skipped) {
        byte[] evil = evil();
        int filler = skipped - before - 5;
        byte[] text = Pickles.bare().op("X").four(filler + evil.length).unfinished();
        return join(head, new byte[before], text, new byte[filler], evil, Pickles.bare().stop());
    }

    private void joblib() {
        byte[] padded = plainType(wrapper().op("}(").longText("shape").op("K").raw(8).raw(0x85))
                .longText("numpy_array_alignment_bytes").raw(0x88).op("ub").unfinished();
        byte[] aligned = led(padded, 8, 21);
        aligned[padded.length] = 12;
        files.put("joblib_alignment_is_true.joblib", aligned);
        files.put("joblib_wrapper_by_newobj_function.joblib", led(plainType(Pickles.protocol(3)
                .global("copyreg", "__newobj__").global("joblib.numpy_pickle", "NumpyArrayWrapper").raw(0x85).op("R}(")
                .longText("shape").op("K").raw(8).raw(0x85)).op("ub").unfinished(), 0, 8));
        files.put("joblib_shape_beyond_what_is_kept.joblib", led(crowded(), 1, 64));
        files.put("joblib_type_is_no_type.joblib", led(wrapper().op("}(").longText("shape").op("K").raw(1).raw(0x85)
                .longText("dtype").global("sklearn.utils._bunch", "Bunch").longText("u1").raw(0x85, 0x81)
                .longText("hasobject").raw(0x89).op("s").longText("itemsize").op("K").raw(64).op("s").op("ub")
                .unfinished(), 1, 64));
        files.put("joblib_type_has_another_size.joblib", led(wrapper().op("}(").longText("shape").op("K").raw(1)
                .raw(0x85).longText("dtype").global("numpy", "dtype").longText("V1").raw(0x89, 0x88, 0x87).op("R")
                .op("(K").raw(3).longText("|").op("NNNK").raw(64).op("K").raw(1).op("K").raw(0).op("tb").op("ub")
                .unfinished(), 1, 64));
        files.put("joblib_array_in_another_file.joblib", Pickles.protocol(2)
                .global("joblib.numpy_pickle", "NDArrayWrapper").op(")").raw(0x81).op("}(").longText("filename")
                .longText("../elsewhere.npy").longText("subclass").global("numpy", "ndarray").op("ub").stop());
    }

    private static byte[] crowded() {
        byte[] many = new byte[2 * (1_500_000 - 10)];
        Arrays.fill(many, (byte) 'N');
        byte[] half = Arrays.copyOf(many, many.length / 2);
        Pickles pickle = Pickles.protocol(3).op("(").bytes(half).op("l0")
                .global("joblib.numpy_pickle", "NumpyArrayWrapper").op(")").raw(0x81).op("}");
        plainType(pickle).op("s").longText("shape").op("(");
        for (int i = 0; i < 11; i++) {
            pickle.op("K").raw(1);
        }
        return pickle.op("K").raw(64).op("tsb").unfinished();
    }

    private void twoAtOnce() throws IOException {
        byte[] lite = join(new byte[] {'C', 16, 0, 0}, "TFL3".getBytes(StandardCharsets.US_ASCII), new byte[10],
                evil(), new byte[64]);
        files.put("tflite_and_pickle.pkl", lite);
        byte[] tar = new byte[1536];
        byte[] name = Pickles.bare().op("cos\nsystem\n(S'x'\ntR").stop();
        System.arraycopy(name, 0, tar, 0, name.length);
        System.arraycopy("00000000020\0".getBytes(StandardCharsets.US_ASCII), 0, tar, 124, 12);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        byte[] inner = Pickles.protocol(2).op("}").stop();
        System.arraycopy(inner, 0, tar, 512, inner.length);
        files.put("tar_named_by_a_pickle.pkl", tar);
        byte[] hdf5 = Files.readAllBytes(HDF5);
        // Addresses in HDF5 count from the superblock's base, which stands 24 bytes into version 0.
        ByteBuffer.wrap(hdf5).order(ByteOrder.LITTLE_ENDIAN).putLong(24, 512);
        byte[] block = Arrays.copyOf(Attacks.system(), 512);
        files.put("pickle_before_hdf5.pkl", join(block, hdf5));
        files.put("pickle_before_zip.npz", join(Attacks.system(), zip("a.npy", npy(
                "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }", new byte[1]))));
        byte[] twice = zip("archive/data.pkl", Pickles.protocol(2).op("}").stop(), "archive/data.pkX",
                Attacks.system());
        for (int at = 0; at + 16 <= twice.length; at++) {
            if (new String(twice, at, 16, StandardCharsets.ISO_8859_1).equals("archive/data.pkX")) {
                twice[at + 15] = 'l';
            }
        }
        files.put("zip_with_two_of_a_name.pt", twice);
    }

    private void skops() throws IOException {
        String system = "{\"__class__\":\"system\",\"__module__\":\"os\",\"__loader__\":\"FunctionNode\"}";
        files.put("skops_deep.skops", zip("schema.json", ("{\"__class__\":\"list\",\"__module__\":\"builtins\","
                + "\"content\":" + "[".repeat(194) + system + "]".repeat(194) + "}")
                        .getBytes(StandardCharsets.UTF_8)));
        files.put("skops_function_of_protocol_0.skops", zip("schema.json", ("{\"__class__\":\"list\","
                + "\"__module__\":\"builtins\",\"__loader__\":\"FunctionNode\",\"protocol\":0,\"content\":"
                + "{\"module_path\":\"os\",\"function\":\"system\"}}").getBytes(StandardCharsets.UTF_8)));
        files.put("skops_method.skops", zip("schema.json", ("{\"__class__\":\"Pipeline\",\"__module__\":"
                + "\"sklearn.pipeline\",\"__loader__\":\"MethodNode\",\"content\":{\"func\":\"__init__\",\"obj\":"
                + "{\"__class__\":\"Pipeline\",\"__module__\":\"sklearn.pipeline\",\"__loader__\":\"ObjectNode\"}}}")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private void headers() {
        files.put("npy_type_by_escape.npy", npy("{'descr': '|\\x4f', 'fortran_order': False, 'shape': (1,), }",
                Attacks.system()));
        files.put("npy_type_by_its_long_name.npy", npy("{'descr': 'object', 'fortran_order': False, 'shape': (1,), }",
                Attacks.system()));
        files.put("npy_type_said_twice.npy", npy("{'descr': '|u1', 'fortran_order': False, 'shape': ("
                + Attacks.system().length + ",), 'descr': '|O', }", Attacks.system()));
        files.put("npy_field_by_its_long_name.npy", npy("{'descr': [('a', 'object')], 'fortran_order': False, "
                + "'shape': (1,), }", Attacks.system()));
    }

    private static byte[] npy(String header, byte[] data) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return join(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0}, text, data);
    }

    private void names() {
        files.put("module_of_tests.pkl", Pickles.protocol(4).stackGlobal("sklearn.conftest", "Tree").op(")R").stop());
        files.put("module_that_runs.pkl",
                Pickles.protocol(4).stackGlobal("pandas.__main__", "Series").op(")R").stop());
        files.put("wide_letters.pkl", Pickles.protocol(4).stackGlobal("collections", "\uff2frderedDict").op(")R")
                .stop());
        files.put("carriage_return.pkl", Pickles.bare().op("ccollections\r\nOrderedDict\r\n(tR").stop());
        files.put("setstate_by_setstate.pkl", Pickles.protocol(4).stackGlobal("types", "SimpleNamespace").op(")R}")
                .text("__setstate__").stackGlobal("builtins", "exec").op("sb").text("pass").op("b").stop());
        files.put("memo_written_over.pkl", Pickles.protocol(2).global("collections", "OrderedDict").op("q").raw(0)
                .op("0").global("os", "system").op("q").raw(0).op("0h").raw(0).call("echo not run").stop());
        files.put("named_by_newobj_ex.pkl", Pickles.protocol(4).stackGlobal("operator", "methodcaller").op("(")
                .text("system").op("t}").raw(0x92).stackGlobal("os", "path").raw(0x85).op("R").stop());
    }
}
