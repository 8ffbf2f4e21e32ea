package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;

/** OKX's rules for setting leverage. Guarded by the account's lock. */
public final class LeverageDesk {
    private final Account account;

    LeverageDesk(Account account) {
        this.account = account;
    }

    /** Sets the leverage of a currency, for cross margin where it is kept per currency. */
    public void set(String ccy, String marginMode, BigDecimal leverage) {
        if (!marginMode.equals("cross")) {
            throw ErrorCode.PARAMETER_ERROR.refusal("mgnMode");
        }
        if (account.mode().equals("2")) {
            throw ErrorCode.NOT_IN_THIS_MODE.refusal();
        }
        requireWithin(leverage, 10);
        account.leverages().set(ccy, "cross", "net", leverage);
    }

    /** Sets the leverage of an instrument and returns the side that it was set for, as OKX answers it. */
    public String set(Instrument instrument, String marginMode, String posSide, BigDecimal leverage) {
        requireMode(instrument, marginMode);
        boolean contract = instrument.isDerivative();
        boolean perSide = contract && account.isHedged() && marginMode.equals("isolated");
        if (perSide ? !isSide(posSide) : !posSide.isEmpty() && !posSide.equals("net")) {
            throw ErrorCode.PARAMETER_ERROR.refusal("posSide");
        }
        requireWithin(leverage, instrument.maxLeverage());
        if (account.orders().hasPending(instrument, marginMode)) {
            throw (marginMode.equals("cross") ? ErrorCode.LEVERAGE_CROSS_ORDERS : ErrorCode.LEVERAGE_ISOLATED_ORDERS)
                    .refusal();
        }
        String side = perSide ? posSide : "net";
        account.leverages().set(instrument.instId(), marginMode, side, leverage);
        account.positions().open().stream()
                .filter(it -> it.instrument().equals(instrument)
                        && it.marginMode().equals(marginMode)
                        && (!perSide || it.side().equals(side)))
                .forEach(it -> it.leverage(leverage));
        return contract && (perSide || !account.isHedged()) ? side : "";
    }

    private void requireMode(Instrument instrument, String marginMode) {
        String mode = account.mode();
        if (marginMode.equals("isolated") && (mode.equals("3") || mode.equals("4"))) {
            throw ErrorCode.ISOLATED_NOT_AVAILABLE.refusal();
        }
        if (!instrument.isDerivative()) {
            if (marginMode.equals("cross") && !mode.equals("2")) {
                throw ErrorCode.PARAMETER_ERROR.refusal("ccy");
            }
            return;
        }
        if (mode.equals("1")) {
            throw ErrorCode.NOT_IN_THIS_MODE.refusal();
        }
        if (mode.equals("4")) {
            throw ErrorCode.LEVERAGE_NOT_IN_PORTFOLIO.refusal();
        }
    }

    private static void requireWithin(BigDecimal leverage, int most) {
        if (leverage.compareTo(BigDecimal.ONE) < 0) {
            throw ErrorCode.LEVERAGE_BELOW_MINIMUM.refusal();
        }
        if (leverage.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw ErrorCode.LEVERAGE_ABOVE_MAXIMUM.refusal();
        }
    }

    private static boolean isSide(String posSide) {
        return posSide.equals("long") || posSide.equals("short");
    }
}
