package io.okxconnect.examples;

import io.okxconnect.account.Balance;
import io.okxconnect.account.CurrencyBalance;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The balances of an account, for people: up to eight decimals, no exponents, blank where OKX says nothing. */
final class BalanceTable {
    private BalanceTable() {}

    static void print(Balance balance, PrintStream out) {
        Table table = new Table("currency", "equity", "available", "frozen", "in USD");
        for (CurrencyBalance row : balance.currencies()) {
            table.row(
                    row.currency(),
                    amount(row.equity()),
                    amount(row.availableBalance()),
                    amount(row.frozenBalance()),
                    usd(row.equityUsd()));
        }
        table.row("total", "", "", "", usd(Optional.of(balance.totalEquity())));
        table.print(out);
    }

    private static String amount(Optional<BigDecimal> value) {
        return value.map(v -> v.setScale(8, RoundingMode.DOWN).stripTrailingZeros())
                .map(v -> v.signum() == 0 ? "0" : v.toPlainString())
                .orElse("");
    }

    private static String usd(Optional<BigDecimal> value) {
        return value.map(v -> v.setScale(2, RoundingMode.DOWN).toPlainString()).orElse("");
    }
}
