/**
 * Connects a user's OKX account to an app: {@link io.okxconnect.site} and {@link io.okxconnect.error} to begin with.
 */
module io.okxconnect.core {
    requires com.fasterxml.jackson.databind;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.okxconnect.account;
    exports io.okxconnect.check;
    exports io.okxconnect.error;
    exports io.okxconnect.rest;
    exports io.okxconnect.site;
    exports io.okxconnect.spi;
}
