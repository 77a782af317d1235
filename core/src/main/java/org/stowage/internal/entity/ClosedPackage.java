package org.stowage.internal.entity;

/** What is said of classes whose packages are closed to this module. */
public final class ClosedPackage {

    private ClosedPackage() {}

    /** Returns that a class is not accessible, and what to write so that it is. */
    public static String problem(Class<?> type) {
        return "it is not accessible; " + remedy(type);
    }

    /** Returns what to write so that a class is accessible. */
    public static String remedy(Class<?> type) {
        return "write 'opens " + type.getPackageName()
                + " to org.stowage' in the module-info of module '"
                + type.getModule().getName() + "'";
    }
}
