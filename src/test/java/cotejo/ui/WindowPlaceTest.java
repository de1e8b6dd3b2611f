package cotejo.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.settings.Settings;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class WindowPlaceTest {

    private static final Rectangle2D MAIN = new Rectangle2D(0, 0, 1920, 1040);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1400);

    @Test
    void theFirstWindowStandsInTheMiddle() {
        assertEquals(new Settings.Window(320, 120, 1280, 800, false),
                WindowPlace.fit(new Settings.Window(0, 0, 0, 0, false), List.of(MAIN, RIGHT)));
    }

    @Test
    void aWindowComesBackToItsPlaceOnTheOtherScreen() {
        Settings.Window place = new Settings.Window(2500, 100, 1600, 900, true);
        assertEquals(place, WindowPlace.fit(place, List.of(MAIN, RIGHT)));
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesToTheOneThatIsThere() {
        assertEquals(new Settings.Window(320, 100, 1600, 900, false),
                WindowPlace.fit(new Settings.Window(2500, 100, 1600, 900, false), List.of(MAIN)));
    }

    @Test
    void aWindowLargerThanTheScreenIsMadeToFit() {
        assertEquals(new Settings.Window(0, 0, 1920, 1040, false),
                WindowPlace.fit(new Settings.Window(-50, -50, 4000, 3000, false), List.of(MAIN)));
    }
}
