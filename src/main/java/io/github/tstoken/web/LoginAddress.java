package io.github.tstoken.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a person who is not signed in can go: the application's own sign-in, or ours, which then leads back here. */
final class LoginAddress {
    private static final String OURS = "/login";

    private LoginAddress() {}

    /** The configured {@code login-url}, which has no query of its own, else our sign-in when there is one. */
    static Optional<String> of(Dispatch dispatch) {
        return dispatch.service()
                .config()
                .web()
                .loginUrl()
                .or(() ->
                        dispatch.service().signIns().map(any -> dispatch.asked().mount() + OURS));
    }

    /** The same with {@code return_to}: this very address. One that our sign-in would not lead back to is left out. */
    static Optional<String> leadingBack(Dispatch dispatch) {
        boolean ours = dispatch.service().config().web().loginUrl().isEmpty();
        String address = dispatch.asked().address();
        String here = ours ? ReturnTo.plain(address) : address;
        String parameter =
                ours && !ReturnTo.isPlain(here) ? "" : "?return_to=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
        return of(dispatch).map(login -> login + parameter);
    }
}
