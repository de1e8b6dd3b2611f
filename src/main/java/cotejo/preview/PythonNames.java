package cotejo.preview;

import cotejo.preview.CodeName.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/// What the lists say of a name that Python would import. The allow list is closed: a name that is on none is unknown,
/// and never calm. Names of Python 2 modules count as those Python 3 gives them (`_compat_pickle.py`).
final class PythonNames {

    private static final Map<String, String> OLD_MODULES = Map.of("__builtin__", "builtins", "copy_reg", "copyreg",
            "exceptions", "builtins", "UserDict", "collections", "__builtins__", "builtins");
    /// Modules that others import for themselves, so that they can be reached through those.
    private static final Set<String> DOORS = Set.of("os", "posix", "nt", "subprocess", "sys", "builtins", "importlib",
            "socket", "ctypes", "shutil", "runpy", "pickle", "marshal", "pty", "system", "popen", "eval", "exec");
    private static final Set<String> SCRIPTS = Set.of("__main__", "tests", "test", "testing", "conftest", "setup");
    private static final PythonNames LISTS = new PythonNames();

    /// Known names by module; those of modules with everything below end with a dot.
    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<String, Set<String>> dangerous = new HashMap<>();
    private final Set<String> dangerousModules = new HashSet<>();

    private PythonNames() {
        lines("known-names.txt", (module, names) ->
                known.computeIfAbsent(module, m -> new HashSet<>()).addAll(names));
        lines("dangerous-names.txt", (module, names) -> {
            if (names.equals(List.of("*"))) {
                dangerousModules.add(module);
            } else {
                dangerous.computeIfAbsent(module, m -> new HashSet<>()).addAll(names);
            }
        });
    }

    private static void lines(String file, BiConsumer<String, List<String>> each) {
        InputStream in = Objects.requireNonNull(PythonNames.class.getResourceAsStream("/cotejo/preview/" + file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .forEach(words -> each.accept(words.getFirst(), words.subList(1, words.size())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The verdict on `module.name`, where the name may itself have dots, as from protocol 4 on.
    static Verdict verdict(String module, String name) {
        return LISTS.judge(OLD_MODULES.getOrDefault(module, module), name);
    }

    private Verdict judge(String module, String name) {
        if (isKnown(module, name)) {
            return Verdict.KNOWN;
        }
        String first = name.split("\\.", 2)[0];
        if (dangerous.getOrDefault(module, Set.of()).contains(first) || below(module) || hiddenIn(module, name)) {
            return Verdict.DANGEROUS;
        }
        return Verdict.UNKNOWN;
    }

    private boolean isKnown(String module, String name) {
        if (runsWhenImported(module)) {
            return false;
        }
        if (known.getOrDefault(module, Set.of()).contains(name)
                || known.getOrDefault(module + ".", Set.of()).contains(name)) {
            return true;
        }
        for (int dot = module.lastIndexOf('.'); dot > 0; dot = module.lastIndexOf('.', dot - 1)) {
            if (known.getOrDefault(module.substring(0, dot + 1), Set.of()).contains(name)) {
                return plain(module);
            }
        }
        return false;
    }

    /// Importing a module runs it. Those of libraries do nothing then, but for these, which no model needs.
    private static boolean runsWhenImported(String module) {
        for (String part : module.split("\\.", -1)) {
            if (SCRIPTS.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean plain(String module) {
        return module.chars().allMatch(c -> c == '.' || c == '_' || c < 0x80 && Character.isLetterOrDigit(c));
    }

    private boolean below(String module) {
        if (dangerousModules.contains(module)) {
            return true;
        }
        for (int dot = module.indexOf('.'); dot > 0; dot = module.indexOf('.', dot + 1)) {
            if (dangerousModules.contains(module.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /// A dangerous module as a part of the path, as in `some.library.os`, or a way round by special attributes.
    private boolean hiddenIn(String module, String name) {
        for (String part : (module + "." + name).split("\\.")) {
            if (part.startsWith("__") && part.endsWith("__") && part.length() > 4 && !part.equals("__torch__")
                    && !part.equals("__main__")) {
                return true;
            }
        }
        String[] parts = (module + "." + name).split("\\.");
        for (int i = 1; i < parts.length; i++) {
            if (DOORS.contains(parts[i])) {
                return true;
            }
        }
        return false;
    }
}
