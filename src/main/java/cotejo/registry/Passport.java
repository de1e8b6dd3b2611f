package cotejo.registry;

import cotejo.model.StoredFile;
import cotejo.model.VersionCard;
import cotejo.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The six things a registry must keep of a version, each filled from its run, its `MLmodel`, its files, or by hand.
///
/// @param sections in order
public record Passport(List<Section> sections) {

    /// What is kept.
    public enum Part {
        DEFINITION, PARAMETERS, DEPENDENCIES, DATA, CODE, ARTIFACTS;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Where an entry comes from.
    public enum From {
        RUN, MLMODEL, FILES, HAND
    }

    /// One thing that is known.
    ///
    /// @param key such as `definition.type`; by it a person enters it by hand
    public record Entry(String key, String value, From from) {
    }

    /// One of the six.
    ///
    /// @param complete whether what it must say is there
    /// @param missing  keys of what it must say and does not
    public record Section(Part part, List<Entry> entries, boolean complete, List<String> missing) {
    }

    private static final Pattern PLOT = Pattern.compile("(?i)\\.(png|jpe?g|gif|svg|webp|bmp|tiff?)$");

    /// What each part must say. Of a set in a list any one will do.
    private static final Map<Part, List<Set<String>>> MUST = Map.of(
            Part.DEFINITION, List.of(Set.of("definition.type")),
            Part.PARAMETERS, List.of(Set.of("parameters.hash")),
            Part.DEPENDENCIES, List.of(Set.of("dependencies.python"), Set.of("dependencies.packages")),
            Part.DATA, List.of(Set.of("data.name"), Set.of("data.digest")),
            Part.CODE, List.of(Set.of("code.commit", "code.files"), Set.of("code.entry")),
            Part.ARTIFACTS, List.of(Set.of("artifacts.metrics", "artifacts.plots", "artifacts.reports")));

    /// What a person can enter by hand.
    public static final List<String> KEYS = List.of("definition.type", "definition.loss", "parameters.count",
            "parameters.tensors", "parameters.hash", "dependencies.python", "dependencies.packages", "data.name",
            "data.digest", "data.source", "data.schema", "data.profile", "code.commit", "code.entry",
            "code.files", "artifacts.metrics", "artifacts.plots", "artifacts.reports");

    /// How much is there, from 0 to 1: complete parts of six.
    public double complete() {
        return sections.stream().filter(Section::complete).count() / (double) sections.size();
    }

    /// What a part says of something; empty when it is not there.
    public Optional<String> value(String key) {
        return sections.stream().flatMap(section -> section.entries().stream())
                .filter(entry -> entry.key().equals(key)).map(Entry::value).findFirst();
    }

    /// Puts a passport together.
    public static Passport of(VersionCard version, VersionFacts facts, List<StoredFile> files,
            Map<String, String> byHand) {
        return new Collector(version, facts, files, byHand).passport();
    }

    /// Gathers the entries of one passport.
    private static final class Collector {

        private final VersionCard version;
        private final VersionFacts facts;
        private final List<StoredFile> files;
        private final Map<String, Entry> entries = new TreeMap<>();
        private final Map<String, String> byHand;

        Collector(VersionCard version, VersionFacts facts, List<StoredFile> files, Map<String, String> byHand) {
            this.version = version;
            this.facts = facts;
            this.files = files;
            this.byHand = byHand;
        }

        Passport passport() {
            definition();
            parameters();
            dependencies();
            data();
            code();
            artifacts();
            byHand.forEach((key, value) -> put(key, value, From.HAND));
            List<Section> sections = new ArrayList<>();
            for (Part part : Part.values()) {
                sections.add(section(part));
            }
            return new Passport(List.copyOf(sections));
        }

        private Section section(Part part) {
            List<Entry> mine = entries.values().stream().filter(e -> e.key().startsWith(part.word() + ".")).toList();
            List<String> missing = new ArrayList<>();
            for (Set<String> any : MUST.getOrDefault(part, List.of())) {
                if (any.stream().noneMatch(entries::containsKey)) {
                    missing.add(any.stream().min(String::compareTo).orElse(""));
                }
            }
            return new Section(part, mine, missing.isEmpty(), List.copyOf(missing));
        }

        private void put(String key, String value, From from) {
            if (!value.isBlank()) {
                entries.put(key, new Entry(key, value.strip(), from));
            }
        }

        private void first(String key, From from, String... values) {
            for (String value : values) {
                if (!value.isBlank()) {
                    put(key, value, from);
                    return;
                }
            }
        }

        private String param(String... keys) {
            for (String key : keys) {
                String value = facts.run().params().getOrDefault(key, "");
                if (!value.isBlank()) {
                    return value;
                }
            }
            return "";
        }

        private void definition() {
            Map<String, String> said = facts.model().definition();
            first("definition.type", From.MLMODEL, facts.model().framework(), said.getOrDefault("flavor", ""));
            put("definition.type", param("model", "model_type", "estimator", "architecture", "arch"), From.RUN);
            first("definition.type", From.FILES, said.getOrDefault("class", ""), said.getOrDefault("classes", ""));
            put("definition.framework", facts.model().framework(), From.MLMODEL);
            put("definition.loss", param("loss", "criterion", "objective", "loss_function"), From.RUN);
            put("definition.loss", said.getOrDefault("loss", ""), From.FILES);
            put("definition.signature", ports(facts.model().inputs(), facts.model().outputs()), From.MLMODEL);
            put("definition.example", facts.model().example(), From.MLMODEL);
        }

        private static String ports(List<VersionFacts.PortPart> inputs, List<VersionFacts.PortPart> outputs) {
            return inputs.isEmpty() && outputs.isEmpty() ? "" : inputs.size() + " → " + outputs.size();
        }

        private void parameters() {
            if (version.kept() || files.isEmpty()) {
                put("parameters.hash", version.digest(), From.FILES);
            } else if (files.stream().noneMatch(file -> file.sha256().isEmpty())) {
                put("parameters.hash", Registration.digest(files), From.FILES);
            }
            if (!files.isEmpty()) {
                put("parameters.bytes", Long.toString(files.stream().mapToLong(StoredFile::bytes).sum()), From.FILES);
                put("parameters.files", Integer.toString(files.size()), From.FILES);
            }
            if (facts.model().parameters() >= 0) {
                put("parameters.count", Long.toString(facts.model().parameters()), From.FILES);
                put("parameters.tensors", Integer.toString(facts.model().tensors().size()), From.FILES);
            }
        }

        private void dependencies() {
            List<String> packages = new ArrayList<>();
            for (String line : facts.model().dependencies()) {
                if (line.startsWith("python==")) {
                    put("dependencies.python", line.substring("python==".length()), From.MLMODEL);
                } else if (!packages.contains(line)) {
                    packages.add(line);
                }
            }
            put("dependencies.packages", String.join("\n", packages), From.MLMODEL);
        }

        private void data() {
            List<VersionFacts.Data> all = facts.run().data();
            put("data.name", all.stream().map(VersionFacts.Data::name).distinct().reduce((a, b) -> a + ", " + b)
                    .orElse(""), From.RUN);
            put("data.digest", all.stream().map(VersionFacts.Data::digest).distinct().reduce((a, b) -> a + ", " + b)
                    .orElse(""), From.RUN);
            all.stream().findFirst().ifPresent(one -> {
                put("data.source", one.source(), From.RUN);
                put("data.schema", one.schema(), From.RUN);
                put("data.profile", one.profile(), From.RUN);
            });
        }

        private void code() {
            Map<String, String> tags = facts.run().tags();
            put("code.commit", tags.getOrDefault("mlflow.source.git.commit", ""), From.RUN);
            put("code.branch", tags.getOrDefault("mlflow.source.git.branch", ""), From.RUN);
            put("code.repository", tags.getOrDefault("mlflow.source.git.repoURL", ""), From.RUN);
            put("code.entry", tags.getOrDefault("mlflow.source.name", ""), From.RUN);
            put("code.files", String.join("\n", files.stream().map(StoredFile::path)
                    .filter(path -> path.endsWith(".py") || path.endsWith(".ipynb")).toList()), From.FILES);
        }

        private void artifacts() {
            put("artifacts.metrics", String.join("\n", facts.run().metrics().entrySet().stream()
                    .map(e -> e.getKey() + " = " + Figures.brief(e.getValue(), 6)).toList()), From.RUN);
            put("artifacts.plots", String.join("\n", facts.run().artifacts().stream()
                    .filter(path -> PLOT.matcher(path).find()).toList()), From.RUN);
            put("artifacts.reports", String.join("\n", facts.run().artifacts().stream()
                    .filter(path -> !PLOT.matcher(path).find()).toList()), From.RUN);
        }
    }
}
