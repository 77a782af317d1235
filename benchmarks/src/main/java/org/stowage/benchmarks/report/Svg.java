package org.stowage.benchmarks.report;

/** A drawing in the making. What is written depends on what is drawn alone, and on no fonts of this machine. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">"
                        .formatted(width, height));
        add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
    }

    void text(int x, int y, String anchor, String content) {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>"
                .formatted(x, y, anchor, content.replace("&", "&amp;").replace("<", "&lt;")));
    }

    void bar(int x, int y, int width, int height, String colour) {
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>".formatted(x, y, width, height, colour));
    }

    void dot(int x, int y, String colour) {
        add("<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"%s\"/>".formatted(x, y, colour));
    }

    void line(int x1, int y1, int x2, int y2, String colour) {
        add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>".formatted(x1, y1, x2, y2, colour));
    }

    void dashes(int x1, int y1, int x2, int y2) {
        add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#444\" stroke-dasharray=\"4 3\"/>"
                .formatted(x1, y1, x2, y2));
    }

    private void add(String element) {
        text.append(element).append('\n');
    }

    @Override
    public String toString() {
        return text + "</svg>\n";
    }
}
