package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.math.MathContext;

/** Exact decimals in and out of texts. */
public final class Decimals {
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private Decimals() {}

    /** The number in {@code text}; {@code what} names it when it is not one. */
    public static BigDecimal parse(String what, String text) {
        if (!text.matches("-?\\d{1,24}(\\.\\d{1,24})?")) {
            throw new IllegalArgumentException(what + " must be a plain decimal number such as 12.5, not: " + text);
        }
        return new BigDecimal(text);
    }

    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, PRECISION);
    }

    /** The number as OKX writes it: plain digits without trailing zeros. */
    public static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
