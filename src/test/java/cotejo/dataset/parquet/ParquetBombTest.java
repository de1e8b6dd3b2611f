package cotejo.dataset.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Leaf;
import cotejo.dataset.RowRange;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.work.Cancel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parquet files whose headers and footers lie, written with Apache's own writers of them.
class ParquetBombTest {

    @TempDir
    Path folder;
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();

    private static PageHeader dictionary(int values, int size) {
        PageHeader page = new PageHeader(PageType.DICTIONARY_PAGE, size, size);
        page.setDictionary_page_header(new DictionaryPageHeader(values, Encoding.PLAIN));
        return page;
    }

    private static PageHeader data(int values, int unpacked, int packed, Encoding encoding) {
        PageHeader page = new PageHeader(PageType.DATA_PAGE, unpacked, packed);
        page.setData_page_header(new DataPageHeader(values, encoding, Encoding.RLE, Encoding.RLE));
        return page;
    }

    private void page(PageHeader header, byte[] content) throws IOException {
        Util.writePageHeader(header, pages);
        pages.writeBytes(content);
    }

    /// A file of one required column of bytes with the pages written so far.
    private Path file(long rows, Consumer<FileMetaData> lie) throws IOException {
        SchemaElement root = new SchemaElement("table").setNum_children(1);
        SchemaElement column = new SchemaElement("x").setType(Type.BYTE_ARRAY)
                .setRepetition_type(FieldRepetitionType.REQUIRED);
        ColumnMetaData meta = new ColumnMetaData(Type.BYTE_ARRAY, List.of(Encoding.PLAIN), List.of("x"),
                CompressionCodec.UNCOMPRESSED, rows, pages.size(), pages.size(), 4);
        RowGroup group = new RowGroup(new ArrayList<>(List.of(new ColumnChunk(4).setMeta_data(meta))), pages.size(),
                rows);
        FileMetaData footer = new FileMetaData(1, new ArrayList<>(List.of(root, column)), rows,
                new ArrayList<>(List.of(group)));
        lie.accept(footer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(pages.toByteArray());
        int from = out.size();
        Util.writeFileMetaData(footer, out);
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(out.size() - from).array());
        out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        return Files.write(folder.resolve("bomb.parquet"), out.toByteArray());
    }

    private static ColumnMetaData chunk(FileMetaData footer) {
        return footer.getRow_groups().getFirst().getColumns().getFirst().getMeta_data();
    }

    private void refused(Path file, String why) throws IOException {
        UnreadableData said = assertThrows(UnreadableData.class, () -> {
            try (Dataset dataset = Datasets.open(file, Cancel.never())) {
                List<Leaf> leaves = Leaf.of(dataset.columns());
                for (RowRange part : dataset.parts(Cancel.never())) {
                    dataset.scan(part, leaves, batch -> { }, Cancel.never());
                }
            }
        });
        assertTrue(said.getMessage().contains(file.toString()), said.getMessage());
        assertTrue(said.getMessage().contains("column x"), said.getMessage());
        assertTrue(said.getMessage().contains("row group 1"), said.getMessage());
        assertTrue(said.getMessage().contains(why), said.getMessage());
    }

    private static byte[] text(byte[] bytes) {
        return ByteBuffer.allocate(4 + bytes.length).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).put(bytes)
                .array();
    }

    @Test
    void aPageOfTwoGigabytesIsRefused() throws IOException {
        page(data(1, Integer.MAX_VALUE, 20, Encoding.PLAIN), new byte[20]);
        refused(file(1, any -> { }), "256 MB");
    }

    @Test
    void aPageThatReachesBeyondItsChunkIsRefused() throws IOException {
        page(data(1, 20, Integer.MAX_VALUE, Encoding.PLAIN), new byte[20]);
        refused(file(1, any -> { }), "reaches beyond");
    }

    @Test
    void rowsThatAreNotThereAreSaidToBeMissing() throws IOException {
        page(data(1, 5, 5, Encoding.PLAIN), text(new byte[]{'a'}));
        refused(file(1L << 60, any -> { }), "it ends after 1 of");
        pages.reset();
        page(data(Integer.MAX_VALUE, 5, 5, Encoding.PLAIN), text(new byte[]{'a'}));
        refused(file(Integer.MAX_VALUE, any -> { }), "");
    }

    @Test
    void aChunkOutsideOfTheFileIsRefused() throws IOException {
        page(data(1, 5, 5, Encoding.PLAIN), text(new byte[]{'a'}));
        refused(file(1, footer -> chunk(footer).setData_page_offset(1L << 40)), "outside of the file");
        refused(file(1, footer -> chunk(footer).setTotal_compressed_size(Long.MAX_VALUE)), "outside of the file");
        refused(file(1, footer -> chunk(footer).setDictionary_page_offset(2).setData_page_offset(-7)),
                "outside of the file");
    }

    @Test
    void aDictionaryThatClaimsMoreWordsThanItHasBytesIsRefused() throws IOException {
        page(dictionary(Integer.MAX_VALUE, 5), text(new byte[]{'a'}));
        page(data(1, 3, 3, Encoding.RLE_DICTIONARY), new byte[]{1, 2, 0});
        refused(file(1, any -> { }), "");
    }

    @Test
    void aSchemaOfTenThousandLevelsIsRefused() throws IOException {
        page(data(1, 5, 5, Encoding.PLAIN), text(new byte[]{'a'}));
        Path file = file(1, footer -> {
            List<SchemaElement> schema = new ArrayList<>(List.of(new SchemaElement("table").setNum_children(1)));
            for (int i = 0; i < 10_000; i++) {
                schema.add(new SchemaElement("g").setNum_children(1)
                        .setRepetition_type(FieldRepetitionType.REQUIRED));
            }
            schema.add(footer.getSchema().getLast());
            footer.setSchema(schema);
        });
        UnreadableData said = assertThrows(UnreadableData.class, () -> Datasets.open(file, Cancel.never()));
        assertTrue(said.getMessage().contains(file.toString()), said.getMessage());
        assertTrue(said.getMessage().contains("schema"), said.getMessage());
    }

    /// One word of 8 MB in 200 rows is not 1.6 GB.
    @Test
    void aLongWordOfADictionaryIsHeldOnceForAllRows() throws IOException {
        byte[] word = text(new byte[8 << 20]);
        page(dictionary(1, word.length), word);
        page(data(200, 4, 4, Encoding.RLE_DICTIONARY), new byte[]{1, (byte) 0x90, 3, 0});
        Path file = file(200, any -> { });
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            List<List<Value>> rows = dataset.rows(0, 200, new int[]{0}, Cancel.never()).cells();
            assertEquals(200, rows.size());
            assertSame(rows.getFirst().getFirst(), rows.getLast().getFirst());
        }
    }
}
