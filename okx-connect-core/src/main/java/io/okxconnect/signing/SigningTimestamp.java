package io.okxconnect.signing;

import io.okxconnect.error.InvalidArgumentException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes the timestamps that OKX wants signed. {@link Instant#toString} will not do: it leaves out zero digits, which OKX
 * answers with 50112. Safe for use by many threads.
 */
public final class SigningTimestamp {
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    /** Most signatures share their second with the one before, so its text is kept; a lost race only writes it once more. */
    private static volatile Second latest = Second.of(0);

    private SigningTimestamp() {}

    /**
     * The REST form: UTC, ISO 8601, always three digits of milliseconds, cut and not rounded.
     *
     * @param instant the time to write, of a year from 0 to 9999
     * @return for example {@code 2020-12-08T09:08:57.715Z}
     * @throws InvalidArgumentException if the year has not four digits
     */
    public static String iso(Instant instant) {
        Second second = second(instant.getEpochSecond());
        int millis = instant.getNano() / 1_000_000;
        return second.prefix + digit(millis / 100) + digit(millis / 10 % 10) + digit(millis % 10) + 'Z';
    }

    /**
     * The form of the WebSocket login: whole seconds since 1970, cut and not rounded.
     *
     * @param instant the time to write
     * @return for example {@code 1704876947}
     */
    public static String epochSeconds(Instant instant) {
        return Long.toString(instant.getEpochSecond());
    }

    private static Second second(long epochSecond) {
        Second known = latest;
        if (known.epochSecond == epochSecond) {
            return known;
        }
        if (epochSecond < YEAR_0 || epochSecond >= YEAR_10000) {
            throw new InvalidArgumentException(
                    "instant", "must be of a year from 0 to 9999", "Check the clock that this time comes from.");
        }
        Second next = Second.of(epochSecond);
        latest = next;
        return next;
    }

    private static char digit(int number) {
        return (char) ('0' + number);
    }

    /** One second and its text up to the milliseconds. */
    private static final class Second {
        private final long epochSecond;
        private final String prefix;

        private Second(long epochSecond, String prefix) {
            this.epochSecond = epochSecond;
            this.prefix = prefix;
        }

        private static Second of(long epochSecond) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
            String text = digits(time.getYear(), 4)
                    + '-' + digits(time.getMonthValue(), 2)
                    + '-' + digits(time.getDayOfMonth(), 2)
                    + 'T' + digits(time.getHour(), 2)
                    + ':' + digits(time.getMinute(), 2)
                    + ':' + digits(time.getSecond(), 2)
                    + ".";
            return new Second(epochSecond, text);
        }

        private static String digits(int number, int width) {
            String digits = Integer.toString(number);
            return "0".repeat(width - digits.length()) + digits;
        }
    }
}
