package cotejo.dataset.parquet;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.apache.parquet.format.CompressionCodec;
import org.junit.jupiter.api.Test;

class CodecsTest {

    @Test
    void lzoIsRefusedInWords() {
        IOException refused = assertThrows(IOException.class, () -> Codecs.decompress(CompressionCodec.LZO,
                new byte[8], 0, 8, new byte[8], 8));
        assertTrue(String.valueOf(refused.getMessage()).contains("LZO, "), refused.getMessage());
    }
}
