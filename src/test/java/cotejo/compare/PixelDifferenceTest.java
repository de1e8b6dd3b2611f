package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.work.Cancel;
import org.junit.jupiter.api.Test;

/// Pictures of a few pixels, whose differences are reckoned by hand.
class PixelDifferenceTest {

    private static final int GREY = 0xff808080;

    private static PixelDifference.Pixels row(int... pixels) {
        return new PixelDifference.Pixels(pixels.length, 1, pixels);
    }

    private static PixelDifference difference(PixelDifference.Pixels first, PixelDifference.Pixels second) {
        return PixelDifference.of(first, second, Cancel.never());
    }

    @Test
    void theLargestDistanceOfAChannelIsStretchedToWhite() {
        PixelDifference difference = difference(row(GREY, GREY, GREY), row(GREY, 0xff8a8080, 0xff80807b));
        assertArrayEquals(new int[] {0xff000000, 0xffff0000, 0xff00007f}, difference.pixels());
        assertEquals(10, difference.most());
    }

    @Test
    void equalPicturesDifferInNoPixel() {
        PixelDifference difference = difference(row(GREY, GREY), row(GREY, GREY));
        assertEquals(0, difference.differing());
        assertArrayEquals(new int[] {0xff000000, 0xff000000}, difference.pixels());
    }

    @Test
    void whereOnlyOneReachesIsMarkedAndWhereNoneDoesIsClear() {
        PixelDifference difference = difference(row(GREY, GREY), new PixelDifference.Pixels(1, 2,
                new int[] {GREY, GREY}));
        assertArrayEquals(new int[] {0xff000000, PixelDifference.ALONE, PixelDifference.ALONE, 0},
                difference.pixels());
        assertEquals(2, difference.alone());
    }

    @Test
    void coloursThatNobodySeesDoNotDiffer() {
        assertEquals(0, difference(row(0x00ff0000), row(0x000000ff)).differing());
    }

    @Test
    void transparentAndBlackDiffer() {
        assertEquals(255, difference(row(0x00000000), row(0xff000000)).most());
    }
}
