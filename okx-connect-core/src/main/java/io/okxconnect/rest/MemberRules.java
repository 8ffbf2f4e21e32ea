package io.okxconnect.rest;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a row must be, so that an answer of the wrong form fails the call that it came with, and not some
 * reader of one member later. The typed values of okx-connect are checked with it; an app can check rows of its own calls:
 *
 * <pre>{@code
 * private static final MemberRules ORDER =
 *         MemberRules.required("ordId", "instId", "state").decimals("px", "sz").millis("cTime");
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class MemberRules {
    private static final MemberRules NONE = new MemberRules(new String[0], new MemberForm[0]);

    private final String[] names;
    private final MemberForm[] forms;
    /** Where the members were in the last row: the next one, of the same call, has the same names in the same order. */
    private volatile Places last = new Places(null, new int[0]);

    /** Of each rule's member in rows of these names, -1 for none. */
    private static final class Places {
        private final @Nullable JsonNames names;
        private final int[] indices;

        private Places(@Nullable JsonNames names, int[] indices) {
            this.names = names;
            this.indices = indices;
        }
    }

    private MemberRules(String[] names, MemberForm[] forms) {
        this.names = names;
        this.forms = forms;
    }

    /**
     * Begins with the members that every row must have.
     *
     * @param names of members with a text that is not empty, as of {@link JsonValue#requiredText}
     * @return the rules
     */
    public static MemberRules required(String... names) {
        return NONE.with(MemberForm.REQUIRED_TEXT, names);
    }

    /**
     * Adds members that are texts, numbers or truth values where they are given.
     *
     * @param names of members as of {@link JsonValue#text}
     * @return these rules and those
     */
    public MemberRules texts(String... names) {
        return with(MemberForm.TEXT, names);
    }

    /**
     * Adds members that are lists of texts where they are given.
     *
     * @param names of members as of {@link JsonValue#texts}
     * @return these rules and those
     */
    public MemberRules lists(String... names) {
        return with(MemberForm.TEXTS, names);
    }

    /**
     * Adds members that are decimal numbers where they are given.
     *
     * @param names of members as of {@link JsonValue#decimal}
     * @return these rules and those
     */
    public MemberRules decimals(String... names) {
        return with(MemberForm.DECIMAL, names);
    }

    /**
     * Adds members that are times in Unix milliseconds where they are given.
     *
     * @param names of members as of {@link JsonValue#instantMillis}
     * @return these rules and those
     */
    public MemberRules millis(String... names) {
        return with(MemberForm.MILLIS, names);
    }

    /**
     * Adds members that are truth values where they are given.
     *
     * @param names of members as of {@link JsonValue#bool}
     * @return these rules and those
     */
    public MemberRules booleans(String... names) {
        return with(MemberForm.BOOLEAN, names);
    }

    /**
     * Checks a row.
     *
     * @param row as it was read, or made by hand
     * @return the same row
     * @throws MalformedResponseException if a member of an answer is not as it must be
     * @throws InvalidArgumentException if a member of a value that was parsed or made by hand is not
     */
    public JsonValue check(JsonValue row) {
        if (row.members() instanceof JsonMembers members) {
            int[] indices = places(members.names());
            for (int i = 0; i < indices.length; i++) {
                int index = indices[i];
                JsonForms.check(forms[i], row, names[i], index < 0 ? null : members.value(index));
            }
        } else {
            for (int i = 0; i < names.length; i++) {
                JsonForms.check(forms[i], row, names[i], row.members().get(names[i]));
            }
        }
        return row;
    }

    private int[] places(JsonNames rowNames) {
        Places places = last;
        if (places.names != rowNames) {
            places = new Places(
                    rowNames, Arrays.stream(names).mapToInt(rowNames::indexOf).toArray());
            last = places;
        }
        return places.indices;
    }

    private MemberRules with(MemberForm form, String... more) {
        String[] allNames = Arrays.copyOf(names, names.length + more.length);
        System.arraycopy(more, 0, allNames, names.length, more.length);
        MemberForm[] allForms = Arrays.copyOf(forms, allNames.length);
        Arrays.fill(allForms, forms.length, allForms.length, form);
        return new MemberRules(allNames, allForms);
    }

    /** {@return the names of the members} */
    @Override
    public String toString() {
        return "MemberRules" + Arrays.toString(names);
    }
}
