package io.github.tstoken.testkit.provider;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What one person has allowed one client, until it is ended. */
final class Grant {
    private static final AtomicLong NUMBERS = new AtomicLong();

    final String person;
    final String client;
    final String scope;
    final Optional<String> nonce;
    final String session = "sid-" + NUMBERS.incrementAndGet();
    private final Set<String> accessTokens = new HashSet<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private String refreshToken = "";
    private boolean ended;

    Grant(String person, String client, String scope, Optional<String> nonce) {
        this.person = person;
        this.client = client;
        this.scope = scope;
        this.nonce = nonce;
    }

    synchronized String newAccessToken() {
        String token = "access-" + person + "-" + NUMBERS.incrementAndGet();
        accessTokens.add(token);
        return token;
    }

    /** A refresh token, which makes the one before a used one. */
    synchronized String newRefreshToken() {
        refreshToken = "refresh-" + person + "-" + NUMBERS.incrementAndGet();
        refreshTokens.add(refreshToken);
        return refreshToken;
    }

    synchronized boolean has(String token) {
        return accessTokens.contains(token) || refreshTokens.contains(token);
    }

    synchronized boolean isRefreshToken(String token) {
        return refreshTokens.contains(token);
    }

    synchronized boolean isCurrent(String token) {
        return !ended && refreshToken.equals(token);
    }

    synchronized void end() {
        ended = true;
    }

    synchronized boolean hasEnded() {
        return ended;
    }
}
