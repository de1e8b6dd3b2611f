package cotejo.codec.pickle;

import cotejo.codec.pickle.PickleFindings.Trick;
import cotejo.codec.pickle.PickleValue.Group;
import cotejo.codec.pickle.PickleValue.Kind;
import cotejo.codec.pickle.PickleValue.Pairs;
import java.util.ArrayList;
import java.util.List;

/// The lists, sets and dicts of one pickle. Up to a bound what is put into them is kept; beyond it is counted.
final class PickleGroups {

    /// The most values of the graph that are kept.
    static final int MOST_KEPT = 1_500_000;

    private final PickleStack stack;
    private final PickleFindings findings;
    private int kept;

    PickleGroups(PickleStack stack, PickleFindings findings) {
        this.stack = stack;
        this.findings = findings;
    }

    /// Told what a value is put into something. The reader of joblib's arrays is only ever called by its own name: in
    /// other hands it would make joblib pass over bytes that are followed here.
    void handed(PickleValue value) {
        if (value instanceof PickleValue.Global global && JoblibArray.reads(global)) {
            findings.odd(Trick.HANDS_ON_A_READER, global.full());
        }
    }

    Group group(Kind kind, List<PickleValue> items) {
        items.forEach(this::handed);
        Group group = new Group(kind, new ArrayList<>(0));
        if (kept + items.size() < MOST_KEPT) {
            kept += items.size();
            group = new Group(kind, items);
        }
        group.size = items.size();
        return group;
    }

    void append(List<PickleValue> items) throws PickleException {
        switch (stack.top()) {
            case Group group when group.kind() == Kind.LIST || group.kind() == Kind.SET -> add(group, items);
            case PickleValue.Made made -> add(made.items, items);
            case PickleValue.Unknown _ -> { }
            case PickleValue.Persistent _ -> { }
            case PickleValue.Global global -> findings.odd(Trick.CHANGES_AN_IMPORT, global.full());
            case PickleValue other -> throw stack.broken("append to " + other.getClass().getSimpleName());
        }
    }

    private void add(Group group, List<PickleValue> items) {
        items.forEach(this::handed);
        group.size += items.size();
        if (kept + items.size() < MOST_KEPT) {
            kept += items.size();
            group.items.addAll(items);
        }
    }

    void set(List<PickleValue> flat) throws PickleException {
        switch (stack.top()) {
            case Pairs pairs -> put(pairs, flat);
            case PickleValue.Made made -> put(made.pairs, flat);
            case Group group when group.kind() == Kind.LIST -> { }
            case PickleValue.Unknown _ -> { }
            case PickleValue.Persistent _ -> { }
            case PickleValue.Global global -> findings.odd(Trick.CHANGES_AN_IMPORT, global.full());
            case PickleValue other -> throw stack.broken("put into " + other.getClass().getSimpleName());
        }
    }

    void put(Pairs pairs, List<PickleValue> flat) throws PickleException {
        if (flat.size() % 2 != 0) {
            throw stack.broken("a key without a value");
        }
        flat.forEach(this::handed);
        pairs.size += flat.size() / 2;
        if (kept + flat.size() < MOST_KEPT) {
            kept += flat.size();
            for (int i = 0; i < flat.size(); i += 2) {
                pairs.keys.add(flat.get(i));
                pairs.values.add(flat.get(i + 1));
            }
        }
    }
}
