package cotejo.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// What a PDF has to know of a TrueType font that comes with the program: which glyph a character has and how wide it
/// is (OpenType specification 1.9: `head`, `hhea`, `hmtx`, `cmap` formats 4 and 12).
final class TrueType {

    private final byte[] file;
    private final ByteBuffer data;
    private final Map<String, Integer> tables = new HashMap<>();
    private final Map<Integer, Integer> glyphs = new HashMap<>();

    private TrueType(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file);
        int count = data.getShort(4);
        for (int i = 0; i < count; i++) {
            int at = 12 + 16 * i;
            StringBuilder tag = new StringBuilder();
            for (int c = 0; c < 4; c++) {
                tag.append((char) file[at + c]);
            }
            tables.put(tag.toString(), data.getInt(at + 8));
        }
        readGlyphs();
    }

    /// A font among the program's.
    static TrueType of(String name) {
        try (InputStream in = ChartFont.open(name)) {
            return new TrueType(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    byte[] file() {
        return file;
    }

    private int table(String tag) {
        Integer at = tables.get(tag);
        if (at == null) {
            throw new IllegalStateException("the program's font lacks its table " + tag);
        }
        return at;
    }

    private int unsigned(int at) {
        return data.getShort(at) & 0xffff;
    }

    private void readGlyphs() {
        int cmap = table("cmap");
        int count = unsigned(cmap + 2);
        for (int i = 0; i < count; i++) {
            int at = cmap + data.getInt(cmap + 4 + 8 * i + 4);
            switch (unsigned(at)) {
                case 4 -> segments(at);
                case 12 -> groups(at);
                default -> { }
            }
        }
    }

    private void segments(int at) {
        int segments = unsigned(at + 6) / 2;
        int ends = at + 14;
        int starts = ends + 2 * segments + 2;
        int deltas = starts + 2 * segments;
        int offsets = deltas + 2 * segments;
        for (int s = 0; s < segments; s++) {
            int offset = unsigned(offsets + 2 * s);
            for (int c = unsigned(starts + 2 * s); c <= unsigned(ends + 2 * s) && c < 0xffff; c++) {
                int glyph = c;
                if (offset != 0) {
                    glyph = unsigned(offsets + 2 * s + offset + 2 * (c - unsigned(starts + 2 * s)));
                }
                if (offset == 0 || glyph != 0) {
                    glyph = glyph + unsigned(deltas + 2 * s) & 0xffff;
                }
                if (glyph != 0) {
                    glyphs.putIfAbsent(c, glyph);
                }
            }
        }
    }

    private void groups(int at) {
        int count = data.getInt(at + 12);
        for (int g = 0; g < count; g++) {
            int group = at + 16 + 12 * g;
            for (int c = data.getInt(group); c <= data.getInt(group + 4); c++) {
                glyphs.putIfAbsent(c, data.getInt(group + 8) + c - data.getInt(group));
            }
        }
    }

    /// The glyph of a character, or 0 when the font has none.
    int glyph(int codePoint) {
        return glyphs.getOrDefault(codePoint, 0);
    }

    private double thousandths(int units) {
        return units * 1000.0 / unsigned(table("head") + 18);
    }

    /// How wide a glyph is, in thousandths of the font's size.
    double width(int glyph) {
        int last = unsigned(table("hhea") + 34) - 1;
        return thousandths(unsigned(table("hmtx") + 4 * Math.min(glyph, last)));
    }

    double ascent() {
        return thousandths(data.getShort(table("hhea") + 4));
    }

    double descent() {
        return thousandths(data.getShort(table("hhea") + 6));
    }

    /// The box all glyphs fit in: left, bottom, right, top.
    double[] box() {
        double[] box = new double[4];
        for (int i = 0; i < 4; i++) {
            box[i] = thousandths(data.getShort(table("head") + 36 + 2 * i));
        }
        return box;
    }
}
