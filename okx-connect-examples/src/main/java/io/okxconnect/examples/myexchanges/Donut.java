package io.okxconnect.examples.myexchanges;

import io.okxconnect.account.Balance;
import io.okxconnect.account.CurrencyBalance;
import io.okxconnect.examples.web.Html;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The balances: the total, the currencies, and a ring that shows their shares. Drawn here, without any script or style. */
final class Donut {
    /** As many colours as there are. */
    private static final int MOST = 6;

    private final View view;
    private final Balance balance;
    private final List<CurrencyBalance> currencies;
    private final BigDecimal whole;

    Donut(View view, Balance balance) {
        this.view = view;
        this.balance = balance;
        this.currencies = balance.currencies().stream()
                .filter(each -> each.equity().orElse(BigDecimal.ZERO).signum() != 0)
                .sorted(Comparator.comparing(Donut::worth).reversed())
                .toList();
        this.whole = currencies.stream().map(Donut::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal worth(CurrencyBalance each) {
        return each.equityUsd().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
    }

    Html html() {
        return Html.of(
                """
                <div class="money">
                {}
                <div class="sums">
                <p class="total"><span class="label">{}</span> <span class="sum"><span class="amount">{}</span> <span class="unit">USD</span></span></p>
                {}
                </div>
                </div>
                """,
                ring(),
                view.say("balance.total"),
                Shown.dollars(balance.totalEquity()),
                currencies.isEmpty()
                        ? Html.of("<p class=\"quiet\">{}</p>", view.say("balance.empty"))
                        : Html.of("<ul class=\"currencies\">{}</ul>", rows()));
    }

    private Html ring() {
        List<Html> arcs = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (int i = 0; i < currencies.size() && whole.signum() > 0; i++) {
            BigDecimal share = share(currencies.get(i), 3);
            arcs.add(Html.of(
                    "<circle class=\"arc c{}\" cx=\"21\" cy=\"21\" r=\"16\" pathLength=\"100\""
                            + " stroke-dasharray=\"{} 100\" stroke-dashoffset=\"{}\"/>",
                    colour(i),
                    share.subtract(BigDecimal.ONE).max(new BigDecimal("0.4")),
                    from.negate()));
            from = from.add(share);
        }
        // The list beside it says the same in words.
        return Html.of(
                "<svg class=\"ring\" viewBox=\"0 0 42 42\" aria-hidden=\"true\" focusable=\"false\">"
                        + "<circle class=\"rail\" cx=\"21\" cy=\"21\" r=\"16\"/>{}</svg>",
                arcs);
    }

    private List<Html> rows() {
        List<Html> rows = new ArrayList<>();
        for (int i = 0; i < currencies.size(); i++) {
            CurrencyBalance each = currencies.get(i);
            rows.add(Html.of(
                    """
                    <li><svg class="dot" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><circle class="c{}" cx="5" cy="5" r="5"/></svg>
                    <span class="currency">{}</span> <span class="amount">{}</span> <span class="share">{}</span></li>
                    """,
                    colour(i),
                    each.currency(),
                    Shown.amount(each.equity().orElse(BigDecimal.ZERO)),
                    percent(each)));
        }
        return rows;
    }

    private String percent(CurrencyBalance each) {
        BigDecimal share = share(each, 0);
        return share.signum() > 0 ? share + " %" : worth(each).signum() > 0 ? "< 1 %" : "";
    }

    private static int colour(int index) {
        return Math.min(index, MOST - 1) + 1;
    }

    private BigDecimal share(CurrencyBalance each, int digits) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : worth(each).movePointRight(2).divide(whole, digits, RoundingMode.HALF_UP);
    }
}
