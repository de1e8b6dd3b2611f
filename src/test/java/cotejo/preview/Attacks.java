package cotejo.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;

/// Hand-made files that would run something when loaded, each hiding it in another way. They only ever say `echo`, and
/// are never loaded.
final class Attacks {

    private static final String SAY = "echo not run";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Attacks() {
    }

    /// The files by their names, which say what they try.
    static Map<String, byte[]> all() {
        Attacks attacks = new Attacks();
        attacks.plain();
        attacks.stack();
        attacks.chains();
        attacks.objects();
        attacks.streams();
        try {
            attacks.packed();
            attacks.zips();
            attacks.arrays();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        attacks.files.putAll(SlyAttacks.all());
        attacks.files.putAll(FreshAttacks.all());
        return attacks.files;
    }

    static byte[] system() {
        return Pickles.protocol(2).global("os", "system").call(SAY).stop();
    }

    private void plain() {
        files.put("global_os_system.pkl", system());
        files.put("global_posix_system_protocol0.pkl",
                Pickles.bare().op("cposix\nsystem\n(S'" + SAY + "'\ntR").stop());
        files.put("no_extension", Pickles.bare().op("cnt\nsystem\n(V" + SAY + "\ntR").stop());
        files.put("eval.pkl", Pickles.protocol(4).stackGlobal("builtins", "eval").call("1+1").stop());
        files.put("exec_python2.pkl", Pickles.protocol(2).global("__builtin__", "exec").call("pass").stop());
        files.put("import_function.pkl", Pickles.protocol(4).stackGlobal("builtins", "__import__").call("os").stop());
        files.put("subprocess_popen.pkl", Pickles.protocol(2).global("subprocess", "Popen").call(SAY).stop());
        files.put("runpy.pkl", Pickles.protocol(4).stackGlobal("runpy", "run_path").call("x.py").stop());
        files.put("importlib.pkl", Pickles.protocol(4).stackGlobal("importlib", "import_module").call("x").stop());
        files.put("webbrowser.pkl", Pickles.protocol(4).stackGlobal("webbrowser", "open").call("file:x").stop());
        files.put("pickle_loads_nested.pkl", Pickles.protocol(4).stackGlobal("pickle", "loads")
                .binary(system()).raw(0x85).op("R").stop());
        files.put("bytes_hold_a_pickle.pkl", Pickles.protocol(4).op("}").text("weights")
                .binary(system()).op("s").stop());
        files.put("numpy_load.pkl", Pickles.protocol(4).stackGlobal("numpy", "load").call("x.npy").stop());
        files.put("torch_load.pkl", Pickles.protocol(4).stackGlobal("torch", "load").call("x.pt").stop());
        files.put("torch_load_from_bytes.pkl", Pickles.protocol(4).stackGlobal("torch.storage", "_load_from_bytes")
                .binary(system()).raw(0x85).op("R").stop());
        files.put("joblib_load.pkl", Pickles.protocol(4).stackGlobal("joblib", "load").call("x").stop());
        files.put("unlisted_callable.pkl", Pickles.protocol(4).stackGlobal("some_package.core", "run")
                .call(SAY).stop());
        files.put("pip_main.pkl", Pickles.protocol(4).stackGlobal("pip._internal", "main").call("install").stop());
    }

    private void stack() {
        files.put("names_by_memo.pkl", Pickles.protocol(4).text("system").raw(0x94).op("0").text("os").raw(0x94).op("0")
                .op("h").raw(1).op("h").raw(0).raw(0x93).call(SAY).stop());
        files.put("decoy_strings_before_stack_global.pkl", Pickles.protocol(4).text("os").text("system")
                .text("collections").text("OrderedDict").op("00").raw(0x93).call(SAY).stop());
        files.put("names_by_dup.pkl", Pickles.protocol(4).text("eval").op("2").raw(0x93).call("1").stop());
        files.put("name_from_string_escapes.pkl",
                Pickles.protocol(4).op("S'\\x6fs'\nS'sys\\164em'\n").raw(0x93).call(SAY).stop());
        files.put("name_from_unicode_escapes.pkl",
                Pickles.protocol(4).op("V\\u006fs\nV\\u0073ystem\n").raw(0x93).call(SAY).stop());
        files.put("protocol4_in_protocol0.pkl", Pickles.bare().stackGlobal("os", "system").call(SAY).stop());
        files.put("memo_far_away.pkl", Pickles.protocol(2).global("os", "system").op("r").four(0x7fffffff).op("0j")
                .four(0x7fffffff).call(SAY).stop());
        files.put("dotted_name.pkl", Pickles.protocol(4).stackGlobal("sklearn.pipeline", "os.system").call(SAY).stop());
        files.put("dunder_path.pkl", Pickles.protocol(4)
                .stackGlobal("collections", "OrderedDict.__init__.__globals__").stop());
        files.put("frame_that_lies.pkl", Pickles.protocol(4).frame(3).stackGlobal("os", "system").call(SAY).stop());
        files.put("call_then_pop.pkl", Pickles.protocol(2).global("os", "system").call(SAY).op("0}").stop());
        files.put("breaks_after_the_call.pkl",
                Pickles.protocol(2).global("os", "system").call(SAY).raw(0xff).unfinished());
    }

    private void chains() {
        files.put("getattr_chain.pkl", Pickles.protocol(4).stackGlobal("builtins", "getattr")
                .stackGlobal("collections", "OrderedDict").text("__init__").raw(0x86).op("R").stop());
        files.put("operator_attrgetter.pkl", Pickles.protocol(4).stackGlobal("operator", "attrgetter").call("system")
                .stackGlobal("os", "path").raw(0x85).op("R").stop());
        files.put("operator_methodcaller.pkl",
                Pickles.protocol(4).stackGlobal("_operator", "methodcaller").call("x").stop());
        files.put("functools_partial.pkl", Pickles.protocol(4).stackGlobal("functools", "partial")
                .stackGlobal("builtins", "print").raw(0x85).op("R").op(")R").stop());
        files.put("functools_reduce.pkl",
                Pickles.protocol(4).stackGlobal("functools", "reduce").call("x").stop());
        files.put("map_over_exec.pkl", Pickles.protocol(4).stackGlobal("builtins", "map")
                .stackGlobal("builtins", "exec").text("pass").raw(0x86).op("R").stop());
        files.put("result_of_a_known_call_is_called.pkl", Pickles.protocol(4).stackGlobal("collections", "OrderedDict")
                .op(")R").call(SAY).stop());
        files.put("known_class_is_changed.pkl", Pickles.protocol(4).stackGlobal("collections", "OrderedDict").op("}")
                .text("__setstate__").stackGlobal("sklearn.pipeline", "Pipeline").op("sb").stop());
        files.put("pkgutil_resolve_name.pkl",
                Pickles.protocol(4).stackGlobal("pkgutil", "resolve_name").call("os:system").stop());
        files.put("types_code.pkl", Pickles.protocol(4).stackGlobal("types", "CodeType").call("x").stop());
        files.put("cloudpickle_function.pkl", Pickles.protocol(4)
                .stackGlobal("cloudpickle.cloudpickle", "_make_function").call("x").stop());
    }

    private void objects() {
        files.put("inst.pkl", Pickles.bare().op("(S'" + SAY + "'\nios\nsystem\n").stop());
        files.put("obj.pkl", Pickles.bare().op("(").global("os", "system").op("S'" + SAY + "'\no").stop());
        files.put("newobj.pkl", Pickles.protocol(2).global("subprocess", "Popen").longText(SAY).raw(0x85, 0x81).stop());
        files.put("newobj_ex.pkl", Pickles.protocol(4).stackGlobal("subprocess", "Popen").longText(SAY).raw(0x85)
                .op("}").raw(0x92).stop());
        files.put("extension_code_1.pkl", Pickles.protocol(2).raw(0x82, 7).call(SAY).stop());
        files.put("extension_code_2.pkl", Pickles.protocol(2).raw(0x83, 7, 1).call(SAY).stop());
        files.put("extension_code_4.pkl", Pickles.protocol(2).raw(0x84).four(70_000).call(SAY).stop());
        files.put("persistent_object.pkl", Pickles.protocol(2).longText("os.system").op("Q").call(SAY).stop());
        files.put("persistent_object_text.pkl", Pickles.bare().op("Pos.system\n").stop());
    }

    private void streams() {
        files.put("second_stream.pkl", join(Pickles.protocol(2).op("}").stop(), system()));
        files.put("third_stream_protocol0.pkl", join(Pickles.protocol(2).op("}").stop(), Pickles.bare().op("N").stop(),
                Pickles.bare().op("cos\nsystem\n(S'x'\ntR").stop()));
        files.put("trailing_data.pkl", join(Pickles.protocol(2).op("}").stop(), new byte[] {1, 2, 3, 4}));
        files.put("trailing_zeros.pkl", join(Pickles.protocol(2).op("}").stop(), new byte[64]));
        byte[] magic = {(byte) 0x80, 2, (byte) 0x8a, 0x0a, 0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20,
                0x6a, (byte) 0xa8, 0x50, 0x19, 0x2e};
        files.put("legacy_torch.pth", join(magic, Pickles.protocol(2).op("M").raw(0xe9, 3).stop(),
                Pickles.protocol(2).op("}").stop(), system(), Pickles.protocol(2).op("]").stop()));
        files.put("legacy_torch_sys_info.pth", join(magic, Pickles.protocol(2).op("M").raw(0xe9, 3).stop(),
                system(), Pickles.protocol(2).op("}").stop(), Pickles.protocol(2).op("]").stop()));
        files.put("legacy_torch_behind.pth", join(magic, Pickles.protocol(2).op("M").raw(0xe9, 3).stop(),
                Pickles.protocol(2).op("}").stop(), Pickles.protocol(2).op("}").stop(),
                Pickles.protocol(2).op("]").stop(), system()));
    }

    private void packed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(system());
        }
        files.put("gzip.joblib", out.toByteArray());
        out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(system());
        }
        files.put("zlib_no_extension", out.toByteArray());
        out = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
            bzip2.write(system());
        }
        files.put("bzip2.joblib", out.toByteArray());
        out = new ByteArrayOutputStream();
        try (FramedLZ4CompressorOutputStream lz4 = new FramedLZ4CompressorOutputStream(out)) {
            lz4.write(system());
        }
        files.put("lz4.joblib", out.toByteArray());
        // joblib passes over the array's eight bytes; plain pickle runs them.
        byte[] hidden = Pickles.bare().op("cos\nsystem\n").unfinished();
        files.put("in_joblibs_raw_array.joblib", join(joblib(hidden.length), hidden, Pickles.bare().op("N").stop()));
        files.put("after_joblibs_raw_array.joblib", join(joblib(8), new byte[8],
                Pickles.bare().op("0").stackGlobal("os", "system").call(SAY).stop()));
    }

    /// A joblib array of so many bytes up to where its raw bytes begin.
    static byte[] joblib(int length) {
        return Pickles.protocol(3).global("joblib.numpy_pickle", "NumpyArrayWrapper").op(")").raw(0x81).op("}(")
                .longText("shape").op("K").raw(length).raw(0x85).longText("dtype").global("numpy", "dtype")
                .longText("u1").raw(0x89, 0x88, 0x87).op("R").op("ub").unfinished();
    }

    private void zips() throws IOException {
        byte[] model = zip("archive/data.pkl", system(), "archive/version", "3".getBytes(StandardCharsets.UTF_8));
        files.put("torch_zip.pt", model);
        files.put("zip_any_name.bin", zip("readme.txt", system()));
        files.put("zip_in_zip.zip", zip("inner.pt", model));
        files.put("zip_three_deep.zip", zip("a.zip", zip("b.zip", zip("c.zip", zip("d.pkl", system())))));
        files.put("second_pickle_beside.pt", zip("archive/data.pkl", Pickles.protocol(2).op("}").stop(),
                "archive/extra.bin", system()));
        byte[] broken = model.clone();
        // The list at the end names another member than the header before it.
        int list = find(broken, new byte[] {'P', 'K', 1, 2});
        broken[list + 46] ^= 1;
        files.put("zip_header_differs.pt", broken);
        byte[] noList = model.clone();
        noList[list] = 'X';
        files.put("zip_list_broken.pt", noList);
        byte[] encrypted = model.clone();
        encrypted[6] |= 1;
        files.put("zip_says_encrypted.pt", encrypted);
        files.put("zip_behind_other_bytes.keras", join("GIF89a".getBytes(StandardCharsets.US_ASCII),
                zip("config.json", lambda(), "metadata.json", "{}".getBytes(StandardCharsets.UTF_8))));
        files.put("keras_lambda.keras", zip("metadata.json", "{\"keras_version\":\"3.0\"}".getBytes(
                StandardCharsets.UTF_8), "config.json", lambda()));
        files.put("keras_module.keras", zip("metadata.json", "{}".getBytes(StandardCharsets.UTF_8), "config.json",
                ("{\"module\":\"keras\",\"class_name\":\"Sequential\",\"config\":{\"layers\":[{\"module\":\"builtins\","
                + "\"class_name\":\"function\",\"config\":\"exec\",\"registered_name\":null}]}}")
                        .getBytes(StandardCharsets.UTF_8)));
        files.put("keras_arch.json", lambda());
        files.put("torchscript.pt", zip("m/data.pkl", Pickles.protocol(2).op("}").stop(), "m/code/__torch__.py",
                "def forward(self) -> int:\n  return 1\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] lambda() {
        return ("{\"class_name\":\"Sequential\",\"config\":{\"layers\":[{\"class_name\":\"TimeDistributed\",\"config\":"
                + "{\"layer\":{\"class_name\":\"Lambda\",\"config\":{\"name\":\"l\",\"function\":[\"4wEAAA==\"]}}}}]}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void arrays() throws IOException {
        byte[] array = npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", system());
        files.put("object_array.npy", array);
        files.put("object_array.npz", zip("x.npy", array));
        files.put("structured_object_array.npy", npy(
                "{'descr': [('a', '|O')], 'fortran_order': False, 'shape': (1,), }",
                system()));
        files.put("array_with_more_behind.npy", npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }",
                join(new byte[1], system())));
    }

    private static byte[] npy(String header, byte[] data) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return join(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0}, text, data);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// A zip of names and contents, stored.
    static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                byte[] content = (byte[]) namesAndBytes[i + 1];
                ZipEntry entry = new ZipEntry((String) namesAndBytes[i]);
                CRC32 crc = new CRC32();
                crc.update(content);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static int find(byte[] bytes, byte[] what) {
        int at = 0;
        while (!java.util.Arrays.equals(bytes, at, at + what.length, what, 0, what.length)) {
            at++;
        }
        return at;
    }
}
