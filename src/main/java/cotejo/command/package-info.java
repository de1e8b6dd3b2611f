/// The command line, one class per command.
@NullMarked
package cotejo.command;

import org.jspecify.annotations.NullMarked;
