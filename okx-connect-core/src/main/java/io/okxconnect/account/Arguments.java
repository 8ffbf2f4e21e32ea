package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The rules that several requests share; all are checked before anything is sent. */
final class Arguments {
    private static final Pattern NAME = Pattern.compile("[^\\s,\\p{Cntrl}]{1,64}");
    private static final int MAX_DIGITS = 24;

    private Arguments() {}

    static String name(String argument, String value) {
        if (!NAME.matcher(Objects.requireNonNull(value, argument)).matches()) {
            throw new InvalidArgumentException(
                    argument,
                    "must be 1 to 64 characters without blanks, commas and control characters",
                    "Pass it as OKX writes it, for example BTC-USDT-SWAP or USDT.");
        }
        return value;
    }

    static List<String> names(String argument, List<String> values, int max) {
        List<String> copy = List.copyOf(values);
        if (copy.isEmpty() || copy.size() > max) {
            throw new InvalidArgumentException(
                    argument,
                    "must be 1 to " + max + " values",
                    "Leave it out for all, or make several calls for more.");
        }
        copy.forEach(value -> name(argument, value));
        return copy;
    }

    static BigDecimal positive(String argument, BigDecimal value) {
        boolean sendable = value.signum() > 0
                && value.scale() <= MAX_DIGITS
                && (long) value.precision() - value.scale() <= MAX_DIGITS;
        if (!sendable) {
            throw new InvalidArgumentException(
                    argument,
                    "must be above zero, with at most " + MAX_DIGITS + " digits before and after the point",
                    "Pass a positive number.");
        }
        return value;
    }

    static <V extends OpenValue> V oneOf(String argument, V value, List<V> allowed) {
        if (!allowed.contains(Objects.requireNonNull(value, argument))) {
            throw new InvalidArgumentException(
                    argument, "must be one of " + allowed, "Use one of the constants of the class.");
        }
        return value;
    }
}
