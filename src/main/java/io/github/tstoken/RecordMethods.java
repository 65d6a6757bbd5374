package io.github.tstoken;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * What the JVM remembers of our records: it makes the methods of each from a few shared ones, and these remember the class that
 * they were last made for (JDK 17), and so the class loader of an application that is gone.
 */
final class RecordMethods {
    private static final Class<?> TEXT = String.class;

    private RecordMethods() {}

    /** Puts a class of the JVM's own in the place of ours. */
    static void forgetUs() {
        try {
            make("equals", MethodType.methodType(boolean.class, TEXT, Object.class));
            make("hashCode", MethodType.methodType(int.class, TEXT));
            make("toString", MethodType.methodType(String.class, TEXT));
        } catch (Throwable notThisJvm) {
            // Then one application that is gone stays in memory, until another takes its place.
        }
    }

    /** Makes a method as for a record with one component, of the same class as itself. */
    private static void make(String method, MethodType type) throws Throwable {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        MethodHandle component = lookup.findVirtual(TEXT, "strip", MethodType.methodType(TEXT));
        Object unused = ObjectMethods.bootstrap(lookup, method, type, TEXT, "text", component);
    }
}
