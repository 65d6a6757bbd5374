package io.github.tstoken.redirect;

import java.util.Random;

/** Texts of one to eight characters that mean something in an address, and some that have several octets. */
final class RandomTexts {
    private static final String[] ALPHABET = {
        "a",
        "Z",
        "0",
        "&",
        "+",
        "#",
        "%",
        " ",
        "=",
        "?",
        "/",
        ":",
        "@",
        ";",
        "%20",
        "%26",
        "\\",
        "\"",
        "'",
        "<",
        ">",
        "~",
        ".",
        "-",
        "_",
        "\u00e9",
        "e\u0301",
        "\u738b",
        "\ud83d\ude00",
        "\u202e",
        "\ufffd"
    };

    private final Random random;

    RandomTexts(Random random) {
        this.random = random;
    }

    String next() {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }
}
