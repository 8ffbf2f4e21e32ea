package io.okxconnect.account;

import io.okxconnect.rest.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The members that a value's accessors read. All are read once when the value is made, so that an answer of the wrong
 * form fails the call it came with and not some accessor later.
 */
final class Members {
    private record Member(String name, BiConsumer<JsonValue, String> reader) {}

    private final List<Member> members = new ArrayList<>();

    private Members() {}

    static Members required(String... names) {
        return new Members().add(JsonValue::requiredText, names);
    }

    Members texts(String... names) {
        return add(JsonValue::text, names);
    }

    Members lists(String... names) {
        return add(JsonValue::texts, names);
    }

    Members decimals(String... names) {
        return add(JsonValue::decimal, names);
    }

    Members times(String... names) {
        return add(JsonValue::instantMillis, names);
    }

    Members booleans(String... names) {
        return add(JsonValue::bool, names);
    }

    JsonValue checked(JsonValue json) {
        members.forEach(member -> member.reader().accept(json, member.name()));
        return json;
    }

    private Members add(BiConsumer<JsonValue, String> reader, String... names) {
        for (String name : names) {
            members.add(new Member(name, reader));
        }
        return this;
    }
}
