package cotejo.preview;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/// Pictures of any make as pixels of red, green, blue and how opaque they are. Java's own conversion takes gray for
/// linear light and brightens it, and ends numbers outside 0 to 1; here gray stays the number it is, and numbers are
/// stretched from the least to the greatest.
final class Argb {

    private Argb() {
    }

    /// Whether a picture's samples are numbers of no known range, so that they are stretched.
    static boolean stretched(int dataType) {
        return dataType != DataBuffer.TYPE_BYTE && dataType != DataBuffer.TYPE_USHORT;
    }

    static BufferedImage of(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int type = image.getType();
        int space = colours.getColorSpace().getType();
        Raster raster = image.getRaster();
        boolean packed = type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB
                || type == BufferedImage.TYPE_INT_BGR || type == BufferedImage.TYPE_INT_ARGB_PRE
                || type == BufferedImage.TYPE_USHORT_555_RGB || type == BufferedImage.TYPE_USHORT_565_RGB;
        if (!packed && !(colours instanceof IndexColorModel)) {
            int bands = raster.getNumBands();
            if (stretched(raster.getDataBuffer().getDataType())) {
                return stretch(raster, Math.min(bands, 4));
            }
            if (space == ColorSpace.TYPE_GRAY) {
                return gray(raster, raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT ? 8 : 0, bands > 1);
            }
            if (space == ColorSpace.TYPE_CMYK && bands >= 4) {
                return inks(raster);
            }
        }
        BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        if (type == BufferedImage.TYPE_CUSTOM) {
            int[] row = new int[image.getWidth()];
            for (int y = 0; y < image.getHeight(); y++) {
                image.getRGB(0, y, row.length, 1, row, 0, row.length);
                drawn.getRaster().setDataElements(0, y, row.length, 1, row);
            }
            return drawn;
        }
        Graphics2D g = drawn.createGraphics();
        g.setComposite(AlphaComposite.Src);
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return drawn;
    }

    private static BufferedImage gray(Raster raster, int shift, boolean withAlpha) {
        BufferedImage drawn = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] pixels = pixels(drawn);
        int width = raster.getWidth();
        int[] row = new int[width];
        int[] alpha = new int[width];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            if (withAlpha) {
                raster.getSamples(0, y, width, 1, 1, alpha);
            }
            for (int x = 0; x < width; x++) {
                pixels[at++] = (withAlpha ? alpha[x] >> shift : 255) << 24 | (row[x] >> shift) * 0x010101;
            }
        }
        return drawn;
    }

    /// Cyan, magenta, yellow and black on white paper, without a profile.
    private static BufferedImage inks(Raster raster) {
        BufferedImage drawn = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] pixels = pixels(drawn);
        int[] ink = new int[raster.getNumBands()];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.getPixel(x, y, ink);
                int light = 255 - ink[3];
                pixels[at++] = 0xff << 24 | shade(ink[0], light) << 16 | shade(ink[1], light) << 8
                        | shade(ink[2], light);
            }
        }
        return drawn;
    }

    private static int shade(int ink, int light) {
        return ((255 - ink) * light + 127) / 255;
    }

    private static BufferedImage stretch(Raster raster, int bands) {
        int width = raster.getWidth();
        int shown = bands < 3 ? 1 : 3;
        double[] row = new double[width];
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int band = 0; band < shown; band++) {
                for (double value : raster.getSamples(0, y, width, 1, band, row)) {
                    if (Double.isFinite(value)) {
                        least = Math.min(least, value);
                        greatest = Math.max(greatest, value);
                    }
                }
            }
        }
        BufferedImage drawn = new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] pixels = pixels(drawn);
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int band = 0; band < shown; band++) {
                raster.getSamples(0, y, width, 1, band, row);
                int place = shown == 1 ? 0x010101 : 0x010000 >> 8 * band;
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] |= Double.isNaN(row[x]) ? 0
                            : 0xff << 24 | level(row[x], least, greatest) * place;
                }
            }
        }
        return drawn;
    }

    private static int level(double value, double least, double greatest) {
        return greatest > least ? (int) Math.round(255 * Math.clamp((value - least) / (greatest - least), 0, 1))
                : value > greatest ? 255 : 0;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
