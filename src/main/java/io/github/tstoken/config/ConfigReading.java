package io.github.tstoken.config;

import java.util.List;

/**
 * A configuration without mistakes, and what the log should say about it.
 *
 * @param config the configuration
 * @param warnings what is allowed but probably not meant, one sentence each
 * @param summary one line per setting that is not at its default, with its source; secrets are redacted
 */
public record ConfigReading(ServiceConfig config, List<String> warnings, List<String> summary) {
    public ConfigReading {
        warnings = List.copyOf(warnings);
        summary = List.copyOf(summary);
    }
}
