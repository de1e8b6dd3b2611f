package cotejo.command;

import cotejo.registry.RegistryRefusal;
import cotejo.text.Texts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the commands about models have in common.
final class ModelWork {

    /// Work on the registry.
    interface Work {
        int run() throws IOException;
    }

    private ModelWork() {
    }

    /// Does it; what the registry refuses becomes a refusal of the command. What is not known or not allowed is wrong
    /// usage; a gate that is not passed and a file that is not whole are 3.
    static int of(Work work) throws IOException {
        try {
            return work.run();
        } catch (RegistryRefusal refusal) {
            String sentence = String.valueOf(refusal.getMessage());
            throw (Refusal) (switch (refusal.kind()) {
                case UNKNOWN, RULE -> Refusal.usage(sentence);
                case GATE, FILE -> Refusal.unreadable(sentence);
            }).initCause(refusal);
        }
    }

    /// `KEY=VALUE` texts, in order.
    static Map<String, String> pairs(String option, List<String> texts) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            int at = text.indexOf('=');
            if (at <= 0) {
                throw Arguments.wrong(option, text);
            }
            pairs.put(text.substring(0, at).strip(), text.substring(at + 1));
        }
        return pairs;
    }

    /// The moment a person means: of a day its end, where the person is.
    static long moment(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant()
                        .toEpochMilli() - 1;
            }
            if (text.endsWith("Z")) {
                return Instant.parse(text).toEpochMilli();
            }
            return text.matches(".*[+-]\\d\\d:?\\d\\d$") ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : LocalDateTime.parse(text.replace(' ', 'T')).atZone(ZoneId.systemDefault()).toInstant()
                            .toEpochMilli();
        } catch (DateTimeException noDate) {
            throw (Refusal) Refusal.usage(Texts.get("command.history.date", text)).initCause(noDate);
        }
    }

    /// The whole number a word is.
    static long number(String label, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.grammar(Texts.get("command.usage.wrongValue", label, text));
        }
        return Long.parseLong(text);
    }
}
