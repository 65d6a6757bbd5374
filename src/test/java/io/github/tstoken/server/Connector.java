package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;

/** Somebody's browser on its way to a provider and back. */
final class Connector {
    private static final String FLOW = "ts-token-flow";

    private final Visitor visitor;
    private final String mount;

    Connector(Visitor visitor, String mount) {
        this.visitor = visitor;
        this.mount = mount;
    }

    /** What a page's script gets that wants to connect. */
    HttpResponse<String> begin(String provider) {
        return visitor.send(
                "POST",
                mount + "/authorizations/" + provider + "/authorize?return_to=/app/page",
                "",
                "X-Requested-By",
                "test");
    }

    /** Agrees at the provider: the address at which the browser comes back. */
    static URI agree(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).isEqualTo(201);
        URI address = URI.create(begun.headers().firstValue("Location").orElseThrow());
        URI provider = address.resolve("/");
        HttpResponse<String> answer = Visitor.at(URI.create(provider.getScheme() + "://" + provider.getAuthority()))
                .get(address.getRawPath() + "?" + address.getRawQuery());
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The value of the flow cookie. */
    static String cookie(HttpResponse<String> begun) {
        String set = begun.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(FLOW + "="))
                .findFirst()
                .orElseThrow();
        assertThat(set)
                .contains("; HttpOnly")
                .contains("; Secure")
                .contains("; SameSite=Lax")
                .contains("Max-Age=600");
        return set.substring(FLOW.length() + 1, set.indexOf(';'));
    }

    /** Comes back with an answer and this flow cookie, as the browser that began. */
    HttpResponse<String> comeBack(URI callback, String cookie) {
        visitor.setCookie(FLOW, cookie, mount);
        return visitor.get(
                callback.getRawPath() + "?" + callback.getRawQuery(),
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Mode",
                "navigate",
                "Sec-Fetch-Dest",
                "document",
                "Accept",
                "text/html");
    }

    /** The whole way. */
    HttpResponse<String> connect(String provider) {
        HttpResponse<String> begun = begin(provider);
        return comeBack(agree(begun), cookie(begun));
    }

    HttpResponse<String> token(String provider) {
        return visitor.get(mount + "/authorizations/" + provider + "/token", "Accept", "application/json");
    }

    HttpResponse<String> list() {
        return visitor.get(mount + "/authorizations", "Accept", "application/json");
    }

    HttpResponse<String> disconnect(String provider) {
        return visitor.send("DELETE", mount + "/authorizations/" + provider, "", "X-Requested-By", "test");
    }
}
