package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TriangulationTest {

    @Test
    void betweenPointsItIsScipysLinearInterpolation() {
        double[] x = Lcg.numbers(11, 30);
        double[] y = Lcg.numbers(12, 30);
        double[] z = IntStream.range(0, 30).mapToDouble(i -> x[i] * x[i] + y[i]).toArray();
        Triangulation mesh = Triangulation.of(x, y, z);
        // scipy 1.10.1, LinearNDInterpolator.
        assertArrayEquals(new double[] {0.763537199113486, 0.8112992750041368, 1.0400804564779231, 0.5647019287199648},
                new double[] {mesh.at(0.5, 0.5), mesh.at(0.3, 0.7), mesh.at(0.8, 0.4), mesh.at(0.6, 0.2)}, 1e-5);
        assertEquals(Double.NaN, mesh.at(0.001, 0.999));
    }

    @Test
    void aGridHasTwoTrianglesACell() {
        double[] x = IntStream.range(0, 20).mapToDouble(i -> i % 5 / 4.0).toArray();
        double[] y = IntStream.range(0, 20).mapToDouble(i -> i / 5 / 3.0).toArray();
        assertEquals(2 * 4 * 3, Triangulation.of(x, y, x).triangles().size());
    }

    @Test
    void pointsAtOnePlaceBecomeOneWithTheirMean() {
        Triangulation mesh = Triangulation.of(new double[] {0, 0, 1, 0}, new double[] {0, 0, 0, 1},
                new double[] {1, 3, 2, 2});
        assertEquals(3, mesh.places());
        assertEquals(2, mesh.at(0.25, 0.25), 1e-9);
    }

    @Test
    void pointsOnALineHaveNoTriangles() {
        double[] line = {0, 0.25, 0.5, 0.75, 1};
        assertTrue(Triangulation.of(line, line, line).triangles().isEmpty());
        assertTrue(Triangulation.of(new double[] {0.5}, new double[] {0.5}, new double[] {1}).triangles().isEmpty());
    }
}
