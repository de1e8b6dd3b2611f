package cotejo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// The rules of the house over the packages below a base: `cotejo` for the program, `cotejo.planted` for the classes
/// that break them on purpose.
final class ArchitectureRules {

    /// A rule and the planted class that breaks it.
    ///
    /// @param breaker the simple name of a class below `cotejo.planted`
    record Rule(String name, ArchRule holds, String breaker) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final String base;
    private final List<Rule> rules = new ArrayList<>();

    private ArchitectureRules(String base) {
        this.base = base;
    }

    static List<Rule> over(String base) {
        ArchitectureRules house = new ArchitectureRules(base);
        for (Room room : Room.ALL) {
            house.rooms(room);
        }
        house.noCycles();
        house.foreignRooms();
        house.threads();
        house.dangers();
        house.style();
        return List.copyOf(house.rules);
    }

    private void add(String name, String breaker, ArchRule rule, String because) {
        rules.add(new Rule(name, rule.because(because).allowEmptyShould(true), breaker));
    }

    private void rooms(Room room) {
        DescribedPredicate<JavaClass> beyond = describe("stand in a room that " + room.name() + " may not see",
                target -> room.mayNotSee(base, target.getPackageName()));
        add(room.name() + " sees only what it may", room.breaker(),
                noClasses().that(inRoom(room)).should().dependOnClassesThat(beyond), room.because());
    }

    private DescribedPredicate<JavaClass> inRoom(Room room) {
        return describe("stand in " + room.name(),
                type -> Room.of(base, type.getPackageName()).filter(room::equals).isPresent());
    }

    private void noCycles() {
        add("rooms know each other in one direction", "FirstOfACycle",
                slices().matching(base + ".(*)..").should().beFreeOfCycles(),
                "a room in a cycle cannot be understood, tested or replaced alone");
        add("parts of the window know each other in one direction", "FirstPanelOfACycle",
                slices().matching(base + ".ui.(*)..").should().beFreeOfCycles(),
                "a panel must open, close and be collected without the others");
        add("no importer knows another", "ImporterOnAnImporter",
                noClasses().that().resideInAPackage(base + ".importing.format..")
                        .should(new DependOnAnotherImporter(base)),
                "what two formats share is a reader of its own; one format must not change with another");
    }

    private void foreignRooms() {
        outside("JavaFX stays in ui and chart", "DrawsInTheModel", List.of("ui..", "chart.."),
                List.of("javafx..", "org.jfree.chart.fx..", "org.jfree.fx..", "org.controlsfx..",
                        "impl.org.controlsfx..", "atlantafx..", "org.kordamp.ikonli.."),
                "everything else runs without a toolkit, in commands and in tests");
        outside("JFreeChart stays in chart and ui", "PlotsInTheModel", List.of("ui..", "chart.."),
                List.of("org.jfree.."), "a chart is a ChartSpec everywhere else");
        outside("SQL stays in store and importers", "SpeaksSqlInAQuery", List.of("store..", "importing.format.."),
                List.of("java.sql..", "javax.sql.."),
                "the workspace has one owner; importers speak SQL only to the foreign file they read");
        outside("H2 stays in store", "OpensH2InAnImporter", List.of("store.."), List.of("org.h2.."),
                "an interrupt or a second opener inside H2 costs the whole database; store guards it");
        outside("picocli stays in command", "ParsesArgumentsInTheModel", List.of("command.."), List.of("picocli.."),
                "arguments are turned into calls in one room");
    }

    private void outside(String name, String breaker, List<String> rooms, List<String> foreign, String because) {
        DescribedPredicate<JavaClass> inside = resideInAnyPackage(rooms.stream().map(r -> base + "." + r)
                .toArray(String[]::new)).or(resideInAPackage(base));
        add(name, breaker, noClasses().that(DescribedPredicate.not(inside)).should().dependOnClassesThat()
                .resideInAnyPackage(foreign.toArray(String[]::new)), because);
    }

    private void threads() {
        DescribedPredicate<AccessTarget.CodeUnitCallTarget> hard = describe(
                "interrupt a thread or cancel a future", ArchitectureRules::stopsByForce);
        add("nobody stops a thread by force", "InterruptsInStore",
                noClasses().that().resideOutsideOfPackage(base + ".work..")
                        .should().callCodeUnitWhere(describe("interrupt a thread or cancel a future",
                                call -> hard.test(call.getTarget()))),
                "an interrupt inside H2's file access closes the database; cotejo.work.Cancel is the way to stop");
        add("no JavaFX tasks", "UsesAJavaFxTask",
                noClasses().should().dependOnClassesThat().resideInAPackage("javafx.concurrent.."),
                "cancelling a javafx.concurrent.Task interrupts its thread");
    }

    private static boolean stopsByForce(AccessTarget.CodeUnitCallTarget target) {
        JavaClass owner = target.getOwner();
        return switch (target.getName()) {
            case "interrupt" -> owner.isAssignableTo(Thread.class);
            case "cancel" -> owner.isAssignableTo(Future.class);
            case "shutdownNow" -> owner.isAssignableTo(ExecutorService.class);
            default -> false;
        };
    }

    private void dangers() {
        add("nothing is run or brought to life from data", "StartsAProcess",
                noClasses().should().dependOnClassesThat().haveFullyQualifiedName(ProcessBuilder.class.getName())
                        .orShould().callMethod(Runtime.class, "exec", String.class)
                        .orShould().callMethod(Runtime.class, "exec", String[].class)
                        .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream")
                        .orShould().dependOnClassesThat().resideInAPackage("javax.script.."),
                "runs, models and datasets come from strangers: they are read, never executed");
        add("nothing goes out to the network", "CallsOut",
                noClasses().should().dependOnClassesThat().resideInAPackage("java.net.http..")
                        .orShould().dependOnClassesThat().belongToAnyOf(Socket.class, ServerSocket.class,
                                DatagramSocket.class, InetAddress.class, InetSocketAddress.class, URLConnection.class)
                        .orShould().callMethod(URL.class, "openStream")
                        .orShould().callMethod(URL.class, "openConnection"),
                "the program works offline, and an address inside imported data must lead nowhere; "
                        + "a second start talks through a socket file");
        add("only commands write to the terminal", "PrintsInTheModel",
                noClasses().that().resideOutsideOfPackages(base, base + ".command..").should(ACCESS_STANDARD_STREAMS),
                "standard output is a contract with scripts; everything else is logged or shown");
    }

    private void style() {
        add("names say what a class is", "PlantedManager",
                noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)"),
                "a name such as Manager or Util says that nobody knew what the class is");
        add("classes are final or sealed", "OpenForNoReason",
                classes().should(new BeFinalUnlessExtended()),
                "inheritance is designed or it is forbidden");
        add("no boolean parameters in public methods", "TakesABoolean",
                methods().that().arePublic().and().areDeclaredInClassesThat().arePublic()
                        .should(new TakeNoBoolean()),
                "true and false at a call say nothing; two methods or an enum do");
    }

    private static final class DependOnAnotherImporter extends ArchCondition<JavaClass> {
        private final String contract;

        DependOnAnotherImporter(String base) {
            super("depend on another importer");
            contract = base + ".importing.RunImporter";
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            JavaClass own = outermost(type);
            type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> !outermost(d.getTargetClass()).equals(own))
                    .filter(d -> !d.getTargetClass().isInterface() && d.getTargetClass().isAssignableTo(contract))
                    .forEach(d -> events.add(SimpleConditionEvent.satisfied(d, d.getDescription())));
        }
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }

    private static final class BeFinalUnlessExtended extends ArchCondition<JavaClass> {
        BeFinalUnlessExtended() {
            super("be final unless another class here extends them");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean open = !type.isInterface() && !type.isEnum() && !type.isAnonymousClass()
                    && !type.getSimpleName().equals("package-info")
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                    && !type.getModifiers().contains(JavaModifier.FINAL)
                    && type.getSubclasses().isEmpty();
            events.add(new SimpleConditionEvent(type, !open, type.getName() + " is neither final nor extended"));
        }
    }

    private static final class TakeNoBoolean extends ArchCondition<JavaMethod> {
        TakeNoBoolean() {
            super("take no boolean");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean takes = method.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(boolean.class))
                    && method.getOwner().getAllRawInterfaces().stream().noneMatch(t -> declares(t, method))
                    && method.getOwner().getAllRawSuperclasses().stream().noneMatch(t -> declares(t, method));
            events.add(new SimpleConditionEvent(method, !takes, method.getFullName() + " takes a boolean"));
        }

        private static boolean declares(JavaClass type, JavaMethod method) {
            return type.getMethods().stream().anyMatch(m -> m.getName().equals(method.getName())
                    && m.getRawParameterTypes().size() == method.getRawParameterTypes().size());
        }
    }
}
