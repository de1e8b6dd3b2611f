package cotejo.dataset.other;

import cotejo.dataset.FileFacts;
import cotejo.dataset.Oddities;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What formats that read their rows from one open file have in common.
abstract sealed class FileRows implements RowFormat permits ArrowRows, AvroRows {

    /// The file, open until this is closed.
    protected final FileBytes bytes;
    /// Metadata as recorded in the file.
    protected final Map<String, String> meta = new LinkedHashMap<>();
    private final String id;
    private final Oddities oddities = new Oddities();

    FileRows(String id, Path file) throws IOException {
        this.id = id;
        this.bytes = new FileBytes(file);
    }

    /// What the format says of itself, before the size of the file.
    abstract List<FileFacts.Fact> ownFacts();

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<FileFacts.Fact> facts() {
        List<FileFacts.Fact> facts = new ArrayList<>(ownFacts());
        facts.add(new FileFacts.Fact("fileBytes", Long.toString(bytes.size())));
        return List.copyOf(facts);
    }

    @Override
    public Map<String, String> keyValues() {
        return meta;
    }

    @Override
    public Oddities oddities() {
        return oddities;
    }

    @Override
    public long bytesRead() {
        return bytes.read();
    }

    @Override
    public long fileBytes() {
        return bytes.size();
    }

    @Override
    public void close() {
        bytes.close();
    }
}
