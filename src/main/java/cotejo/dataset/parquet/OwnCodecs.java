package cotejo.dataset.parquet;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.format.CompressionCodec;

/// Codecs for Parquet's writer without Hadoop: what is written is Zstandard, or nothing.
final class OwnCodecs implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return switch (codec) {
            case ZSTD -> new Compressor(codec);
            case UNCOMPRESSED -> new Compressor(codec);
            default -> throw new IllegalArgumentException(codec.name());
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Decompressor(CompressionCodec.valueOf(codec.getParquetCompressionCodec().name()));
    }

    @Override
    public void release() {
        // Nothing is kept.
    }

    private record Compressor(CompressionCodecName codec) implements BytesInputCompressor {
        @Override
        @SuppressWarnings("deprecation")
        public BytesInput compress(BytesInput bytes) throws IOException {
            return codec == CompressionCodecName.UNCOMPRESSED ? bytes
                    : BytesInput.from(Zstd.compress(bytes.toByteArray(), 3));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {
            // Nothing is kept.
        }
    }

    private record Decompressor(CompressionCodec codec) implements BytesInputDecompressor {
        @Override
        @SuppressWarnings("deprecation")
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            byte[] from = bytes.toByteArray();
            byte[] into = new byte[size];
            Codecs.decompress(codec, from, 0, from.length, into, size);
            return BytesInput.from(into);
        }

        @Override
        public void decompress(ByteBuffer input, int length, ByteBuffer output, int size) throws IOException {
            byte[] from = new byte[length];
            input.get(from);
            byte[] into = new byte[size];
            Codecs.decompress(codec, from, 0, length, into, size);
            output.put(into);
        }

        @Override
        public void release() {
            // Nothing is kept.
        }
    }
}
