package cotejo.dataset.csv;

import cotejo.dataset.Dataset;
import cotejo.dataset.DatasetFormat;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Delimited text, plain or packed. Any text is one, so this is the last of all guesses.
public final class CsvFormat implements DatasetFormat {

    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".tab", ".psv", ".csv.gz", ".tsv.gz",
            ".csv.zst", ".tsv.zst", ".txt.gz", ".txt.zst");

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public Fit fit(Path file, byte[] head) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean named = ENDINGS.stream().anyMatch(name::endsWith);
        if (head.length == 0) {
            return named ? Fit.LIKELY : Fit.NONE;
        }
        byte[] text = Unpacking.head(file, head);
        return !looksLikeText(text) ? Fit.NONE : named ? Fit.LIKELY : isOther(name, text) ? Fit.NONE : Fit.WEAK;
    }

    /// Whether it is another kind of text: what is called YAML is a table only where it is divided as one.
    private static boolean isOther(String name, byte[] head) {
        Encoding encoding = Encoding.of(head);
        String text = new String(head, encoding.charset());
        String begin = text.startsWith("\ufeff") ? text.substring(1) : text;
        return OtherText.is(begin) || (name.endsWith(".yaml") || name.endsWith(".yml"))
                && !new Sniffer(begin).divided(encoding.charset());
    }

    /// Whether there are few control characters, once two-byte encodings are set aside.
    private static boolean looksLikeText(byte[] head) {
        Encoding encoding = Encoding.of(head);
        if (encoding.charset().name().startsWith("UTF-16")) {
            return true;
        }
        int odd = 0;
        for (byte b : head) {
            odd += b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != 1 ? 1 : 0;
        }
        return odd * 20 <= head.length || odd <= 2;
    }

    @Override
    public Dataset open(Path file, Cancel cancel) throws IOException {
        return CsvDataset.open(file, null, cancel);
    }
}
