package cotejo;

/// The entry of the program.
public final class Cotejo {

    private Cotejo() {
    }

    public static void main(String[] arguments) {
        System.exit(3);
    }
}
