package io.okxconnect.check;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.site.TradingEnvironment;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The text form of {@link UndoRecord}, version 1: one line of JSON, read as strictly as it is written. */
final class UndoText {
    private static final String FORMAT = "okx-connect-undo";
    private static final int VERSION = 1;
    private static final int MAX_LENGTH = 4096;
    private static final String WORD = "[A-Za-z0-9_.:/-]{1,64}";
    private static final Set<String> MEMBERS =
            Set.of("format", "version", "site", "environment", "uid", "appliedAt", "settings");

    private UndoText() {}

    static String write(UndoRecord record) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("format", JsonValue.of(FORMAT));
        members.put("version", JsonValue.of(VERSION));
        members.put("site", JsonValue.of(record.siteName()));
        members.put("environment", JsonValue.of(record.environment().name()));
        members.put("uid", JsonValue.of(record.uid()));
        members.put("appliedAt", JsonValue.of(record.appliedAt().toString()));
        members.put(
                "settings",
                JsonValue.array(record.steps().stream().map(UndoText::write).toList()));
        return JsonValue.object(members).toJson();
    }

    private static JsonValue write(UndoStep step) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(step.setting().field()));
        members.put("before", JsonValue.of(step.before()));
        members.put("after", JsonValue.of(step.after()));
        return JsonValue.object(members);
    }

    static UndoRecord read(String text) {
        Objects.requireNonNull(text, "text");
        if (text.length() > MAX_LENGTH) {
            throw refused("must be at most " + MAX_LENGTH + " characters");
        }
        JsonValue json = json(text);
        requireVersion(json);
        requireMembers(json, MEMBERS);
        AccountOwner account =
                new AccountOwner(word(json, "site"), environment(word(json, "environment")), word(json, "uid"));
        return new UndoRecord(account, time(word(json, "appliedAt")), steps(json));
    }

    private static JsonValue json(String text) {
        JsonValue json;
        try {
            json = JsonValue.parse(text);
        } catch (InvalidArgumentException e) {
            throw refused("must be JSON");
        }
        requireObject(json);
        return json;
    }

    private static void requireVersion(JsonValue json) {
        if (!json.member("format").equals(Optional.of(JsonValue.of(FORMAT)))) {
            throw refused("must be the text of an undo record");
        }
        JsonValue version = json.member("version").orElseGet(JsonValue::ofNull);
        boolean number = version.kind() == JsonValue.Kind.NUMBER;
        if (number && json.decimal("version").orElseThrow().compareTo(BigDecimal.valueOf(VERSION)) > 0) {
            throw new InvalidArgumentException(
                    "text",
                    "must be of version " + VERSION + ", and this one is of a later version",
                    "Undo with the version of okx-connect that wrote it, or a later one.");
        }
        if (!version.equals(JsonValue.of(VERSION))) {
            throw refused("must be of version " + VERSION);
        }
    }

    private static List<UndoStep> steps(JsonValue json) {
        JsonValue list = json.member("settings").orElseThrow();
        if (list.kind() != JsonValue.Kind.ARRAY || list.items().isEmpty()) {
            throw refused("must list at least one setting");
        }
        List<UndoStep> steps = list.items().stream().map(UndoText::step).toList();
        Set<AccountSetting> seen = EnumSet.noneOf(AccountSetting.class);
        if (!steps.stream().allMatch(step -> seen.add(step.setting()))) {
            throw refused("must list each setting once");
        }
        return steps;
    }

    private static UndoStep step(JsonValue json) {
        requireObject(json);
        requireMembers(json, Set.of("name", "before", "after"));
        AccountSetting setting = AccountSetting.named(word(json, "name"))
                .orElseThrow(() -> refused("must list settings that this version knows"));
        UndoStep step = new UndoStep(setting, word(json, "before"), word(json, "after"));
        if (step.before().equals(step.after())) {
            throw refused("must list settings that were changed");
        }
        return step;
    }

    private static void requireObject(JsonValue json) {
        if (json.kind() != JsonValue.Kind.OBJECT) {
            throw refused("must be made of JSON objects");
        }
    }

    private static void requireMembers(JsonValue json, Set<String> names) {
        if (!json.members().keySet().equals(names)) {
            throw refused("must have exactly the members that an undo record has");
        }
    }

    private static String word(JsonValue json, String name) {
        JsonValue member = json.member(name).orElseThrow();
        if (member.kind() != JsonValue.Kind.TEXT || !json.text(name).orElse("").matches(WORD)) {
            throw refused("must have a plain word as \"" + name + "\"");
        }
        return json.text(name).orElseThrow();
    }

    private static TradingEnvironment environment(String name) {
        for (TradingEnvironment environment : TradingEnvironment.values()) {
            if (environment.name().equals(name)) {
                return environment;
            }
        }
        throw refused("must be of the environment LIVE or DEMO");
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw refused("must have a time in ISO form as \"appliedAt\"");
        }
    }

    private static InvalidArgumentException refused(String rule) {
        return new InvalidArgumentException("text", rule, "Pass what UndoRecord.toText() gave, unchanged.");
    }
}
