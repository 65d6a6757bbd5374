package io.github.tstoken.http;

import java.net.URI;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient with everything turned off that would do more than send one request and read one answer. */
final class ClientSetUp {
    private static final int IO_THREADS = 2;
    private static final int MAX_HEADERS = 100;
    private static final int MAX_HEADER_LINE = 16 * 1024;
    // Addresses change (failover), so a connection is not kept for ever.
    private static final TimeValue CONNECTION_LIFE = TimeValue.ofMinutes(5);

    private ClientSetUp() {}

    static CloseableHttpAsyncClient client(HttpSettings settings, AsyncClientConnectionManager connections) {
        return HttpAsyncClientBuilder.create()
                .setConnectionManager(connections)
                .setRoutePlanner(route(settings))
                .setDefaultRequestConfig(requests(settings))
                .setHttp1Config(Http1Config.custom()
                        .setMaxHeaderCount(MAX_HEADERS)
                        .setMaxLineLength(MAX_HEADER_LINE)
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(IO_THREADS)
                        .setTcpNoDelay(true)
                        .build())
                .setThreadFactory(Workers.threads("io"))
                // HttpClient's own decorator writes every byte, secrets too, to its wire log when that is on.
                .setIoSessionDecorator(session -> session)
                .addExecInterceptorFirst("close", new ConnectionCloser())
                .addRequestInterceptorLast(CallProducer::headLeaves)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    static AsyncClientConnectionManager connections(HttpSettings settings, TlsStrategy trust, DnsResolver addresses) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setTlsStrategy(trust)
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(connect)
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(settings.timeout()))
                        .setTimeToLive(CONNECTION_LIFE)
                        .build())
                .setMaxConnTotal(settings.maxConcurrent())
                .setMaxConnPerRoute(settings.maxConcurrent())
                .build();
    }

    private static RequestConfig requests(HttpSettings settings) {
        Timeout whole = Timeout.of(settings.timeout());
        return RequestConfig.custom()
                .setConnectionRequestTimeout(whole)
                .setResponseTimeout(whole)
                .setHardCancellationEnabled(true)
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static HttpRoutePlanner route(HttpSettings settings) {
        return settings.proxy()
                .map(ClientSetUp::viaProxy)
                .orElseGet(() -> new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE));
    }

    private static HttpRoutePlanner viaProxy(URI proxy) {
        return new DefaultProxyRoutePlanner(new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort()));
    }
}
