package cotejo.registry;

import cotejo.preview.CodeName;
import cotejo.preview.Fact;
import cotejo.preview.ModelFacts;
import cotejo.preview.ModelFiles;
import cotejo.preview.Signature;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the files of a version say of it, read without running any of them.
final class Inspection {

    private static final int MOST = 2000;

    private Inspection() {
    }

    /// Reads a model file, or the folder of one.
    static VersionFacts.ModelPart of(Path top, Cancel cancel) throws IOException {
        ModelFacts facts = ModelFiles.inspect(top, cancel);
        Optional<VersionFacts.ModelPart> said = Mlmodel.read(Folders.files(top, cancel));
        Map<String, String> definition = new TreeMap<>();
        facts.definition().fields().forEach((key, fact) -> definition.put(key, fact.line()));
        loss(facts.definition()).ifPresent(loss -> definition.putIfAbsent("loss", loss));
        said.ifPresent(model -> definition.putAll(model.definition()));
        Map<String, String> metadata = new TreeMap<>();
        facts.metadata().fields().forEach((key, fact) -> metadata.put(key, cut(fact)));
        return new VersionFacts.ModelPart(facts.format(),
                said.map(VersionFacts.ModelPart::framework).filter(text -> !text.isEmpty()).orElse(facts.framework()),
                definition, facts.parameters().count(), tensors(facts), facts.execution().id(), imports(facts),
                ports(said.map(VersionFacts.ModelPart::inputs).orElse(List.of()), facts.signature().inputs()),
                ports(said.map(VersionFacts.ModelPart::outputs).orElse(List.of()), facts.signature().outputs()),
                said.map(VersionFacts.ModelPart::dependencies).filter(list -> !list.isEmpty())
                        .orElse(facts.dependencies()),
                said.map(VersionFacts.ModelPart::example).orElse(""), metadata);
    }

    /// What training made small: Keras keeps it among what it compiled, scikit-learn among the parameters, and boosted
    /// trees call it their objective.
    private static Optional<String> loss(Fact.Fields said) {
        for (String part : List.of("training", "parameters")) {
            if (said.get(part) instanceof Fact.Fields fields) {
                Optional<String> named = named(fields.get("loss"));
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        return named(said.get("objective"));
    }

    private static Optional<String> named(@Nullable Fact fact) {
        return switch (fact) {
            case Fact.Text(String name) when !name.isBlank() && !name.equals("null") -> Optional.of(name);
            case Fact.Fields fields when fields.get("class_name") instanceof Fact.Text(String name) ->
                Optional.of(name);
            case null, default -> Optional.empty();
        };
    }

    private static String cut(Fact fact) {
        String line = fact.line();
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }

    private static List<VersionFacts.TensorPart> tensors(ModelFacts facts) {
        return facts.parameters().tensors().stream().limit(MOST)
                .map(tensor -> new VersionFacts.TensorPart(tensor.name(), tensor.dtype(), tensor.shape())).toList();
    }

    private static List<String> imports(ModelFacts facts) {
        return facts.imports().stream().filter(name -> name.verdict() != CodeName.Verdict.KNOWN)
                .map(CodeName::name).limit(MOST).toList();
    }

    private static List<VersionFacts.PortPart> ports(List<VersionFacts.PortPart> said, List<Signature.Port> read) {
        return !said.isEmpty() ? said : read.stream().limit(MOST).map(port -> new VersionFacts.PortPart(port.name(),
                port.type(), port.shape(), port.must() == Signature.Need.REQUIRED)).toList();
    }

    /// Reads files that lie in several places: what `MLmodel` says, or where there is none the one model among them,
    /// and the most alarming verdict of any.
    static VersionFacts.ModelPart ofFiles(List<NamedFile> files, Cancel cancel) throws IOException {
        Optional<VersionFacts.ModelPart> written = Mlmodel.read(files);
        List<NamedFile> models = files.stream().filter(file -> ModelFiles.looksLikeModel(file.file())).toList();
        if (written.isEmpty() && models.size() == 1) {
            return of(models.getFirst().file(), cancel);
        }
        cotejo.preview.Execution worst = cotejo.preview.Execution.NONE;
        List<String> imports = new ArrayList<>();
        for (NamedFile file : models) {
            ModelFacts facts = ModelFiles.inspect(file.file(), cancel);
            worst = worst.and(facts.execution());
            imports.addAll(imports(facts));
        }
        VersionFacts.ModelPart said = written.orElse(VersionFacts.ModelPart.NONE);
        return new VersionFacts.ModelPart(said.format(), said.framework(), said.definition(), said.parameters(),
                said.tensors(), worst.id(), imports, said.inputs(), said.outputs(), said.dependencies(),
                said.example(), said.metadata());
    }
}
