package io.okxconnect.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How OKX writes numbers, times, truth values and lists into members. */
final class JsonForms {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,24}(\\.\\d{1,24})?([eE][+-]?\\d{1,2})?");
    private static final Pattern UNIX_TIME = Pattern.compile("-?\\d{1,17}");
    private static final int MILLIS_DIGITS = 15;

    private JsonForms() {}

    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    static Optional<String> text(JsonValue owner, String name) {
        JsonValue member = owner.members().get(name);
        if (member == null || member.kind() == JsonValue.Kind.NULL) {
            return Optional.empty();
        }
        String text = member.rawText().orElseThrow(() -> owner.unexpected("a text in member \"" + name + "\""));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static Optional<BigDecimal> decimal(JsonValue owner, String name) {
        return text(owner, name).map(text -> {
            if (!isDecimal(text)) {
                throw owner.unexpected("a decimal number in member \"" + name + "\"");
            }
            return new BigDecimal(text);
        });
    }

    static Optional<Instant> instantMillis(JsonValue owner, String name) {
        return unixTime(owner, name, MILLIS_DIGITS).map(Instant::ofEpochMilli);
    }

    static Optional<Instant> instantMicros(JsonValue owner, String name) {
        return unixTime(owner, name, MILLIS_DIGITS + 2)
                .map(micros -> Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L));
    }

    private static Optional<Long> unixTime(JsonValue owner, String name, int maxDigits) {
        return text(owner, name).map(text -> {
            if (!UNIX_TIME.matcher(text).matches() || text.length() > maxDigits) {
                throw owner.unexpected("a Unix time in member \"" + name + "\"");
            }
            return Long.valueOf(text);
        });
    }

    static Optional<Boolean> bool(JsonValue owner, String name) {
        return text(owner, name).map(text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw owner.unexpected("true or false in member \"" + name + "\"");
            }
            return Boolean.valueOf(text);
        });
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
