package cotejo.store;

import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads everything a workspace holds: that every run's facts can be unpacked, that the check sum of every part of
/// points is right, that each series has as many points as its header says, and that the files it took in are what
/// their hashes say.
public final class Verification {

    private static final int PROBLEMS = 100;

    /// What was found.
    ///
    /// @param schema        how many scripts made the schema; their hashes were compared when the workspace was opened
    /// @param series        metrics over all runs
    /// @param points        points that were unpacked
    /// @param parts         parts that hold them
    /// @param pointBytes    bytes of those parts
    /// @param databaseBytes size of the database file
    /// @param files         files it took in, each content once
    /// @param fileBytes     bytes of those files
    /// @param unusedFiles   files that nothing refers to; they go when something is next deleted for good
    /// @param problems      what is damaged
    public record Finding(long schema, long sources, long experiments, long runs, long series, long points, long parts,
            long pointBytes, long databaseBytes, long files, long fileBytes, long unusedFiles, List<Problem> problems) {
    }

    /// A run to be looked at.
    private record Entry(long key, String id) {
    }

    private final Connection connection;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private long series;
    private long points;
    private long parts;
    private long bytes;

    private Verification(Connection connection, String file) {
        this.connection = connection;
        this.file = file;
    }

    /// Looks at the whole workspace, on a connection of its own.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    public static Finding of(Database database, Progress progress, Cancel cancel) {
        try (Lane lane = database.importLane()) {
            return lane.run(connection -> {
                Verification looking = new Verification(connection, database.folder().databaseFile().toString());
                database.loss().ifPresent(looking.problems::add);
                return looking.look(size(database), database.files(), progress, cancel);
            });
        }
    }

    private static long size(Database database) {
        try {
            return Files.size(database.folder().databaseFile());
        } catch (IOException unreadable) {
            throw new StoreException(StoreException.Kind.UNUSABLE, unreadable.toString(), unreadable);
        }
    }

    private Finding look(long databaseBytes, ContentFiles files, Progress progress, Cancel cancel) throws SQLException {
        List<Entry> runs = runs();
        long done = 0;
        for (Entry run : runs) {
            cancel.check();
            run(run);
            progress.report(run.id(), ++done, runs.size());
        }
        ContentCheck.Finding content = new ContentCheck(connection, files, this::problem).look(progress, cancel);
        return new Finding(count("schema_script"), count("source"), count("experiment"), runs.size(), series, points,
                parts, bytes, databaseBytes, content.files(), content.bytes(), content.unused(), List.copyOf(problems));
    }

    private List<Entry> runs() throws SQLException {
        List<Entry> runs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select \"key\", id from run order by \"key\"");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                runs.add(new Entry(row.getLong(1), row.getString(2)));
            }
        }
        return runs;
    }

    private long count(String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from " + table);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(Entry run) throws SQLException {
        byte[] data = Slots.one(connection, "facts", run.key());
        try {
            PackedFacts facts = data.length == 0 ? new PackedFacts() : PackedFacts.read(data);
            series += facts.metrics.size();
            points(run, facts);
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            problem("store.check.facts", run, damaged.getMessage());
        }
    }

    private void points(Entry run, PackedFacts facts) throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        Points scratch = new Points(256);
        try (PreparedStatement select = connection
                .prepareStatement("select slot, data from points where slot between ? and ? order by slot")) {
            select.setLong(1, Slots.ofPoints(run.key(), 0));
            select.setLong(2, Slots.ofPoints(run.key() + 1, 0) - 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int part = (int) (row.getLong(1) - Slots.ofPoints(run.key(), 0));
                    seen.add(part);
                    part(run, part, row.getBytes(2), counts, scratch);
                }
            }
        }
        facts.metrics.forEach((key, header) -> {
            for (int part : header.parts()) {
                if (!seen.contains(part)) {
                    problem("store.check.part", run, Integer.toString(part));
                }
            }
            if (counts.getOrDefault(key, 0L) != header.summary().count()) {
                problem("store.check.count", run, Long.toString(header.summary().count()));
            }
        });
    }

    private void part(Entry run, int part, byte[] data, Map<Integer, Long> counts, Points scratch) {
        parts++;
        bytes += data.length;
        try {
            PointParts.read(data, (key, segment, from, length) -> {
                scratch.clear();
                SegmentCodec.decode(segment, from, length, scratch);
                counts.merge(key, (long) scratch.size(), Long::sum);
                points += scratch.size();
            });
        } catch (IndexOutOfBoundsException damaged) {
            problem("store.check.part", run, Integer.toString(part));
        }
    }

    // texts: store.check.*
    private void problem(String key, Entry run, @Nullable String what) {
        problem(Problem.of(file, Texts.get(key, run.id(), String.valueOf(what))));
    }

    private void problem(Problem problem) {
        if (problems.size() < PROBLEMS) {
            problems.add(problem);
        }
    }
}
