package cotejo.store;

import cotejo.model.MetricSummary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// All that is stored of a run beside its attributes, as one row of bytes: params, tags, metric headers by key number,
/// and dataset uses. One row a run instead of one a value is what lets 10,000 runs be read in a fraction of a second.
final class PackedFacts {

    private static final int VERSION = 1;

    /// A dataset use by the dataset's key.
    record Use(long dataset, String context) {
    }

    final Map<Integer, String> params = new TreeMap<>();
    final Map<Integer, String> tags = new TreeMap<>();
    final Map<Integer, SeriesHeader> metrics = new TreeMap<>();
    final List<Use> uses = new ArrayList<>();
    /// The number of the next part to write points to.
    int nextPart;
    /// The part that holds the short ends of the series and is rewritten when they grow; -1 when there is none.
    int tailPart = -1;

    byte[] write() {
        Bytes out = new Bytes(256 + params.size() * 16 + tags.size() * 32 + metrics.size() * 110);
        out.put(VERSION);
        writeTexts(out, params);
        writeTexts(out, tags);
        out.putVar(metrics.size());
        metrics.forEach((key, header) -> {
            out.putVar(key);
            header.write(out);
        });
        out.putVar(uses.size());
        for (Use use : uses) {
            out.putVar(use.dataset());
            out.putText(use.context());
        }
        out.putVar(nextPart);
        out.putVar(tailPart + 1);
        return out.toArray();
    }

    private static void writeTexts(Bytes out, Map<Integer, String> texts) {
        out.putVar(texts.size());
        texts.forEach((key, value) -> {
            out.putVar(key);
            out.putText(value);
        });
    }

    /// Takes what is packed piece by piece, without anything being put together.
    interface Visitor {
        void param(int key, String value);

        void tag(int key, String value);

        void metric(int key, MetricSummary summary);

        void use(long dataset, String context);
    }

    static void visit(byte[] data, Visitor visitor) {
        Bytes.Reader in = begin(data);
        for (int left = in.getCount(); left > 0; left--) {
            visitor.param(in.getCount(), in.getText());
        }
        for (int left = in.getCount(); left > 0; left--) {
            visitor.tag(in.getCount(), in.getText());
        }
        for (int left = in.getCount(); left > 0; left--) {
            visitor.metric(in.getCount(), SeriesHeader.readSummary(in));
        }
        for (int left = in.getCount(); left > 0; left--) {
            visitor.use(in.getVar(), in.getText());
        }
    }

    /// Counts what is packed without unpacking it.
    static RunTally tally(byte[] data) {
        Bytes.Reader in = begin(data);
        int params = in.getCount();
        skipTexts(in, params);
        int tags = in.getCount();
        skipTexts(in, tags);
        Set<Integer> metrics = new HashSet<>();
        long points = 0;
        for (int left = in.getCount(); left > 0; left--) {
            metrics.add(in.getCount());
            points += SeriesHeader.readSummary(in).count();
        }
        Set<Long> datasets = new HashSet<>();
        for (int left = in.getCount(); left > 0; left--) {
            datasets.add(in.getVar());
            in.skip(in.getCount());
        }
        return new RunTally(params, tags, points, metrics, datasets);
    }

    private static void skipTexts(Bytes.Reader in, int texts) {
        for (int left = texts; left > 0; left--) {
            in.getCount();
            in.skip(in.getCount());
        }
    }

    private static Bytes.Reader begin(byte[] data) {
        Bytes.Reader in = new Bytes.Reader(data);
        int version = in.get();
        if (version != VERSION) {
            throw new IndexOutOfBoundsException("facts of version " + version);
        }
        return in;
    }

    static PackedFacts read(byte[] data) {
        PackedFacts facts = new PackedFacts();
        Bytes.Reader in = begin(data);
        readTexts(in, facts.params);
        readTexts(in, facts.tags);
        for (int left = in.getCount(); left > 0; left--) {
            facts.metrics.put(in.getCount(), SeriesHeader.read(in));
        }
        for (int left = in.getCount(); left > 0; left--) {
            facts.uses.add(new Use(in.getVar(), in.getText()));
        }
        facts.nextPart = in.getCount();
        facts.tailPart = in.getCount() - 1;
        return facts;
    }

    private static void readTexts(Bytes.Reader in, Map<Integer, String> into) {
        for (int left = in.getCount(); left > 0; left--) {
            into.put(in.getCount(), in.getText());
        }
    }
}
