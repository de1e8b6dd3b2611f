package cotejo.importing.format;

import cotejo.importing.RecordingSink;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// Writes small stores by hand, as MLflow lays them out.
final class SmallStore {

    static final String RUN = "0123456789abcdef0123456789abcdef";
    static final String OTHER = "ffffffffffffffffffffffffffffffff";

    final Path root;

    SmallStore(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    /// A store with one experiment, `7`, of one finished run, and a healthy run beside it.
    static SmallStore withTwoRuns(Path root) throws IOException {
        SmallStore store = new SmallStore(root);
        store.experiment("7", "first");
        store.run("7", RUN, "status: 3\n");
        store.run("7", OTHER, "status: 3\n");
        store.metric("7", OTHER, "loss", "1500000000000 0.5 0\n");
        return store;
    }

    Path experiment(String id, String name) throws IOException {
        write(id + "/meta.yaml", "artifact_location: file:///x/" + id + "\nexperiment_id: '" + id
                + "'\nlifecycle_stage: active\nname: " + name + "\n");
        return root.resolve(id);
    }

    Path run(String experiment, String id, String more) throws IOException {
        write(experiment + "/" + id + "/meta.yaml", "artifact_uri: file:///x/" + experiment + "/" + id
                + "/artifacts\nend_time: 1500000009000\nexperiment_id: '" + experiment + "'\nrun_id: " + id
                + "\nrun_name: run " + id.charAt(0) + "\nstart_time: 1500000000000\nuser_id: me\n" + more);
        return root.resolve(experiment).resolve(id);
    }

    Path metric(String experiment, String run, String key, String lines) throws IOException {
        return write(experiment + "/" + run + "/metrics/" + key, lines);
    }

    Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    void append(String path, String text) throws IOException {
        Path file = root.resolve(path);
        FileTime later = FileTime.from(Files.getLastModifiedTime(file).toInstant().plusMillis(5));
        Files.writeString(file, text, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, later);
    }

    /// Makes all files old, so that nothing waits for one that is just being written.
    void age(String path) throws IOException {
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.ofEpochSecond(1_600_000_000)));
    }

    RecordingSink read() throws IOException {
        RecordingSink sink = new RecordingSink();
        new MlflowFolder().read(root, sink, Cancel.never());
        return sink;
    }

    void readAgain(RecordingSink sink) throws IOException {
        sink.forgetCalls();
        new MlflowFolder().read(root, sink, Cancel.never());
    }
}
