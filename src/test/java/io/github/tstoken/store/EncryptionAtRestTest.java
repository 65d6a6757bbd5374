package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tstoken.config.EncryptionKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionAtRestTest extends StoreTest {
    private static final EncryptionKey OLD = KEY;
    private static final EncryptionKey NEW = key(2);
    private static final UserKey EVE = UserKey.of("principal", "eve");
    private static final String BOBS = " WHERE user_key = '" + BOB.hex() + "'";
    private static final String EVES = " WHERE user_key = '" + EVE.hex() + "'";

    private static String everything(ResultSet row) throws SQLException {
        StringBuilder all = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            byte[] bytes = row.getObject(column) instanceof byte[] some
                    ? some
                    : String.valueOf(row.getObject(column)).getBytes(StandardCharsets.ISO_8859_1);
            all.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
        }
        return all.toString();
    }

    @Test
    @DisplayName("[R47] a copy of the database has no token in it, and no name")
    void whenTheDatabaseIsRead_thenThereIsNoTokenAndNoName() {
        TokenStore node = node();
        connected(node, UserKey.of("principal", "canary-name"), tokens("canary"));
        List<String> rows = sql().query("SELECT * FROM tstoken_authorization", EncryptionAtRestTest::everything);
        assertThat(rows).singleElement().asString().doesNotContain("canary");
    }

    @ParameterizedTest
    @DisplayName("[R47] tokens that were changed are no tokens")
    @ValueSource(
            strings = {
                "access_token = SUBSTRING(access_token FROM 1 FOR 30)",
                "access_token = refresh_token",
                "refresh_token = access_token",
                "id_token = access_token",
                "refresh_token = id_token",
                "access_token = id_token, id_token = access_token",
                "version = version + 1",
                "provider = 'other'"
            })
    void whenARowIsChanged_thenItIsUnreadable(String change) {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        sql().update("UPDATE tstoken_authorization SET " + change);
        Authorization changed = node.authorizations().list(BOB).get(0);
        assertThat(changed.state()).isEqualTo(Authorization.State.UNREADABLE);
        assertThat(changed.accessToken()).isEmpty();
        assertThat(node.authorizations().leaseForRefresh(changed, LONG)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("[R48] tokens of one person are no tokens of another")
    @ValueSource(strings = {"access_token", "refresh_token", "id_token"})
    void whenOnePersonsTokenIsCopiedToAnother_thenItIsUnreadable(String column) {
        TokenStore node = node();
        connected(node, BOB, tokens("bob"));
        connected(node, EVE, tokens("eve"));
        sql().update("UPDATE tstoken_authorization SET " + column + " = (SELECT " + column
                + " FROM tstoken_authorization" + BOBS + ")" + EVES);
        assertThat(found(node, EVE).state()).isEqualTo(Authorization.State.UNREADABLE);
        assertThat(found(node, BOB).state()).isEqualTo(Authorization.State.CONNECTED);
    }

    @Test
    @DisplayName("[R48] an older token cannot be brought back")
    void whenAnOlderTokenIsPutBack_thenItIsUnreadable() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        Ciphertext older = sql().query(
                        "SELECT access_token FROM tstoken_authorization", row -> new Ciphertext(row.getBytes(1)))
                .get(0);
        connected(node, BOB, tokens("2"));
        sql().update("UPDATE tstoken_authorization SET access_token = ?", older);
        assertThat(found(node, BOB).state()).isEqualTo(Authorization.State.UNREADABLE);
    }

    @Test
    void whenAnUnreadableAuthorizationIsConnectedAgain_thenItCanBeUsed() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        sql().update("UPDATE tstoken_authorization SET access_token = refresh_token");
        assertThat(connected(node, BOB, tokens("2")).state()).isEqualTo(Authorization.State.CONNECTED);
    }

    @Test
    void whenAKeyThatIsInUseIsMissing_thenTheStoreDoesNotOpenAndNamesIt() {
        connected(node(OLD), BOB, tokens("1"));
        String name = KeyRing.name(KeyRing.of(List.of(OLD)).primaryId());
        assertThatThrownBy(() -> node(NEW))
                .isInstanceOf(MissingKeyException.class)
                .hasMessageContaining(name);
        assertThat(accessToken(node(OLD), BOB)).contains("access-1");
    }

    @Test
    void whenOnlyGrantsWithoutTokensWereUnderAKey_thenItIsNotMissed() {
        TokenStore node = node(OLD);
        Authorization known = connected(node, BOB, tokens("1"));
        node.authorizations()
                .grantEnded(node.authorizations().leaseForRefresh(known, LONG).orElseThrow());
        assertThat(found(node(NEW), BOB).state()).isEqualTo(Authorization.State.GRANT_ENDED);
    }

    @Test
    void whenKeysChangeInTwoPhases_thenEveryNodeReadsEverythingAllTheTime() {
        TokenStore first = node(OLD, NEW);
        TokenStore second = node(NEW, OLD);
        connected(first, BOB, tokens("bob"));
        connected(second, EVE, tokens("eve"));
        assertThat(accessToken(first, EVE)).contains("access-eve");
        assertThat(accessToken(second, BOB)).contains("access-bob");
    }

    @Test
    void whenEverythingIsEncryptedAnew_thenTheOldKeyCanGo() {
        TokenStore before = node(OLD);
        for (int person = 0; person < 120; person++) {
            before.authorizations().connect(UserKey.of("principal", "person" + person), IDP, tokens("" + person));
        }
        before.authorizations().connect(EVE, IDP, tokens("eve"));
        before.authorizations().revoke(EVE, IDP);
        ReEncryption run = node(NEW, OLD).reEncryption();
        assertThat(run.remaining()).isEqualTo(121);
        assertThat(run.proceed()).isEqualTo(new ReEncryption.Progress(100, 0, false));
        assertThat(run.proceed()).isEqualTo(new ReEncryption.Progress(121, 0, false));
        assertThat(run.proceed()).isEqualTo(new ReEncryption.Progress(121, 0, true));
        assertThat(run.remaining()).isZero();
        TokenStore after = node(NEW);
        assertThat(accessToken(after, UserKey.of("principal", "person7"))).contains("access-7");
        assertThat(after.revocations().claim(LONG)).isPresent();
    }

    @Test
    void whenARowIsEncryptedAnewDuringARefresh_thenTheRefreshIsStored() {
        connected(node(OLD), BOB, tokens("1"));
        TokenStore node = node(NEW, OLD);
        RefreshLease lease =
                node.authorizations().leaseForRefresh(found(node, BOB), LONG).orElseThrow();
        node.reEncryption().proceed();
        assertThat(node.authorizations().complete(lease, tokens("2"))).isEqualTo(Completion.STORED);
        assertThat(accessToken(node(NEW), BOB)).contains("access-2");
    }

    @Test
    void whenARowCannotBeRead_thenTheOthersAreEncryptedAnewAndTheRunEnds() {
        TokenStore before = node(OLD);
        connected(before, BOB, tokens("bob"));
        connected(before, EVE, tokens("eve"));
        sql().update("UPDATE tstoken_authorization SET access_token = refresh_token" + BOBS);
        ReEncryption run = node(NEW, OLD).reEncryption();
        assertThat(run.proceed()).isEqualTo(new ReEncryption.Progress(1, 1, false));
        assertThat(run.proceed().finished()).isTrue();
        assertThat(run.remaining()).isEqualTo(1);
    }
}
