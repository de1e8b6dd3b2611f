package cotejo.chart;

import java.util.List;
import java.util.Set;

/// Colours of runs. A run has its slot by its id alone, so it looks the same in every view and every session; a slot is
/// a colour and a dash, so that runs that share a colour still differ. Where runs shown together share both, one of
/// them takes another dash ([#free]); its colour never changes.
///
/// Both palettes keep at least 3:1 contrast to their background (WCAG 2.2, 1.4.11), and neighbours in the order stay
/// apart for eyes without red or green receptors. The same slot has the same hue in both.
public final class RunColors {

    static final List<Integer> LIGHT = List.of(0xff0969da, 0xffee5e23, 0xff249c99, 0xff701030,
            0xff401298, 0xff855955, 0xff9e469d, 0xff344465);
    static final List<Integer> DARK = List.of(0xff58a6ff, 0xffff9a3c, 0xff3fd6b4, 0xffd33e25,
            0xff8f74f2, 0xfff2e05a, 0xfff8cdf3, 0xff8794a8);

    /// Ids choose among these; the dashes beyond are for runs that would look the same.
    private static final int HOMES = LIGHT.size() * 4;
    private static final int SLOTS = LIGHT.size() * Dash.values().length;

    private RunColors() {
    }

    /// The slot of a run, 0…31, from its id.
    public static int slot(String runId) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < runId.length(); i++) {
            hash = (hash ^ runId.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return (int) Math.floorMod(hash, (long) HOMES);
    }

    /// The slot for a run among others: its own, else the next of the same colour with a dash that nobody has, else,
    /// when all dashes of the colour are taken, its own.
    ///
    /// @param slot  the run's own
    /// @param taken the slots of the others
    public static int free(int slot, Set<Integer> taken) {
        for (int i = 0; i < Dash.values().length; i++) {
            int next = Math.floorMod(slot + i * LIGHT.size(), SLOTS);
            if (!taken.contains(next)) {
                return next;
            }
        }
        return slot;
    }

    /// A slot in a colour that nobody has, as long as there is one: for groups, of which there are few. Beyond, as
    /// [#free].
    ///
    /// @param slot  the group's own
    /// @param taken the slots of the others
    public static int apart(int slot, Set<Integer> taken) {
        int colors = LIGHT.size();
        for (int i = 0; i < colors; i++) {
            int next = Math.floorMod(slot + i, colors);
            if (taken.stream().noneMatch(other -> other % colors == next)) {
                return next;
            }
        }
        return free(slot, taken);
    }

    /// The dash of a slot: solid for the first round through the colours, then one more pattern per round.
    public static Dash dash(int slot) {
        return Dash.values()[Math.floorMod(slot, SLOTS) / LIGHT.size()];
    }
}
