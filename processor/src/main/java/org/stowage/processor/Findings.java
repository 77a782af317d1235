package org.stowage.processor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.stowage.internal.entity.Problem;

/**
 * What is wrong, by the place in the sources where it is told. The compiler tells one error of a place, so all of a place are told
 * together.
 */
final class Findings {

    private final ProcessingEnvironment environment;
    private final Map<Element, Set<String>> found = new LinkedHashMap<>();

    Findings(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Adds what is wrong with a repository, or with something that it needs. */
    void add(TypeElement repository, Problem problem, Stubs stubs) {
        Element origin = stubs.origin(problem.subject()).filter(this::compiled).orElse(null);
        if (origin == null) {
            // It is in a library, where nobody would look.
            found.computeIfAbsent(repository, each -> new LinkedHashSet<>()).add(problem.toString());
        } else {
            found.computeIfAbsent(origin, each -> new LinkedHashSet<>()).add(problem.text());
        }
    }

    private boolean compiled(Element element) {
        try {
            JavaFileObject file = environment.getElementUtils().getFileObjectOf(element);
            return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
        } catch (UnsupportedOperationException otherCompiler) {
            return true;
        }
    }

    /** Tells the compiler, and forgets. */
    void tell() {
        found.forEach((element, texts) -> environment.getMessager().printError(String.join("\n", texts), element));
        found.clear();
    }
}
