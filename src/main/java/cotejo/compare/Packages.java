package cotejo.compare;

import cotejo.codec.YamlNodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The packages a run was made with, as the files beside its models and artifacts say: `requirements.txt`,
/// `conda.yaml`, `python_env.yaml`.
///
/// Names are brought to one form (PEP 503: small letters, hyphens). A version pinned by `==`, or by conda's `=`, is
/// given bare; any other condition as written. Where files say different things, all of it is given.
final class Packages {

    static final String PYTHON = "python";

    private static final Logger LOG = LoggerFactory.getLogger(Packages.class);
    private static final int MOST_FILES = 40;
    private static final int MOST_BYTES = 1_000_000;
    private static final Pattern REQUIREMENT = Pattern.compile(
            "([A-Za-z0-9][\\w.-]*)\\s*(?:\\[[^]]*])?\\s*(@.*|[(]?[<>=!~].*)?");
    private static final Pattern CONDA = Pattern.compile("(?:[\\w.-]+::)?([A-Za-z0-9_][\\w.-]*)\\s*(.*)");

    private final Map<String, List<String>> found = new TreeMap<>();

    private Packages() {
    }

    /// Reads the files of a run that say something of packages.
    static SortedMap<String, String> of(Map<String, FileOfRun> files) {
        Packages packages = new Packages();
        int read = 0;
        for (Map.Entry<String, FileOfRun> file : files.entrySet()) {
            String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
            boolean says = name.equals("requirements.txt") || name.equals("conda.yaml") || name.equals("conda.yml")
                    || name.equals("python_env.yaml");
            if (says && read++ < MOST_FILES && file.getValue().size() <= MOST_BYTES) {
                packages.file(name, file.getValue());
            }
        }
        SortedMap<String, String> versions = new TreeMap<>();
        packages.found.forEach((name, said) -> versions.put(name, String.join(" | ", said)));
        return versions;
    }

    private void file(String name, FileOfRun file) {
        try (InputStream in = Files.newInputStream(file.file())) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            switch (name) {
                case "requirements.txt" -> new String(bytes, StandardCharsets.UTF_8).lines().forEach(this::requirement);
                case "python_env.yaml" -> pythonEnvironment(YamlNodes.parse(bytes));
                default -> conda(YamlNodes.parse(bytes));
            }
        } catch (IOException unreadable) {
            LOG.debug("{} says nothing of packages", file.file(), unreadable);
        }
    }

    private void requirement(String line) {
        int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
        String core = (comment < 0 ? line : line.substring(0, comment)).strip();
        int marker = core.indexOf(';');
        Matcher matcher = REQUIREMENT.matcher((marker < 0 ? core : core.substring(0, marker)).strip());
        if (matcher.matches()) {
            add(matcher.group(1), bare(matcher.group(2)));
        }
    }

    private void pythonEnvironment(YamlNodes.@Nullable Node node) {
        if (node instanceof YamlNodes.Mapping(Map<String, YamlNodes.Node> entries)) {
            if (entries.get("python") instanceof YamlNodes.Scalar python) {
                add(PYTHON, python.text());
            }
            each(entries.get("build_dependencies"), this::requirement);
            each(entries.get("dependencies"), this::requirement);
        }
    }

    private void conda(YamlNodes.@Nullable Node node) {
        if (node instanceof YamlNodes.Mapping(Map<String, YamlNodes.Node> entries)) {
            each(entries.get("dependencies"), this::condaPackage);
            if (entries.get("dependencies") instanceof YamlNodes.Sequence(List<YamlNodes.Node> items)) {
                for (YamlNodes.Node item : items) {
                    if (item instanceof YamlNodes.Mapping(Map<String, YamlNodes.Node> pip)) {
                        each(pip.get("pip"), this::requirement);
                    }
                }
            }
        }
    }

    /// `numpy=1.26.4=py311h64a7726_0`, `pip<=23.2.1`, `conda-forge::numpy`.
    private void condaPackage(String text) {
        Matcher matcher = CONDA.matcher(text.strip());
        if (matcher.matches()) {
            String rest = matcher.group(2).strip();
            boolean single = rest.startsWith("=") && !rest.startsWith("==");
            add(matcher.group(1), single ? rest.substring(1).split("=")[0] : bare(rest));
        }
    }

    private static void each(YamlNodes.@Nullable Node node, java.util.function.Consumer<String> use) {
        if (node instanceof YamlNodes.Sequence(List<YamlNodes.Node> items)) {
            for (YamlNodes.Node item : items) {
                if (item instanceof YamlNodes.Scalar scalar) {
                    use.accept(scalar.text());
                }
            }
        }
    }

    private static String bare(@Nullable String condition) {
        if (condition == null || condition.isBlank()) {
            return "";
        }
        String core = condition.strip();
        boolean pinned = core.startsWith("==") && core.indexOf(',') < 0;
        return pinned ? core.substring(2).strip() : core;
    }

    private void add(String name, String version) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
        List<String> said = found.computeIfAbsent(key, any -> new ArrayList<>());
        // A name alone says less than a version that stands elsewhere, and so does a range.
        if (version.isEmpty() ? said.isEmpty() : !said.contains(version)) {
            said.remove("");
            said.add(version);
        }
    }
}
