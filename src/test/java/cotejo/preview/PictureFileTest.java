package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures as Pillow makes and reads them (`make.py` beside the files says how).
class PictureFileTest {

    private static final Path PICTURES = Path.of("src/test/resources/cotejo/pictures");

    @TempDir
    Path folder;

    private static PictureFile open(Path file) throws IOException {
        return PictureFile.of(file).orElseThrow();
    }

    private static Preview look(Path file) {
        return Previewers.of(file, Cancel.never());
    }

    @Test
    void everyPictureHasThePixelsThatPillowReads() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(PICTURES.resolve("expected.txt"))) {
            String[] words = line.split(" ");
            PictureFile picture = open(PICTURES.resolve(words[0]));
            int page = Integer.parseInt(words[1]);
            BufferedImage pixels = picture.draw(page, 1, Cancel.never());
            String size = pixels.getWidth() + "x" + pixels.getHeight();
            if (!size.equals(words[2]) || picture.width(page) != pixels.getWidth()) {
                wrong.add(line + " is " + size);
            }
            for (int i = 4; i < words.length; i++) {
                String[] point = words[i].split("[,=]");
                int found = pixels.getRGB(Integer.parseInt(point[0]), Integer.parseInt(point[1]));
                int wanted = Integer.parseUnsignedInt(point[2].substring(6) + point[2].substring(0, 6), 16);
                if (apart(found, wanted) > Integer.parseInt(words[3])) {
                    wrong.add(words[0] + " " + page + " " + words[i] + " is " + Integer.toHexString(found));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// Colours that nobody sees do not count.
    private static int apart(int one, int other) {
        int apart = Math.abs((one >>> 24) - (other >>> 24));
        for (int shift = 0; shift < 24 && other >>> 24 > 0; shift += 8) {
            apart = Math.max(apart, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return apart;
    }

    @Test
    void everyPictureIsShownAsOne() throws IOException {
        try (var files = Files.list(PICTURES)) {
            for (Path file : files.filter(path -> !path.toString().matches(".*\\.(py|txt|bin)")).toList()) {
                Path nameless = Files.copy(file, folder.resolve(file.getFileName() + ".dat"));
                Preview preview = look(nameless);
                assertTrue(preview instanceof Preview.Image || preview instanceof Preview.Drawing,
                        file + " is " + preview);
            }
        }
    }

    @Test
    void theSizeOfOneIsSaidWithItsKind() {
        Path file = PICTURES.resolve("lossy.webp");
        assertEquals(new Preview.Image(file, "WebP", 40, 24), look(file));
    }

    @Test
    void pagesAndFramesAreCounted() {
        Preview.Drawing pages = assertInstanceOf(Preview.Drawing.class, look(PICTURES.resolve("pages.tif")));
        assertEquals("TIFF", pages.format());
        assertEquals(3, pages.pages().count());
        assertEquals(30, pages.pages().width(2));
        Preview.Drawing frames = assertInstanceOf(Preview.Drawing.class, look(PICTURES.resolve("moving.webp")));
        assertEquals("WebP, 4 frames", frames.format());
        assertEquals(4, frames.pages().count());
    }

    @Test
    void aFrameIsTheSameForwardsAndBack() throws IOException {
        PictureFile there = open(PICTURES.resolve("moving.webp"));
        there.draw(3, 1, Cancel.never());
        BufferedImage back = there.draw(1, 1, Cancel.never());
        assertEquals(0xffc81e1e, back.getRGB(12, 11));
        assertEquals(0xffffffff, back.getRGB(30, 11));
    }

    @Test
    void numbersOfNoKnownRangeAreSaidToBeStretched() throws IOException {
        assertTrue(open(PICTURES.resolve("float.tif")).format().contains("black"));
        assertEquals("TIFF", open(PICTURES.resolve("gray16.tif")).format());
    }

    @Test
    void aLargePictureIsReadWithFewerPixels() throws IOException {
        BufferedImage small = open(PICTURES.resolve("blocks.webp")).read(0, 1000, Cancel.never());
        assertTrue(small.getWidth() * small.getHeight() <= 1200, small.getWidth() + "x" + small.getHeight());
    }

    @Test
    void aPictureThatIsCutShortEndsInASentenceOrInWhatThereIs() throws IOException {
        for (String name : List.of("lossless.webp", "lossy-alpha.webp", "animated.webp", "rgb-tiff_lzw.tif",
                "pages.tif", "float.tif", "rgb.bmp", "rgb.ico", "bmp.ico", "cmyk.jpg", "interlaced.png")) {
            byte[] whole = Files.readAllBytes(PICTURES.resolve(name));
            for (int length = 12; length < whole.length; length += 1 + whole.length / 40) {
                sound(name, java.util.Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void alteredPicturesEndInASentenceOrAreShown() throws IOException {
        Random random = new Random(7);
        for (String name : List.of("lossless-alpha.webp", "lossy.webp", "lossy-alpha.webp", "moving.webp",
                "cleared.webp", "rgb-tiff_lzw.tif", "big.tif", "rgb-jpeg.tif", "bilevel.tif", "pages.tif",
                "float.tif", "bmp.ico", "rgb.ico")) {
            byte[] whole = Files.readAllBytes(PICTURES.resolve(name));
            for (int i = 0; i < 60; i++) {
                byte[] altered = whole.clone();
                for (int change = random.nextInt(1, 5); change > 0; change--) {
                    int from = random.nextInt(4) == 0 ? 0 : 12;
                    altered[random.nextInt(from, Math.min(altered.length, i % 2 == 0 ? 200 : altered.length))] =
                            (byte) random.nextInt(256);
                }
                sound(name, altered);
            }
        }
    }

    /// Whatever the bytes are, there is a preview, and drawing it ends in pixels or in a sentence.
    private void sound(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("altered-" + name), bytes);
        Preview preview = look(file);
        if (!(preview instanceof Preview.Image) && !(preview instanceof Preview.Drawing)) {
            return;
        }
        try {
            PictureFile picture = open(file);
            for (int page = 0; page < Math.min(4, picture.count()); page++) {
                picture.draw(page, 1, Cancel.never());
            }
        } catch (IOException sentence) {
            String said = Objects.requireNonNull(sentence.getMessage());
            assertTrue(said.startsWith("The ") && said.endsWith("."), name + ": " + said);
        }
    }

    @Test
    void sizesThatWouldFillTheMemoryAreRefused() throws IOException {
        byte[] webp = Files.readAllBytes(PICTURES.resolve("lossless.webp"));
        // Fourteen bits each of width - 1 and height - 1 stand behind the mark of the chunk (RFC 9649, 3.4).
        webp[21] = (byte) 0xff;
        webp[22] = (byte) 0xff;
        webp[23] = (byte) 0xff;
        webp[24] = (byte) (webp[24] | 0x0f);
        Preview.Refused refused = assertInstanceOf(Preview.Refused.class,
                look(Files.write(folder.resolve("huge.webp"), webp)));
        assertTrue(refused.sentence().contains("16384"), refused.sentence());
        byte[] moving = Files.readAllBytes(PICTURES.resolve("moving.webp"));
        for (int i = 24; i < 30; i++) {
            moving[i] = (byte) 0xff;
        }
        assertInstanceOf(Preview.Refused.class, look(Files.write(folder.resolve("canvas.webp"), moving)));
    }

    @Test
    void aTiffThatClaimsMoreThanThereIsIsRefused() throws IOException {
        byte[] tiff = Files.readAllBytes(PICTURES.resolve("gray.tif"));
        for (int at = 8; at < tiff.length - 12; at++) {
            // ImageWidth and ImageLength, tags 256 and 257.
            if (tiff[at + 1] == 1 && (tiff[at] == 0 || tiff[at] == 1) && tiff[at + 3] == 0 && tiff[at + 4] == 1) {
                tiff[at + 8] = (byte) 0xff;
                tiff[at + 9] = (byte) 0xff;
            }
        }
        assertInstanceOf(Preview.Refused.class, look(Files.write(folder.resolve("huge.tif"), tiff)));
    }

    /// A hundred bytes whose codes ask for more and more: the library went on for minutes behind their end.
    @Test
    void aWebpThatEndsBeforeItsPixelsIsNotReadOnAndOn() throws IOException {
        PictureFile picture = open(PICTURES.resolve("endless.webp.bin"));
        assertThrows(IOException.class, () -> picture.read(0, Pages.MOST_PIXELS, Cancel.never()));
    }

    /// Of tables that lie over one another, a few bytes can name millions.
    @Test
    void aTiffOfEndlessTablesIsRefusedAtOnce() throws IOException {
        int many = 100_000;
        ByteBuffer bytes = ByteBuffer.allocate(8 + 2 + 12 + 4 + 4 * many + many + 20).order(ByteOrder.LITTLE_ENDIAN);
        int places = 8 + 2 + 12 + 4;
        bytes.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 1);
        // Tag 330 points to other tables: to one at each byte, each of which claims to hold 257 tags.
        bytes.putShort((short) 330).putShort((short) 4).putInt(many).putInt(places).putInt(0);
        for (int i = 0; i < many; i++) {
            bytes.putInt(places + 4 * many + i);
        }
        while (bytes.hasRemaining()) {
            bytes.put((byte) 1);
        }
        assertInstanceOf(Preview.Refused.class, look(Files.write(folder.resolve("tables.tif"), bytes.array())));
    }

    @Test
    void aTiffWhoseTablesShareOneLongValueIsRefused() throws IOException {
        int tables = 2000;
        int length = 100_000;
        int width = 2 + 12 + 4;
        ByteBuffer bytes = ByteBuffer.allocate(8 + tables * width + 4 * length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
        for (int i = 1; i <= tables; i++) {
            bytes.putShort((short) 1).putShort((short) 273).putShort((short) 4).putInt(length)
                    .putInt(8 + tables * width).putInt(i == tables ? 0 : 8 + i * width);
        }
        assertInstanceOf(Preview.Refused.class, look(Files.write(folder.resolve("shared.tif"), bytes.array())));
    }

    @Test
    void lettersAloneMakeNoPicture() throws IOException {
        for (String text : List.of("BMW is not a bitmap, however it begins, or so they say of it.", "RIFF and raff",
                "II*")) {
            assertInstanceOf(Preview.Text.class, look(Files.writeString(folder.resolve("letters"), text)));
        }
        assertInstanceOf(Preview.Facts.class, look(Files.write(folder.resolve("sound"), wave())));
    }

    private static byte[] wave() {
        byte[] wave = new byte[60];
        byte[] head = "RIFF4\0\0\0WAVEfmt \20\0\0\0\1\0\1\0\104\254\0\0\210\130\1\0\2\0\20\0data\20\0\0\0"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, wave, 0, head.length);
        return wave;
    }

    @Test
    void readingStopsWhenAsked() throws IOException {
        Cancel cancel = new Cancel();
        cancel.request();
        PictureFile picture = open(PICTURES.resolve("rgb-tiff_lzw.tif"));
        assertThrows(CancelledException.class, () -> picture.read(0, 1000, cancel));
    }
}
