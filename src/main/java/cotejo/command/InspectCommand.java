package cotejo.command;

import cotejo.export.Cell;
import cotejo.model.Problem;
import cotejo.preview.CodeName;
import cotejo.preview.ModelFacts;
import cotejo.preview.ModelFiles;
import cotejo.preview.Signature;
import cotejo.preview.Tensor;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `cotejo inspect`: what a model file or folder contains, read without running it.
final class InspectCommand implements Command {

    private static final int SHOWN = 40;

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public String example() {
        return "cotejo inspect model.pkl --json";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("FILE").flag("--sha256");
    }

    @Override
    public Need need(Arguments arguments) {
        return Need.NOTHING;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Path file = session.path(arguments.words().getFirst());
        ModelFacts facts;
        try {
            facts = ModelFiles.inspect(file, session.cancel());
        } catch (FileNotFoundException gone) {
            throw Refusal.unreadable(Problem.describe(gone));
        }
        @Nullable String sha256 = null;
        if (Files.isRegularFile(file)) {
            FileDigest.When when = arguments.has("--sha256") ? FileDigest.When.ALWAYS : FileDigest.When.QUICK;
            sha256 = FileDigest.of(file, when, session.cancel());
        }
        if (arguments.json()) {
            InspectJson.write(file, sha256, facts, session.out());
        } else {
            print(file, sha256, facts, session);
            facts.problems().forEach(problem -> Program.complain(session.err(), problem.toString()));
        }
        if (!facts.recognised()) {
            return Exit.UNREADABLE;
        }
        return facts.problems().isEmpty() ? Exit.DONE : Exit.PROBLEMS;
    }

    private static void print(Path file, @Nullable String sha256, ModelFacts facts, Session session)
            throws IOException {
        FactLines lines = new FactLines(session.out());
        lines.text(Texts.get("command.inspect.file"), file.toString());
        lines.text(Texts.get("command.inspect.format"), facts.format());
        lines.text(Texts.get("command.inspect.framework"), facts.framework());
        lines.text(Texts.get("command.inspect.bytes"), Figures.bytes(facts.bytes()));
        lines.text(Texts.get("command.inspect.sha256"), sha256 == null ? "" : sha256);
        // texts: preview.execution.*
        lines.text(Texts.get("command.inspect.execution"), Texts.get("preview.execution." + facts.execution().id()));
        for (CodeName code : facts.imports()) {
            // texts: preview.verdict.*
            lines.text(Texts.get("command.inspect.import"), code.name() + " · "
                    + Texts.get("preview.verdict." + code.verdict().id()));
        }
        lines.fields(facts.definition());
        if (facts.parameters().count() >= 0) {
            lines.text(Texts.get("command.inspect.parameters"), Figures.count(facts.parameters().count()));
        }
        ports(lines, Texts.get("command.inspect.input"), facts.signature().inputs());
        ports(lines, Texts.get("command.inspect.output"), facts.signature().outputs());
        for (String needed : facts.dependencies()) {
            lines.text(Texts.get("command.inspect.dependency"), needed);
        }
        lines.fields(facts.metadata());
        tensors(facts, session);
    }

    private static void ports(FactLines lines, String name, List<Signature.Port> ports) throws IOException {
        for (Signature.Port port : ports) {
            String shape = port.shape().isEmpty() ? "" : " [" + String.join(", ", port.shape()) + "]";
            lines.text(name, (port.name() + " " + port.type() + shape).strip());
        }
    }

    private static void tensors(ModelFacts facts, Session session) throws IOException {
        List<Tensor> tensors = facts.parameters().tensors();
        if (tensors.isEmpty()) {
            return;
        }
        session.out().write("\n");
        List<List<Cell>> rows = tensors.stream().limit(SHOWN).map(tensor -> List.of(Cell.of(tensor.name()),
                Cell.of(tensor.dtype()), Cell.of(tensor.shapeText()), Cell.of((double) tensor.count()))).toList();
        new Rows(List.of(Texts.get("command.inspect.tensor"), Texts.get("command.inspect.dtype"),
                Texts.get("command.inspect.shape"), Texts.get("command.inspect.count")), rows)
                .print(Rows.Format.TABLE, session);
        if (facts.parameters().total() > SHOWN) {
            session.out().write(Texts.get("command.inspect.more",
                    Figures.count(facts.parameters().total() - SHOWN)) + "\n");
        }
    }
}
