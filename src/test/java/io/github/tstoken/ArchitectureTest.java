package io.github.tstoken;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.tstoken.identity.IdentitySources;
import io.github.tstoken.identity.OidcSession;
import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.store.TokenStore;
import io.github.tstoken.web.guard.Route;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map of {@code package-info}, held against the code: arrows point down, and each library has its place. */
class ArchitectureTest {
    private static final String ROOT = "io.github.tstoken";

    /** The steps of a request, the first at the top. */
    private static final List<String> TOP_TO_BOTTOM = List.of(
            "",
            ".web",
            ".web.guard",
            ".web.answer",
            ".authorizations",
            ".signin",
            ".mint",
            ".redirect",
            ".operations",
            ".policy",
            ".identity",
            ".thoughtspot",
            ".oauth",
            ".store",
            ".http",
            ".config");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void whenAPackageUsesAnother_thenTheOtherIsFurtherDown() {
        List<String> upwards = MAIN.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(ArchitectureTest::pointsUp)
                .map(Dependency::getDescription)
                .toList();
        assertThat(upwards).isEmpty();
    }

    @Test
    void whenAPackageExists_thenTheMapHasIt() {
        Set<String> packages = MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(TOP_TO_BOTTOM).map(name -> ROOT + name).containsAll(packages);
    }

    private static boolean pointsUp(Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return target.getPackageName().startsWith(ROOT) && rank(target) < rank(dependency.getOriginClass());
    }

    private static int rank(JavaClass type) {
        return TOP_TO_BOTTOM.indexOf(type.getPackageName().substring(ROOT.length()));
    }

    @ParameterizedTest
    @CsvSource({
        "jakarta.ws.rs.., io.github.tstoken.web",
        "jakarta.servlet.., io.github.tstoken|io.github.tstoken.web|io.github.tstoken.identity",
        "org.glassfish.., io.github.tstoken",
        "org.apache.hc.., io.github.tstoken.http",
        "com.nimbusds.., io.github.tstoken.oauth",
        "com.github.benmanes.., io.github.tstoken.mint",
        "io.github.bucket4j.., io.github.tstoken.mint|io.github.tstoken.http",
        "io.micrometer.., io.github.tstoken.operations",
        "io.prometheus.., nowhere",
        "io.smallrye.., io.github.tstoken.config",
        "org.eclipse.microprofile.., io.github.tstoken.config",
        "javax.naming.., io.github.tstoken|io.github.tstoken.store",
        "java.net.http.., nowhere",
        "java.sql.., io.github.tstoken.store",
        "javax.sql.., io.github.tstoken.store",
        "com.zaxxer.., io.github.tstoken.store",
        "org.flywaydb.., io.github.tstoken.store",
        "com.google.crypto.tink.., io.github.tstoken.store"
    })
    void whenALibraryIsUsed_thenOnlyInItsPlace(String library, String places) {
        noClasses()
                .that()
                .resideOutsideOfPackages(places.split("\\|"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    /** Of what lies above, one class opens it; the others are loaded by what that has opened, or know a failure of it. */
    @Test
    void whenIdentityProvidersAreNoSource_thenNothingButOneClassLeadsToTheirLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.github.tstoken.oauth", "io.github.tstoken.signin", "io.github.tstoken.authorizations")
                .and(not(belongToAnyOf(Connections.class, IdentitySources.class, OidcSession.class, OidcSignIn.class)))
                .and()
                .haveNameNotMatching(ROOT + ".(identity.(JwtResolver|OidcResolver|ClaimedPerson)|web.Failures(\\$1)?)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.tstoken.oauth")
                .check(MAIN);
    }

    /** Where no providers are configured, nothing of the store is loaded: neither a database's driver nor Tink. */
    @Test
    void whenThereAreNoProviders_thenNothingButOneClassOpensTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.tstoken.store")
                .and(not(belongToAnyOf(Connections.class)))
                .should()
                .callMethodWhere(target(owner(type(TokenStore.class))).and(target(name("open"))))
                .check(MAIN);
    }

    @Test
    void whenARequestOfOAuthIsWritten_thenTwoClassesKnowTheLibraryForIt() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".oauth.Requests")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".oauth.ClientProof")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds.oauth2..", "com.nimbusds.openid..", "net.minidev..")
                .check(MAIN);
    }

    @Test
    void whenJerseyIsUsed_thenByOneClassOnly() {
        noClasses()
                .that(not(belongToAnyOf(JerseyResources.class)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.glassfish.jersey..")
                .check(MAIN);
    }

    /** Whoever does not use a database does not load its driver. */
    @ParameterizedTest
    @CsvSource({"org.h2.., EmbeddedDatabase", "org.postgresql.., PostgreSqlDatabase"})
    void whenADriverIsUsed_thenByOneClassOnly(String driver, String place) {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".store." + place)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(driver)
                .check(MAIN);
    }

    @Test
    @DisplayName("[R33] what is secret has a type that does not show it")
    void whenAFieldHoldsASecret_thenItIsOfTheTypeSecret() {
        List<String> shown = MAIN.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getName().matches("(?i).*(secret|password|verifier|token|secretKey)"))
                .filter(field -> Set.of("java.lang.String", "[B", "[C")
                        .contains(field.getRawType().getName()))
                .map(JavaField::getFullName)
                .toList();
        assertThat(shown).isEmpty();
    }

    @Test
    void whenARouteExists_thenOneResourceAnswersIt() {
        Set<String> routes =
                Arrays.stream(Route.values()).map(Route::resourcePath).collect(Collectors.toSet());
        List<String> resources = MAIN.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(type -> type.getAnnotationOfType(Path.class).value())
                .toList();
        assertThat(resources).containsExactlyInAnyOrderElementsOf(routes);
    }
}
