package io.github.tstoken.config;

/**
 * One mistake in the configuration.
 *
 * @param key the key, as it is written in a properties file
 * @param source where the value came from, {@code not set} when it came from nowhere
 * @param rule what is wrong and what would be right; never a secret value
 */
record ConfigProblem(String key, String source, String rule) {
    @Override
    public String toString() {
        return key + " (" + source + "): " + rule;
    }
}
