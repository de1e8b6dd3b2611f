package cotejo.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How JavaFX draws. Where a Linux machine has no graphics processor, JavaFX would load OpenGL all the same, find that
/// it is done in software, and then draw in software itself: 50 MB of drivers stay in memory for nothing.
final class Drawing {

    private static final String ORDER = "prism.order";

    /// What shows a graphics processor below `/dev`: the kernel's direct rendering, Nvidia's own driver, Windows'
    /// subsystem for Linux, and those of phones' and boards' processors.
    private static final List<String> DEVICES = List.of("dri", "nvidiactl", "nvhost-gpu", "dxg", "mali0", "kgsl-3d0",
            "pvr_sync");

    private Drawing() {
    }

    /// Has JavaFX draw in software where nothing else is there. To be called before the toolkit starts; what the person
    /// asked for with `-Dprism.order` stays.
    static void choose(String osName, Path devices) {
        if (System.getProperty(ORDER) == null && inSoftware(osName, devices)) {
            System.setProperty(ORDER, "sw");
        }
    }

    static boolean inSoftware(String osName, Path devices) {
        return osName.toLowerCase(Locale.ROOT).contains("linux") && Files.isDirectory(devices)
                && DEVICES.stream().noneMatch(device -> Files.exists(devices.resolve(device)));
    }
}
