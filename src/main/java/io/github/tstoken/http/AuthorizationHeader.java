package io.github.tstoken.http;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * The header that has credentials. HttpClient's debug log writes headers as their text, which of this one is redacted; what is
 * sent is made of the value.
 */
final class AuthorizationHeader implements Header {
    private final Credentials credentials;

    AuthorizationHeader(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public String getName() {
        return HttpHeaders.AUTHORIZATION;
    }

    @Override
    public String getValue() {
        return credentials.scheme() + " " + credentials.secret().reveal();
    }

    @Override
    public boolean isSensitive() {
        return true;
    }

    @Override
    public String toString() {
        return getName() + ": " + credentials.scheme() + " redacted";
    }
}
