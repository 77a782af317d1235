package org.stowage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stowage.RegisteredProvider.Mechanism;
import org.stowage.spi.PersistenceProvider;

/** Finds the providers of what a folder of providers holds: of a JAR, or of a folder of JARs that belong together. */
final class UnitSearch {

    private final Findings findings;
    private final SearchRules rules;

    UnitSearch(Findings findings, SearchRules rules) {
        this.findings = findings;
        this.rules = rules;
    }

    /**
     * Searches JARs that belong together.
     *
     * @param unit the JAR, or the folder that holds them
     */
    void search(Path unit, List<Path> files) {
        List<ProviderJar> jars = new ArrayList<>();
        for (Path file : files) {
            try {
                jars.add(ProviderJar.read(file));
            } catch (UnusableJarException e) {
                reject(file, e);
                return; // The others of its folder would miss what it holds, at a moment when nobody expects it.
            }
        }
        if (jars.stream().allMatch(jar -> jar.classNames().isEmpty())) {
            rejectNameless(unit, jars);
            return;
        }
        if (rules.thorough()) {
            new UndeclaredSearch(findings).searchBeside(jars);
        }
        try {
            inspect(jars, ProviderLoader.load(jars));
        } catch (UnusableJarException e) {
            reject(unit, e);
        }
    }

    private void rejectNameless(Path unit, List<ProviderJar> jars) {
        if (new UndeclaredSearch(findings).searchNameless(jars)) {
            return;
        }
        String service = PersistenceProvider.class.getName();
        boolean modular = jars.stream().anyMatch(ProviderJar::modular);
        findings.reject(new RejectedProvider(
                unit.toString(),
                null,
                null,
                "it names no provider: there is no " + ServiceFile.PATH
                        + (modular ? ", and its module-info provides no " + service : "")
                        + ", and no class implements " + service,
                "if it is a provider, add that file with the name of the class that implements " + service
                        + "; if it is a library, put it into a folder together with the provider that needs it",
                null));
    }

    private void inspect(List<ProviderJar> jars, ProviderClassLoader loader) {
        findings.keep(loader);
        ProviderInspection inspection = new ProviderInspection(findings, rules);
        for (ProviderJar jar : jars) {
            for (String className : jar.classNames()) {
                inspection.inspect(new Candidate(className, Place.of(jar.file()), Mechanism.FOLDER), loader);
            }
        }
    }

    private void reject(Path place, UnusableJarException unusable) {
        findings.reject(new RejectedProvider(
                place.toString(), null, null, unusable.reason(), unusable.remedy(), unusable.getCause()));
    }
}
