package org.stowage.internal.guard;

/** What the classes of providers from a folder get where they say {@link System#exit}. */
public final class GuardedSystem {

    private GuardedSystem() {}

    /** Refuses to end the process. */
    @SuppressWarnings("DoNotCallSuggester") // Who calls it has been compiled to call something else.
    public static void exit(int status) {
        throw new ExitRefusedException(status);
    }

    /** Lets the classes of a module, whose provider's loader has to show this class, call it. */
    public static void showTo(Module module) {
        GuardedSystem.class.getModule().addExports(GuardedSystem.class.getPackageName(), module);
    }
}
