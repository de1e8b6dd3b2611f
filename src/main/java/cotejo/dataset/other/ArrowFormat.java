package cotejo.dataset.other;

import cotejo.dataset.Dataset;
import cotejo.dataset.DatasetFormat;
import cotejo.dataset.UnreadableData;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Arrow's IPC files, which are Feather V2 too, and IPC streams. Feather V1 is refused with a sentence.
public final class ArrowFormat implements DatasetFormat {

    private static boolean begins(byte[] head, String magic) {
        return head.length >= 12 && new String(head, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }

    @Override
    public String id() {
        return "arrow";
    }

    @Override
    public Fit fit(Path file, byte[] head) {
        if (begins(head, "ARROW1\0\0") || begins(head, "FEA1")) {
            return Fit.CERTAIN;
        }
        if (!begins(head, "\u00ff\u00ff\u00ff\u00ff")) {
            return Fit.NONE;
        }
        try {
            ByteBuffer data = ByteBuffer.wrap(head, 8, head.length - 8).slice().order(ByteOrder.LITTLE_ENDIAN);
            return Flat.root(data).i8(1, 0) == 1 ? Fit.CERTAIN : Fit.NONE;
        } catch (IndexOutOfBoundsException none) {
            return Fit.NONE;
        }
    }

    @Override
    public Dataset open(Path file, Cancel cancel) throws IOException {
        try (FileBytes bytes = new FileBytes(file)) {
            if (bytes.bytes(0, 4).get(0) == 'F') {
                throw new UnreadableData(Texts.get("dataset.arrow.feather1", file));
            }
        }
        return new RowDataset(file, new ArrowRows(file));
    }
}
