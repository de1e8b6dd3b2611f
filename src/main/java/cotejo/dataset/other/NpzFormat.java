package cotejo.dataset.other;

import cotejo.codec.Blob;
import cotejo.codec.ZipParts;
import cotejo.dataset.Dataset;
import cotejo.dataset.DatasetFormat;
import cotejo.dataset.Field;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Oddities;
import cotejo.dataset.UnreadableData;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// NumPy's archives of arrays: those of one length stand side by side as one table. Of several lengths, the one most
/// arrays have makes the table, the first of those where it is a tie; what is left out is named.
public final class NpzFormat implements DatasetFormat {

    private static final int ARRAYS = 10_000;
    private static final int COLUMNS = 20_000;
    private static final int UNPACKED = 128 << 20;

    @Override
    public String id() {
        return "npz";
    }

    @Override
    public Fit fit(Path file, byte[] head) throws IOException {
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K' || head[2] > 8) {
            return Fit.NONE;
        }
        try (Blob blob = Blob.open(file)) {
            List<ZipParts.Entry> entries = ZipParts.of(blob).entries();
            return !entries.isEmpty() && entries.stream().allMatch(entry -> entry.name().endsWith(".npy"))
                    ? Fit.CERTAIN : Fit.NONE;
        }
    }

    @Override
    public Dataset open(Path file, Cancel cancel) throws IOException {
        Blob blob = Blob.open(file);
        try {
            return new RowDataset(file, rows(file, blob, cancel));
        } catch (IOException | RuntimeException failed) {
            blob.close();
            throw failed instanceof UnreadableData said ? said
                    : new UnreadableData(Texts.get("dataset.other.broken", file,
                            Texts.get("dataset.other.nonsense")), failed);
        }
    }

    private static NumpyRows rows(Path file, Blob blob, Cancel cancel) throws IOException {
        ZipParts zip = ZipParts.of(blob);
        if (zip.entries().size() > ARRAYS) {
            throw broken(file, Texts.get("dataset.npz.many", ARRAYS));
        }
        Oddities oddities = new Oddities();
        zip.flaws().forEach(flaw -> oddities.add("zip", 0, () -> Texts.get("dataset.npz.flaw", file, flaw.member())));
        Map<String, NumpyArray> arrays = new LinkedHashMap<>();
        long left = UNPACKED;
        for (ZipParts.Entry entry : zip.entries()) {
            cancel.check();
            String name = entry.name().replaceFirst("\\.npy$", "");
            if (entry.method() != 0 && entry.size() > left) {
                throw broken(file, Texts.get("dataset.npz.large", name));
            }
            try {
                Blob bytes = zip.blob(entry, (int) left);
                if (entry.method() != 0) {
                    left -= bytes.size();
                    if (bytes.size() < entry.size() && left <= 0) {
                        throw broken(file, Texts.get("dataset.npz.large", name));
                    }
                }
                arrays.put(name, new NumpyArray(bytes, file + " (" + entry.name() + ")"));
            } catch (IOException unread) {
                String why = unread instanceof UnreadableData ? String.valueOf(unread.getMessage())
                        : Texts.get("dataset.other.broken", file + " (" + entry.name() + ")",
                                Texts.get("dataset.other.nonsense"));
                if (zip.entries().size() == 1) {
                    throw new UnreadableData(why, unread);
                }
                oddities.add("array:" + name, 0, () -> why);
            }
        }
        if (arrays.isEmpty()) {
            throw broken(file, Texts.get("dataset.npz.none"));
        }
        return table(file, blob, arrays, oddities);
    }

    private static UnreadableData broken(Path file, String why) {
        return new UnreadableData(Texts.get("dataset.other.broken", file, why));
    }

    private static NumpyRows table(Path file, Blob blob, Map<String, NumpyArray> arrays, Oddities oddities)
            throws IOException {
        Map<Long, Integer> lengths = new LinkedHashMap<>();
        arrays.values().forEach(array -> lengths.merge(array.rows(), 1, Integer::sum));
        int most = lengths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        long rows = lengths.entrySet().stream().filter(entry -> entry.getValue() == most).findFirst().orElseThrow()
                .getKey();
        List<NumpyArray> taken = new ArrayList<>();
        List<Field> columns = new ArrayList<>();
        List<FileFacts.Fact> facts = new ArrayList<>();
        for (Map.Entry<String, NumpyArray> entry : arrays.entrySet()) {
            NumpyArray array = entry.getValue();
            facts.add(new FileFacts.Fact(entry.getKey(), array.header()));
            if (array.rows() != rows) {
                oddities.add("length:" + entry.getKey(), 0, () -> Texts.get("dataset.npz.length", file,
                        entry.getKey(), array.rows(), rows));
                continue;
            }
            taken.add(array);
            for (Field field : array.columns()) {
                columns.add(Field.of(array.columns().size() == 1 ? entry.getKey()
                        : entry.getKey() + "." + field.name(), field.type()));
            }
            if (columns.size() > COLUMNS) {
                throw broken(file, Texts.get("dataset.npy.columns", columns.size(), COLUMNS));
            }
        }
        return new NumpyRows("npz", blob, file.toString(), List.copyOf(taken), List.copyOf(columns),
                List.copyOf(facts), oddities);
    }
}
