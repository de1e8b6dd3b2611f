package cotejo.artifact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a recorded artifact address means, whatever system wrote it. Only taken apart here, never opened.
sealed interface RecordedPlace {

    /// A path with a root, such as `/mlflow/artifacts`.
    record Absolute(Parts parts) implements RecordedPlace {
    }

    /// A path on a Windows drive.
    record Drive(char letter, Parts parts) implements RecordedPlace {
    }

    /// A path on another computer, `\\server\share`.
    record Network(Parts parts) implements RecordedPlace {
    }

    /// A path from wherever the writer happened to run, such as `./mlruns/0`.
    record Relative(Parts parts) implements RecordedPlace {
    }

    /// A path under the artifact folder of MLflow's server (`mlflow-artifacts:`).
    record Served(Parts parts) implements RecordedPlace {
    }

    /// Somewhere only the network leads to.
    record Remote(String scheme) implements RecordedPlace {
    }

    /// No address at all.
    record Nowhere() implements RecordedPlace {
    }

    /// The names of a path, its empty ones and single dots left out; `..` stays.
    record Parts(List<String> names) {

        static Parts of(String path) {
            return new Parts(Arrays.stream(path.split("/")).filter(n -> !n.isEmpty() && !n.equals(".")).toList());
        }

        /// Whether a name could lead elsewhere than down: `..` anywhere, or what only looks like a name.
        boolean climbs() {
            return names.stream().anyMatch(name -> !SafeName.isSafe(name));
        }

        /// Whether there are more `..` somewhere than names before them.
        boolean leavesTop() {
            int depth = 0;
            for (String name : names) {
                depth += name.equals("..") ? -1 : 1;
                if (depth < 0) {
                    return true;
                }
            }
            return false;
        }

        /// The same without `..` at the beginning.
        Parts withoutClimb() {
            int up = 0;
            while (up < names.size() && names.get(up).equals("..")) {
                up++;
            }
            return new Parts(names.subList(up, names.size()));
        }

        boolean endsWith(List<String> tail) {
            return names.size() >= tail.size() && names.subList(names.size() - tail.size(), names.size()).equals(tail);
        }
    }

    /// `file:` and what follows.
    Pattern FILE = Pattern.compile("(?is)file:(.*)");
    Pattern DRIVE = Pattern.compile("(?s)/*([A-Za-z])[:|](?:/(.*))?");
    Pattern SERVED = Pattern.compile("(?is)mlflow-artifacts:(?://[^/]*)?(.*)");
    Pattern PROXIED = Pattern.compile("(?is)https?://[^/]*(?:/[^/]+)*?/api/2\\.0/mlflow-artifacts/artifacts/(.*)");
    /// Two letters at least, because one is a drive.
    Pattern SCHEME = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]+):.*");

    /// Takes an address apart. Escapes are undone once, in addresses that are URIs, and never again.
    static RecordedPlace of(String address) {
        String text = address.strip();
        if (text.isEmpty()) {
            return new Nowhere();
        }
        Matcher file = FILE.matcher(text);
        if (file.matches()) {
            return ofFile(unescaped(file.group(1)).replace('\\', '/'));
        }
        Matcher served = SERVED.matcher(text);
        if (served.matches()) {
            return new Served(Parts.of(unescaped(served.group(1))));
        }
        Matcher proxied = PROXIED.matcher(text);
        if (proxied.matches()) {
            return new Served(Parts.of(unescaped(proxied.group(1))));
        }
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches()) {
            return new Remote(scheme.group(1).toLowerCase(Locale.ROOT));
        }
        return ofPath(text);
    }

    private static RecordedPlace ofFile(String rest) {
        Matcher drive = DRIVE.matcher(rest);
        if (drive.matches()) {
            return drive(drive);
        }
        if (!rest.startsWith("//") || rest.startsWith("///") && !rest.startsWith("////")) {
            return rest.startsWith("/") ? new Absolute(Parts.of(rest)) : new Relative(Parts.of(rest));
        }
        String noSlashes = rest.substring(2);
        if (noSlashes.regionMatches(true, 0, "localhost/", 0, 10)) {
            return ofFile(noSlashes.substring(9));
        }
        return new Network(Parts.of(noSlashes));
    }

    private static RecordedPlace ofPath(String text) {
        boolean windows = text.indexOf('\\') >= 0 && (text.startsWith("\\\\") || text.matches("(?s)[A-Za-z]:.*")
                || text.startsWith(".\\") || text.startsWith("..\\") || text.indexOf('/') < 0);
        String path = windows ? text.replace('\\', '/') : text;
        Matcher drive = DRIVE.matcher(path);
        if (!path.startsWith("/") && drive.matches()) {
            return drive(drive);
        }
        if (path.startsWith("//")) {
            return new Network(Parts.of(path));
        }
        return path.startsWith("/") ? new Absolute(Parts.of(path)) : new Relative(Parts.of(path));
    }

    private static RecordedPlace drive(Matcher drive) {
        String path = drive.group(2);
        return new Drive(Character.toUpperCase(drive.group(1).charAt(0)), Parts.of(path == null ? "" : path));
    }

    /// Undoes `%20` and the like once; a `%` that begins no escape stays.
    static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
