package io.okxconnect.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Public and protected signatures, generic arguments included, name types of ours and of the JDK alone; no Optional goes in. */
final class ExposeNoForeignType extends ArchCondition<JavaClass> {

    static ExposeNoForeignType inTheirSignatures() {
        return new ExposeNoForeignType();
    }

    private ExposeNoForeignType() {
        super("expose no foreign type");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
            return;
        }
        type.getMembers().stream().filter(ExposeNoForeignType::isExposed).forEach(member -> {
            types(member)
                    .flatMap(t -> t.getAllInvolvedRawTypes().stream())
                    .map(JavaClass::getBaseComponentType)
                    .filter(raw -> !isAllowed(raw))
                    .forEach(raw -> events.add(
                            SimpleConditionEvent.violated(member, member.getFullName() + " exposes " + raw.getName())));
            if (member instanceof JavaCodeUnit unit
                    && unit.getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(java.util.Optional.class))) {
                events.add(SimpleConditionEvent.violated(member, member.getFullName() + " takes an Optional"));
            }
        });
    }

    private static boolean isExposed(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getThrowsClause().getTypes().stream().map(t -> (JavaType) t))
                .flatMap(s -> s);
    }

    private static boolean isAllowed(JavaClass raw) {
        String name = raw.getPackageName();
        boolean jdk = raw.isPrimitive() || name.startsWith("java.") || name.startsWith("javax.");
        boolean ours = name.startsWith("io.okxconnect") && !name.contains(".internal");
        return jdk || ours;
    }
}
