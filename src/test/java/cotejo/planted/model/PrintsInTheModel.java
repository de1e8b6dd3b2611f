package cotejo.planted.model;

/// Breaks a rule on purpose: prints outside a command.
public final class PrintsInTheModel {
    void tell() {
        System.out.println("planted");
    }
}
