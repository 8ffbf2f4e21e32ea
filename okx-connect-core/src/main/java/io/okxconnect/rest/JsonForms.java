package io.okxconnect.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How OKX writes numbers, times, truth values and lists into members. */
final class JsonForms {
    private static final int MILLIS_DIGITS = 15;
    private static final Optional<BigDecimal> ZERO = Optional.of(BigDecimal.ZERO);

    private JsonForms() {}

    private static boolean isWhole(String text, int mostCharacters) {
        return text.length() <= mostCharacters
                && Decimals.digits(text, text.startsWith("-") ? 1 : 0, mostCharacters) == text.length();
    }

    static Optional<String> text(JsonValue owner, String name) {
        return Optional.ofNullable(given(owner, name, owner.members().get(name)));
    }

    /** Refuses a member that is not of a form; what it holds is not made into a value. */
    static void check(MemberForm form, JsonValue owner, String name, @Nullable JsonValue member) {
        switch (form) {
            case REQUIRED_TEXT -> required(owner, name, given(owner, name, member));
            case TEXT -> given(owner, name, member);
            case TEXTS -> texts(owner, name, member);
            case DECIMAL -> decimalText(owner, name, member);
            case MILLIS -> unixTime(owner, name, member, MILLIS_DIGITS);
            case BOOLEAN -> boolText(owner, name, member);
        }
    }

    static String required(JsonValue owner, String name, @Nullable String text) {
        if (text == null) {
            throw owner.unexpected("a member \"" + name + "\"");
        }
        return text;
    }

    static String requiredText(JsonValue owner, String name) {
        return required(owner, name, given(owner, name, owner.members().get(name)));
    }

    /** The text of a member; null if it is missing, null or empty. */
    private static @Nullable String given(JsonValue owner, String name, @Nullable JsonValue member) {
        if (member == null || member.kind() == JsonValue.Kind.NULL) {
            return null;
        }
        String text = member.scalar();
        if (text == null) {
            throw owner.unexpected("a text in member \"" + name + "\"");
        }
        return text.isEmpty() ? null : text;
    }

    static Optional<BigDecimal> decimal(JsonValue owner, String name) {
        String text = decimalText(owner, name, owner.members().get(name));
        if (text == null) {
            return Optional.empty();
        }
        return text.equals("0") ? ZERO : Optional.of(Decimals.parse(text));
    }

    /** A decimal; null if the member is missing, null or empty. */
    private static @Nullable String decimalText(JsonValue owner, String name, @Nullable JsonValue member) {
        String text = given(owner, name, member);
        if (text != null && !Decimals.isDecimal(text)) {
            throw owner.unexpected("a decimal number in member \"" + name + "\"");
        }
        return text;
    }

    static Optional<Instant> instantMillis(JsonValue owner, String name) {
        String millis = unixTime(owner, name, owner.members().get(name), MILLIS_DIGITS);
        return millis == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    static Optional<Instant> instantMicros(JsonValue owner, String name) {
        String text = unixTime(owner, name, owner.members().get(name), MILLIS_DIGITS + 2);
        if (text == null) {
            return Optional.empty();
        }
        long micros = Long.parseLong(text);
        return Optional.of(
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L));
    }

    /** A whole number that a long holds; null if the member is missing, null or empty. */
    private static @Nullable String unixTime(
            JsonValue owner, String name, @Nullable JsonValue member, int mostCharacters) {
        String text = given(owner, name, member);
        if (text != null && !isWhole(text, mostCharacters)) {
            throw owner.unexpected("a Unix time in member \"" + name + "\"");
        }
        return text;
    }

    static Optional<Boolean> bool(JsonValue owner, String name) {
        String text = boolText(owner, name, owner.members().get(name));
        return text == null ? Optional.empty() : Optional.of(Boolean.valueOf(text));
    }

    /** A truth value; null if the member is missing, null or empty. */
    private static @Nullable String boolText(JsonValue owner, String name, @Nullable JsonValue member) {
        String text = given(owner, name, member);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw owner.unexpected("true or false in member \"" + name + "\"");
        }
        return text;
    }

    static List<String> texts(JsonValue owner, String name) {
        return texts(owner, name, owner.members().get(name));
    }

    private static List<String> texts(JsonValue owner, String name, @Nullable JsonValue member) {
        if (member != null && member.kind() == JsonValue.Kind.ARRAY) {
            List<String> texts = new ArrayList<>();
            for (JsonValue item : member.items()) {
                if (item.kind() == JsonValue.Kind.OBJECT || item.kind() == JsonValue.Kind.ARRAY) {
                    throw owner.unexpected("texts in member \"" + name + "\"");
                }
                addUnlessBlank(texts, item.rawText().orElse(""));
            }
            return List.copyOf(texts);
        }
        String list = given(owner, name, member);
        if (list == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            addUnlessBlank(texts, part);
        }
        return List.copyOf(texts);
    }

    static List<JsonValue> items(JsonValue owner, String name) {
        JsonValue member = owner.members().get(name);
        if (member == null || member.kind() == JsonValue.Kind.NULL) {
            return List.of();
        }
        if (member.rawText().filter(String::isEmpty).isPresent()) {
            return List.of();
        }
        if (member.kind() != JsonValue.Kind.ARRAY) {
            throw owner.unexpected("an array in member \"" + name + "\"");
        }
        return member.items();
    }

    private static void addUnlessBlank(List<String> texts, String text) {
        String trimmed = text.strip();
        if (!trimmed.isEmpty()) {
            texts.add(trimmed);
        }
    }
}
