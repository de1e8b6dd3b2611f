package cotejo.preview;

import cotejo.work.Cancel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Prints the facts of files, for looking at.
final class Inspect {

    private Inspect() {
    }

    public static void main(String[] args) throws Exception {
        for (String arg : args) {
            try (Stream<Path> files = Files.isDirectory(Path.of(arg)) && args.length == 1
                    ? Files.list(Path.of(arg)) : Stream.of(Path.of(arg))) {
                for (Path file : files.sorted().toList()) {
                    long start = System.nanoTime();
                    ModelFacts facts = ModelFiles.inspect(file, Cancel.never());
                    System.out.printf("%s: %s %s [%s] %s%n  imports %s%n  def %s%n  %d params in %d %s%n  sig %s%n"
                            + "  deps %s%n  meta %s%n  problems %s%n  %d ms%n", file.getFileName(), facts.format(),
                            facts.framework(), facts.execution().id(), facts.bytes(),
                            cut(facts.imports().stream().map(i -> i.name() + "=" + i.verdict().id()).toList()),
                            cut(facts.definition()), facts.parameters().count(), facts.parameters().total(),
                            cut(facts.parameters().tensors().stream().map(t -> t.name() + t.dtype() + t.shape())
                                    .toList()),
                            cut(facts.signature()), cut(facts.dependencies()), cut(facts.metadata()),
                            facts.problems(), (System.nanoTime() - start) / 1_000_000);
                }
            }
        }
    }

    private static String cut(Object value) {
        String text = String.valueOf(value);
        return text.length() > 700 ? text.substring(0, 700) + "…" : text;
    }

    static final List<String> NONE = List.of();
}
