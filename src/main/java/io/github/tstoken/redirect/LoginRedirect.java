package io.github.tstoken.redirect;

import io.github.tstoken.config.RedirectConfig;
import io.github.tstoken.config.Secret;
import io.github.tstoken.thoughtspot.LoginToken;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * ThoughtSpot's login with a token, which goes on to the content.
 *
 * <p>Guarantees: the login is at the configured ThoughtSpot and goes on to the configured base, whatever the user name, the
 * token and the target are; {@code toString} has no token.
 *
 * @param action ThoughtSpot's login operation, without a query
 * @param username the user that the token signs in
 * @param token the token
 * @param redirectUrl where ThoughtSpot sends the browser then; it may have the token too
 */
public record LoginRedirect(URI action, String username, Secret token, Secret redirectUrl) {

    /**
     * The login for a token and its target.
     *
     * @param thoughtSpot ThoughtSpot's base URL without a trailing slash
     */
    public static LoginRedirect of(RedirectConfig config, URI thoughtSpot, LoginToken token, EmbedTarget target) {
        return new LoginRedirect(
                URI.create(thoughtSpot + config.loginPath()),
                token.username(),
                token.value(),
                landing(config, token, target));
    }

    /** The address that a browser is sent to with a 303. It has the token: it goes into the {@code Location} and nowhere else. */
    public Secret location() {
        return Secret.of(fields().entrySet().stream()
                .map(field -> field.getKey() + "="
                        + PercentEncoding.encode(field.getValue().reveal()))
                .collect(Collectors.joining("&", action + "?", "")));
    }

    /** The fields of a form that is posted to {@link #action}, not encoded, in their order. */
    public Map<String, Secret> fields() {
        Map<String, Secret> fields = new LinkedHashMap<>();
        fields.put("username", Secret.of(username));
        fields.put("auth_token", token);
        fields.put("redirect_url", redirectUrl);
        return Collections.unmodifiableMap(fields);
    }

    /** ThoughtSpot reads the token, the embedding flags and the filters off the query, the content off the fragment. */
    private static Secret landing(RedirectConfig config, LoginToken token, EmbedTarget target) {
        StringBuilder url = new StringBuilder(config.base().toString()).append("/?");
        if (config.includeAuthtoken()) {
            url.append("authtoken=")
                    .append(PercentEncoding.encode(token.value().reveal()))
                    .append('&');
        }
        url.append("embedApp=true&primaryNavHidden=true");
        if (!target.filters().isEmpty()) {
            url.append('&').append(target.filters().toQuery());
        }
        return Secret.of(url.append('#').append(target.fragment()).toString());
    }
}
