package io.github.tstoken.config;

import java.net.URI;
import java.util.Optional;

/**
 * What people see of a provider.
 *
 * @param name its name; the id when none is configured
 * @param description a sentence
 * @param url its home page
 * @param icon a small picture
 * @param logo a larger picture
 */
public record ProviderDescription(
        String name, Optional<String> description, Optional<URI> url, Optional<URI> icon, Optional<URI> logo) {}
