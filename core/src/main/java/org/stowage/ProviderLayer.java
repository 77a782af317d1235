package org.stowage;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stowage.internal.guard.GuardedSystem;
import org.stowage.spi.PersistenceProvider;

/**
 * Makes the JARs of a provider of a folder modules, in a layer of their own. They see each other, the JDK and the SPI; a module of the
 * application is not there for them, although it is in the layer below. Their classes come from the same loader as if they were none.
 */
final class ProviderLayer {

    private static final Module SPI = PersistenceProvider.class.getModule();

    private final List<ProviderJar> jars;
    private final ModuleFinder own;

    private ProviderLayer(List<ProviderJar> jars) {
        this.jars = jars;
        this.own = ModuleFinder.of(jars.stream().map(ProviderJar::file).toArray(Path[]::new));
    }

    /** Returns whether JARs can be modules: all of them have to be, and the SPI that they require. */
    static boolean fits(List<ProviderJar> jars) {
        return SPI.isNamed() && jars.stream().allMatch(ProviderJar::modular);
    }

    /**
     * Defines the modules.
     *
     * @param loader which looks into the same JARs
     * @throws UnusableJarException if a module is missing, or they do not fit together
     */
    static void define(List<ProviderJar> jars, ProviderClassLoader loader) throws UnusableJarException {
        try {
            new ProviderLayer(jars).define(loader);
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            throw new UnusableJarException(
                    "its modules do not fit together: " + e.getMessage(),
                    "put JARs beside it that do, or ask its author",
                    e);
        }
    }

    private void define(ProviderClassLoader loader) throws UnusableJarException {
        Set<String> roots = modulesOfProviders();
        requireAll(roots);
        ModuleLayer below = Optional.ofNullable(SPI.getLayer()).orElse(ModuleLayer.boot());
        Configuration configuration =
                Configuration.resolveAndBind(own, List.of(below.configuration()), ModuleFinder.of(), roots);
        ModuleLayer.Controller controller = ModuleLayer.defineModules(configuration, List.of(below), module -> loader);
        loader.define(configuration);
        export(controller);
        NativeAccess.handOn(controller);
        for (Module module : controller.layer().modules()) {
            controller.addReads(module, GuardedSystem.class.getModule());
            GuardedSystem.showTo(module);
        }
    }

    private Set<String> modulesOfProviders() {
        Set<String> names = new HashSet<>();
        for (ProviderJar jar : jars) {
            if (!jar.classNames().isEmpty()) {
                ModuleFinder.of(jar.file())
                        .findAll()
                        .forEach(module -> names.add(module.descriptor().name()));
            }
        }
        return names;
    }

    /** Refuses what is missing before it is taken from the application, or reported without a remedy. */
    private void requireAll(Set<String> roots) throws UnusableJarException {
        Deque<String> open = new ArrayDeque<>(roots);
        Set<String> seen = new HashSet<>(roots);
        while (!open.isEmpty()) {
            ModuleDescriptor module = own.find(open.remove()).orElseThrow().descriptor();
            for (Requires required : module.requires()) {
                if (own.find(required.name()).isPresent()) {
                    if (seen.add(required.name())) {
                        open.add(required.name());
                    }
                } else if (!required.modifiers().contains(Requires.Modifier.STATIC)) {
                    require(required.name(), module.name());
                }
            }
        }
    }

    private static void require(String name, String by) throws UnusableJarException {
        boolean ofJdk = JdkModules.contain(name);
        boolean runs = ModuleLayer.boot().findModule(name).isPresent();
        if (ofJdk && !runs) {
            throw new UnusableJarException(
                    "its module '" + by + "' requires the JDK's module '" + name + "', which does not run here",
                    "start Java with --add-modules " + name);
        }
        if (!ofJdk && !name.equals(SPI.getName())) {
            throw new UnusableJarException(
                    "its module '" + by + "' requires module '" + name
                            + "', which is not there; modules of the application are none of a provider's",
                    "put the provider and the JARs that it needs together into a folder of their own in the providers' folder");
        }
    }

    /** Lets the engine make the classes that are named as providers, whose packages their modules keep to themselves. */
    private void export(ModuleLayer.Controller controller) {
        Module engine = ProviderLayer.class.getModule();
        for (ProviderJar jar : jars) {
            for (String className : jar.classNames()) {
                String named = className.substring(0, Math.max(0, className.lastIndexOf('.')));
                for (Module module : controller.layer().modules()) {
                    if (module.getPackages().contains(named)) {
                        controller.addExports(module, named, engine);
                    }
                }
            }
        }
    }
}
