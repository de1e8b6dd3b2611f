package cotejo.registry;

import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A rule that a version has to pass before it may enter a stage. A person writes it as one line of text:
///
/// | rule | passes when |
/// |---|---|
/// | `metric r2 >= 0.4` | the metric is at least so; `<=` where less is better |
/// | `metric r2 >= champion - 0.01` | at least what the version called `@champion` has, less so much |
/// | `metric rmse <= current + 0.5` | at most what the version now in the stage has, plus so much |
/// | `dataset` | trained on the same data as the version now in the stage, or on newer |
/// | `signature` | takes what the version now in the stage takes, and gives what it gives |
/// | `passport`, `passport 0.8` | the passport is complete, or so complete |
/// | `imports` | nothing that loading needs is known to be dangerous, and everything was read |
/// | `intact` | every file still is what its hash says |
/// | `tag validated`, `tag validated=true` | the version has that tag, or that value of it |
public sealed interface Gate {

    /// What a metric is compared with.
    ///
    /// @param reference an alias, `current`, or null for the number alone
    /// @param value     the number, or what is added to the reference
    record MetricGate(String key, boolean atLeast, @Nullable String reference, double value, String text)
            implements Gate {
    }

    record DatasetGate(String text) implements Gate {
    }

    record SignatureGate(String text) implements Gate {
    }

    record PassportGate(double share, String text) implements Gate {
    }

    record ImportsGate(String text) implements Gate {
    }

    record IntactGate(String text) implements Gate {
    }

    /// @param value null when any will do
    record TagGate(String key, @Nullable String value, String text) implements Gate {
    }

    /// The rule as it was written, blanks evened out.
    String text();

    /// What a rule asks for, as a sentence in the language of the person; of a line that is no rule the line itself.
    static String words(String line) {
        try {
            return Parts.words(parse(line));
        } catch (RegistryRefusal none) {
            return line;
        }
    }

    /// Reads a rule.
    ///
    /// @throws RegistryRefusal when it is none
    static Gate parse(String line) {
        String text = line.strip().replaceAll("\\s+", " ");
        String word = text.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        String rest = text.length() > word.length() ? text.substring(word.length() + 1) : "";
        Optional<Gate> gate = switch (word) {
            case "metric" -> Parts.metric(rest, text);
            case "dataset" -> rest.isEmpty() ? Optional.of(new DatasetGate(text)) : Optional.empty();
            case "signature" -> rest.isEmpty() ? Optional.of(new SignatureGate(text)) : Optional.empty();
            case "passport" -> Parts.passport(rest, text);
            case "imports" -> rest.isEmpty() ? Optional.of(new ImportsGate(text)) : Optional.empty();
            case "intact" -> rest.isEmpty() ? Optional.of(new IntactGate(text)) : Optional.empty();
            case "tag" -> Parts.tag(rest, text);
            default -> Optional.empty();
        };
        return gate.orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.RULE,
                Texts.get("registry.gate.unreadable", line)));
    }

    /// The parts of rules.
    final class Parts {

        private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
        private static final Pattern METRIC = Pattern.compile("(.+?) ?(>=|<=) ?(?:(" + NUMBER + ")|@?([\\w\\-]+?)"
                + "(?: ?([+\\-−]) ?(" + NUMBER + "))?)", Pattern.UNICODE_CHARACTER_CLASS);

        private Parts() {
        }

        static String words(Gate gate) {
            return switch (gate) {
                case MetricGate metric -> Texts.get(metric.atLeast() ? "registry.rule.atLeast"
                        : "registry.rule.atMost", metric.key(), bound(metric));
                case DatasetGate _ -> Texts.get("registry.rule.dataset");
                case SignatureGate _ -> Texts.get("registry.rule.signature");
                case PassportGate(double share, String _) -> share < 1
                        ? Texts.get("registry.rule.passport.share", Figures.brief(100 * share, 6))
                        : Texts.get("registry.rule.passport");
                case ImportsGate _ -> Texts.get("registry.rule.imports");
                case IntactGate _ -> Texts.get("registry.rule.intact");
                case TagGate(String key, @Nullable String value, String _) -> value == null
                        ? Texts.get("registry.rule.tag", key) : Texts.get("registry.rule.tag.value", key, value);
            };
        }

        private static String bound(MetricGate metric) {
            if (metric.reference() == null) {
                return Figures.brief(metric.value(), 6);
            }
            String whose = metric.reference().equals("current") ? Texts.get("registry.rule.now")
                    : "@" + metric.reference();
            String margin = Figures.brief(Math.abs(metric.value()), 6);
            return metric.value() == 0 ? Texts.get("registry.rule.bound", whose)
                    : Texts.get(metric.value() < 0 ? "registry.rule.bound.less" : "registry.rule.bound.more", whose,
                            margin);
        }

        static Optional<Gate> metric(String rest, String text) {
            Matcher m = METRIC.matcher(rest);
            if (!m.matches()) {
                return Optional.empty();
            }
            boolean atLeast = m.group(2).equals(">=");
            if (m.group(3) != null) {
                return Optional.of(new MetricGate(m.group(1), atLeast, null, Double.parseDouble(m.group(3)), text));
            }
            double value = m.group(6) == null ? 0 : Double.parseDouble(m.group(6));
            boolean less = m.group(5) != null && !m.group(5).equals("+");
            return Optional.of(new MetricGate(m.group(1), atLeast, m.group(4), less ? -value : value, text));
        }

        static Optional<Gate> passport(String rest, String text) {
            if (rest.isEmpty()) {
                return Optional.of(new PassportGate(1, text));
            }
            return rest.matches(NUMBER) && Double.parseDouble(rest) >= 0 && Double.parseDouble(rest) <= 1
                    ? Optional.of(new PassportGate(Double.parseDouble(rest), text)) : Optional.empty();
        }

        static Optional<Gate> tag(String rest, String text) {
            if (rest.isBlank()) {
                return Optional.empty();
            }
            int at = rest.indexOf('=');
            return Optional.of(at < 0 ? new TagGate(rest, null, text)
                    : new TagGate(rest.substring(0, at).strip(), rest.substring(at + 1).strip(), text));
        }
    }
}
