package org.stowage.certificate;

import java.nio.file.Path;
import java.util.List;
import org.stowage.spi.ProviderInfo;

/** What the JAR of a provider, or the folder of its classes, says about its having passed the conformance kit, and whether that holds. */
public sealed interface CertificateState {

    /**
     * A certificate that holds: of this provider in this version, by a kit of this line and SPI, with the classes that are there.
     *
     * @param certificate what it says
     */
    record Certified(Certificate certificate) implements CertificateState {
        @Override
        public String toString() {
            int optOuts = certificate.optOuts().size();
            return "certified by kit " + certificate.kit() + ", level " + certificate.level() + ", "
                    + certificate.passed() + " tests passed"
                    + (certificate.fewer().isEmpty()
                            ? ""
                            : ", with fewer trials than usual (" + certificate.fewer() + ")")
                    + switch (optOuts) {
                        case 0 -> "";
                        case 1 -> ", 1 rule left out";
                        default -> ", " + optOuts + " rules left out";
                    };
        }
    }

    /** No certificate. */
    record None() implements CertificateState {
        @Override
        public String toString() {
            return "not certified";
        }
    }

    /**
     * A certificate of this provider, whose classes are others than those that passed.
     *
     * @param certificate what it says
     */
    record Altered(Certificate certificate) implements CertificateState {
        @Override
        public String toString() {
            return "altered since it was certified by kit " + certificate.kit();
        }
    }

    /**
     * A certificate that was given to somebody or something else.
     *
     * @param certificate what it says
     * @param reason whom or what it was given to, and who is here
     */
    record Misfit(Certificate certificate, String reason) implements CertificateState {
        @Override
        public String toString() {
            return "its certificate does not count, for " + reason;
        }
    }

    /**
     * Something in the place of a certificate, or a JAR, that cannot be read.
     *
     * @param reason what is wrong with it
     */
    record Unreadable(String reason) implements CertificateState {
        @Override
        public String toString() {
            return "its certificate cannot be read: " + reason;
        }
    }

    /** Returns the rules that were left out, by a certificate that holds. */
    default List<OptOut> optOuts() {
        return this instanceof Certified(Certificate certificate) ? certificate.optOuts() : List.of();
    }

    /** Returns whether there is a certificate that holds. */
    default boolean certified() {
        return this instanceof Certified;
    }

    /**
     * Looks into a JAR or a folder of classes. What it costs is to open that file, and if there is a certificate, to read its classes.
     *
     * @param info who the provider in it is
     */
    static CertificateState of(Path jarOrFolder, ProviderInfo info) {
        return new CertifiedFile(jarOrFolder).state(info);
    }
}
