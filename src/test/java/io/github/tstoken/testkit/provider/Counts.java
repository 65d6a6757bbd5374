package io.github.tstoken.testkit.provider;

import java.util.concurrent.atomic.AtomicInteger;

/** What happened at the provider. */
public final class Counts {
    /** Requests for the metadata. */
    public final AtomicInteger discoveries = new AtomicInteger();
    /** Requests for the keys. */
    public final AtomicInteger keyFetches = new AtomicInteger();
    /** Requests at the token endpoint, refused ones, too. */
    public final AtomicInteger tokenCalls = new AtomicInteger();
    /** Codes that were redeemed. */
    public final AtomicInteger codes = new AtomicInteger();
    /** Refreshes that gave tokens. */
    public final AtomicInteger refreshes = new AtomicInteger();
    /** Used refresh tokens that came again. */
    public final AtomicInteger reuses = new AtomicInteger();
    /** Tokens that were revoked. */
    public final AtomicInteger revocations = new AtomicInteger();
    /** Requests of a client that did not prove who it is. */
    public final AtomicInteger strangers = new AtomicInteger();

    Counts() {}

    String json() {
        return "{\"discoveries\":" + discoveries + ",\"keyFetches\":" + keyFetches + ",\"tokenCalls\":" + tokenCalls
                + ",\"codes\":" + codes + ",\"refreshes\":" + refreshes + ",\"reuses\":" + reuses
                + ",\"revocations\":" + revocations + ",\"strangers\":" + strangers + "}";
    }
}
