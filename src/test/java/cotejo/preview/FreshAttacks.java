package cotejo.preview;

import static cotejo.preview.Attacks.join;
import static cotejo.preview.Attacks.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Attacks by what is worked out while loading: names that a known call gives, readers reached through others,
/// wrappings within wrappings. They only ever say `echo`, and are never loaded.
final class FreshAttacks {

    private static final String SAY = "echo not run";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private FreshAttacks() {
    }

    static Map<String, byte[]> all() {
        FreshAttacks attacks = new FreshAttacks();
        attacks.workedOut();
        attacks.objects();
        attacks.lengths();
        attacks.appClasses();
        try {
            attacks.wrapped();
            attacks.configurations();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return attacks.files;
    }

    private static Pickles four() {
        return Pickles.protocol(4);
    }

    private void workedOut() {
        // 'bf' and 'flfgrz' are os and system, turned by thirteen letters.
        files.put("name_by_a_known_codec.pkl", four()
                .stackGlobal("_codecs", "encode").text("bf").text("rot13").raw(0x86).op("R")
                .stackGlobal("_codecs", "encode").text("flfgrz").text("rot13").raw(0x86).op("R")
                .raw(0x93).call(SAY).stop());
        files.put("name_by_str.pkl", four().stackGlobal("builtins", "str").text("os").raw(0x85).op("R")
                .stackGlobal("builtins", "str").text("system").raw(0x85).op("R").raw(0x93).call(SAY).stop());
        files.put("name_out_of_a_list.pkl", four().op("](").text("os").text("system").op("e").raw(0x94).op("0")
                .op("h").raw(0).op("h").raw(0).raw(0x93).call(SAY).stop());
        files.put("name_by_memoize_after_pop.pkl", four().text("collections").raw(0x94).op("0").text("os").raw(0x94)
                .op("0").text("OrderedDict").raw(0x94).op("0").text("system").raw(0x94).op("0")
                .op("h").raw(1).op("h").raw(3).raw(0x93).call(SAY).stop());
        files.put("attrgetter_on_a_known_class.pkl", four().stackGlobal("operator", "attrgetter")
                .text("__init__.__globals__").raw(0x85).op("R").stackGlobal("argparse", "Namespace").raw(0x85).op("R")
                .stop());
        files.put("partial_by_newobj.pkl", four().stackGlobal("functools", "partial").stackGlobal("os", "system")
                .raw(0x85, 0x81).op("(").text(SAY).op("tR").stop());
        files.put("getattr_of_python_2.pkl", Pickles.protocol(2).global("__builtin__", "getattr")
                .global("collections", "OrderedDict").longText("__subclasses__").raw(0x86).op("R)R").stop());
        files.put("dotted_reduce.pkl", four().stackGlobal("collections", "OrderedDict.__reduce__").op(")R").stop());
        files.put("dotted_method_of_a_known_class.pkl", four().stackGlobal("datetime", "datetime.strptime")
                .text("1").text("%d").raw(0x86).op("R").stop());
        files.put("reconstructor_of_a_stranger.pkl", Pickles.protocol(2).global("copyreg", "_reconstructor")
                .global("some_package.core", "Subclass").global("builtins", "object").op("N").raw(0x87)
                .op("R").stop());
        files.put("submodule_runstring.pkl", four().stackGlobal("numpy.testing._private.utils", "runstring")
                .text("pass").op("}").raw(0x86).op("R").stop());
        files.put("numpy_f2py.pkl", four().stackGlobal("numpy.f2py.crackfortran", "myeval").text("1").raw(0x85)
                .op("R").stop());
        files.put("cyrillic_s.pkl", four().stackGlobal("\u0455klearn.pipeline", "Pipeline").op(")").raw(0x81).stop());
        files.put("cyrillic_o_in_os.pkl", four().stackGlobal("\u043es", "system").call(SAY).stop());
        files.put("zero_width_letter.pkl", four().stackGlobal("collections\u200b", "OrderedDict").op(")R").stop());
        files.put("blank_behind_a_known_name.pkl", four().stackGlobal("collections", "OrderedDict ").op(")R").stop());
        files.put("empty_module.pkl", four().stackGlobal("", "OrderedDict").op(")R").stop());
        files.put("relative_module.pkl", four().stackGlobal(".collections", "OrderedDict").op(")R").stop());
    }

    private void objects() {
        files.put("build_with_setstate_of_a_stranger.pkl", four().stackGlobal("sklearn.pipeline", "Pipeline").op(")")
                .raw(0x81).op("}").text("__setstate__").stackGlobal("some_package", "hook").op("sb").op("}")
                .text("a").text("b").op("sb").stop());
        files.put("build_gives_a_class_another_dict.pkl", four().stackGlobal("sklearn.pipeline", "Pipeline").op("N}")
                .text("__reduce__").stackGlobal("collections", "OrderedDict").op("s").raw(0x86).op("b").stop());
        files.put("inst_of_python_2.pkl", Pickles.bare().op("(S'pass'\ni__builtin__\nexec\n").stop());
        files.put("obj_with_keys.pkl", Pickles.bare().op("(").global("subprocess", "Popen").op("S'" + SAY + "'\no")
                .op("}(S'x'\nS'y'\nub").stop());
        files.put("newobj_ex_function.pkl", four().stackGlobal("copyreg", "__newobj_ex__")
                .stackGlobal("subprocess", "Popen").text(SAY).raw(0x85).op("}").raw(0x87).op("R").stop());
        files.put("rebuild_by_a_stranger.pkl", Pickles.protocol(2).global("torch._tensor", "_rebuild_from_type_v2")
                .op("(").global("os", "system").global("torch", "Tensor").op("(").longText(SAY).op("tNtR").stop());
        files.put("default_factory.pkl", four().stackGlobal("collections", "defaultdict")
                .stackGlobal("builtins", "breakpoint").raw(0x85).op("R").stop());
        files.put("array_of_objects_holds_a_call.pkl", Pickles.protocol(3)
                .global("numpy.core.multiarray", "_reconstruct").global("numpy", "ndarray").op("K").raw(0).raw(0x85)
                .op("C").raw(1).op("b").raw(0x87).op("R(K").raw(1).op("K").raw(1).raw(0x85).global("numpy", "dtype")
                .longText("O8").raw(0x89, 0x88, 0x87).op("R").raw(0x89).op("](").global("posix", "system").call(SAY)
                .op("etb").stop());
        files.put("extension_code_zero.pkl", Pickles.protocol(2).raw(0x82, 0).call(SAY).stop());
        files.put("persistent_id_of_a_call.pkl", Pickles.protocol(2).global("os", "system").call(SAY).op("Q").stop());
        files.put("loads_of_bytes_in_bytes.pkl", four().stackGlobal("_pickle", "loads").binary(four()
                .stackGlobal("_pickle", "loads").binary(Attacks.system()).raw(0x85).op("R").stop()).raw(0x85)
                .op("R").stop());
        files.put("text_holds_a_pickle_that_is_encoded.pkl", four().stackGlobal("dill._dill", "loads")
                .stackGlobal("_codecs", "encode").longText("cos\nsystem\n(S'x'\ntR.").text("latin1").raw(0x86).op("R")
                .raw(0x85).op("R").stop());
        files.put("bytearray_holds_a_pickle.pkl", Pickles.protocol(5).op("]").raw(0x96).four(Attacks.system().length)
                .four(0).bytes(Attacks.system()).op("a").stop());
    }

    private void lengths() {
        files.put("bytes_longer_than_the_file.pkl", four().op("\u008e").four(0x7fffffff).four(0).op("x").unfinished());
        files.put("frame_longer_than_the_file.pkl", four().frame(1 << 30).stackGlobal("os", "system").call(SAY)
                .stop());
        files.put("negative_length.pkl", Pickles.protocol(2).op("T").four(-1).global("os", "system").call(SAY).stop());
        files.put("named_after_a_thousand_marks.pkl", Pickles.protocol(2).op("(".repeat(1000)).op("1".repeat(1000))
                .global("os", "system").call(SAY).stop());
    }

    private void wrapped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (String name : new String[] {"sys_info", "pickle", "tensors", "storages"}) {
                byte[] content = name.equals("pickle") ? Attacks.system() : Pickles.protocol(2).op("}").stop();
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        files.put("legacy_torch.tar", out.toByteArray());
        files.put("legacy_torch_tar.pth", out.toByteArray());
        files.put("zlib_in_gzip.joblib", gzip(deflate(Attacks.system())));
        files.put("three_packings.joblib", gzip(gzip(gzip(Attacks.system()))));
        files.put("xz_of_nothing_known.joblib", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4});
        files.put("members_two_in_gzip.joblib", join(gzip(Pickles.protocol(2).op("}").stop()), gzip(Attacks.system())));
        files.put("cut_short_gzip.joblib", java.util.Arrays.copyOf(gzip(Attacks.system()), 30));
        files.put("pickle_in_npz_in_zip.zip", zip("a.npz", zip("x.npy", Attacks.system())));
        files.put("torch_constants.pt", zip("m/data.pkl", Pickles.protocol(2).op("}").stop(), "m/constants.pkl",
                Attacks.system()));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.DeflaterOutputStream zlib = new java.util.zip.DeflaterOutputStream(out)) {
            zlib.write(bytes);
        }
        return out.toByteArray();
    }

    /// What a `.keras` file may name to be called (CVE-2025-1550, CVE-2025-8747, CVE-2025-9906).
    private void configurations() throws IOException {
        files.put("keras_get_file.keras", keras("{\"module\":\"keras.utils\",\"class_name\":\"function\",\"config\":"
                + "\"get_file\",\"registered_name\":\"get_file\"}"));
        files.put("keras_module_os.keras", keras("{\"module\":\"os\",\"class_name\":\"system\",\"config\":{},"
                + "\"registered_name\":null}"));
        files.put("keras_unsafe.keras", keras("{\"module\":\"keras.config\",\"class_name\":\"function\",\"config\":"
                + "\"enable_unsafe_deserialization\",\"registered_name\":null}"));
        files.put("keras_torch_module_wrapper.keras", keras("{\"module\":\"keras.layers\",\"class_name\":"
                + "\"TorchModuleWrapper\",\"config\":{\"module\":\"gAKVAAA=\"},\"registered_name\":null}"));
    }

    /// Core ML models that need a class of the app: a layer in a network, a model in a pipeline.
    private void appClasses() {
        byte[] name = field(0x52, "OwnClass".getBytes(StandardCharsets.US_ASCII));
        byte[] layer = join(field(0x0a, new byte[] {'l'}), field(0xa2, 0x1f, name));
        files.put("custom_layer.mlmodel", coreMl(field(0xa2, 0x1f, field(0x0a, layer))));
        byte[] inLoop = field(0x22, field(0x0a, layer));
        files.put("custom_layer_in_a_loop.mlmodel", coreMl(field(0xa2, 0x1f, field(0x0a,
                join(field(0x0a, new byte[] {'o'}), field(0xba, 0x26, inLoop))))));
        files.put("custom_model_in_a_pipeline.mlmodel",
                coreMl(field(0xd2, 0x0c, field(0x0a, join(new byte[] {8, 4}, field(0xda, 0x22, name))))));
    }

    private static byte[] coreMl(byte[] kind) {
        return join(new byte[] {8, 4, 0x12, 0}, kind);
    }

    private static byte[] field(int tag, byte[] content) {
        return join(new byte[] {(byte) tag, (byte) content.length}, content);
    }

    private static byte[] field(int tag, int more, byte[] content) {
        return join(new byte[] {(byte) tag, (byte) more, (byte) content.length}, content);
    }

    private static byte[] keras(String layer) throws IOException {
        return zip("metadata.json", "{\"keras_version\":\"3.9.0\"}".getBytes(StandardCharsets.UTF_8), "config.json",
                ("{\"module\":\"keras\",\"class_name\":\"Sequential\",\"config\":{\"name\":\"s\",\"layers\":[" + layer
                + "]},\"registered_name\":null}").getBytes(StandardCharsets.UTF_8));
    }
}
