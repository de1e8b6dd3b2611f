package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Leaf;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.profile.KeptProfiles;
import cotejo.dataset.profile.Profiles;
import cotejo.text.Texts;
import cotejo.work.Latest;
import cotejo.work.Progress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// What the columns of an open dataset hold. Columns in sight are looked into by a sample, small tables as a whole, and
/// any of them by a full scan when asked; a profile never gives way to one of a weaker source.
final class ColumnsViewModel implements AutoCloseable {

    /// Rows of a sample; a table that has no more is read as a whole.
    static final long SAMPLE = 10_000;
    private static final int KEPT = 5_000;

    private final OpenDataset open;
    private final Dataset dataset;
    private final List<Leaf> leaves;
    private final KeptProfiles before;
    private final Set<Integer> fromBefore = new HashSet<>();
    private final Latest looking;
    private final Latest scanning;
    private final Map<Integer, ColumnProfile> footers = kept();
    private final Map<Integer, ColumnProfile> profiles = kept();
    private final Map<Integer, String> failures = new HashMap<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(RowsViewModel.IDLE);
    private Set<Integer> asked = Set.of();

    ColumnsViewModel(OpenDataset open, Dataset dataset) {
        this.open = open;
        this.dataset = dataset;
        this.leaves = Leaf.of(dataset.columns());
        this.before = KeptProfiles.in(open.context().workspace().database().folder().profiles());
        this.looking = new Latest(open.context().background(), open.context().front());
        this.scanning = new Latest(open.context().background(), open.context().front());
    }

    private static Map<Integer, ColumnProfile> kept() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, ColumnProfile> eldest) {
                return size() > KEPT;
            }
        };
    }

    /// All columns, nested ones by their leaves.
    List<Leaf> leaves() {
        return leaves;
    }

    /// The numbers of those whose name has a text in it.
    List<Integer> named(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return IntStream.range(0, leaves.size())
                .filter(i -> leaves.get(i).path().toLowerCase(Locale.ROOT).contains(wanted)).boxed().toList();
    }

    /// The best profile there is of a leaf; null while there is none.
    @Nullable ColumnProfile profile(int leaf) {
        ColumnProfile best = profiles.get(leaf);
        return best == null ? footers.get(leaf) : best;
    }

    /// Where the numbers of a leaf's profile come from, in words, and whether they were kept from before.
    String source(int leaf, ColumnProfile profile) {
        String source = ColumnFacts.source(profile);
        return profile.source() != ColumnProfile.Source.FOOTER && fromBefore.contains(leaf)
                ? Texts.get("datasets.source.KEPT", source) : source;
    }

    /// What the file's own statistics say of a leaf; null while it is not known, or when they say nothing.
    @Nullable ColumnProfile footer(int leaf) {
        ColumnProfile footer = footers.get(leaf);
        return footer == null || footer.count() < 0 && footer.nulls() < 0 && footer.min() == null ? null : footer;
    }

    /// Why a leaf cannot be read, in a sentence; null when nothing is wrong.
    @Nullable String failure(int leaf) {
        return failures.get(leaf);
    }

    /// These have come into sight: what is not known of them is looked up, instead of what was in sight before.
    void seen(Collection<Integer> inSight) {
        TreeSet<Integer> wanted = new TreeSet<>(inSight);
        wanted.removeIf(leaf -> profiles.containsKey(leaf) || failures.containsKey(leaf));
        if (wanted.isEmpty() || asked.containsAll(wanted)) {
            return;
        }
        asked = Set.copyOf(wanted);
        boolean small = dataset.rowCount().isWhole() && dataset.rowCount().rows() <= SAMPLE;
        Take take = new Take();
        looking.submit(cancel -> {
            for (int leaf : wanted) {
                cancel.check();
                ColumnProfile footer = Profiles.footer(dataset, leaves.get(leaf));
                open.context().front().execute(() -> footer(leaf, footer));
            }
            List<Leaf> some = wanted.stream().map(leaves::get).toList();
            if (small) {
                before.scan(dataset, some, take, Progress.NONE, cancel);
            } else {
                before.sample(dataset, before.scanned(dataset, some, take), SAMPLE, take, cancel);
            }
            return true;
        }, done -> asked = Set.of(), failure -> failed(wanted, failure));
    }

    private void footer(int leaf, ColumnProfile footer) {
        footers.put(leaf, footer);
        version.set(version.get() + 1);
    }

    private void failed(Collection<Integer> wanted, Throwable failure) {
        asked = Set.of();
        String words = open.words(failure);
        wanted.stream().filter(leaf -> !profiles.containsKey(leaf)).forEach(leaf -> failures.put(leaf, words));
        version.set(version.get() + 1);
    }

    /// Reads all of the data of some leaves.
    void scan(Collection<Integer> wanted) {
        List<Integer> some = List.copyOf(new TreeSet<>(wanted));
        share.set(-1);
        Take take = new Take();
        Progress progress = (what, done, total) -> open.context().front().execute(() -> {
            if (share.get() != RowsViewModel.IDLE && total > 1) {
                share.set((double) done / total);
            }
        });
        scanning.submit(cancel -> {
            before.scan(dataset, some.stream().map(leaves::get).toList(), take, progress, cancel);
            return true;
        }, done -> share.set(RowsViewModel.IDLE), failure -> {
            share.set(RowsViewModel.IDLE);
            failed(some, failure);
        });
    }

    /// Gives up the full scan; what it has found stays.
    void stop() {
        scanning.cancel();
        share.set(RowsViewModel.IDLE);
    }

    /// Changes when profiles have come.
    ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    /// How much of a full scan is done, as [RowsViewModel#share()] says it.
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    private final class Take implements Profiles.Found {
        @Override
        public void profile(ColumnProfile profile) {
            take(profile, fromBefore::remove);
        }

        @Override
        public void kept(ColumnProfile profile) {
            take(profile, fromBefore::add);
        }

        private void take(ColumnProfile profile, Consumer<Integer> mark) {
            open.context().front().execute(() -> {
                int leaf = leaves.indexOf(profile.leaf());
                open.readMore();
                ColumnProfile known = profiles.get(leaf);
                if (known == null || known.source().compareTo(profile.source()) <= 0) {
                    profiles.put(leaf, profile);
                    mark.accept(leaf);
                    failures.remove(leaf);
                    version.set(version.get() + 1);
                }
            });
        }

        @Override
        public void failed(Leaf leaf, UnreadableData why) {
            open.context().front().execute(() -> {
                failures.put(leaves.indexOf(leaf), String.valueOf(why.getMessage()));
                version.set(version.get() + 1);
            });
        }
    }

    @Override
    public void close() {
        looking.cancel();
        scanning.cancel();
    }
}
