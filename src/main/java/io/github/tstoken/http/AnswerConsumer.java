package io.github.tstoken.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** Reads one answer as it comes in, and gives up as soon as it is larger than anything that is worth reading. */
final class AnswerConsumer implements AsyncResponseConsumer<HttpAnswer> {
    /** The most that is read of a body, in bytes. */
    static final int MAX_BODY = 256 * 1024;

    private final BooleanSupplier requestWasSent;
    private final ByteArrayBuffer body = new ByteArrayBuffer(1024);
    private HttpResponse head;
    private FutureCallback<HttpAnswer> callback;

    AnswerConsumer(BooleanSupplier requestWasSent) {
        this.requestWasSent = requestWasSent;
    }

    /** An answer that was given up: its body is too large. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("the answer is larger than " + MAX_BODY + " bytes");
        }
    }

    /** An answer to something that we did not ask: the proxy's refusal to connect us. */
    static final class NotTheUpstreamException extends IOException {
        private static final long serialVersionUID = 1L;

        NotTheUpstreamException() {
            super("the proxy gave no connection");
        }
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<HttpAnswer> result)
            throws HttpException, IOException {
        if (!requestWasSent.getAsBoolean()) {
            throw new NotTheUpstreamException();
        }
        head = response;
        callback = result;
        if (entity == null) {
            result.completed(answer());
            return;
        }
        if (isCompressed(entity)) {
            throw new HttpException("the answer is compressed, which was not asked for");
        }
        if (entity.getContentLength() > MAX_BODY) {
            throw new TooLargeException();
        }
    }

    private static boolean isCompressed(EntityDetails entity) {
        String encoding = entity.getContentEncoding();
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // RFC 9110, 15.2: "A client MUST be able to parse one or more 1xx responses received prior to a final
        // response, even if the client does not expect one."
    }

    @Override
    public void updateCapacity(CapacityChannel capacityChannel) throws IOException {
        capacityChannel.update(MAX_BODY);
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        if (source.remaining() > MAX_BODY - body.length()) {
            throw new TooLargeException();
        }
        byte[] chunk = new byte[source.remaining()];
        source.get(chunk);
        body.append(chunk, 0, chunk.length);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        callback.completed(answer());
    }

    private HttpAnswer answer() {
        return new HttpAnswer(
                head.getCode(),
                header(HttpHeaders.CONTENT_TYPE).map(AnswerConsumer::mediaType).orElse(""),
                header(HttpHeaders.RETRY_AFTER),
                new String(body.array(), 0, body.length(), StandardCharsets.UTF_8));
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(head.getFirstHeader(name)).map(Header::getValue);
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void failed(Exception cause) {
        // The client's own callback hears of it.
    }

    @Override
    public void releaseResources() {
        body.clear();
    }
}
