package cotejo.command;

import cotejo.store.WorkspaceFolder;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// Where the socket of a workspace lies: in its folder, or, when that path is too long for a socket (the systems allow
/// about 100 bytes), in a private folder of its own whose path stands in the file `door.path`.
final class DoorFile {

    private static final int LONGEST = 100;

    private final Path usual;
    private final Path pointer;

    DoorFile(WorkspaceFolder folder) {
        this.usual = folder.door();
        this.pointer = usual.resolveSibling("door.path");
    }

    /// Listens, taking the place of a socket whose program has died. Only for whoever holds the workspace's lock.
    ServerSocketChannel listen() throws IOException {
        remove();
        Path place = usual;
        if (usual.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            place = Files.createTempDirectory("cotejo-").resolve("door");
            Files.writeString(pointer, place.toString());
        }
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        boolean bound = false;
        try {
            server.bind(UnixDomainSocketAddress.of(place), 128);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
            }
            bound = true;
            return server;
        } finally {
            if (!bound) {
                server.close();
            }
        }
    }

    /// Knocks. Nothing when nobody answers.
    Optional<SocketChannel> knock() {
        Optional<Path> place = place();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(place.get())));
        } catch (IOException nobody) {
            org.slf4j.LoggerFactory.getLogger(DoorFile.class).debug("nobody at {}", place, nobody);
            return Optional.empty();
        }
    }

    private Optional<Path> place() {
        if (Files.exists(usual)) {
            return Optional.of(usual);
        }
        try {
            Path elsewhere = Path.of(Files.readString(pointer).strip());
            return Files.exists(elsewhere) ? Optional.of(elsewhere) : Optional.empty();
        } catch (IOException | InvalidPathException none) {
            return Optional.empty();
        }
    }

    /// Takes the socket away.
    void remove() throws IOException {
        Optional<Path> place = place();
        if (place.isPresent()) {
            Files.deleteIfExists(place.get());
            Path folder = place.get().getParent();
            if (!place.get().equals(usual) && folder != null) {
                Files.deleteIfExists(folder);
            }
        }
        Files.deleteIfExists(pointer);
    }
}
