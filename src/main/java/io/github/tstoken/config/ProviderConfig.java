package io.github.tstoken.config;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A provider whose tokens are kept for people.
 *
 * @param id its name here and in addresses
 * @param endpoints where it is
 * @param client who we are there
 * @param scopes what people are asked to grant, in this order
 * @param timeout the deadline of each call
 * @param minimumLife how long an access token must still live to be handed out without a refresh, when nobody asks for more
 * @param defaultLifetime how long an access token lives when the provider does not say
 * @param description what people see of it
 */
public record ProviderConfig(
        String id,
        ProviderEndpoints endpoints,
        ClientRegistration client,
        List<String> scopes,
        Duration timeout,
        Duration minimumLife,
        Duration defaultLifetime,
        ProviderDescription description) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    public ProviderConfig {
        scopes = List.copyOf(scopes);
    }

    /** Whether a text can be an id: 1 to 64 lower-case letters, digits, hyphens and underscores, a letter or digit first. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
