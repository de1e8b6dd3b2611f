package cotejo.registry;

import cotejo.model.DatasetUse;
import cotejo.model.ModelCard;
import cotejo.model.RegistryEvent;
import cotejo.model.RunFrame;
import cotejo.model.VersionCard;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs the gates of a stage over a version. What cannot be found out does not pass.
final class Gates {

    private final Versions versions;
    private final ModelCard model;
    private final VersionCard version;
    private final @Nullable VersionCard incumbent;
    private final Cancel cancel;

    /// @param incumbent the version now in the stage, or null
    Gates(Versions versions, ModelCard model, VersionCard version, @Nullable VersionCard incumbent, Cancel cancel) {
        this.versions = versions;
        this.model = model;
        this.version = version;
        this.incumbent = incumbent;
        this.cancel = cancel;
    }

    List<RegistryEvent.Gate> run(List<String> rules) {
        return rules.stream().map(this::one).toList();
    }

    private RegistryEvent.Gate one(String rule) {
        Gate gate = Gate.parse(rule);
        return switch (gate) {
            case Gate.MetricGate metric -> metric(metric);
            case Gate.DatasetGate _ -> dataset(rule);
            case Gate.SignatureGate _ -> signature(rule);
            case Gate.PassportGate(double share, String _) -> passport(rule, share);
            case Gate.ImportsGate _ -> imports(rule);
            case Gate.IntactGate _ -> intact(rule);
            case Gate.TagGate(String key, @Nullable String value, String _) -> tag(rule, key, value);
        };
    }

    private static RegistryEvent.Gate passed(String rule, String key, Object... args) {
        return new RegistryEvent.Gate(rule, true, Texts.get(key, plain(args)));
    }

    private static RegistryEvent.Gate failed(String rule, String key, Object... args) {
        return new RegistryEvent.Gate(rule, false, Texts.get(key, plain(args)));
    }

    /// Numbers of versions are not grouped.
    private static Object[] plain(Object[] args) {
        return java.util.Arrays.stream(args).map(String::valueOf).toArray();
    }

    private static String number(double value) {
        return Figures.brief(value, 6);
    }

    private RegistryEvent.Gate metric(Gate.MetricGate gate) {
        Double mine = facts(version).run().metrics().get(gate.key());
        if (mine == null) {
            return failed(gate.text(), "registry.gate.metric.none", gate.key(), version.version());
        }
        double wanted = gate.value();
        if (gate.reference() != null) {
            Optional<VersionCard> reference = reference(gate.reference());
            if (reference.isEmpty()) {
                return passed(gate.text(), "registry.gate.noReference", gate.reference());
            }
            Double theirs = facts(reference.get()).run().metrics().get(gate.key());
            if (theirs == null) {
                return failed(gate.text(), "registry.gate.metric.none", gate.key(), reference.get().version());
            }
            wanted += theirs;
        }
        boolean passes = gate.atLeast() ? mine >= wanted : mine <= wanted;
        return passes ? passed(gate.text(), "registry.gate.metric.passed", gate.key(), number(mine), number(wanted))
                : failed(gate.text(), gate.atLeast() ? "registry.gate.metric.below" : "registry.gate.metric.above",
                        gate.key(), number(mine), number(wanted));
    }

    private Optional<VersionCard> reference(String name) {
        if (name.equals("current")) {
            return Optional.ofNullable(incumbent);
        }
        Integer number = model.aliases().get(name);
        return number == null || number == version.version() ? Optional.empty() : model.version(number);
    }

    private VersionFacts facts(VersionCard card) {
        return versions.facts(model.id(), card, cancel);
    }

    private RegistryEvent.Gate dataset(String rule) {
        if (incumbent == null) {
            return passed(rule, "registry.gate.noReference", "current");
        }
        List<VersionFacts.Data> mine = facts(version).run().data();
        List<VersionFacts.Data> theirs = facts(incumbent).run().data();
        if (mine.isEmpty()) {
            return failed(rule, "registry.gate.dataset.none", version.version());
        }
        for (VersionFacts.Data old : theirs) {
            boolean same = mine.stream().anyMatch(data -> data.digest().equals(old.digest()));
            boolean newer = mine.stream().anyMatch(data -> data.name().equals(old.name())
                    && firstRead(data, version) > firstRead(old, incumbent));
            if (!same && !newer) {
                return failed(rule, "registry.gate.dataset.other", old.name(), old.digest(), incumbent.version());
            }
        }
        return passed(rule, "registry.gate.dataset.passed");
    }

    /// When a run first read this data, as far as is known here.
    private long firstRead(VersionFacts.Data data, VersionCard card) {
        RunFrame frame = versions.frame();
        long first = facts(card).run().start();
        for (int row = 0; row < frame.size(); row++) {
            long start = frame.run(row).start();
            if (start > 0 && (first == 0 || start < first)) {
                for (DatasetUse use : frame.datasets(row)) {
                    if (use.dataset().digest().equals(data.digest()) && use.dataset().name().equals(data.name())) {
                        first = start;
                    }
                }
            }
        }
        return first;
    }

    private RegistryEvent.Gate signature(String rule) {
        if (incumbent == null) {
            return passed(rule, "registry.gate.noReference", "current");
        }
        VersionFacts.ModelPart mine = facts(version).model();
        VersionFacts.ModelPart theirs = facts(incumbent).model();
        if (theirs.inputs().isEmpty() && theirs.outputs().isEmpty()) {
            return passed(rule, "registry.gate.signature.unsaid", incumbent.version());
        }
        if (mine.inputs().isEmpty() && mine.outputs().isEmpty()) {
            return failed(rule, "registry.gate.signature.none", version.version());
        }
        for (VersionFacts.PortPart input : mine.inputs()) {
            if (input.must() && theirs.inputs().stream().noneMatch(known -> fits(known, input))) {
                return failed(rule, "registry.gate.signature.input", input.name(), input.typeText());
            }
        }
        for (VersionFacts.PortPart output : theirs.outputs()) {
            if (mine.outputs().stream().noneMatch(known -> fits(known, output))) {
                return failed(rule, "registry.gate.signature.output", output.name(), output.typeText());
            }
        }
        return passed(rule, "registry.gate.signature.passed");
    }

    private static boolean fits(VersionFacts.PortPart one, VersionFacts.PortPart other) {
        return one.name().equals(other.name()) && one.type().equals(other.type())
                && one.shape().equals(other.shape());
    }

    private RegistryEvent.Gate passport(String rule, double share) {
        Passport passport = versions.passport(model.id(), version, cancel);
        if (passport.complete() >= share - 1e-9) {
            return passed(rule, "registry.gate.passport.passed");
        }
        List<String> missing = passport.sections().stream().flatMap(section -> section.missing().stream()).toList();
        return failed(rule, "registry.gate.passport.missing", String.join(", ", missing));
    }

    private RegistryEvent.Gate imports(String rule) {
        VersionFacts.ModelPart model = facts(version).model();
        return switch (model.execution()) {
            case "none", "known-constructors" -> passed(rule, "registry.gate.imports.known");
            case "unknown-imports" -> passed(rule, "registry.gate.imports.unknown", some(model.imports()));
            case "dangerous-imports" -> failed(rule, "registry.gate.imports.dangerous", some(model.imports()));
            case "not-fully-parsed" -> failed(rule, "registry.gate.imports.unread");
            default -> failed(rule, "registry.gate.imports.unlooked");
        };
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(5, names.size()))) + (names.size() > 5 ? ", …" : "");
    }

    private RegistryEvent.Gate intact(String rule) {
        if (!version.kept()) {
            return failed(rule, "registry.gate.intact.notKept", version.version());
        }
        List<String> wrong = versions.damaged(model.id(), version, cancel);
        return wrong.isEmpty() ? passed(rule, "registry.gate.intact.passed")
                : failed(rule, "registry.gate.intact.wrong", some(wrong));
    }

    private RegistryEvent.Gate tag(String rule, String key, @Nullable String value) {
        @Nullable String mine = version.tags().get(key);
        if (mine == null) {
            return failed(rule, "registry.gate.tag.none", key);
        }
        return value == null || value.equals(mine) ? passed(rule, "registry.gate.tag.passed", key, mine)
                : failed(rule, "registry.gate.tag.other", key, mine, value);
    }
}
