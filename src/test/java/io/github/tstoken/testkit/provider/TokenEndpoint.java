package io.github.tstoken.testkit.provider;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Where codes and refresh tokens are redeemed, and tokens are revoked. */
final class TokenEndpoint {
    private final Behaviour behaviour;
    private final Counts counts;
    private final Tokens tokens;
    private final AuthorizationEndpoint authorization;
    private final List<Grant> grants = new CopyOnWriteArrayList<>();

    TokenEndpoint(Behaviour behaviour, Counts counts, Tokens tokens, AuthorizationEndpoint authorization) {
        this.behaviour = behaviour;
        this.counts = counts;
        this.tokens = tokens;
        this.authorization = authorization;
    }

    Answer token(String client, Form form, boolean wantsJson) {
        Answer answer = switch (form.get("grant_type")) {
            case "authorization_code" -> redeem(client, form, wantsJson);
            case "refresh_token" -> refresh(client, form.get("refresh_token"), wantsJson);
            default -> Answer.error(400, "unsupported_grant_type");
        };
        return behaviour.likeGitHub && answer.status() == 400
                ? new Answer(200, answer.contentType(), answer.body())
                : answer;
    }

    private Answer redeem(String client, Form form, boolean wantsJson) {
        Optional<AuthorizationEndpoint.Code> code = authorization
                .redeem(form.get("code"))
                .filter(found -> found.grant().client.equals(client))
                .filter(found -> found.redirectUri().equals(form.get("redirect_uri")))
                .filter(found -> found.challenge()
                        .filter(challenge -> !challenge.equals(challengeOf(form.get("code_verifier"))))
                        .isEmpty());
        if (code.isEmpty()) {
            return Answer.error(400, "invalid_grant");
        }
        counts.codes.incrementAndGet();
        grants.add(code.get().grant());
        return issue(code.get().grant(), behaviour.refreshable, true, wantsJson);
    }

    /** RFC 7636 section 4.6. */
    private static String challengeOf(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.sha256(verifier));
    }

    private Answer refresh(String client, String token, boolean wantsJson) {
        Optional<Grant> found = grants.stream()
                .filter(grant -> grant.isRefreshToken(token) && grant.client.equals(client))
                .findFirst();
        if (found.isEmpty()) {
            return Answer.error(400, "invalid_grant");
        }
        Grant grant = found.get();
        synchronized (grant) {
            if (!grant.isCurrent(token)) {
                if (!grant.hasEnded()) {
                    counts.reuses.incrementAndGet();
                    grant.end();
                }
                return Answer.error(400, "invalid_grant");
            }
            counts.refreshes.incrementAndGet();
            return issue(grant, behaviour.rotates, behaviour.idTokenAtRefresh, wantsJson);
        }
    }

    private Answer issue(Grant grant, boolean withRefreshToken, boolean withIdToken, boolean wantsJson) {
        String accessToken = grant.newAccessToken();
        Map<String, String> members = new LinkedHashMap<>();
        members.put("access_token", accessToken);
        members.put("token_type", behaviour.likeGitHub ? "bearer" : "Bearer");
        if (behaviour.saysScope) {
            members.put("scope", behaviour.likeGitHub ? grant.scope.replace(' ', ',') : grant.scope);
        }
        if (withRefreshToken) {
            members.put("refresh_token", grant.newRefreshToken());
        }
        if (behaviour.openId && withIdToken && List.of(grant.scope.split(" ")).contains("openid")) {
            members.put("id_token", tokens.idToken(grant, accessToken, true));
        }
        if (behaviour.likeGitHub && !wantsJson) {
            behaviour.expiresIn.ifPresent(seconds -> members.put("expires_in", seconds));
            return new Answer(200, "application/x-www-form-urlencoded", Form.write(members));
        }
        return Answer.json(200, json(members));
    }

    private String json(Map<String, String> members) {
        String texts = members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                .collect(Collectors.joining(","));
        return "{" + texts
                + behaviour
                        .expiresIn
                        .map(seconds -> ",\"expires_in\":" + seconds)
                        .orElse("") + "}";
    }

    /** RFC 7009 section 2: a token that is unknown is as good as revoked. */
    Answer revoke(String client, Form form) {
        grants.stream()
                .filter(grant -> grant.client.equals(client) && grant.has(form.get("token")))
                .forEach(grant -> {
                    counts.revocations.incrementAndGet();
                    grant.end();
                });
        return Answer.text(200, "");
    }

    /** Whether a token of the provider is still good. */
    boolean isGood(String token) {
        return grants.stream().anyMatch(grant -> grant.has(token) && !grant.hasEnded());
    }

    /** How many of a person's grants have not ended. */
    int goodGrantsOf(String person) {
        return (int) grants.stream()
                .filter(grant -> grant.person.equals(person) && !grant.hasEnded())
                .count();
    }

    /** Ends everything that this person has allowed. */
    void endGrantsOf(String person) {
        grants.stream().filter(grant -> grant.person.equals(person)).forEach(Grant::end);
    }
}
