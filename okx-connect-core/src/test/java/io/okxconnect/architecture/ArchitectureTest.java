package io.okxconnect.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the shape of the module: who may call whom, and what an app gets to see. */
class ArchitectureTest {
    private static JavaClasses core;

    @BeforeAll
    static void readCompiledClasses() {
        core = new ClassFileImporter().importPath(Path.of("target", "classes"));
        assertThat(core.contain("io.okxconnect.ExchangeConnector")).isTrue();
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.okxconnect.(**)").should().beFreeOfCycles().check(core);
    }

    @Test
    void packagesBelowRoot_doNotReferToIt() {
        noClasses()
                .that()
                .resideInAPackage("io.okxconnect.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.okxconnect")
                .check(core);
    }

    @Test
    void exportedPackages_areAllButInternal() throws IOException {
        ModuleDescriptor module;
        try (var in = Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        Set<String> exported =
                module.exports().stream().map(ModuleDescriptor.Exports::source).collect(Collectors.toSet());
        Set<String> expected = core.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.okxconnect"))
                .filter(name -> !name.contains(".internal"))
                .collect(Collectors.toSet());
        assertThat(exported).isEqualTo(expected);
    }

    @Test
    void internal_isUsedByTheRootOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.okxconnect", "io.okxconnect.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.okxconnect.internal..")
                .check(core);
    }

    @Test
    void exportedSignatures_nameOnlyOurTypesAndTheJdks() {
        classes()
                .that()
                .resideOutsideOfPackage("io.okxconnect.internal..")
                .should(ExposeNoForeignType.inTheirSignatures())
                .check(core);
    }

    @Test
    void exportedClasses_areFinalOrMeantToBeExtended() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackage("io.okxconnect.internal..")
                .and()
                .areNotInterfaces()
                .and()
                .areNotAssignableTo(Throwable.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .check(core);
    }

    @Test
    void randomness_isSecureOrHandedIn() {
        noClasses()
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.util.Random.class, long.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .callMethod(Math.class, "random")
                .check(core);
    }

    @Test
    void trust_isNeverReplaced() {
        noClasses()
                .should()
                .implement(javax.net.ssl.X509TrustManager.class)
                .orShould()
                .implement(javax.net.ssl.HostnameVerifier.class)
                .check(core);
    }

    @Test
    void callPath_hasNoThreadLocals() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(core);
    }

    @Test
    void output_goesToTheLoggerOnly() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(core);
    }

    @Test
    void otherHttpClients_areNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.URLConnection.class)
                .check(core);
    }
}
