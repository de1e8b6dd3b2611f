package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PickedGroupsTest {

    private static final List<ComparedRun> RUNS = LongStream.range(0, 4).mapToObj(key -> SomeRuns.with(key, Map.of()))
            .toList();

    private static List<Long> keys(Groups.Side side) {
        return side.runs().stream().map(run -> run.run().key()).toList();
    }

    @Test
    void runsArePickedIntoEitherGroupAndTheRestIsLeftOut() {
        Groups groups = PickedGroups.none().toggled(3, PickedGroups.Letter.A).toggled(0, PickedGroups.Letter.A)
                .toggled(1, PickedGroups.Letter.B).of(RUNS).orElseThrow();
        assertEquals(List.of(0L, 3L), keys(groups.first()));
        assertEquals(List.of(1L), keys(groups.second()));
    }

    @Test
    void aRunThatIsPutIntoTheOtherGroupLeavesItsOwn() {
        PickedGroups picked = PickedGroups.none().toggled(1, PickedGroups.Letter.A).toggled(1, PickedGroups.Letter.B);
        assertEquals(Map.of(1L, PickedGroups.Letter.B), picked.letters());
    }

    @Test
    void pickingTwiceTakesOut() {
        assertEquals(PickedGroups.none(), PickedGroups.none().toggled(1, PickedGroups.Letter.A)
                .toggled(1, PickedGroups.Letter.A));
    }

    @Test
    void aGroupWithoutARunIsNoGroup() {
        assertTrue(PickedGroups.none().toggled(1, PickedGroups.Letter.A).of(RUNS).isEmpty());
    }

    @Test
    void aRunThatIsComparedNoLongerIsInNoGroup() {
        PickedGroups picked = PickedGroups.none().toggled(9, PickedGroups.Letter.A).toggled(1, PickedGroups.Letter.B);
        assertTrue(picked.of(RUNS).isEmpty());
    }
}
