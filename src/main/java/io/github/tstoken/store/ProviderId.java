package io.github.tstoken.store;

import io.github.tstoken.config.ProviderConfig;

/**
 * The name that the configuration gives to a provider.
 *
 * @param value 1 to 64 lower-case letters, digits, hyphens and underscores, a letter or digit first
 */
public record ProviderId(String value) {
    public ProviderId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the id of a provider");
        }
    }

    /** Whether a text can be an id at all. */
    public static boolean isValid(String text) {
        return ProviderConfig.isId(text);
    }
}
