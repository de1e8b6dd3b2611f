package cotejo.importing.format;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/// What the time of a folder tells: that nothing came into it or went since. (What is written into a file that was
/// there shows in the time of the file alone.)
///
/// It is the time that the system itself writes down at every change (`st_ctime`): the other can be set, and programs
/// that unpack or copy set it to what it was elsewhere.
final class FolderTimes {

    /// File systems that set a folder's time whenever a name in it comes, goes or changes, as POSIX asks for. Those of
    /// a network, and those that a program makes up, may answer from a memory, or always the same; on Windows copies
    /// keep the only time there is.
    private static final Set<String> KEPT = Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "zfs", "tmpfs",
            "overlay", "apfs", "hfs");

    private static final long MILLI = 1_000_000;
    /// Longer than the ticks in which systems count time: 10 ms at most.
    private static final long TICK = 100 * MILLI;
    /// The same where times are whole seconds, or two.
    private static final long COARSE_TICK = 3000 * MILLI;

    private static final boolean UNIX = FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    private FolderTimes() {
    }

    /// When a folder was last changed, in nanoseconds since 1970; a link is not followed.
    static long of(Path folder) throws IOException {
        return ((FileTime) Files.getAttribute(folder, "unix:ctime", LinkOption.NOFOLLOW_LINKS))
                .to(TimeUnit.NANOSECONDS);
    }

    /// The number of what a folder lies on.
    static long device(Path folder) throws IOException {
        return (long) Files.getAttribute(folder, "unix:dev");
    }

    /// Whether times are kept where a folder lies.
    static boolean kept(Path folder) {
        if (!UNIX || !folder.getFileSystem().equals(FileSystems.getDefault())) {
            return false;
        }
        try {
            return KEPT.contains(Files.getFileStore(folder).type().toLowerCase(Locale.ROOT));
        } catch (IOException unknown) {
            LoggerFactory.getLogger(FolderTimes.class).debug("{} lies on an unknown file system", folder, unknown);
            return false;
        }
    }

    /// Whether a folder that is changed from a moment on is sure to get another time than it had then.
    ///
    /// @param time   of the folder, in nanoseconds since 1970
    /// @param moment likewise
    static boolean settled(long time, long moment) {
        return time < moment - (time % MILLI == 0 ? COARSE_TICK : TICK);
    }
}
