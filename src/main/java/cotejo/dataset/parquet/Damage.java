package cotejo.dataset.parquet;

import cotejo.dataset.UnreadableData;
import cotejo.model.Problem;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shaded.parquet.org.apache.thrift.TException;

/// Something in the bytes that cannot be; the message says what, in the language of the window.
final class Damage extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final Pattern REQUIRED = Pattern.compile("Required field '(\\w+)' .*Struct: *(\\w+)\\(.*",
            Pattern.DOTALL);

    private Damage(String why) {
        super(why);
    }

    static Damage of(String key, Object... arguments) {
        return new Damage(Texts.get(key, arguments));
    }

    /// A value that claims more bytes than there are.
    static Damage value(int length, int left) {
        return of("dataset.parquet.damage.value", Integer.toUnsignedLong(length), Math.max(0, left));
    }

    /// Why something failed, in a few words that a sentence can end with. What libraries say is for those who know
    /// them: it is the cause, and not what is shown.
    static String why(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return Texts.get("dataset.other.memory");
        }
        if (failure instanceof Damage || failure instanceof UnreadableData) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof IOException && failure.getCause() instanceof TException said) {
            Matcher required = REQUIRED.matcher(String.valueOf(said.getMessage()));
            return required.matches() ? Texts.get("dataset.parquet.damage.field", required.group(2), required.group(1))
                    : Texts.get("dataset.parquet.damage.header");
        }
        return failure instanceof IOException ? Problem.words(failure) : Texts.get("dataset.other.nonsense");
    }
}
