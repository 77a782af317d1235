package org.stowage;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.Spliterator;
import org.stowage.RegisteredProvider.Mechanism;
import org.stowage.spi.PersistenceProvider;

/** Finds providers that modules declare with {@code provides}. */
final class ModuleSearch {

    private final Findings findings;
    private final SearchRules rules;
    private final Set<ModuleLayer> searched = new LinkedHashSet<>();

    ModuleSearch(Findings findings, SearchRules rules) {
        this.findings = findings;
        this.rules = rules;
    }

    /** Searches a layer and its parents, unless that was done before. */
    void search(ModuleLayer layer) {
        if (!searched.add(layer)) {
            return;
        }
        findings.lookedIn("on the module path");
        List<ServiceConfigurationError> failures = new ArrayList<>();
        Set<String> loaded = new HashSet<>();
        Spliterator<ServiceLoader.Provider<PersistenceProvider>> services =
                ServiceLoader.load(layer, PersistenceProvider.class).stream().spliterator();
        while (advance(services, loaded, failures)) {}
        rejectUnloaded(layer, loaded, failures);
    }

    /** Searches the classes of all modules that were searched, for those that no module declares. */
    void searchUndeclared() {
        UndeclaredSearch undeclared = new UndeclaredSearch(findings);
        searched.forEach(layer -> withParents(layer.configuration()).forEach(undeclared::searchModule));
    }

    private static List<ResolvedModule> withParents(Configuration configuration) {
        List<ResolvedModule> modules = new ArrayList<>(configuration.modules());
        configuration.parents().forEach(parent -> modules.addAll(withParents(parent)));
        return modules;
    }

    /** Takes one service; a declaration that fails to load is passed over, and the next one is loaded all the same. */
    private boolean advance(
            Spliterator<ServiceLoader.Provider<PersistenceProvider>> services,
            Set<String> loaded,
            List<ServiceConfigurationError> failures) {
        try {
            return services.tryAdvance(service -> {
                loaded.add(service.type().getName());
                inspect(service);
            });
        } catch (ServiceConfigurationError failure) {
            failures.add(failure);
            // Each declaration can fail but once, so many failures mean that the iteration does not get on.
            return failures.size() < 1_000;
        }
    }

    private void inspect(ServiceLoader.Provider<PersistenceProvider> service) {
        Class<?> type = service.type();
        Place place = place(type.getModule());
        if (!findings.has(type, type.getName(), place)) {
            new ProviderInspection(findings, rules)
                    .inspect(new Candidate(type.getName(), place, Mechanism.MODULE_PATH), type, service);
        }
    }

    private void rejectUnloaded(ModuleLayer layer, Set<String> loaded, List<ServiceConfigurationError> failures) {
        for (ServiceConfigurationError failure : failures) {
            String message = String.valueOf(failure.getMessage());
            Candidate candidate = declared(layer).stream()
                    .filter(declared -> !loaded.contains(declared.className()))
                    .filter(declared -> message.contains(declared.className()))
                    .findFirst()
                    .orElse(new Candidate(message, Place.named("the module path"), Mechanism.MODULE_PATH));
            findings.reject(candidate.rejected(Diagnosis.of(failure, "the module's declaration", candidate)));
        }
    }

    private static List<Candidate> declared(ModuleLayer layer) {
        List<Candidate> declared = new ArrayList<>();
        for (Module module : layer.modules()) {
            declared(module.getDescriptor())
                    .forEach(name -> declared.add(new Candidate(name, place(module), Mechanism.MODULE_PATH)));
        }
        layer.parents().forEach(parent -> declared.addAll(declared(parent)));
        return declared;
    }

    /** Returns whether a module declares that a class is a provider. */
    static boolean provides(Module module, String className) {
        return declared(module.getDescriptor()).contains(className);
    }

    /** Returns the classes that a module declares as providers. */
    static List<String> declared(ModuleDescriptor module) {
        return module.provides().stream()
                .filter(provides -> provides.service().equals(PersistenceProvider.class.getName()))
                .flatMap(provides -> provides.providers().stream())
                .toList();
    }

    /** Returns where a module came from. */
    static Place place(Module module) {
        ModuleLayer layer = module.getLayer();
        Place named = Place.named("module " + module.getName());
        if (layer == null) {
            return named;
        }
        return layer.configuration()
                .findModule(module.getName())
                .flatMap(resolved -> resolved.reference().location())
                .map(Place::of)
                .orElse(named);
    }
}
