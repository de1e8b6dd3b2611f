package cotejo.dataset.parquet;

import cotejo.dataset.FileFacts;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;

/// The structure of a file, for people.
// Getters of the footer's own format are marked nullable, required fields too. What a damaged file leaves out is caught
// where it is read, and told in a sentence.
@SuppressWarnings("NullAway")
final class ParquetFacts {

    private final ParquetSource source;
    private final ParquetStatistics statistics;

    ParquetFacts(ParquetSource source) {
        this.source = source;
        this.statistics = new ParquetStatistics(source);
    }

    FileFacts read(Cancel cancel) throws IOException {
        FileMetaData meta = source.footer().meta();
        List<FileFacts.RowGroup> groups = new ArrayList<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (int i = 0; i < source.footer().groups(); i++) {
            cancel.check();
            groups.add(group(i, bytes));
        }
        Map<String, String> keyValues = new LinkedHashMap<>();
        if (meta.isSetKey_value_metadata()) {
            for (KeyValue entry : meta.getKey_value_metadata()) {
                keyValues.put(entry.getKey(), entry.isSetValue() ? entry.getValue() : "");
            }
        }
        return new FileFacts(summary(meta, groups), groups, keyValues, KeyValueText.decoded(keyValues), sorted(bytes),
                integrity(groups));
    }

    private List<FileFacts.Fact> summary(FileMetaData meta, List<FileFacts.RowGroup> groups) {
        List<FileFacts.Fact> facts = new ArrayList<>();
        facts.add(new FileFacts.Fact("createdBy", meta.isSetCreated_by() ? meta.getCreated_by() : ""));
        facts.add(new FileFacts.Fact("version", Integer.toString(meta.getVersion())));
        facts.add(new FileFacts.Fact("rows", Long.toString(source.footer().rows())));
        facts.add(new FileFacts.Fact("rowGroups", Integer.toString(groups.size())));
        facts.add(new FileFacts.Fact("leaves", Integer.toString(source.schema().leaves())));
        facts.add(new FileFacts.Fact("fileBytes", Long.toString(source.file().size())));
        facts.add(new FileFacts.Fact("footerBytes", Integer.toString(source.footer().bytes())));
        facts.add(new FileFacts.Fact("uncompressedBytes", Long.toString(groups.stream()
                .flatMap(group -> group.chunks().stream()).mapToLong(FileFacts.Chunk::uncompressed).sum())));
        return facts;
    }

    private FileFacts.RowGroup group(int number, Map<String, Long> bytes) throws IOException {
        RowGroup group = source.footer().meta().getRow_groups().get(number);
        List<FileFacts.Chunk> chunks = new ArrayList<>();
        long size = 0;
        for (int leaf = 0; leaf < group.getColumnsSize(); leaf++) {
            FileFacts.Chunk chunk = chunk(number, leaf, group.getColumns().get(leaf));
            chunks.add(chunk);
            size += chunk.compressed();
            bytes.merge(chunk.path(), chunk.compressed(), Long::sum);
        }
        return new FileFacts.RowGroup(source.footer().firstRows()[number], group.getNum_rows(), size, chunks);
    }

    private FileFacts.Chunk chunk(int group, int leaf, ColumnChunk chunk) throws IOException {
        String path = String.join(".", source.schema().leaf(leaf).getPath());
        ColumnMetaData meta = chunk.getMeta_data();
        if (meta == null) {
            return new FileFacts.Chunk(path, "", List.of(), 0, 0, 0, 0, -1, -1, null, null, List.of("encryption"));
        }
        Statistics<?> known = statistics.of(meta, source.schema().leaf(leaf).getPrimitiveType());
        boolean bounded = known != null && known.hasNonNullValue();
        long distinct = meta.isSetStatistics() && meta.getStatistics().isSetDistinct_count()
                ? meta.getStatistics().getDistinct_count() : -1;
        return new FileFacts.Chunk(path, String.valueOf(meta.getCodec()),
                meta.getEncodings().stream().map(String::valueOf).toList(), Footer.start(meta),
                meta.getTotal_compressed_size(), meta.getTotal_uncompressed_size(), meta.getNum_values(),
                statistics.nulls(chunk), distinct,
                bounded ? statistics.value(known.genericGetMin(), leaf) : null,
                bounded ? statistics.value(known.genericGetMax(), leaf) : null, parts(group, leaf, chunk, meta));
    }

    private List<String> parts(int group, int leaf, ColumnChunk chunk, ColumnMetaData meta) {
        List<String> parts = new ArrayList<>();
        if (meta.isSetDictionary_page_offset() && meta.getDictionary_page_offset() > 0) {
            parts.add("dictionary");
        }
        if (chunk.isSetColumn_index_offset()) {
            parts.add("column index");
        }
        if (chunk.isSetOffset_index_offset()) {
            parts.add("offset index");
        }
        if (meta.isSetBloom_filter_offset()) {
            parts.add("bloom filter");
        }
        if (meta.isSetSize_statistics()) {
            parts.add("size statistics");
        }
        if (chunk.isSetCrypto_metadata()) {
            parts.add("encryption");
        } else if (leaf < 64 && hasCrc(group, leaf)) {
            parts.add("crc");
        }
        return parts;
    }

    /// Whether the first data page of a chunk has a checksum.
    private boolean hasCrc(int group, int leaf) {
        try {
            ChunkPages.Header first = new ChunkPages(source, source.chunk(group, leaf)).nextHeader();
            return first != null && first.page().isSetCrc();
        } catch (IOException damaged) {
            return false;
        }
    }

    private String integrity(List<FileFacts.RowGroup> groups) {
        long chunks = groups.stream().mapToLong(group -> Math.min(64, group.chunks().size())).sum();
        long with = groups.stream().flatMap(group -> group.chunks().stream())
                .filter(chunk -> chunk.parts().contains("crc")).count();
        return with == 0 ? Texts.get("dataset.parquet.noChecksums", source.file().path())
                : with < chunks ? Texts.get("dataset.parquet.someChecksums", Long.toString(with),
                Long.toString(chunks)) : Texts.get("dataset.parquet.checksums");
    }

    private static Map<String, Long> sorted(Map<String, Long> bytes) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        bytes.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
