package cotejo.chart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// How large a PNG is on paper: its chunk `pHYs` (PNG specification, third edition, 11.3.4.3), without which programs
/// take it for a picture of the screen and set it three times as wide.
final class PngDensity {

    /// The signature and the first chunk, `IHDR`.
    private static final int HEAD = 8 + 25;
    private static final double INCH = 0.0254;

    private PngDensity() {
    }

    /// The picture with a density.
    ///
    /// @param density pixels per inch
    static byte[] set(byte[] png, double density) {
        int perMetre = (int) Math.round(density / INCH);
        byte[] chunk = ByteBuffer.allocate(13).put("pHYs".getBytes(StandardCharsets.US_ASCII)).putInt(perMetre)
                .putInt(perMetre).put((byte) 1).array();
        CRC32 sum = new CRC32();
        sum.update(chunk);
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + 21);
        out.write(png, 0, HEAD);
        out.writeBytes(ByteBuffer.allocate(4).putInt(chunk.length - 4).array());
        out.writeBytes(chunk);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        out.write(png, HEAD, png.length - HEAD);
        return out.toByteArray();
    }
}
