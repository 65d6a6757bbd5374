package io.github.tstoken.oauth;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.github.tstoken.config.Secret;
import io.github.tstoken.http.Credentials;
import io.github.tstoken.http.HttpCall;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The requests of OAuth 2.0 and OpenID Connect, which Nimbus writes, as calls. */
final class Requests {
    /** GitHub answers with a form without it. */
    private static final Map<String, String> ACCEPT = Map.of("Accept", "application/json");

    private final ClientProof proof;
    private final List<String> scopes;

    Requests(ClientProof proof, List<String> scopes) {
        this.proof = proof;
        this.scopes = scopes;
    }

    /** What one flow has of its own, of 256 bits each. */
    static FlowSecrets newFlow() {
        return new FlowSecrets(
                Secret.of(new State().getValue()),
                Secret.of(new Nonce().getValue()),
                Secret.of(new CodeVerifier().getValue()));
    }

    /** Where the person is sent (RFC 6749 section 4.1.1, RFC 7636 section 4.3, OpenID Connect Core section 3.1.2.1). */
    URI authorization(URI endpoint, FlowSecrets flow, URI redirectUri, boolean expectsIdToken) {
        var request = new com.nimbusds.oauth2.sdk.AuthorizationRequest.Builder(ResponseType.CODE, proof.id())
                .endpointURI(endpoint)
                .redirectionURI(redirectUri)
                .state(new State(flow.state().reveal()))
                .codeChallenge(new CodeVerifier(flow.codeVerifier().reveal()), CodeChallengeMethod.S256);
        if (!scopes.isEmpty()) {
            request.scope(Scope.parse(scopes));
        }
        if (expectsIdToken) {
            request.customParameter("nonce", flow.nonce().reveal());
        }
        // OpenID Connect Core section 11: "the prompt parameter value MUST contain consent".
        if (expectsIdToken && scopes.contains("offline_access")) {
            request.prompt(Prompt.Type.CONSENT);
        }
        return request.build().toURI();
    }

    /** RFC 6749 section 4.1.3; a call when the secret is given, none for a public client. */
    Function<Optional<Secret>, HttpCall> redeem(ServerMetadata server, String code, FlowSecrets flow, URI redirectUri) {
        CodeVerifier verifier = new CodeVerifier(flow.codeVerifier().reveal());
        return token(server, new AuthorizationCodeGrant(new AuthorizationCode(code), redirectUri, verifier));
    }

    /** RFC 6749 section 6; the same. */
    Function<Optional<Secret>, HttpCall> refresh(ServerMetadata server, Secret refreshToken) {
        return token(server, new RefreshTokenGrant(new RefreshToken(refreshToken.reveal())));
    }

    private Function<Optional<Secret>, HttpCall> token(ServerMetadata server, AuthorizationGrant grant) {
        return secret ->
                call(secret.map(by -> new TokenRequest.Builder(server.token(), proof.with(by, audience(server)), grant))
                        .orElseGet(() -> new TokenRequest.Builder(server.token(), proof.id(), grant))
                        .build()
                        .toHTTPRequest());
    }

    /** RFC 7009 section 2.1; the same. */
    Function<Optional<Secret>, HttpCall> revoke(ServerMetadata server, Secret token, TokenType type) {
        URI endpoint = server.revocation().orElseThrow();
        Token subject = type == TokenType.REFRESH_TOKEN
                ? new RefreshToken(token.reveal())
                : new BearerAccessToken(token.reveal());
        return secret ->
                call(secret.map(by -> new TokenRevocationRequest(endpoint, proof.with(by, audience(server)), subject))
                        .orElseGet(() -> new TokenRevocationRequest(endpoint, proof.id(), subject))
                        .toHTTPRequest());
    }

    /** RFC 7523 section 3: the server "as an intended audience"; its name where it has one, else its token endpoint. */
    private static URI audience(ServerMetadata server) {
        return server.issuer().map(URI::create).orElse(server.token());
    }

    private static HttpCall call(HTTPRequest request) {
        Optional<Credentials> credentials = Optional.ofNullable(request.getAuthorization())
                .map(header -> header.split(" ", 2))
                .map(parts -> new Credentials(parts[0], Secret.of(parts[1])));
        return new HttpCall(
                HttpCall.Method.POST,
                request.getURI(),
                "application/x-www-form-urlencoded",
                ACCEPT,
                credentials,
                request.getBody());
    }

    /** OpenID Connect RP-Initiated Logout section 2. */
    URI endSession(URI endpoint, Optional<Secret> idTokenHint, Optional<URI> postLogoutRedirectUri) {
        return new LogoutRequest(
                        endpoint,
                        idTokenHint.flatMap(Requests::jwt).orElse(null),
                        null,
                        proof.id(),
                        postLogoutRedirectUri.orElse(null),
                        null,
                        null)
                .toURI();
    }

    private static Optional<JWT> jwt(Secret token) {
        try {
            return Optional.of(JWTParser.parse(token.reveal()));
        } catch (ParseException isNone) {
            return Optional.empty();
        }
    }
}
