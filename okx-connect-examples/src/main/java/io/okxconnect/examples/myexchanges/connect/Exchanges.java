package io.okxconnect.examples.myexchanges.connect;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionSummary;
import io.okxconnect.DisconnectReport;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.ReplacementReport;
import io.okxconnect.account.Balance;
import io.okxconnect.check.PlanReport;
import io.okxconnect.check.SetupPlan;
import io.okxconnect.check.UndoRecord;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.FastApiConnector;
import io.okxconnect.oauth.SessionBinding;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of all users. An account is stored under its user and a number: who asks for an account names the user,
 * and finds that user's accounts alone.
 */
public final class Exchanges {
    private final ExchangeConnector okx;
    private final @Nullable FastApiConnector fastApi;
    private final Map<AccountId, Look> looks = new ConcurrentHashMap<>();

    /**
     * Takes the connectors, and leaves them for the caller to close.
     *
     * @param okx keeps the accounts, and finds by itself where a key belongs
     * @param fastApi connects accounts without keys; null for an app that OKX gave no client id
     */
    public Exchanges(ExchangeConnector okx, @Nullable FastApiConnector fastApi) {
        this.okx = okx;
        this.fastApi = fastApi;
    }

    /** {@return whether accounts can be connected without a pasted key} */
    public boolean hasFastConnect() {
        return fastApi != null;
    }

    /**
     * "My exchanges". Asks OKX nothing.
     *
     * @param user whose
     * @return the user's accounts, in the order in which they were connected
     */
    public List<Account> of(String user) {
        return okx.connections().stream()
                .filter(stored -> stored.accountId().value().startsWith(user + "."))
                .map(this::account)
                .sorted(Comparator.comparingInt(Account::number))
                .toList();
    }

    /**
     * One of the user's accounts. Asks OKX nothing.
     *
     * @param user whose
     * @param number which
     * @return the account; empty if the user has no such account
     */
    public Optional<Account> find(String user, int number) {
        return of(user).stream().filter(account -> account.number() == number).findFirst();
    }

    private Account account(ConnectionSummary stored) {
        AccountId id = stored.accountId();
        int number = Integer.parseInt(id.value().substring(id.value().lastIndexOf('.') + 1));
        return new Account(number, stored, okx.connection(id).status(), looks.getOrDefault(id, Look.NONE));
    }

    private static AccountId id(String user, int number) {
        return AccountId.of(user + "." + number);
    }

    /**
     * Connects an account with a pasted key.
     *
     * @param user whose
     * @param number under which number
     * @param key the key; left for the caller to close
     * @param choice where the user says that it belongs
     */
    public void connect(String user, int number, PastedKey key, Choice choice) {
        requireFit(key, choice);
        try (ApiKeyCredential credential = key.credential()) {
            remember(okx.connect(id(user, number), credential));
        }
    }

    /** Before anything is stored: what is no key, and what belongs elsewhere than the user believes. */
    private void requireFit(PastedKey key, Choice choice) {
        Diagnosis seen = key.diagnosedBy(okx);
        boolean placed = seen.site().isPresent() && seen.environment().isPresent();
        if (placed && !choice.fits(seen)) {
            throw new ElsewhereException(
                    seen.site().orElseThrow().name(), seen.environment().orElseThrow());
        }
        if (!seen.isHealthy() && !placed) {
            throw new RefusedException(seen);
        }
    }

    /**
     * Gives an account another key.
     *
     * @param user whose
     * @param number which account
     * @param key the new key of the same OKX account; left for the caller to close
     * @return what is left to delete at OKX
     */
    public ReplacementReport replace(String user, int number, PastedKey key) {
        AccountId id = id(user, number);
        Connection connection = okx.connection(id);
        requireFit(
                key,
                new Choice(
                        connection.environment(), Optional.of(connection.site().name())));
        ReplacementReport report;
        try (ApiKeyCredential credential = key.credential()) {
            report = connection.replaceCredential(credential);
        }
        remember(connection);
        return report;
    }

    /**
     * Begins Fast connect.
     *
     * @param user who
     * @param number under which number; one that is connected gets a new key
     * @param session the browser's session
     * @return the consent page at OKX
     */
    public URI begin(String user, int number, SessionBinding session) {
        return fastApi().begin(id(user, number), session).uri();
    }

    /**
     * Completes Fast connect.
     *
     * @param user who
     * @param callback the query with which the browser came back
     * @param session the browser's session
     * @return the number of the account
     */
    public int complete(String user, String callback, SessionBinding session) {
        Connection connected = fastApi().complete(callback, session);
        remember(connected);
        return Integer.parseInt(connected.accountId().value().substring(user.length() + 1));
    }

    private FastApiConnector fastApi() {
        if (fastApi == null) {
            throw new IllegalStateException("This app has no client id.");
        }
        return fastApi;
    }

    /**
     * Looks again: is the key still good, how is the account set up, what is in it.
     *
     * @param user whose
     * @param number which account
     */
    public void look(String user, int number) {
        Connection connection = okx.connection(id(user, number));
        try {
            connection.check();
            remember(connection);
        } catch (OkxConnectException e) {
            forgetSetup(connection);
        }
    }

    /** Keeps what is in an account that has just been checked, and how it is set up. */
    private void remember(Connection connection) {
        try {
            Balance balance = connection.balance();
            looks.put(
                    connection.accountId(),
                    new Look(Optional.of(balance), Optional.of(connection.plan()), Optional.empty()));
        } catch (OkxConnectException e) {
            forgetSetup(connection);
        }
    }

    /** The last balances stay; what was wrong with the set-up then says nothing now. */
    private void forgetSetup(Connection connection) {
        AccountId id = connection.accountId();
        Look before = looks.getOrDefault(id, Look.NONE);
        looks.put(id, new Look(before.balance(), Optional.empty(), Optional.of(okx.diagnose(id))));
    }

    /**
     * Changes what the plan says, unless the account has changed meanwhile.
     *
     * @param user whose
     * @param number which account
     * @param plan the plan that the user has seen
     * @return what was done
     */
    public PlanReport apply(String user, int number, SetupPlan plan) {
        PlanReport report = okx.connection(id(user, number)).apply(plan);
        look(user, number);
        return report;
    }

    /**
     * Takes changes back.
     *
     * @param user whose
     * @param number which account
     * @param done what was changed
     * @return what was done
     */
    public PlanReport undo(String user, int number, UndoRecord done) {
        PlanReport report = okx.connection(id(user, number)).undo(done);
        look(user, number);
        return report;
    }

    /**
     * Forgets an account.
     *
     * @param user whose
     * @param number which account
     * @return what is left to delete at OKX
     */
    public DisconnectReport disconnect(String user, int number) {
        AccountId id = id(user, number);
        DisconnectReport report = okx.connection(id).disconnect();
        looks.remove(id);
        return report;
    }
}
