package io.okxconnect.benchmarks.signing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchange.okex.service.OkexDigest;
import org.knowm.xchange.utils.DateUtils;
import si.mazi.rescu.Params;
import si.mazi.rescu.RequestWriterResolver;
import si.mazi.rescu.RestInvocation;
import si.mazi.rescu.RestMethodMetadata;

/** XChange's own digest and timestamp. What its proxy does around them is not counted here, nor is the writing of the body. */
public final class XChangeSigner {
    /** The two calls, as XChange declares them. */
    @Path("/api/v5")
    interface Calls {
        @GET
        @Path("/account/balance")
        String balance(@HeaderParam("OK-ACCESS-TIMESTAMP") String timestamp);

        @POST
        @Path("/trade/order")
        String order(@HeaderParam("OK-ACCESS-TIMESTAMP") String timestamp);
    }

    private final OkexDigest digest = OkexDigest.createInstance(Requests.SECRET_KEY);

    /** The digest of one account, which all its threads share, as in XChange. */
    public XChangeSigner() {}

    @SuppressWarnings("JavaUtilDate") // as XChange does
    static String timestamp() {
        return DateUtils.toUTCISODateString(new Date());
    }

    /** A call about to be signed. */
    public static RestInvocation invocation(String method, String timestamp) {
        RequestWriterResolver writers = new RequestWriterResolver();
        writers.addWriter(
                MediaType.APPLICATION_FORM_URLENCODED, ignored -> method.equals("order") ? Requests.ORDER_BODY : "");
        try {
            RestMethodMetadata metadata = RestMethodMetadata.create(
                    Calls.class.getDeclaredMethod(method, String.class), "http://127.0.0.1", "/api/v5");
            Map<Class<? extends java.lang.annotation.Annotation>, Params> defaults = new LinkedHashMap<>();
            return RestInvocation.create(writers, metadata, new Object[] {timestamp}, defaults);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String sign(RestInvocation invocation) {
        return digest.digestParams(invocation);
    }
}
