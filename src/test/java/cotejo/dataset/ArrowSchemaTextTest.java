package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.other.ArrowSchemaText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What Arrow's writers put into the metadata of Parquet files is told as Arrow means it.
class ArrowSchemaTextTest {

    /// `schema.serialize()` of pyarrow 25.0.1, in Base64.
    private static final String WRITTEN = ""
            + "/////2ACAAAQAAAAAAAKAAwABgAFAAgACgAAAAABBAAEAAAAQP7//wQAAAAIAAAA8AEAAIwBAABUAQAA+AAAANAAAABsAAAA"
            + "PAAAAAQAAABA/v//AAABEhAAAAAUAAAABAAAAAAAAAABAAAAZAAAAGj+//8QABQACAAAAAcADAAAABAAEAAAAAAAAAIQAAAA"
            + "FAAAAAQAAAAAAAAAAQAAAG4AAACw/v//AAAAAUAAAACg/v//AAABEBQAAAAcAAAABAAAAAEAAAAYAAAAAQAAAGYABgAIAAQA"
            + "BgAAAAMAAADQ/v//AAABAxAAAAAcAAAABAAAAAAAAAAEAAAAaXRlbQAABgAIAAYABgAAAAAAAQAA////AAABGBAAAAAUAAAA"
            + "BAAAAAAAAAABAAAAdgAAACj///8k////AAABFRQAAAAYAAAABAAAAAEAAAAQAAAAAgAAAGxsAABQ////TP///wAAAQIQAAAA"
            + "GAAAAAQAAAAAAAAABAAAAGl0ZW0AAAAAjP///wAAAAEgAAAAfP///wAAARQQAAAAFAAAAAQAAAAAAAAAAQAAAGwAAACk////"
            + "EAAYAAgABgAHAAwAEAAUABAAAAAAAAEFFAAAAEAAAAAcAAAABAAAAAAAAAABAAAAYwAAAAgACAAAAAQACAAAAAwAAAAIAAwA"
            + "CAAHAAgAAAAAAAABCAAAAAQABAAEAAAAEAAUAAgABgAHAAwAAAAQABAAAAAAAAEKEAAAABwAAAAEAAAAAAAAAAEAAAB0AAAA"
            + "CAAMAAYACAAIAAAAAAACAAQAAAANAAAARXVyb3BlL01hZHJpZAAAAA==";

    @Test
    void zonesDictionariesAndLargeTypesAreTold() {
        assertEquals("""
                t: timestamp[us, Europe/Madrid]
                c: dictionary<string, int8>
                l: large_string
                ll: large_list
                  item: int32
                v: string_view
                f: fixed_size_list[3]
                  item: float32
                n: int64 not null
                d: duration[ms]""", ArrowSchemaText.of(WRITTEN).orElseThrow());
    }

    @Test
    void whatIsNoSchemaIsNotDecoded() {
        assertEquals(Optional.empty(), ArrowSchemaText.of("no base64 at all"));
    }

    @Test
    void aSchemaCutShortIsNotDecoded() {
        assertEquals(Optional.empty(), ArrowSchemaText.of(WRITTEN.substring(0, 100)));
    }
}
