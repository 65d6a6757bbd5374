package io.github.tstoken.web;

import io.github.tstoken.redirect.EmbedTarget;

final class EmbedRequests {
    static EmbedTarget target(Dispatch dispatch) { throw new UnsupportedOperationException(); }
}
