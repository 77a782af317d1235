package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Values, conditions and orders, in processes with other defaults; {@code -Dstowage.locales=6 -Dstowage.zones=4} tries all of them. */
class LocalesIT {

    /** A dotless i, and digits, decimal points and years that are not those of English. */
    private static final List<String> LOCALES =
            List.of("en-US", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "ja-JP-u-ca-japanese", "de-DE");

    /** Without a whole hour, without summer, and without the 30th of December 2011. */
    private static final List<String> ZONES = List.of("UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia");

    private static final int SIDE_BY_SIDE = 2;

    @Test
    void answersAlikeWhateverTheDefaults() throws IOException, InterruptedException {
        List<String> locales = LOCALES.subList(0, Integer.getInteger("stowage.locales", 2));
        List<String> zones = ZONES.subList(0, Integer.getInteger("stowage.zones", 2));
        List<Process> running = new ArrayList<>();
        for (String locale : locales) {
            for (String zone : zones) {
                if (running.size() == SIDE_BY_SIDE) {
                    requireSuccess(running.remove(0));
                }
                running.add(start(locale, zone));
            }
        }
        for (Process process : running) {
            requireSuccess(process);
        }
        System.out.printf(
                "figure: locales: %d x %d, %s and %s: values, conditions, writes and orders alike on every provider%n",
                locales.size(), zones.size(), locales, zones);
    }

    private static Process start(String tag, String zone) throws IOException {
        Locale locale = Locale.forLanguageTag(tag);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=" + locale.getLanguage(),
                        "-Duser.country=" + locale.getCountry(),
                        "-Duser.extensions=" + (tag.contains("-u-") ? tag.substring(tag.indexOf("-u-") + 1) : ""),
                        "-Duser.timezone=" + zone,
                        "-Dstowage.seed=" + Seeds.OF_PROCESS,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SensitiveTests.class.getName(),
                        tag,
                        zone)
                .inheritIO()
                .start();
    }

    private static void requireSuccess(Process process) throws InterruptedException {
        assertThat(process.waitFor())
                .as("exit code of a process whose failures are above")
                .isZero();
    }
}
