package cotejo.preview;

import cotejo.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers the facts of one file while it is read. What was gathered stands where reading breaks off.
final class FactsBuilder {

    private static final int MOST_PROBLEMS = 100;

    private final Path file;
    private final long bytes;
    private String format = ModelFacts.UNKNOWN;
    private String framework = "";
    private Execution execution = Execution.NONE;
    private final Map<String, CodeName.Verdict> imports = new LinkedHashMap<>();
    private final Map<String, Fact> definition = new LinkedHashMap<>();
    private @Nullable Parameters parameters;
    private final Set<String> dependencies = new LinkedHashSet<>();
    private Signature signature = Signature.NONE;
    private final Map<String, Fact> metadata = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    FactsBuilder(Path file, long bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    Path file() {
        return file;
    }

    long bytes() {
        return bytes;
    }

    FactsBuilder format(String id) {
        format = id;
        return this;
    }

    String format() {
        return format;
    }

    FactsBuilder framework(String name) {
        if (framework.isEmpty()) {
            framework = name;
        }
        return this;
    }

    FactsBuilder define(String name, Fact fact) {
        definition.put(name, fact);
        return this;
    }

    FactsBuilder define(String name, String text) {
        if (!text.isBlank()) {
            definition.put(name, Fact.of(text));
        }
        return this;
    }

    FactsBuilder say(String name, Fact fact) {
        metadata.put(name, fact);
        return this;
    }

    FactsBuilder say(String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            metadata.put(name, Fact.of(text));
        }
        return this;
    }

    FactsBuilder parameters(Parameters found) {
        parameters = found;
        return this;
    }

    boolean hasParameters() {
        return parameters != null;
    }

    FactsBuilder depends(String requirement) {
        dependencies.add(requirement);
        return this;
    }

    FactsBuilder signature(Signature found) {
        signature = found;
        return this;
    }

    boolean hasSignature() {
        return !signature.empty();
    }

    /// Notes a name that loading would import. A name met twice keeps the more alarming verdict.
    FactsBuilder code(String name, CodeName.Verdict verdict) {
        imports.merge(name, verdict, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        execution = execution.and(verdict.execution());
        return this;
    }

    boolean hasImports() {
        return !imports.isEmpty();
    }

    boolean defines(String name) {
        return definition.containsKey(name);
    }

    /// The class that was defined, or nothing.
    String className() {
        Fact type = definition.get("class");
        return type == null ? "" : type.line();
    }

    FactsBuilder replaceFramework(String name) {
        framework = name;
        return this;
    }

    /// Whether that name was met.
    boolean has(String name) {
        return imports.containsKey(name);
    }

    /// Notes that loading runs known constructors at least.
    FactsBuilder runs(Execution at) {
        execution = execution.and(at);
        return this;
    }

    /// Something could not be read: no calm verdict any more.
    FactsBuilder unread(String sentence) {
        runs(Execution.NOT_FULLY_PARSED);
        return problem(sentence);
    }

    FactsBuilder problem(String sentence) {
        Problem problem = Problem.of(file, sentence);
        if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
            problems.add(problem);
        }
        return this;
    }

    Execution execution() {
        return execution;
    }

    /// Takes over what loading a part would run, and what could not be read of it.
    FactsBuilder danger(ModelFacts part) {
        part.imports().forEach(name -> code(name.name(), name.verdict()));
        runs(part.execution());
        part.problems().stream().filter(p -> problems.size() < MOST_PROBLEMS).forEach(problems::add);
        return this;
    }

    /// Takes over what a part says where nothing was said before.
    FactsBuilder adopt(ModelFacts part) {
        framework(part.framework());
        part.definition().fields().forEach(definition::putIfAbsent);
        if (parameters == null && part.parameters().total() > 0) {
            parameters = part.parameters();
        }
        if (signature.empty()) {
            signature = part.signature();
        }
        part.dependencies().forEach(dependencies::add);
        part.metadata().fields().forEach(metadata::putIfAbsent);
        return this;
    }

    ModelFacts build() {
        List<CodeName> names = imports.entrySet().stream().map(e -> new CodeName(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(CodeName::verdict).reversed()).toList();
        return new ModelFacts(format, framework, bytes, execution, names, new Fact.Fields(definition),
                parameters == null ? Parameters.UNKNOWN : parameters, List.copyOf(dependencies), signature,
                new Fact.Fields(metadata), problems);
    }
}
