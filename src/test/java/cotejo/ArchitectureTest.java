package cotejo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.FailureReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The program keeps the rules of the house, and every rule bites: a class planted to break it does.
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cotejo");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("cotejo.planted");

    static List<ArchitectureRules.Rule> program() {
        return ArchitectureRules.over("cotejo");
    }

    static List<ArchitectureRules.Rule> planted() {
        return ArchitectureRules.over("cotejo.planted");
    }

    @ParameterizedTest
    @MethodSource("program")
    void theProgramKeeps(ArchitectureRules.Rule rule) {
        rule.holds().check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedClassBreaks(ArchitectureRules.Rule rule) {
        FailureReport report = rule.holds().evaluate(PLANTED).getFailureReport();
        assertTrue(report.getDetails().stream().anyMatch(line -> line.contains("." + rule.breaker())),
                () -> rule.breaker() + " was let through; reported: " + report.getDetails());
    }

    @Test
    void everyPackageIsARoom() {
        List<String> strangers = strangers(PROGRAM, "cotejo");
        assertEquals(List.of(), strangers, "packages that stand in no row of the table in Room");
    }

    @Test
    void aPackageThatIsNoRoomIsSeen() {
        assertEquals(List.of("cotejo.planted.attic"), strangers(PLANTED, "cotejo.planted"));
    }

    private static List<String> strangers(JavaClasses classes, String base) {
        Stream<String> packages = classes.stream().map(JavaClass::getPackageName).distinct().sorted();
        return packages.filter(name -> !name.equals(base) && Room.of(base, name).isEmpty()).toList();
    }
}
