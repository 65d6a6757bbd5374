package io.github.tstoken.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.CharacterCodingException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Tells what an exception of HttpClient means. Its message is never used: it may quote what the upstream sent. */
final class FailureKinds {
    private FailureKinds() {}

    /**
     * The kind of failure.
     *
     * @param sent whether the request had reached a connection when it happened
     */
    static UpstreamFailure.Kind of(Exception failure, boolean sent) {
        if (failure instanceof SSLException) {
            // Before the request, the handshake failed; after it, a trusted connection broke.
            return sent ? UpstreamFailure.Kind.UNREACHABLE : UpstreamFailure.Kind.UNTRUSTED;
        }
        if (failure instanceof InterruptedIOException) {
            return UpstreamFailure.Kind.TIMEOUT;
        }
        if (failure instanceof TruncatedChunkException) {
            return UpstreamFailure.Kind.UNREACHABLE;
        }
        return isMalformed(failure) ? UpstreamFailure.Kind.INVALID : UpstreamFailure.Kind.UNREACHABLE;
    }

    private static boolean isMalformed(Exception failure) {
        return failure instanceof HttpException
                || failure instanceof AnswerConsumer.TooLargeException
                || failure instanceof MessageConstraintException
                || failure instanceof MalformedChunkCodingException
                || failure instanceof CharacterCodingException;
    }

    /** What our log says: the kind of exception, nothing of its text. */
    static String detail(Exception failure) {
        return failure instanceof IOException || failure instanceof HttpException
                ? failure.getClass().getSimpleName()
                : "unexpected " + failure.getClass().getName();
    }
}
