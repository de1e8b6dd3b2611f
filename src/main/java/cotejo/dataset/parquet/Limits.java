package cotejo.dataset.parquet;

/// What a Parquet file may ask for. Beyond that it is refused before anything is allocated.
final class Limits {

    static final int FOOTER_BYTES = 64 << 20;
    static final int PAGE_BYTES = 256 << 20;
    /// Pages below this may be packed as tightly as they like: a constant column is.
    static final int BOMB_BYTES = 16 << 20;
    static final int BOMB_RATIO = 1000;
    static final int PAGE_HEADER_BYTES = 16 << 20;
    static final int SCHEMA_NODES = 200_000;
    static final int SCHEMA_DEPTH = 64;
    static final long CHUNKS = 4_000_000;
    static final int BATCH_BYTES = 128 << 20;
    static final int BATCH_VALUES = 8 << 20;

    private Limits() {
    }
}
