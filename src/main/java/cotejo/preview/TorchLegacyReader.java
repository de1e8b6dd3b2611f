package cotejo.preview;

import cotejo.codec.pickle.PickleException;
import cotejo.codec.pickle.PickleFindings;
import cotejo.codec.pickle.PickleInput;
import cotejo.codec.pickle.PickleMachine;
import cotejo.codec.pickle.PickleValue;
import cotejo.preview.CodeName.Verdict;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What torch.save wrote before 1.6: a magic number, a protocol number, facts of the machine, the object and the list
/// of storages, each a pickle, then the storages raw, each behind its count.
final class TorchLegacyReader implements ModelReader {

    private static final int[] MAGIC = {0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e};
    private static final int FRAME = 0x95;

    @Override
    public boolean claims(Candidate candidate) {
        return PickleReader.marked(candidate)
                && candidate.at(candidate.at(2, FRAME) ? 11 : 2, MAGIC);
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("torch-legacy").framework("PyTorch").runs(Execution.KNOWN_CONSTRUCTORS);
        PickleFacts pickles = new PickleFacts(candidate, facts).storagesAreKnown();
        PickleFindings findings = new PickleFindings();
        PickleInput input = new PickleInput(candidate.blob().stream(0));
        Storages storages = new Storages();
        try {
            PickleValue keys = new PickleValue.Unknown();
            for (int i = 0; i < 5; i++) {
                PickleValue value = new PickleMachine(input, findings, PickleMachine.Arrays.PLAIN,
                        candidate.cancel()::check, storages::outside).run();
                if (i == 3) {
                    new PickleDescription(facts).describe(List.of(value));
                }
                keys = value;
            }
            storages.skip(keys, input);
            if (input.peek() >= 0) {
                facts.unread(Texts.get("preview.torch.rest", Long.toString(input.position())));
            }
        } finally {
            pickles.judge(findings, Verdict.KNOWN);
            facts.say("protocol", Fact.of(findings.protocol()));
            pickles.nested(findings, 1);
        }
    }

    /// The sizes of the numbers in the storages, by key.
    private static final class Storages {
        private final Map<String, Long> sizes = new HashMap<>();

        /// The class itself where the id is one of a module, which stands there with its source
        /// (`persistent_load` of `torch.serialization._legacy_load`).
        PickleValue outside(PickleValue id) {
            if (id instanceof PickleValue.Group group && group.items().size() >= 2
                    && group.items().getFirst() instanceof PickleValue.Text kind && kind.value().equals("module")
                    && group.items().get(1) instanceof PickleValue.Global type) {
                return type;
            }
            if (id instanceof PickleValue.Group group && group.items().size() >= 5
                    && group.items().get(1) instanceof PickleValue.Global type
                    && group.items().get(2) instanceof PickleValue.Text key && sizes.size() < 1_000_000) {
                sizes.put(key.value(), Dtypes.bits(PickleGraph.storage(type.name())) / 8);
            }
            return new PickleValue.Persistent(id);
        }

        void skip(PickleValue keys, PickleInput input) throws IOException {
            if (!(keys instanceof PickleValue.Group group) || group.items().size() != group.size()) {
                throw new IOException(Texts.get("preview.torch.storages"));
            }
            for (PickleValue key : group.items()) {
                long size = key instanceof PickleValue.Text text ? sizes.getOrDefault(text.value(), -1L) : -1;
                long count = input.number();
                if (size <= 0 || count < 0 || count > Long.MAX_VALUE / 16) {
                    throw new IOException(Texts.get("preview.torch.storages"));
                }
                try {
                    input.skip(count * size);
                } catch (PickleException early) {
                    throw new IOException(Texts.get("preview.torch.storages"), early);
                }
            }
        }
    }
}
