package cotejo.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/// The font for what a PDF names and does not bring: always the same one, from the library's own jar. Looking for the
/// system's fonts takes seconds, and would leave a list of them in the person's home folder.
final class OwnFont implements FontMapper {

    private static final String PLACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private @Nullable TrueTypeFont font;

    private synchronized TrueTypeFont font() {
        TrueTypeFont known = font;
        if (known == null) {
            try (InputStream in = FontMapper.class.getResourceAsStream(PLACE)) {
                if (in == null) {
                    throw new IOException(PLACE);
                }
                known = new TTFParser().parse(new RandomAccessReadBuffer(in));
                font = known;
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
        return known;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor about) {
        return new FontMapping<>(font(), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor about) {
        return new FontMapping<>(font(), true);
    }

    @Override
    public CIDFontMapping getCIDFont(String name, @Nullable PDFontDescriptor about, @Nullable PDCIDSystemInfo info) {
        return new CIDFontMapping(null, font(), true);
    }
}
