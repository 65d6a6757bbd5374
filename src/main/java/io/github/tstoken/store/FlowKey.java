package io.github.tstoken.store;

import io.github.tstoken.config.Secret;

/** How the stores find flows: by hashes, of which nobody can make a callback. */
final class FlowKey {
    private FlowKey() {}

    static String of(Secret state) {
        return Sha256.hex("state", state.reveal());
    }

    /** Whose flow it is: a sign-in's, or a browser's that nobody is signed in with. */
    static String opener(PendingFlow flow) {
        return flow.signIn()
                .map(signIn -> Sha256.hex("sign-in", signIn))
                .orElseGet(() -> Sha256.hex("browser", flow.browser()));
    }
}
