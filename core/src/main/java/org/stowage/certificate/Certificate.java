package org.stowage.certificate;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.stowage.spi.ProviderInfo;

/**
 * What a run of the conformance kit found, as it is written into the provider's JAR: who passed which kit, how much of it, and the digest
 * of the classes that passed. It holds no date, so that a build which is repeated gives the same file.
 *
 * @param provider the provider's name
 * @param version the provider's version, at most 100 characters of one line
 * @param kit the version of the kit
 * @param spi the version of the SPI that the kit tested, from 1
 * @param level how much of the kit was run, a lower-case word
 * @param seed where its random choices began
 * @param passed how many tests passed
 * @param skipped how many tests were not run
 * @param fewer what was tried less often than the kit does by itself, and how often, on one line; empty if nothing was
 * @param optOuts the rules that were left out, each once, in the order of their numbers
 * @param digest what {@link ClassDigest} makes of the classes, 64 hexadecimal digits in lower case
 */
public record Certificate(
        String provider,
        String version,
        KitVersion kit,
        int spi,
        String level,
        long seed,
        int passed,
        int skipped,
        String fewer,
        List<OptOut> optOuts,
        String digest) {

    /** The level that a certificate needs. */
    public static final String FULL = "full";

    /** The greatest number of opt-outs. */
    public static final int MOST_OPT_OUTS = 100;

    private static final int LONGEST_VERSION = 100;
    private static final int LONGEST_FEWER = 300;
    private static final Pattern LEVEL = Pattern.compile("[a-z]{1,20}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Creates the certificate; every part must be as it is described. */
    public Certificate {
        require(ProviderInfo.allowsName(provider), "provider", provider);
        PlainText.require("the version", version, LONGEST_VERSION);
        require(spi >= 1, "spi", spi);
        require(LEVEL.matcher(level).matches(), "level", level);
        require(passed >= 0, "passed", passed);
        require(skipped >= 0, "skipped", skipped);
        PlainText.require("what was tried less often", fewer, LONGEST_FEWER);
        require(optOuts.size() <= MOST_OPT_OUTS, "number of opt-outs", optOuts.size());
        require(DIGEST.matcher(digest).matches(), "digest", digest);
        Set<String> rules = new HashSet<>();
        optOuts.forEach(optOut -> require(rules.add(optOut.rule()), "opt-out, a second one of rule", optOut.rule()));
        optOuts = optOuts.stream()
                .sorted(Comparator.comparingInt(Certificate::position))
                .toList();
    }

    /** Returns where the certificate of a provider is in its JAR, or in the folder of its classes. */
    public static String path(String provider) {
        return "META-INF/stowage/" + provider + ".certificate";
    }

    /**
     * Returns the certificate that a text holds.
     *
     * @throws IllegalArgumentException if it is none; says what is wrong
     */
    public static Certificate parse(String text) {
        return CertificateText.parse(text);
    }

    /** Returns the text of the file: always the same for the same certificate. */
    public String text() {
        return CertificateText.of(this);
    }

    private static int position(OptOut optOut) {
        String[] numbers = optOut.rule().split("\\.", 2);
        return Integer.parseInt(numbers[0]) * 100 + Integer.parseInt(numbers[1]);
    }

    private static void require(boolean right, String what, Object found) {
        if (!right) {
            throw new IllegalArgumentException(
                    "'" + PlainText.shown(found.toString()) + "' is no " + what + " of a certificate");
        }
    }
}
