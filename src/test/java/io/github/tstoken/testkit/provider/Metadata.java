package io.github.tstoken.testkit.provider;

/** What the provider says of itself (OpenID Connect Discovery section 3). */
final class Metadata {
    static final String PATH = "/.well-known/openid-configuration";
    static final String OAUTH_PATH = "/.well-known/oauth-authorization-server";

    private Metadata() {}

    static String of(String issuer, Behaviour behaviour) {
        return """
                {"issuer":"%1$s",
                 "authorization_endpoint":"%1$s/authorize",
                 "token_endpoint":"%1$s/token",
                 "revocation_endpoint":"%1$s/revoke",
                 "end_session_endpoint":"%1$s/end-session",
                 "jwks_uri":"%1$s/jwks",
                 "response_types_supported":["code"],
                 "subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"],
                 "code_challenge_methods_supported":["S256"],
                 "token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post","private_key_jwt","none"],
                 "backchannel_logout_supported":true,
                 "authorization_response_iss_parameter_supported":%2$s}
                """.formatted(issuer, behaviour.namesItself);
    }
}
