package io.github.tstoken.signin;

import io.github.tstoken.config.Secret;
import io.github.tstoken.oauth.AuthorizationRequest;
import io.github.tstoken.oauth.Claims;
import io.github.tstoken.oauth.FlowSecrets;
import io.github.tstoken.oauth.IssuedTokens;
import io.github.tstoken.oauth.LogoutToken;
import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.oauth.OAuthServer;
import io.github.tstoken.oauth.TokenType;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A provider that says what a test wants it to say. */
final class FakeProvider implements OAuthServer {
    String claims = "{\"sub\":\"bob\",\"sid\":\"s1\"}";
    LogoutToken logoutToken = new LogoutToken(Optional.of("bob"), Optional.of("s1"));
    final List<String> redeemed = new ArrayList<>();
    private int begun;

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public AuthorizationRequest begin(URI redirectUri) {
        begun++;
        return new AuthorizationRequest(
                URI.create("https://id.example/authorize?redirect_uri=" + redirectUri),
                new FlowSecrets(Secret.of("state" + begun), Secret.of("nonce" + begun), Secret.of("verifier" + begun)));
    }

    @Override
    public CompletionStage<IssuedTokens> redeem(
            Map<String, List<String>> parameters, FlowSecrets flow, URI redirectUri) {
        redeemed.add(flow.codeVerifier().reveal() + " " + redirectUri);
        return CompletableFuture.completedFuture(new IssuedTokens(
                Secret.of("access"),
                Optional.empty(),
                Optional.of(Secret.of("id-token")),
                Claims.parse(claims),
                Set.of(),
                Instant.MAX));
    }

    @Override
    public CompletionStage<IssuedTokens> refresh(Secret refreshToken, Set<String> granted, Optional<String> subject) {
        throw new AssertionError("asked for a refresh");
    }

    @Override
    public boolean canRevoke() {
        return false;
    }

    @Override
    public CompletionStage<Void> revoke(Secret token, TokenType type) {
        throw new AssertionError("asked to revoke");
    }

    @Override
    public Optional<URI> endSession(Optional<Secret> idTokenHint, Optional<URI> postLogoutRedirectUri) {
        return Optional.of(URI.create("https://id.example/end?hint="
                + idTokenHint.map(Secret::reveal).orElse("none") + "&then=" + postLogoutRedirectUri.orElseThrow()));
    }

    @Override
    public LogoutToken verifyLogoutToken(String jwt) {
        if (!jwt.equals("good")) {
            throw new OAuthFailure(OAuthFailure.Kind.FLOW_INVALID, "no logout token");
        }
        return logoutToken;
    }

    @Override
    public void close() {
        throw new AssertionError("closed by somebody else");
    }
}
