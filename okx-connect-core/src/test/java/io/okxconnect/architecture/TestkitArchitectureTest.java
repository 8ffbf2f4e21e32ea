package io.okxconnect.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Core is tested against the sandbox, which is worth something only while the two share nothing. */
class TestkitArchitectureTest {
    private static JavaClasses testkit;

    @BeforeAll
    static void readCompiledClasses() {
        testkit = new ClassFileImporter().importPackages("io.okxconnect.testkit");
        assertThat(testkit.contain("io.okxconnect.testkit.OkxSandbox")).isTrue();
    }

    @Test
    void testkit_sharesNoClassWithCore() {
        DescribedPredicate<JavaClass> ofCore = DescribedPredicate.describe(
                "of core",
                type -> type.getPackageName().startsWith("io.okxconnect")
                        && !type.getPackageName().startsWith("io.okxconnect.testkit"));

        noClasses().should().dependOnClassesThat(ofCore).check(testkit);
    }

    @Test
    void exportedSignatures_nameOnlyOurTypesAndTheJdks() {
        classes()
                .that()
                .resideInAPackage("io.okxconnect.testkit")
                .should(ExposeNoForeignType.inTheirSignatures())
                .check(testkit);
    }
}
