package cotejo.chart;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A font in a PDF: the whole TrueType file, with the widths and characters of the glyphs that were used, so that text
/// can be searched and copied.
final class PdfFont {

    private final String name;
    private final TrueType font;
    private final Map<Integer, Integer> used = new TreeMap<>();

    /// @param name as PDF shows it, such as `CotejoSans-Bold`
    PdfFont(String name) {
        this.name = name;
        this.font = TrueType.of(name + ".ttf");
    }

    /// Whether the font has every character of a text.
    boolean has(String text) {
        return text.codePoints().allMatch(c -> font.glyph(c) != 0);
    }

    /// The text as PDF writes it with this font.
    String encoded(String text) {
        StringBuilder hex = new StringBuilder("<");
        text.codePoints().forEach(c -> {
            int glyph = font.glyph(c);
            used.putIfAbsent(glyph, c);
            hex.append(String.format(Locale.ROOT, "%04X", glyph));
        });
        return hex.append('>').toString();
    }

    /// Writes it into the file and gives its number.
    int write(PdfFile pdf) {
        int program = pdf.stream("/Length1 " + font.file().length, font.file());
        double[] box = font.box();
        int descriptor = pdf.add("<</Type/FontDescriptor/FontName/" + name + "/Flags 32/FontBBox["
                + Coordinates.text(box[0]) + " " + Coordinates.text(box[1]) + " " + Coordinates.text(box[2]) + " "
                + Coordinates.text(box[3]) + "]/ItalicAngle 0/Ascent " + Coordinates.text(font.ascent())
                + "/Descent " + Coordinates.text(font.descent()) + "/CapHeight " + Coordinates.text(font.ascent())
                + "/StemV 80/FontFile2 " + program + " 0 R>>");
        StringBuilder widths = new StringBuilder();
        used.forEach((glyph, c) -> widths.append(glyph).append('[').append(Coordinates.text(font.width(glyph)))
                .append(']'));
        int descendant = pdf.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " + descriptor
                + " 0 R/W[" + widths + "]/CIDToGIDMap/Identity>>");
        int unicode = pdf.stream("", toUnicode().getBytes(StandardCharsets.ISO_8859_1));
        return pdf.add("<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts["
                + descendant + " 0 R]/ToUnicode " + unicode + " 0 R>>");
    }

    private String toUnicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        int left = 0;
        int total = used.size();
        int done = 0;
        for (Map.Entry<Integer, Integer> entry : used.entrySet()) {
            if (left == 0) {
                left = Math.min(100, total - done);
                map.append(left).append(" beginbfchar\n");
            }
            map.append(String.format(Locale.ROOT, "<%04X> <", entry.getKey()));
            for (char unit : Character.toChars(entry.getValue())) {
                map.append(String.format(Locale.ROOT, "%04X", (int) unit));
            }
            map.append(">\n");
            done++;
            if (--left == 0) {
                map.append("endbfchar\n");
            }
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }
}
