package io.github.tstoken.demo;

import java.util.List;

/**
 * Somebody who can sign in to the embedding application.
 *
 * @param name the user name
 * @param password the password, of no worth
 * @param roles the roles in the embedding application
 */
public record Person(String name, String password, List<String> roles) {

    /** Everybody: two who may see Liveboards and one whom ts-token refuses. */
    public static List<Person> all() {
        return List.of(
                new Person("alice", "alice-demo", List.of("analyst")),
                new Person("bob", "bob-demo", List.of("analyst", "admin")),
                new Person("carol", "carol-demo", List.of("reader")));
    }
}
