/**
 * Connects a user's OKX account to an app. Start at {@link io.okxconnect.ExchangeConnector}.
 */
module io.okxconnect.core {
    requires com.fasterxml.jackson.databind;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.slf4j;
    // For JdbcCredentialStore only. Not resolved by itself, so that apps without a database run on a Java without it.
    requires static transitive java.sql;
    requires static transitive org.jspecify;

    exports io.okxconnect;
    exports io.okxconnect.account;
    exports io.okxconnect.check;
    exports io.okxconnect.credential;
    exports io.okxconnect.doctor;
    exports io.okxconnect.error;
    exports io.okxconnect.rest;
    exports io.okxconnect.signing;
    exports io.okxconnect.site;
    exports io.okxconnect.spi;
}
