package io.github.tstoken.http;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * Closes the connection of an exchange that failed. Cancelling HttpClient's future is not enough: when a connection is made
 * so fast that it is ready before the future knows of it, the cancellation reaches nobody, and a dripping upstream would keep
 * the connection. The tests of the deadline see it.
 */
final class ConnectionCloser implements AsyncExecChainHandler {
    private static final String EXCHANGE = ConnectionCloser.class.getName();

    static HttpClientContext contextOf(Exchange exchange) {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(EXCHANGE, exchange);
        return context;
    }

    @Override
    public void execute(
            HttpRequest request,
            AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        Exchange exchange = (Exchange) scope.clientContext.getAttribute(EXCHANGE);
        exchange.onFailure(scope.execRuntime::discardEndpoint);
        chain.proceed(request, body, scope, callback);
    }
}
