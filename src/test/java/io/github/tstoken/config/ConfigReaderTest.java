package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {

    @Test
    void whenOnlyTheRequiredKeysAreSet_thenEverythingElseIsAtItsDefault() {
        ConfigReading reading = GivenConfig.minimal().reading();

        assertThat(reading.config())
                .hasToString("""
                ServiceConfig[thoughtSpot=ThoughtSpotConfig[url=https://ts.example.com, \
                secretKeys=SecretKeys[cluster=SecretKeyPair[key=SecretSource[redacted], next=Optional.empty], \
                ofOrgs={}], api=V2, v1TokenPath=/callosum/v1/tspublic/v1/session/auth/token, org=OptionalInt.empty, \
                connectTimeout=PT2S, timeout=PT30S, maxConcurrent=64, maxWaiting=1000, rateLimit=80, \
                proxy=Optional.empty, \
                trustStore=Optional.empty], \
                token=TokenConfig[kind=FULL, validity=PT30M, object=OFF, authType=TRUSTED_AUTH_TOKEN_COOKIELESS], \
                issue=IssueConfig[reuse=SIGN_IN, reuseVerifyAfter=PT10S, perUser=60, trackSessions=false], \
                identity=IdentityConfig[sources=[principal], sessionAttribute=Optional.empty, roles=[], \
                expressionAttributes=[], ssoCookie=JSESSIONIDSSO, jwt=Optional.empty, oidc=Optional.empty], \
                user=UserConfig[name=AttributeExpression[source=PRINCIPAL, name=], pattern=Optional.empty, \
                replacement=Optional.empty, letterCase=AS_IS, map=Optional.empty, allowed=Optional.empty, \
                denied=%s, requiredRoles=[]], org=OrgConfig[own=Optional.empty, allowed=[]], \
                abac=Optional.empty, jit=Optional.empty, \
                redirect=RedirectConfig[base=https://ts.example.com, loginPath=/tspublic/v1/session/auth/token, \
                mode=GET, validity=PT1M, includeAuthtoken=true, allowCrossSite=false, frameAncestors=['self'], \
                targets={}], \
                web=WebConfig[publicUrl=Optional.empty, corsOrigins=[], loginUrl=Optional.empty, adminRoles=[], metricsAddresses=[]], \
                inside=InsideConfig[maxBlocking=8], providers=[], store=Optional.empty]\
                """.formatted(reading.config().user().denied()));
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void whenNothingIsSet_thenAddressAndKeyAreAskedFor() {
        assertThat(GivenConfig.empty().mistakes())
                .containsExactly(
                        "tstoken.thoughtspot.url (not set): is required: an https URL (http only to loopback)"
                                + " without user, query and fragment",
                        "tstoken.thoughtspot.secret-key (not set): is required, here or in the file that"
                                + " tstoken.thoughtspot.secret-key-file names");
    }

    @Test
    @DisplayName("[R31] seven independent mistakes stand in one message, each with key, source and rule")
    void whenThereAreSevenMistakes_thenOneMessageHasThemAll() {
        GivenConfig given = GivenConfig.empty()
                .system("tstoken.thoughtspot.url", "http://ts.example.com")
                .system("tstoken.thoughtspot.max-concurrent", "0")
                .environment("TSTOKEN_TOKEN_VALIDITY", "PT9S")
                .environment("TSTOKEN_CORS_ORIGINS", "*")
                .server("tstoken.redirect.targets.app", "app")
                .server("tstoken.tokn.kind", "full");

        assertThat(given.mistakes())
                .hasSize(7)
                .anyMatch(line -> line.startsWith("tstoken.thoughtspot.url (system properties): must be an https URL"))
                .anyMatch(line -> line.startsWith("tstoken.thoughtspot.secret-key (not set): is required"))
                .contains(
                        "tstoken.thoughtspot.max-concurrent (system properties): must be a whole number from 1 to 10000",
                        "tstoken.token.validity (environment): must be an ISO 8601 duration from PT10S to PT24H",
                        "tstoken.redirect.targets.app (web application): viz and app cannot be an alias",
                        "tstoken.tokn.kind (web application): unknown key, did you mean tstoken.token.kind?")
                .anyMatch(line -> line.startsWith("tstoken.cors.origins (environment): must be an exact origin"));
    }

    @Test
    void whenAHigherPackageKnowsARule_thenItsMistakeStandsWithTheOthers() {
        GivenConfig given = GivenConfig.with("tstoken.redirect.targets.sales", "nowhere")
                .server("tstoken.identity.sources", "principal, mainframe")
                .server("tstoken.token.kind", "half")
                .checks(new FurtherChecks(
                        target -> Optional.of("is no target"),
                        source -> source.equals("mainframe") ? Optional.of("has no resolver") : Optional.empty()));

        assertThat(given.mistakes())
                .containsExactly(
                        "tstoken.token.kind (web application): must be full or custom",
                        "tstoken.redirect.targets.sales (web application): is no target",
                        "tstoken.identity.sources (web application): has no resolver");
    }

    @Test
    @DisplayName("[R33] no mistake repeats a value, whatever the key")
    void whenEveryKeyHasAWrongValue_thenNoMessageHasTheValue() {
        String canary = "canary 4711\u0007";
        GivenConfig given = GivenConfig.empty();
        ConfigKeys.ALL.forEach(
                key -> given.server(key.isFamily() ? key.member("7").name() : key.name(), canary));

        // One line per key, the heading, and one more for each of the nine secrets that are set twice and for the
        // database;
        // the three endpoints have theirs for being set at all, beside an issuer.
        assertThatThrownBy(given::reading)
                .isInstanceOf(InvalidConfigException.class)
                .message()
                .doesNotContain("4711")
                .hasLineCount(ConfigKeys.ALL.size() + 1 + 9 + 1);
    }

    @Test
    @DisplayName("[R33] the secret key is in no text of a good configuration")
    void whenTheConfigurationIsGood_thenNoTextHasTheSecret() {
        GivenConfig given = GivenConfig.minimal().environment("TSTOKEN_THOUGHTSPOT_SECRET_KEY", GivenConfig.KEY);

        assertThat(given.reading().toString()).doesNotContain("canary");
        assertThat(given.inputs().toString()).doesNotContain("canary");
        assertThat(given.config()
                        .thoughtSpot()
                        .secretKeys()
                        .cluster()
                        .key()
                        .current()
                        .reveal())
                .isEqualTo(GivenConfig.KEY);
    }
}
