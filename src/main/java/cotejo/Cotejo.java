package cotejo;

import java.util.Arrays;

/// The entry.
public final class Cotejo {

    private Cotejo() {
    }

    public static void main(String[] args) {
        System.out.println(System.getProperty("java.version") + " " + Arrays.toString(args));
    }
}
