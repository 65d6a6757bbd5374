package io.github.tstoken.config;

import java.time.Duration;
import java.util.List;

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
    public ProviderConfig {
        scopes = List.copyOf(scopes);
    }
}
