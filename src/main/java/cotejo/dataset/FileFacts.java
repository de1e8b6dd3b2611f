package cotejo.dataset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a file says of itself.
///
/// @param summary   short facts in order: what it is called, and its value
/// @param rowGroups its row groups, or batches, or blocks; empty where the format has none
/// @param keyValues metadata as recorded, key by key
/// @param decoded   the same metadata where it can be understood, such as `pandas` and `ARROW:schema`, as readable text
/// @param bytes     how many bytes of the file each leaf takes, by path, greatest first; empty where it cannot be said
/// @param integrity whether checksums are there, in one sentence
public record FileFacts(List<Fact> summary, List<RowGroup> rowGroups, Map<String, String> keyValues,
        Map<String, String> decoded, Map<String, Long> bytes, String integrity) {

    /// A fact and its value.
    public record Fact(String name, String value) {
    }

    /// A row group and the chunks of its columns.
    public record RowGroup(long firstRow, long rows, long bytes, List<Chunk> chunks) {
    }

    /// A column chunk.
    ///
    /// @param path         the leaf's path
    /// @param offset       where it begins in the file
    /// @param compressed   its bytes in the file
    /// @param uncompressed its bytes decompressed
    /// @param nulls        the null count of its statistics, -1 for none
    /// @param distinct     the distinct count of its statistics, -1 for none
    /// @param parts        which of `dictionary`, `column index`, `offset index`, `bloom filter`, `size statistics`,
    ///                     `crc` and `encryption` it has
    public record Chunk(String path, String codec, List<String> encodings, long offset, long compressed,
            long uncompressed, long values, long nulls, long distinct, @Nullable Value min, @Nullable Value max,
            List<String> parts) {
    }
}
