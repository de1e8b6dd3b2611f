package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.text.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// XGBoost's own binary models, which it wrote until 3.0: `binf`, the 136 bytes of `LearnerModelParamLegacy`, and the
/// names of objective and booster (`src/learner.cc` of 1.7). The trees behind them are passed over.
final class XgboostOld implements ModelReader {

    private static final int PARAMETERS = 136;
    private static final int TREES = 4;

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
            facts.define("trees", Fact.of(ByteBuffer.wrap(count).order(ByteOrder.LITTLE_ENDIAN).getInt()));
        }
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
