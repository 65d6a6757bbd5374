package io.github.tstoken.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Authorizations in the table. Every change is one statement that names the version that it was made for, so that no
 * transaction lasts longer than a statement and no lock is held while a provider is asked.
 */
final class JdbcAuthorizationStore implements AuthorizationStore {
    /** More changes of one row between reading and writing it are not by people. */
    private static final int ATTEMPTS = 10;

    private final AuthorizationTable table;
    private final TokenCipher cipher;
    private final Clock clock;

    JdbcAuthorizationStore(AuthorizationTable table, TokenCipher cipher, Clock clock) {
        this.table = table;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public void connect(UserKey user, ProviderId provider, GrantedTokens tokens) {
        RowKey key = RowKey.living(user, provider);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Row> known = table.find(key);
            long version = known.map(Row::version).orElse(0L) + 1;
            Row row = row(key, version, tokens.scopes(), tokens.expiresAt(), PlainTokens.of(tokens));
            if (known.isPresent() ? table.replace(row, known.get().version()) : table.insert(row)) {
                return;
            }
        }
        throw new StoreUnavailableException("an authorization changes too often");
    }

    private Row row(RowKey key, long version, Set<String> scopes, Instant expiresAt, PlainTokens tokens) {
        return new Row(
                key,
                version,
                scopes,
                clock.millis(),
                expiresAt.toEpochMilli(),
                Optional.empty(),
                Optional.of(cipher.encrypt(key, version, tokens)),
                0,
                Optional.empty());
    }

    @Override
    public Optional<Authorization> find(UserKey user, ProviderId provider) {
        return table.find(RowKey.living(user, provider)).map(this::authorization);
    }

    @Override
    public List<Authorization> list(UserKey user) {
        return table.living(user).stream().map(this::authorization).toList();
    }

    private Authorization authorization(Row row) {
        Optional<PlainTokens> readable = plain(row);
        return new Authorization(
                row.key().user(),
                row.key().provider(),
                state(row, readable),
                readable.map(PlainTokens::accessToken),
                row.scopes(),
                Instant.ofEpochMilli(row.connectedAt()),
                Instant.ofEpochMilli(row.expiresAt()),
                row.refreshedAt().map(Instant::ofEpochMilli),
                readable.flatMap(PlainTokens::refreshToken).isPresent(),
                row.version());
    }

    private static Authorization.State state(Row row, Optional<PlainTokens> readable) {
        if (row.tokens().isEmpty()) {
            return Authorization.State.GRANT_ENDED;
        }
        return readable.isPresent() ? Authorization.State.CONNECTED : Authorization.State.UNREADABLE;
    }

    private Optional<PlainTokens> plain(Row row) {
        return row.tokens().flatMap(tokens -> cipher.decrypt(row.key(), row.version(), tokens));
    }

    @Override
    public Optional<RefreshLease> leaseForRefresh(Authorization seen, Duration length) {
        RowKey key = RowKey.living(seen.user(), seen.provider());
        String holder = RandomId.next();
        if (!table.lease(key, seen.version(), holder, length)) {
            return Optional.empty();
        }
        Optional<RefreshLease> lease = table.leased(key, holder).flatMap(row -> lease(row, holder));
        if (lease.isEmpty()) {
            table.release(key, seen.version(), holder, Duration.ZERO);
        }
        return lease;
    }

    private Optional<RefreshLease> lease(Row row, String holder) {
        return plain(row)
                .flatMap(tokens -> tokens.refreshToken()
                        .map(token -> new RefreshLease(row.key(), row.version(), holder, token, tokens.idToken())));
    }

    @Override
    public Optional<Duration> pause(Authorization seen) {
        return table.pause(RowKey.living(seen.user(), seen.provider()), seen.version())
                .map(Duration::ofMillis);
    }

    @Override
    public List<Authorization> idle(ProviderId provider, Instant endedBefore, int most) {
        return table.idle(provider, endedBefore.toEpochMilli(), most).stream()
                .map(this::authorization)
                .toList();
    }

    @Override
    public Completion complete(RefreshLease lease, GrantedTokens granted) {
        PlainTokens tokens = new PlainTokens(
                granted.accessToken(),
                Optional.of(granted.refreshToken().orElse(lease.refreshToken())),
                granted.idToken().or(lease::idToken));
        long version = lease.version() + 1;
        Row row = row(lease.row(), version, granted.scopes(), granted.expiresAt(), tokens);
        if (table.complete(row, lease.version(), lease.holder(), clock.millis())) {
            return Completion.STORED;
        }
        if (table.find(lease.row()).isPresent()) {
            return Completion.OVERTAKEN;
        }
        RowKey grave = new RowKey(lease.user(), lease.provider(), RandomId.next());
        table.insertRevoked(row(grave, version, granted.scopes(), granted.expiresAt(), tokens));
        return Completion.REVOKED;
    }

    @Override
    public void release(RefreshLease lease, Duration pause) {
        table.release(lease.row(), lease.version(), lease.holder(), pause);
    }

    @Override
    public boolean grantEnded(RefreshLease lease) {
        return table.endGrant(lease.row(), lease.version(), lease.holder(), clock.millis());
    }

    @Override
    public boolean revoke(UserKey user, ProviderId provider) {
        return table.revoke(RowKey.living(user, provider), RandomId.next(), clock.millis());
    }
}
