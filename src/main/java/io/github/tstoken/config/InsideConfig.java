package io.github.tstoken.config;

/**
 * The service inside an application.
 *
 * @param maxBlocking how many requests' threads may wait for ThoughtSpot at once, where a filter of the application forbids
 *     asynchronous work
 */
public record InsideConfig(int maxBlocking) {}
