package io.github.tstoken.policy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;

/** Names from a small alphabet of troublesome characters, and their near twins; the same ones in every run. */
final class RandomNames {
    private static final String[] ALPHABET = {
        "a", "A", "b", "B", "i", "I", "\u0131", "\u0130", "s", "S", "\u017f", "\u00df", "k", "K", "\u212a", "e\u0301",
        "\u00e9", " ", "\u00a0", "\u200b", "\u0307", "\u0000", "\ud83d", "\ude00", "\uff41", "@", "%", "&", "+"
    };

    private final Random random = new Random(20261122);

    String next() {
        StringBuilder name = new StringBuilder();
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            name.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return name.toString();
    }

    /** Another spelling that careless code would take for the same name; sometimes the name itself. */
    String twin(String name) {
        return switch (random.nextInt(7)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.toLowerCase(Locale.ROOT);
            case 2 -> name + " ";
            case 3 -> Normalizer.normalize(name, Normalizer.Form.NFD);
            case 4 -> Normalizer.normalize(name, Normalizer.Form.NFKC);
            case 5 -> "\u200b" + name;
            default -> name.strip();
        };
    }
}
