package io.github.tstoken.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.io.CloseMode;

/** What ts-token is compared with: an asynchronous servlet that asks for a token and hands it out, without any check. */
final class BareServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private transient CloseableHttpAsyncClient client;

    @Override
    public void init() {
        client = BareClient.open();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SimpleHttpRequest call = call(request.getUserPrincipal().getName());
        AsyncContext asynchronous = request.startAsync();
        asynchronous.setTimeout(0);
        Future<SimpleHttpResponse> unused = client.execute(call, new Answer(asynchronous));
    }

    private static SimpleHttpRequest call(String username) throws IOException {
        Map<String, Object> fields = Map.of(
                "username",
                username,
                "secret_key",
                System.getProperty("tstoken.thoughtspot.secret-key"),
                "validity_time_in_sec",
                1800,
                "auto_create",
                false);
        return SimpleRequestBuilder.post(
                        System.getProperty("tstoken.thoughtspot.url") + "/api/rest/2.0/auth/token/full")
                .setHeader("Accept", "application/json")
                .setBody(MAPPER.writeValueAsString(fields), ContentType.APPLICATION_JSON)
                .build();
    }

    @Override
    public void destroy() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Hands the token on, or says that there is none. */
    private record Answer(AsyncContext asynchronous) implements FutureCallback<SimpleHttpResponse> {
        @Override
        public void completed(SimpleHttpResponse answer) {
            HttpServletResponse response = (HttpServletResponse) asynchronous.getResponse();
            try {
                String token =
                        MAPPER.readTree(answer.getBodyText()).path("token").asText();
                byte[] body = token.getBytes(StandardCharsets.UTF_8);
                response.setContentType("text/plain;charset=UTF-8");
                response.setHeader("Cache-Control", "no-store");
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
                asynchronous.complete();
            } catch (IOException e) {
                failed(e);
            }
        }

        @Override
        public void failed(Exception failure) {
            ((HttpServletResponse) asynchronous.getResponse()).setStatus(HttpServletResponse.SC_BAD_GATEWAY);
            asynchronous.complete();
        }

        @Override
        public void cancelled() {
            failed(new IOException("cancelled"));
        }
    }
}
