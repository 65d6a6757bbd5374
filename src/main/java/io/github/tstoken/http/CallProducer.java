package io.github.tstoken.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.support.BasicRequestBuilder;

/** Writes a call, and knows whether any of it was handed to a connection. */
final class CallProducer extends BasicRequestProducer {
    private static final String ITSELF = CallProducer.class.getName();

    private final Exchange exchange;
    private volatile boolean sent;

    CallProducer(Exchange exchange) {
        super(head(exchange.call()), body(exchange.call()));
        this.exchange = exchange;
    }

    /** What HttpClient sends where the method has no body is null. */
    private static BasicAsyncEntityProducer body(HttpCall call) {
        return call.method() == HttpCall.Method.GET
                ? null
                : new BasicAsyncEntityProducer(
                        call.body().getBytes(StandardCharsets.UTF_8), ContentType.parse(call.contentType()));
    }

    private static BasicHttpRequest head(HttpCall call) {
        BasicRequestBuilder head =
                BasicRequestBuilder.create(call.method().name()).setUri(call.uri());
        call.headers().forEach(head::setHeader);
        call.credentials().map(AuthorizationHeader::new).ifPresent(head::setHeader);
        // A compressed body could be small to read and huge to unpack.
        return head.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity").build();
    }

    /** The context of this call. */
    HttpClientContext context() {
        HttpClientContext context = ConnectionCloser.contextOf(exchange);
        context.setAttribute(ITSELF, this);
        return context;
    }

    /**
     * What HttpClient calls with each head that it hands to a connection to the upstream, which for a call without a body is
     * all of it.
     */
    static void headLeaves(HttpRequest head, EntityDetails body, HttpContext context) throws IOException {
        if (body == null && context.getAttribute(ITSELF) instanceof CallProducer producer) {
            producer.leaves();
        }
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        leaves();
        super.produce(channel);
    }

    private void leaves() throws InterruptedIOException {
        if (exchange.hasEnded()) {
            throw new InterruptedIOException("ended before it was sent");
        }
        sent = true;
    }

    /** False means that the upstream provably saw nothing of this call. */
    boolean sent() {
        return sent;
    }
}
