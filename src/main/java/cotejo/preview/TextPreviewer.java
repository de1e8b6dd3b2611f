package cotejo.preview;

import cotejo.preview.Preview.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Texts of any kind and any length.
final class TextPreviewer implements Previewer {

    @Override
    public Optional<Preview> look(Candidate candidate, Path file) throws IOException {
        if (!TextFile.looksLikeText(candidate.head())) {
            return Optional.empty();
        }
        return Optional.of(new Preview.Text(TextFile.of(file, candidate.head(), candidate.size()),
                language(candidate)));
    }

    private static Language language(Candidate candidate) {
        String text = candidate.text();
        if (text.startsWith("<svg") || text.startsWith("<?xml") && text.contains("<svg")) {
            return Language.SVG;
        }
        String start = text.substring(0, Math.min(64, text.length())).toLowerCase(java.util.Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Language.HTML;
        }
        if (candidate.named(".json", ".jsonl", ".ipynb") || text.startsWith("{\"") || text.startsWith("[{")) {
            return Language.JSON;
        }
        if (candidate.named(".yaml", ".yml", "mlmodel")) {
            return Language.YAML;
        }
        if (candidate.named(".md", ".markdown")) {
            return Language.MARKDOWN;
        }
        if (candidate.named(".log", ".out", ".err")) {
            return Language.LOG;
        }
        return candidate.named(".py", ".r", ".jl", ".sh", ".java", ".c", ".cpp", ".js", ".toml", ".sql")
                ? Language.CODE : Language.PLAIN;
    }
}
