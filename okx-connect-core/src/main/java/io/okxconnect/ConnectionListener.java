package io.okxconnect;

/**
 * Hears how connected accounts are doing, without asking. Registered with {@link ExchangeConnectorBuilder#listener}.
 *
 * <p>Each event comes once, and the events of one account come in the order in which they happened. They are delivered
 * one after the other by one daemon thread of the connector ({@code okx-connect-events}), never by the thread that
 * looks or calls and with no lock held. So a slow listener delays the events after its own, of all accounts and
 * listeners, but no call: hand long work to a thread of your own. What waits to be delivered is not bounded and nothing
 * is left out. A listener may use the connector and its connections, and may close them.
 *
 * <p>What a listener throws is logged, by the name of its class alone, and disturbs neither the other listeners nor the
 * connector.
 */
@FunctionalInterface
public interface ConnectionListener {

    /**
     * Hears of one change.
     *
     * @param event what happened
     */
    void onChange(ConnectionEvent event);
}
