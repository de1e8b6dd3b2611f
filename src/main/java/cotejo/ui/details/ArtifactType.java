package cotejo.ui.details;

import cotejo.text.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a file among artifacts is, as far as its name tells without opening it; what it truly is, its preview reads.
enum ArtifactType {
    IMAGE("fth-image"), TABLE("fth-grid"), MODEL("fth-package"), TEXT("fth-file-text"), DATA("fth-code"),
    PAGE("fth-globe"), PDF("fth-book-open"), SOUND("fth-music"), ARCHIVE("fth-archive"), OTHER("fth-file");

    private static final Map<ArtifactType, Set<String>> ENDINGS = Map.of(
            IMAGE, Set.of("png", "jpg", "jpeg", "gif", "bmp", "svg", "webp", "tif", "tiff", "ico"),
            TABLE, Set.of("csv", "tsv", "parquet", "arrow", "feather", "xlsx", "jsonl", "ndjson", "npy", "npz"),
            MODEL, Set.of("pkl", "pickle", "joblib", "pt", "pth", "ckpt", "safetensors", "onnx", "h5", "hdf5", "keras",
                    "pb", "pmml", "mlmodel", "gguf", "ubj", "tflite", "skops"),
            TEXT, Set.of("txt", "log", "md", "markdown", "out", "err"),
            DATA, Set.of("json", "yaml", "yml", "toml", "xml", "ini", "cfg", "py", "ipynb", "sh", "sql"),
            PAGE, Set.of("html", "htm"),
            PDF, Set.of("pdf"),
            SOUND, Set.of("wav", "mp3", "flac", "ogg", "m4a", "aiff"),
            ARCHIVE, Set.of("zip", "tar", "gz", "tgz", "bz2", "xz", "zst", "lz4", "7z"));

    private final String icon;

    ArtifactType(String icon) {
        this.icon = icon;
    }

    static ArtifactType of(String name) {
        if (name.equals("MLmodel")) {
            return MODEL;
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (ArtifactType type : values()) {
            if (ENDINGS.getOrDefault(type, Set.of()).contains(ending)) {
                return type;
            }
        }
        return OTHER;
    }

    String icon() {
        return icon;
    }

    /// In a word; empty where the name tells nothing.
    String word() {
        // texts: details.artifacts.type.*
        return this == OTHER ? "" : Texts.get("details.artifacts.type." + name().toLowerCase(Locale.ROOT));
    }
}
