package io.okxconnect.benchmarks.calls;

import io.okxconnect.benchmarks.signing.Requests;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.okex.OkexExchange;
import org.knowm.xchange.okex.service.OkexAccountServiceRaw;

/**
 * XChange's OKX module, by its own calls, with its rate limiter off as by default. Threads that share one of its accounts get
 * wrong signatures and exceptions, so give it an account a thread.
 */
final class XChangeClient implements BalanceClient {
    private final List<OkexAccountServiceRaw> accounts;

    XChangeClient(URI okx, int accounts) {
        this.accounts =
                IntStream.range(0, accounts).mapToObj(number -> service(okx)).toList();
    }

    private static OkexAccountServiceRaw service(URI okx) {
        ExchangeSpecification specification = new OkexExchange().getDefaultExchangeSpecification();
        specification.setSslUri(okx.toString());
        specification.setShouldLoadRemoteMetaData(false);
        specification.setApiKey(Requests.API_KEY);
        specification.setSecretKey(Requests.SECRET_KEY);
        specification.setExchangeSpecificParametersItem(OkexExchange.PARAM_PASSPHRASE, Requests.PASSPHRASE);
        return (OkexAccountServiceRaw)
                ExchangeFactory.INSTANCE.createExchange(specification).getAccountService();
    }

    @Override
    public BigDecimal totalEquity(int thread) throws IOException {
        return new BigDecimal(accounts.get(thread)
                .getWalletBalances(List.of())
                .getData()
                .get(0)
                .getTotalEquity());
    }
}
