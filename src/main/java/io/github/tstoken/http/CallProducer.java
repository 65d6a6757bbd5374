package io.github.tstoken.http;

import java.io.IOException;
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
    private volatile boolean sent;

    CallProducer(HttpCall call) {
        super(
                head(call),
                new BasicAsyncEntityProducer(
                        call.body().getBytes(StandardCharsets.UTF_8), ContentType.parse(call.contentType())));
    }

    private static BasicHttpRequest head(HttpCall call) {
        BasicRequestBuilder head =
                BasicRequestBuilder.create(Method.POST.name()).setUri(call.uri());
        call.headers().forEach(head::setHeader);
        // A compressed body could be small to read and huge to unpack.
        return head.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity").build();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        sent = true;
        super.produce(channel);
    }

    /** False means that the upstream provably saw nothing of this call. */
    boolean sent() {
        return sent;
    }
}
