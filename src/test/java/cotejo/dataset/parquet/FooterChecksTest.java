package cotejo.dataset.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.KnownFacts;
import cotejo.dataset.Leaf;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.work.Cancel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A footer that contradicts itself is not believed.
class FooterChecksTest {

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("two.parquet");
        try (ParquetOut out = ParquetOut.to(file, List.of(Field.of("a", FieldType.int64()),
                Field.of("b", FieldType.int64())), Map.of())) {
            for (int i = 0; i < 1000; i++) {
                out.row(List.of(new Value.Whole(i), new Value.Whole(-i)));
            }
            out.finish();
        }
    }

    private void lie(Consumer<FileMetaData> lie) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
        int from = bytes.length - 8 - length;
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, from, length));
        lie.accept(footer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        Util.writeFileMetaData(footer, out);
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(out.size() - from).array());
        out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        Files.write(file, out.toByteArray());
    }

    private void refused(String why, Consumer<FileMetaData> lie) throws IOException {
        lie(lie);
        UnreadableData said = assertThrows(UnreadableData.class, () -> Datasets.open(file, Cancel.never()).close());
        assertTrue(said.getMessage().contains(why) && said.getMessage().contains("two.parquet"), said.getMessage());
    }

    private static ColumnMetaData column(FileMetaData footer, int column) {
        return footer.getRow_groups().getFirst().getColumns().get(column).getMeta_data();
    }

    @Test
    void columnsThatStandInEachOthersPlace() throws IOException {
        refused("has column b where the schema has a",
                footer -> Collections.swap(footer.getRow_groups().getFirst().getColumns(), 0, 1));
    }

    @Test
    void anotherTypeThanTheSchemaHas() throws IOException {
        refused("column a is INT64 in row group 1 and DOUBLE in the schema",
                footer -> footer.getSchema().get(1).setType(org.apache.parquet.format.Type.DOUBLE)
                        .setLogicalType(null).setConverted_type(null));
    }

    @Test
    void fewerRowsThanTheColumnsHave() throws IOException {
        refused("has 900 rows, but its column a has 1,000 values", footer -> {
            footer.setNum_rows(900);
            footer.getRow_groups().getFirst().setNum_rows(900);
        });
    }

    @Test
    void oneColumnInThePlaceOfAnother() throws IOException {
        refused("claim the same bytes", footer -> {
            ColumnMetaData a = column(footer, 0);
            column(footer, 1).setData_page_offset(a.getData_page_offset())
                    .setDictionary_page_offset(a.getDictionary_page_offset())
                    .setTotal_compressed_size(a.getTotal_compressed_size());
        });
    }

    @Test
    void aColumnThatReachesIntoTheFooter() throws IOException {
        long end = Files.size(file);
        refused("lies outside of the file", footer -> column(footer, 1)
                .setTotal_compressed_size(end - column(footer, 1).getData_page_offset() - 20));
    }

    @Test
    void statisticsThatCannotBeAreLeftOutAndTold() throws IOException {
        lie(footer -> {
            column(footer, 0).getStatistics().setNull_count(5000);
            byte[] min = column(footer, 1).getStatistics().getMin_value();
            column(footer, 1).getStatistics().setMin_value(column(footer, 1).getStatistics().getMax_value())
                    .setMax_value(min);
        });
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            for (Leaf leaf : Leaf.of(dataset.columns())) {
                KnownFacts known = dataset.known(leaf);
                assertEquals(-1, known.nulls());
                assertEquals(null, known.min());
            }
            assertEquals(List.of("statistics:a", "statistics:b"), dataset.oddities().stream()
                    .map(odd -> odd.kind()).filter(kind -> kind.startsWith("statistics")).toList());
        }
    }
}
