package cotejo.dataset;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Alters files in all the ways that files get broken, and reads them with everything a person can ask of a dataset.
/// What comes out has to be rows, or one sentence that names the file; never another exception, an `OutOfMemoryError`,
/// or a read that does not come back.
///
/// `main` takes a folder to work in, a number of mutants for each seed (0 reads files as they are), a random seed, and
/// seed files or folders of them.
public final class MutationCampaign {

    private static final long LONGEST_MILLIS = 10_000;
    private static final int LARGEST_SEED = 2 << 20;
    private static final int[] LIES = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30, 0x7fff, 0xffff,
        1 << 24};

    /// A mutant that did something it must not, kept as a file.
    record Finding(Path mutant, String seed, String what) {
    }

    private final Path folder;
    private final int each;
    private final Random random;
    private final TreeMap<String, int[]> counts = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long slowest;

    MutationCampaign(Path folder, int each, long seed) {
        this.folder = folder;
        this.each = each;
        this.random = new Random(seed);
    }

    /// Runs the campaign over some files.
    List<Finding> run(List<Path> seeds) throws IOException {
        for (Path seed : seeds) {
            byte[] good = Files.readAllBytes(seed);
            for (int i = 0; i < each && good.length > 0; i++) {
                attempt(seed, altered(good));
            }
        }
        return findings;
    }

    private void attempt(Path seed, byte[] bytes) throws IOException {
        Path mutant = Files.write(folder.resolve("mutant-" + seed.getFileName()), bytes);
        AtomicReference<String> outcome = new AtomicReference<>("hang");
        Thread reader = new Thread(() -> outcome.set(outcome(mutant)), "reader");
        reader.setDaemon(true);
        long begun = System.nanoTime();
        reader.start();
        try {
            reader.join(LONGEST_MILLIS);
        } catch (InterruptedException woken) {
            throw new IOException(woken);
        }
        slowest = Math.max(slowest, System.nanoTime() - begun);
        String what = outcome.get();
        if (what.equals("hang")) {
            what = "! hang at " + Arrays.stream(reader.getStackTrace()).limit(9).toList();
        }
        boolean bad = what.startsWith("!");
        counts.computeIfAbsent(ending(seed), any -> new int[3])[bad ? 2 : what.equals("rows") ? 0 : 1]++;
        if (bad) {
            findings.add(new Finding(Files.write(folder.resolve("found-" + findings.size() + "-" + seed.getFileName()),
                    bytes), seed.toString(), what));
        }
    }

    private static String ending(Path seed) {
        String name = String.valueOf(seed.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// What reading a file comes to: `rows`, a sentence, or what must not be, after a `!`.
    static String outcome(Path file) {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            int[] columns = IntStream.range(0, Math.min(200, dataset.columns().size())).toArray();
            String said = "rows";
            said = tried(said, file, () -> dataset.rows(0, 100, columns, Cancel.never()));
            said = tried(said, file, () -> {
                long rows = dataset.countRows(Cancel.never());
                dataset.rows(Math.max(0, rows - 10), 10, columns, Cancel.never());
                if (rows > 0) {
                    dataset.pick(new long[]{rows - 1, 0, rows / 2}, columns, Cancel.never());
                }
            });
            said = tried(said, file, () -> dataset.facts(Cancel.never()));
            for (Leaf leaf : Leaf.of(dataset.columns()).stream().limit(200).toList()) {
                said = tried(said, file, () -> {
                    dataset.known(leaf);
                    for (RowRange part : dataset.parts(Cancel.never())) {
                        dataset.scan(part, List.of(leaf), batch -> { }, Cancel.never());
                    }
                });
            }
            return said;
        } catch (UnreadableData said) {
            return judged(said, file, false);
        } catch (Throwable thrown) {
            return told(thrown);
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    private static String tried(String before, Path file, Reading reading) {
        if (before.startsWith("!")) {
            return before;
        }
        try {
            reading.run();
            return before;
        } catch (UnreadableData said) {
            return judged(said, file, true);
        } catch (Throwable thrown) {
            return told(thrown);
        }
    }

    private static String judged(UnreadableData said, Path file, boolean opened) {
        String text = String.valueOf(said.getMessage());
        boolean one = !text.contains("\n") && (text.endsWith(".") || text.endsWith("…"));
        boolean placed = !opened || !text.contains(".parquet:") || text.contains("row group")
                || text.contains("column");
        return text.contains(String.valueOf(file)) && one && placed && !outOfMemory(said) ? text
                : "! " + text + told(said);
    }

    private static boolean outOfMemory(Throwable said) {
        return said.getCause() instanceof OutOfMemoryError
                || String.valueOf(said.getMessage()).contains("Java heap space");
    }

    private static String told(Throwable thrown) {
        Throwable root = thrown.getCause() == null ? thrown : thrown.getCause();
        return "! " + root + " at " + Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("cotejo")).limit(5).toList();
    }

    /// A copy with one to three things wrong, more often at its ends, where headers are.
    private byte[] altered(byte[] good) {
        byte[] bad = good.clone();
        for (int times = 1 + random.nextInt(3); times > 0 && bad.length > 0; times--) {
            int at = switch (random.nextInt(3)) {
                case 0 -> random.nextInt(Math.min(bad.length, 512));
                case 1 -> bad.length - 1 - random.nextInt(Math.min(bad.length, 1024));
                default -> random.nextInt(bad.length);
            };
            bad = altered(bad, at);
        }
        return bad;
    }

    private byte[] altered(byte[] bad, int at) {
        int length = Math.min(bad.length - at, 1 + random.nextInt(64));
        switch (random.nextInt(9)) {
            case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bad[at] = (byte) random.nextInt();
            case 2 -> Arrays.fill(bad, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xff));
            case 3 -> {
                return Arrays.copyOf(bad, at);
            }
            case 4 -> {
                byte[] shorter = new byte[bad.length - length];
                System.arraycopy(bad, 0, shorter, 0, at);
                System.arraycopy(bad, at + length, shorter, at, shorter.length - at);
                return shorter;
            }
            case 5 -> {
                byte[] longer = new byte[bad.length + length];
                System.arraycopy(bad, 0, longer, 0, at + length);
                System.arraycopy(bad, at, longer, at + length, bad.length - at);
                return longer;
            }
            case 6 -> {
                int lie = LIES[random.nextInt(LIES.length)];
                for (int i = 0; i < 4 && at + i < bad.length; i++) {
                    bad[at + i] = (byte) (lie >>> 8 * i);
                }
            }
            case 7 -> {
                byte[] digits = Long.toString(random.nextLong() >>> random.nextInt(64))
                        .getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(digits, 0, bad, at, Math.min(digits.length, bad.length - at));
            }
            default -> System.arraycopy(bad, random.nextInt(bad.length - length + 1), bad, at, length);
        }
        return bad;
    }

    /// Files below some places that are not too large to alter often.
    static List<Path> seeds(List<Path> places) throws IOException {
        List<Path> seeds = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (Files.size(file) <= LARGEST_SEED && Datasets.looksLikeOne(file)) {
                        seeds.add(file);
                    }
                }
            }
        }
        return seeds;
    }

    /// Runs a campaign and prints what it came to.
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        MutationCampaign campaign = new MutationCampaign(folder, Integer.parseInt(args[1]), Long.parseLong(args[2]));
        if (campaign.each == 0) {
            Arrays.stream(args).skip(3).forEach(file -> System.out.println(file + ": " + outcome(Path.of(file))));
        }
        campaign.run(seeds(Arrays.stream(args).skip(3).map(Path::of).toList()));
        campaign.findings.forEach(System.out::println);
        campaign.counts.forEach((ending, count) -> System.out.println(ending + ": " + count[0] + " rows, " + count[1]
                + " sentences, " + count[2] + " findings"));
        System.out.println("slowest " + campaign.slowest / 1_000_000 + " ms");
    }
}
