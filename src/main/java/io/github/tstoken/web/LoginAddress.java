package io.github.tstoken.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a person who is not signed in can go: the application's own sign-in, which then leads back here. */
final class LoginAddress {
    private LoginAddress() {}

    /** The configured {@code login-url}, which has no query of its own, with {@code return_to}; empty when none is set. */
    static Optional<String> of(Dispatch dispatch) {
        String here = URLEncoder.encode(dispatch.asked().address(), StandardCharsets.UTF_8);
        return dispatch.service().config().web().loginUrl().map(login -> login + "?return_to=" + here);
    }
}
