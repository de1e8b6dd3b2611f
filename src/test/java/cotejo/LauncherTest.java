package cotejo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `bin/cotejo` finds a fitting Java and hands everything on. The Javas here are scripts that say who they are and what
/// they were given.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/cotejo is a shell script (2026-11-27)")
class LauncherTest {

    private record Ended(int code, List<String> lines) {
    }

    @TempDir
    private Path folder;

    private Path app;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void install() throws IOException {
        app = folder.resolve("my apps/cotejo");
        Files.createDirectories(app.resolve("bin"));
        Files.createDirectories(app.resolve("lib/fx"));
        Files.copy(Path.of("installer/java.options"), app.resolve("lib/java.options"));
        Path script = Files.copy(Path.of("installer/bin/cotejo"), app.resolve("bin/cotejo"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", folder.resolve("home").toString());
    }

    private Path java(String home, String version) throws IOException {
        Path place = folder.resolve(home);
        Files.createDirectories(place.resolve("bin"));
        Files.writeString(place.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.writeString(place.resolve("bin/java"), """
                #!/bin/sh
                echo "java %s"
                for argument in "$@"; do echo "$argument"; done
                exit 7
                """.formatted(home));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return place;
    }

    private Ended start(Path script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out.lines().toList());
    }

    private Ended start() throws Exception {
        return start(app.resolve("bin/cotejo"));
    }

    @Test
    void theBundledRuntimeComesFirst() throws Exception {
        java("my apps/cotejo/runtime", "25.0.3");
        environment.put("JAVA_HOME", java("elsewhere", "26").toString());
        assertEquals("java my apps/cotejo/runtime", start().lines().getFirst());
    }

    @Test
    void javaHomeIsTakenWhenItFits() throws Exception {
        environment.put("JAVA_HOME", java("jdk 26", "26-ea").toString());
        assertEquals("java jdk 26", start().lines().getFirst());
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        environment.put("JAVA_HOME", java("old", "17.0.15").toString());
        environment.put("COTEJO_JAVA_HOME", java("new", "25").toString());
        assertEquals("java new", start().lines().getFirst());
    }

    @Test
    void theJavaOnThePathIsFollowedThroughItsLinks() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), java("linked", "25.0.1").resolve("bin/java"));
        environment.put("PATH", bin + ":/usr/bin:/bin");
        assertEquals("java linked", start().lines().getFirst());
    }

    @Test
    void anInstallFolderIsFoundBesideAnOldJavaOnThePath() throws Exception {
        environment.put("PATH", java("old", "1.8.0_402").resolve("bin") + ":/usr/bin:/bin");
        java("home/.sdkman/candidates/java/25.0.3-tem", "25.0.3");
        String first = start().lines().getFirst();
        assertTrue(!first.equals("java old") && !first.startsWith("Cotejo needs"), first);
    }

    @Test
    void argumentsExitCodeAndOptionsAreHandedOnUnchanged() throws Exception {
        environment.put("JAVA_HOME", java("jdk", "25").toString());
        environment.put("COTEJO_JAVA_OPTS", "-Xmx4g -Dstar=*");
        Ended ended = start(app.resolve("bin/cotejo"), "import", "a b", "", "$HOME", "*");
        Path home = app.toRealPath();
        assertEquals(List.of("java jdk", "@" + home + "/lib/java.options", "-Xmx4g", "-Dstar=*", "--module-path",
                home + "/lib/fx", "-classpath", home + "/lib/*", "cotejo.Cotejo", "import", "a b", "", "$HOME", "*"),
                ended.lines());
        assertEquals(7, ended.code());
    }

    @Test
    void theCacheOfTheBuildIsUsedWhereThereIsOne() throws Exception {
        environment.put("JAVA_HOME", java("jdk", "25").toString());
        Files.writeString(app.resolve("lib/cotejo.aot"), "");
        Ended ended = start(app.resolve("bin/cotejo"), "runs", "*");
        Path home = app.toRealPath();
        assertEquals(List.of("java jdk", "@" + home + "/lib/java.options", "-XX:AOTCache=" + home + "/lib/cotejo.aot",
                "-Xlog:aot=off", "-Xlog:cds=off", "--module-path", home + "/lib/fx", "-classpath", home + "/lib/*",
                "cotejo.Cotejo", "runs", "*"), ended.lines());
    }

    @Test
    void aLinkToTheScriptStartsTheSameProgram() throws Exception {
        environment.put("JAVA_HOME", java("jdk", "25").toString());
        Path first = Files.createSymbolicLink(folder.resolve("first link"), Path.of("my apps/cotejo/bin/cotejo"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);
        assertTrue(start(second).lines().contains(app.toRealPath() + "/lib/fx"));
    }

    @Test
    void theOptionsNameNoPath() throws IOException {
        assertEquals(List.of(), Files.readAllLines(Path.of("installer/java.options")).stream()
                .filter(line -> !line.startsWith("#") && (line.contains("/") || line.contains("\\"))).toList());
    }
}
