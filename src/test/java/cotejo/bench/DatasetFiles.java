package cotejo.bench;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.parquet.ParquetOut;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Makes the files that the benchmarks of datasets read: numbers, times and text as they come out of training.
final class DatasetFiles {

    private static final String[] LABELS = {"cat", "dog", "horse", "ship", "truck", "bird", "frog", "deer", "car", ""};

    private DatasetFiles() {
    }

    /// 20 million rows of 8 columns are about 650 MB.
    static void parquet(Path file, int rows) throws IOException {
        List<Field> columns = List.of(Field.of("id", FieldType.int64()), Field.of("x", FieldType.float64()),
                Field.of("y", FieldType.float64()), Field.of("score", FieldType.float64()),
                Field.of("epoch", new FieldType.Whole(32, FieldType.Whole.Sign.SIGNED)),
                Field.of("label", FieldType.text()), Field.of("user", FieldType.text()),
                Field.of("at", new FieldType.Timestamp(FieldType.Unit.MICROS, "UTC")));
        SplittableRandom random = new SplittableRandom(1);
        try (ParquetOut out = ParquetOut.to(file, columns, Map.of())) {
            for (int i = 0; i < rows; i++) {
                double score = random.nextDouble();
                out.row(List.of(new Value.Whole(i), new Value.Real(random.nextGaussian(), 64),
                        new Value.Real(random.nextGaussian() * 100, 64),
                        score < 0.01 ? Value.Nothing.NULL : new Value.Real(score, 64),
                        new Value.Whole(random.nextInt(1000)), new Value.Text(LABELS[random.nextInt(LABELS.length)]),
                        new Value.Text("user-" + random.nextInt(1_000_000)),
                        new Value.Moment(1_700_000_000L + i, 0, "UTC")));
            }
            out.finish();
        }
    }

    static void csv(Path file, long bytes) throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("id,x,label,note\n".getBytes(StandardCharsets.UTF_8));
            for (long i = 0; written < bytes; i++) {
                String line = i + "," + random.nextInt(1_000_000) / 1e4 + "," + LABELS[random.nextInt(LABELS.length)]
                        + (i % 50 == 0 ? ",\"a quoted, longer note\"\n" : ",plain note of some length\n");
                byte[] encoded = line.getBytes(StandardCharsets.UTF_8);
                out.write(encoded);
                written += encoded.length;
            }
        }
    }

    /// Many columns, few rows.
    static void wide(Path file, int columns, int rows) throws IOException {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            fields.add(Field.of("column_" + i, FieldType.float64()));
        }
        SplittableRandom random = new SplittableRandom(3);
        try (ParquetOut out = ParquetOut.to(file, fields, Map.of())) {
            for (int row = 0; row < rows; row++) {
                List<Value> values = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    values.add(new Value.Real(random.nextDouble(), 64));
                }
                out.row(values);
            }
            out.finish();
        }
    }
}
