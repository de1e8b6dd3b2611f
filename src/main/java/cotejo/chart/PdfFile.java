package cotejo.chart;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// The objects of a PDF file (ISO 32000-1), numbered in the order in which they were asked for. Has no date and no id,
/// so that the same content is the same file.
final class PdfFile {

    private final List<byte[]> objects = new ArrayList<>();

    /// A number for an object that is filled in later.
    int reserve() {
        objects.add(new byte[0]);
        return objects.size();
    }

    void put(int number, String content) {
        objects.set(number - 1, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    int add(String content) {
        int number = reserve();
        put(number, content);
        return number;
    }

    /// A stream, compressed.
    ///
    /// @param entries what stands in its dictionary besides length and filter
    int stream(String entries, byte[] content) {
        int number = reserve();
        byte[] packed = deflated(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("<<" + entries + "/Filter/FlateDecode/Length " + packed.length + ">>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(packed);
        out.writeBytes("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
        objects.set(number - 1, out.toByteArray());
        return number;
    }

    private static byte[] deflated(byte[] content) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /// The whole file.
    ///
    /// @param root the number of the catalogue
    byte[] bytes(int root) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(((i + 1) + " 0 obj\n").getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(objects.get(i));
            out.writeBytes("\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        int start = out.size();
        table.append("trailer\n<</Size ").append(objects.size() + 1).append("/Root ").append(root)
                .append(" 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
        out.writeBytes(table.toString().getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
