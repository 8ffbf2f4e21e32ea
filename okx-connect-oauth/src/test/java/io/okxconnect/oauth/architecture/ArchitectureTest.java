package io.okxconnect.oauth.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the shape of the module: where Nimbus may be seen, and what an app gets to see. */
class ArchitectureTest {
    private static final String ROOT = "io.okxconnect.oauth";

    private static JavaClasses oauth;

    @BeforeAll
    static void readCompiledClasses() throws URISyntaxException {
        oauth = new ClassFileImporter()
                .importPath(Path.of(io.okxconnect.oauth.OAuthClient.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        assertThat(oauth.contain(ROOT + ".OAuthClient")).isTrue();
    }

    @Test
    void nimbus_isSeenInOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds..", "net.minidev..")
                .check(oauth);
    }

    @Test
    void nimbusHttpAndOtherHttpClients_areNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("com.nimbusds.oauth2.sdk.http..")
                        .or(resideInAPackage("java.net.http.."))
                        .or(resideInAPackage("com.sun.net.."))
                        .or(resideInAPackage("org.apache.."))
                        .or(assignableTo(java.net.URLConnection.class)))
                .check(oauth);
    }

    @Test
    void coresInternals_areNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.okxconnect.internal..")
                .check(oauth);
    }

    @Test
    void packagesBelowRoot_doNotReferToIt() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".internal..", ROOT + ".error")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(oauth);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".error")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".internal..")
                .check(oauth);
    }

    @Test
    void awt_isTouchedByOneClassOnly() {
        noClasses()
                .that()
                .doNotHaveSimpleName("DesktopBrowser")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.awt..")
                .check(oauth);
    }

    @Test
    void secrets_becomeTextOrKeysInOneClassEach() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SecretText")
                .and()
                .doNotHaveSimpleName("PendingSeal")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.okxconnect.credential.SecretAccess")
                .check(oauth);
    }

    @Test
    void randomnessAndOutput_areNotMadeUp() {
        noClasses()
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(oauth);
    }

    @Test
    void exportedMethods_nameOnlyOurTypesAndTheJdks() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(ROOT + ".internal..")
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(nameOnlyPublicTypes())
                .check(oauth);
    }

    private static ArchCondition<JavaMethod> nameOnlyPublicTypes() {
        return new ArchCondition<>("name only our types and the JDK's") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean exposed = method.getModifiers().contains(JavaModifier.PUBLIC)
                        || method.getModifiers().contains(JavaModifier.PROTECTED);
                if (exposed) {
                    types(method)
                            .map(JavaClass::getBaseComponentType)
                            .filter(type -> !isAllowed(type))
                            .forEach(type -> events.add(
                                    SimpleConditionEvent.violated(method, method.getFullName() + " exposes " + type)));
                }
            }
        };
    }

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
    }

    private static boolean isAllowed(JavaClass type) {
        String name = type.getPackageName();
        return type.isPrimitive()
                || name.startsWith("java.")
                || name.equals("javax.sql")
                || (name.startsWith("io.okxconnect") && !name.contains(".internal"));
    }
}
