package io.github.tstoken.web;

import io.github.tstoken.operations.Metrics.Format;
import io.github.tstoken.web.answer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /metrics}: figures, for a scraper at an address that is allowed, and for administrators. */
@Path("ts-token/metrics")
public class MetricsResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> CompletableFuture.completedFuture(figures(dispatch)));
    }

    private static Answer figures(Dispatch dispatch) {
        if (!isAllowedPeer(dispatch)) {
            dispatch.administrator();
        }
        Format format = dispatch.accept().openMetrics() ? Format.OPEN_METRICS : Format.PROMETHEUS;
        return Answer.of(200, format.contentType(), dispatch.service().metrics().text(format));
    }

    /** A proxy's address is nobody's: where one says that it passes a request on, only a role counts. */
    private static boolean isAllowedPeer(Dispatch dispatch) {
        boolean passedOn = dispatch.asked().header("forwarded").isPresent()
                || dispatch.asked().header("x-forwarded-for").isPresent();
        String peer = dispatch.request().getRemoteAddr();
        return !passedOn
                && dispatch.service().config().web().metricsAddresses().stream().anyMatch(range -> range.has(peer));
    }
}
