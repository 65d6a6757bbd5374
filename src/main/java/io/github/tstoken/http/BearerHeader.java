package io.github.tstoken.http;

import io.github.tstoken.config.Secret;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * The header that has a token. HttpClient's debug log writes headers as their text, which of this one is redacted; what is
 * sent is made of the value.
 */
final class BearerHeader implements Header {
    private final Secret token;

    BearerHeader(Secret token) {
        this.token = token;
    }

    @Override
    public String getName() {
        return HttpHeaders.AUTHORIZATION;
    }

    @Override
    public String getValue() {
        return "Bearer " + token.reveal();
    }

    @Override
    public boolean isSensitive() {
        return true;
    }

    @Override
    public String toString() {
        return getName() + ": Bearer redacted";
    }
}
