package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.text.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// XGBoost's own binary models, which it wrote until 3.0: `binf`, the 136 bytes of `LearnerModelParamLegacy`, and the
/// names of objective and booster (`src/learner.cc` of 1.7). Of the trees behind them the number of nodes is read, and
/// the nodes are passed over (`src/gbm/gbtree_model.h`, `include/xgboost/tree_model.h`).
final class XgboostOld implements ModelReader {

    private static final int PARAMETERS = 136;
    private static final int TREES = 4;
    private static final int MODEL = 160;
    private static final int TREE = 148;
    private static final int NODE = 20 + 16;

    @Override
    public boolean claims(Candidate candidate) {
        return candidate.begins("binf") && candidate.size() > 4 + PARAMETERS;
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        ByteBuffer said = ByteBuffer.wrap(candidate.blob().bytes(4, PARAMETERS)).order(ByteOrder.LITTLE_ENDIAN);
        long major = said.getInt(20);
        facts.format("xgboost-binary").framework("XGBoost " + (major == 0 ? "" : major + "." + said.getInt(24)));
        long at = 4 + PARAMETERS;
        String objective = text(candidate.blob(), at);
        at += 8 + objective.length();
        String booster = text(candidate.blob(), at);
        at += 8 + booster.length();
        facts.define("class", booster).define("objective", objective)
                .define("features", Fact.of(said.getInt(4))).define("classes", Fact.of(said.getInt(8)));
        if (!booster.equals("gblinear")) {
            byte[] count = candidate.blob().bytes(at, TREES);
            int trees = ByteBuffer.wrap(count).order(ByteOrder.LITTLE_ENDIAN).getInt();
            facts.define("trees", Fact.of(trees));
            leaves(candidate, at + MODEL, trees, facts);
        }
    }

    /// A node either has two children or is a leaf. Without the trees that are said to be there nothing is said of
    /// leaves.
    private static void leaves(Candidate candidate, long first, int trees, FactsBuilder facts) throws IOException {
        long at = first;
        long leaves = 0;
        for (int tree = 0; tree < trees; tree++) {
            candidate.cancel().check();
            byte[] head = candidate.blob().bytes(at, 12);
            ByteBuffer said = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            long nodes = head.length < 12 ? 0 : said.getInt(4);
            at += TREE + nodes * NODE;
            if (nodes <= 0 || at > candidate.size()) {
                facts.unread(Texts.get("preview.json.early"));
                return;
            }
            leaves += (nodes - said.getInt(8) + 1) / 2;
        }
        facts.define("leaves", Fact.of(leaves)).parameters(new Parameters(leaves, List.of(), 0));
    }

    private static String text(Blob blob, long at) throws IOException {
        byte[] head = blob.bytes(at, 8);
        long length = head.length < 8 ? -1 : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > 200 || at + 8 + length + TREES > blob.size()) {
            throw new EOFException(Texts.get("preview.json.early"));
        }
        return new String(blob.bytes(at + 8, (int) length), StandardCharsets.ISO_8859_1);
    }
}
