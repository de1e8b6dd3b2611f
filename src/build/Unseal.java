import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/// Takes the seals off the packages of jars: `Unseal FOLDER`. With a cache of classes Java 25 loads classes before it
/// looks where their jar lies now; where the folder has moved since, a sealed package then ends the program with
/// "sealing violation", before its first line.
final class Unseal {

    private Unseal() {
    }

    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                open(jar);
            }
        }
    }

    private static void open(Path jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path file = files.getPath("META-INF", "MANIFEST.MF");
            if (!Files.exists(file)) {
                return;
            }
            Manifest manifest;
            try (InputStream in = Files.newInputStream(file)) {
                manifest = new Manifest(in);
            }
            boolean sealed = unseal(manifest.getMainAttributes());
            for (Attributes attributes : manifest.getEntries().values()) {
                sealed |= unseal(attributes);
            }
            if (sealed) {
                try (OutputStream out = Files.newOutputStream(file)) {
                    manifest.write(out);
                }
            }
        }
    }

    private static boolean unseal(Attributes attributes) {
        return "true".equalsIgnoreCase(String.valueOf(attributes.remove(Attributes.Name.SEALED)));
    }
}
