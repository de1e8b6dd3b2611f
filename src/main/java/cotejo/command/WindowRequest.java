package cotejo.command;

import cotejo.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a window is started with.
///
/// @param workbench the workspace, already taken and open: of many starts at once exactly one gets here
/// @param door      where other starts knock; [Door#onOpen] tells what they want opened
/// @param paths     what to import or open first
/// @param locale    the language the start was made in
public record WindowRequest(Workbench workbench, Door door, List<Path> paths, Locale locale) {
}
