package org.stowage.processor;

import jakarta.data.metamodel.StaticMetamodel;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.repository.RepositoryCheck;

/** Writes the static metamodels of the entities that are compiled, once each, but not those that the developer wrote. */
final class Metamodels {

    private final ProcessingEnvironment environment;
    private final Converters converters;
    private final Set<String> written = new HashSet<>();
    private final Set<String> sources = new HashSet<>();
    private final Set<String> described = new HashSet<>();

    Metamodels(ProcessingEnvironment environment, Converters converters) {
        this.environment = environment;
        this.converters = converters;
    }

    /** Takes note of a type that is compiled: it may be an entity, or a metamodel. */
    void note(TypeElement type) {
        sources.add(type.getQualifiedName().toString());
        type.getAnnotationMirrors().stream()
                .filter(each -> ((TypeElement) each.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(StaticMetamodel.class.getName()))
                .flatMap(each -> each.getElementValues().values().stream())
                .forEach(entity -> described.add(entity.getValue().toString()));
    }

    /**
     * Writes the metamodel of an entity, if it needs one.
     *
     * @return whether nothing is left to do; else something that it needs may be there in the next round
     */
    boolean write(TypeElement entity) {
        String entityName = entity.getQualifiedName().toString();
        if (!sources.contains(entityName)
                || described.contains(entityName)
                || !suitable(entity)
                || written.contains(entityName)) {
            return true;
        }
        PackageElement inPackage = environment.getElementUtils().getPackageOf(entity);
        String packageName = inPackage.getQualifiedName().toString();
        String simpleName = "_" + entity.getSimpleName();
        String name = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
        if (sources.contains(name)) {
            return true;
        }
        Stubs stubs = new Stubs(environment);
        List<Attribute> attributes = RepositoryCheck.of(converters.in(stubs)).attributes(stubs.of(entity));
        if (stubs.unresolved()) {
            return false;
        }
        written.add(entityName);
        if (!attributes.isEmpty()) {
            String spelt = packageName.isEmpty() ? entityName : entityName.substring(packageName.length() + 1);
            MetamodelSource source = new MetamodelSource(
                    packageName, simpleName, spelt, published(entity), annotations(entity), attributes);
            write(name, source.text(), entity);
        }
        return true;
    }

    private boolean suitable(TypeElement entity) {
        return (entity.getKind() == ElementKind.CLASS || entity.getKind() == ElementKind.RECORD)
                && entity.getTypeParameters().isEmpty()
                && withEnclosing(entity).noneMatch(each -> each.getModifiers().contains(Modifier.PRIVATE))
                && !auxiliary(withEnclosing(entity).toList().getLast());
    }

    /** Returns whether a type is in a file of another name, which the compiler does not want others to use. */
    private boolean auxiliary(TypeElement outermost) {
        String name = outermost.getSimpleName().toString();
        return SourceFile.of(outermost, environment)
                .map(file -> !file.isNameCompatible(name, file.getKind()))
                .orElse(false);
    }

    private static boolean published(TypeElement entity) {
        return withEnclosing(entity).allMatch(each -> each.getModifiers().contains(Modifier.PUBLIC));
    }

    private static Stream<TypeElement> withEnclosing(TypeElement type) {
        List<TypeElement> types = new ArrayList<>();
        for (Element each = type; each instanceof TypeElement outer; each = each.getEnclosingElement()) {
            types.add(outer);
        }
        return types.stream();
    }

    private List<String> annotations(TypeElement entity) {
        Elements elements = environment.getElementUtils();
        List<String> annotations = new ArrayList<>();
        // The specification wants the first one, which not every application has.
        Stream.of("jakarta.annotation.Generated", "javax.annotation.processing.Generated")
                .filter(name -> elements.getTypeElement(elements.getModuleOf(entity), name) != null)
                .findFirst()
                .ifPresent(name -> annotations.add("@" + name + "(\"" + StowageProcessor.class.getName() + "\")"));
        if (withEnclosing(entity).anyMatch(elements::isDeprecated)) {
            annotations.add("@SuppressWarnings({\"deprecation\", \"removal\"})");
        }
        return annotations;
    }

    private void write(String name, String text, TypeElement entity) {
        try (Writer writer =
                environment.getFiler().createSourceFile(name, entity).openWriter()) {
            writer.write(text);
        } catch (FilerException present) {
            // It is compiled already, as one that was written by an earlier compilation.
        } catch (IOException failure) {
            environment
                    .getMessager()
                    .printWarning("the metamodel " + name + " could not be written: " + failure.getMessage(), entity);
        }
    }
}
