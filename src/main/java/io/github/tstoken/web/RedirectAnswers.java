package io.github.tstoken.web;

import io.github.tstoken.config.RedirectConfig;
import io.github.tstoken.redirect.LoginRedirect;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Page;
import io.github.tstoken.web.guard.Origin;
import java.util.HashMap;
import java.util.Map;

/** A login at ThoughtSpot as an answer: a 303 that has the token in its address, or a page whose form has it in its body. */
final class RedirectAnswers {
    private static final Page FORM = Page.load("post-redirect.html");

    private RedirectAnswers() {}

    static Answer of(LoginRedirect login, RedirectConfig config) {
        String framing = "frame-ancestors " + String.join(" ", config.frameAncestors());
        return switch (config.mode()) {
            case GET ->
                Answer.empty(303).with("Location", login.location().reveal()).with("Content-Security-Policy", framing);
            case POST -> form(login, config, framing);
        };
    }

    private static Answer form(LoginRedirect login, RedirectConfig config, String framing) {
        Map<String, String> values = new HashMap<>();
        values.put("action", login.action().toString());
        login.fields().forEach((name, value) -> values.put(name, value.reveal()));
        // Browsers hold the redirect that follows a form against form-action too, hence also where it lands.
        String targets = "form-action " + Origin.of(login.action()) + " " + Origin.of(config.base());
        return FORM.answer(200, targets + "; " + framing, values);
    }
}
