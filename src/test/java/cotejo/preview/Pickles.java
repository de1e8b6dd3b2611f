package cotejo.preview;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Puts pickles together instruction by instruction, for tests. Nothing here is ever loaded by Python.
final class Pickles {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Pickles protocol(int version) {
        return new Pickles().raw(0x80, version);
    }

    static Pickles bare() {
        return new Pickles();
    }

    Pickles raw(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    Pickles bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Pickles op(String ops) {
        return bytes(ops.getBytes(StandardCharsets.ISO_8859_1));
    }

    Pickles global(String module, String name) {
        return op("c" + module + "\n" + name + "\n");
    }

    Pickles text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return raw(0x8c, utf8.length).bytes(utf8);
    }

    Pickles longText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return op("X").four(utf8.length).bytes(utf8);
    }

    Pickles binary(byte[] bytes) {
        return op("B").four(bytes.length).bytes(bytes);
    }

    Pickles four(int value) {
        return raw(value & 0xff, value >> 8 & 0xff, value >> 16 & 0xff, value >> 24 & 0xff);
    }

    Pickles stackGlobal(String module, String name) {
        return text(module).text(name).raw(0x93);
    }

    /// The call of what lies on the stack with one text.
    Pickles call(String argument) {
        return longText(argument).raw(0x85).op("R");
    }

    Pickles frame(int length) {
        return raw(0x95).four(length).four(0);
    }

    byte[] stop() {
        out.write('.');
        return out.toByteArray();
    }

    byte[] unfinished() {
        return out.toByteArray();
    }
}
