package io.github.tstoken.config;

import java.time.Duration;

/**
 * What kind of login token is asked for.
 *
 * @param kind the kind of token
 * @param validity the life asked of ThoughtSpot (REST v2 only), at least 10 s
 * @param object whether tokens are narrowed to one Liveboard
 * @param authType what the page should tell the Visual Embed SDK
 */
public record TokenConfig(Kind kind, Duration validity, ObjectTokens object, AuthType authType) {

    /** The kinds of token, ThoughtSpot's {@code /auth/token/...} operations. */
    public enum Kind {
        /** The person's full rights. */
        FULL,
        /** The rights that values of formula variables give. */
        CUSTOM
    }

    /** Whether a token may, or must, be for one Liveboard only. */
    public enum ObjectTokens {
        /** {@code object=} is refused. */
        OFF,
        /** {@code object=} narrows the token. */
        ALLOWED,
        /** Every token is for one object; without {@code object=} there is none. */
        REQUIRED
    }

    /** The SDK's {@code AuthType}, in its spelling. */
    public enum AuthType {
        /** The token signs the browser in at ThoughtSpot, which sets a cookie. */
        TRUSTED_AUTH_TOKEN("TrustedAuthToken"),
        /** The token is the bearer of every request; no cookies. */
        TRUSTED_AUTH_TOKEN_COOKIELESS("TrustedAuthTokenCookieless");

        private final String sdkName;

        AuthType(String sdkName) {
            this.sdkName = sdkName;
        }

        /** The name as the SDK spells it. */
        public String sdkName() {
            return sdkName;
        }
    }
}
