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
        return Optional.ofNullable(given(owner, name));
    }

    /** The text of a member; null if it is missing, null or empty. */
    private static @Nullable String given(JsonValue owner, String name) {
        JsonValue member = owner.members().get(name);
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
        String text = given(owner, name);
        if (text == null) {
            return Optional.empty();
        }
        if (!Decimals.isDecimal(text)) {
            throw owner.unexpected("a decimal number in member \"" + name + "\"");
        }
        return text.equals("0") ? ZERO : Optional.of(Decimals.parse(text));
    }

    static Optional<Instant> instantMillis(JsonValue owner, String name) {
        return unixTime(owner, name, MILLIS_DIGITS).map(Instant::ofEpochMilli);
    }

    static Optional<Instant> instantMicros(JsonValue owner, String name) {
        return unixTime(owner, name, MILLIS_DIGITS + 2)
                .map(micros -> Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L));
    }

    private static Optional<Long> unixTime(JsonValue owner, String name, int mostCharacters) {
        String text = given(owner, name);
        if (text == null) {
            return Optional.empty();
        }
        if (!isWhole(text, mostCharacters)) {
            throw owner.unexpected("a Unix time in member \"" + name + "\"");
        }
        return Optional.of(Long.valueOf(text));
    }

    static Optional<Boolean> bool(JsonValue owner, String name) {
        String text = given(owner, name);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw owner.unexpected("true or false in member \"" + name + "\"");
        }
        return Optional.of(Boolean.valueOf(text));
    }

    static List<String> texts(JsonValue owner, String name) {
        JsonValue member = owner.members().get(name);
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
        List<String> texts = new ArrayList<>();
        text(owner, name).ifPresent(list -> {
            for (String part : list.split(",", -1)) {
                addUnlessBlank(texts, part);
            }
        });
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
