package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Content decides what a file shows, whatever it is called.
class PreviewersTest {

    @TempDir
    Path folder;

    private Preview look(String name, byte[] bytes) throws IOException {
        return Previewers.of(Files.write(folder.resolve(name), bytes), Cancel.never());
    }

    private Preview look(String name, String text) throws IOException {
        return look(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPictureIsOneUnderAnyName() throws IOException {
        Path file = folder.resolve("figure.txt");
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        assertEquals(new Preview.Image(file, "PNG", 30, 20), Previewers.of(file, Cancel.never()));
    }

    @Test
    void aPictureThatClaimsTooManyPixelsIsRefused() throws IOException {
        Path file = folder.resolve("a.png");
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        byte[] bytes = Files.readAllBytes(file);
        bytes[16] = 0x7f;
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bytes, 12, 17);
        for (int i = 0; i < 4; i++) {
            bytes[29 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
        }
        assertInstanceOf(Preview.Refused.class, look("huge.png", bytes));
    }

    @Test
    void htmlIsShownAsItsSource() throws IOException {
        Preview.Text text = assertInstanceOf(Preview.Text.class, look("report", "<!DOCTYPE html><p>x</p>"));
        assertEquals(Preview.Language.HTML, text.language());
        assertEquals(List.of("<!DOCTYPE html><p>x</p>"), text.file().head().lines());
    }

    @Test
    void aTableIsReadAsADatasetAndAsText() throws IOException {
        Preview.Written both = assertInstanceOf(Preview.Written.class, look("p.csv", "a,b\n1,\"x,y\"\n"));
        assertEquals(new Preview.Table(folder.resolve("p.csv")), both.meant());
        assertEquals(List.of("a,b", "1,\"x,y\""), both.source().file().head().lines());
    }

    @Test
    void markdownIsShownAsWhatItMeans() throws IOException {
        Preview.Written both = assertInstanceOf(Preview.Written.class, look("notes.md", "# A title"));
        assertEquals(new Preview.Markdown("# A title"), both.meant());
    }

    @Test
    void aDocumentOfOneObjectIsNoTable() throws IOException {
        assertInstanceOf(Preview.Text.class, look("config.json", "{\"lr\": 0.1, \"epochs\": 3}"));
    }

    @Test
    void aLongTextShowsItsEndsAndIsSearchedWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 100_000; i++) {
            text.append("step ").append(i).append(i == 61_234 ? " needle" : "").append(" loss 0.123456\n");
        }
        Preview.Text shown = assertInstanceOf(Preview.Text.class, look("train.log", text.toString()));
        assertEquals(Preview.Language.LOG, shown.language());
        assertEquals("step 1 loss 0.123456", shown.file().head().lines().getFirst());
        assertEquals("step 100000 loss 0.123456", shown.file().tail().lines().getLast());
        assertEquals(List.of(new TextFile.Found(61_234, "step 61234 needle loss 0.123456")),
                shown.file().search("NEEDLE", Cancel.never()));
    }

    @Test
    void anArchiveIsItsMembers() throws IOException {
        Preview.Tree tree = assertInstanceOf(Preview.Tree.class, look("x.bin",
                Attacks.zip("plots/a.txt", new byte[] {'h', 'i'}, "b.txt", new byte[] {'x'})));
        assertEquals("plots", tree.branches().getFirst().name());
        assertEquals(new Preview.Branch("a.txt", 2, List.of()), tree.branches().getFirst().branches().getFirst());
    }

    @Test
    void aModelShowsItsFacts() throws IOException {
        Preview.Model model = assertInstanceOf(Preview.Model.class, look("weights", Attacks.system()));
        assertEquals(Execution.DANGEROUS_IMPORTS, model.facts().execution());
    }

    @Test
    void aSecondOfSoundSaysSo() throws IOException {
        byte[] wav = new byte[44 + 16000];
        byte[] head = "RIFF....WAVEfmt ....".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, wav, 0, head.length);
        byte[] format = {16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, (byte) 0x80, 0x3e, 0, 0, 2, 0, 16, 0};
        System.arraycopy(format, 0, wav, 16, format.length);
        System.arraycopy("data".getBytes(StandardCharsets.US_ASCII), 0, wav, 36, 4);
        wav[40] = (byte) 0x80;
        wav[41] = 0x3e;
        Preview.Facts facts = assertInstanceOf(Preview.Facts.class, look("s", wav));
        assertTrue(facts.facts().fields().containsValue(Fact.of("8000 Hz")));
        assertTrue(facts.facts().fields().containsValue(Fact.of("1.00")));
    }

    @Test
    void whatNobodyKnowsIsBytes() throws IOException {
        assertInstanceOf(Preview.Hex.class, look("x", new byte[] {0, 1, 2, 3, 0x7f, 0}));
    }

    @Test
    void nothingIsSaidOfAnEmptyFile() throws IOException {
        assertInstanceOf(Preview.Refused.class, look("x", new byte[0]));
    }
}
