package io.github.tstoken.nodes;

/** What somebody is doing. */
enum Doing {
    CONNECTING,
    ASKING_FOR_A_TOKEN,
    DISCONNECTING
}
