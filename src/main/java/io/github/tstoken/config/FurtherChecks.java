package io.github.tstoken.config;

/**
 * Rules of higher packages. They are asked while the configuration is read, so that their mistakes stand in the same one
 * message, with key and source.
 *
 * @param redirectTarget asked with the value of each {@code tstoken.redirect.targets.<alias>}
 * @param identitySource asked with each well-formed name in {@code tstoken.identity.sources}
 */
public record FurtherChecks(ValueCheck redirectTarget, ValueCheck identitySource) {}
