package io.github.tstoken.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.support.BasicRequestBuilder;

/** Writes a call, and knows whether any of it was handed to a connection. */
final class CallProducer extends BasicRequestProducer {
    private final Exchange exchange;
    private volatile boolean sent;

    CallProducer(Exchange exchange) {
        super(head(exchange.call()), body(exchange.call()));
        this.exchange = exchange;
    }

    private static BasicAsyncEntityProducer body(HttpCall call) {
        return new BasicAsyncEntityProducer(
                call.body().getBytes(StandardCharsets.UTF_8), ContentType.parse(call.contentType()));
    }

    private static BasicHttpRequest head(HttpCall call) {
        BasicRequestBuilder head =
                BasicRequestBuilder.create(Method.POST.name()).setUri(call.uri());
        call.headers().forEach(head::setHeader);
        call.bearer().map(BearerHeader::new).ifPresent(head::setHeader);
        // A compressed body could be small to read and huge to unpack.
        return head.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity").build();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        if (exchange.hasEnded()) {
            throw new InterruptedIOException("ended before it was sent");
        }
        sent = true;
        super.produce(channel);
    }

    /** False means that the upstream provably saw nothing of this call. */
    boolean sent() {
        return sent;
    }
}
