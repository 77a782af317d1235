# Sourced by ./verify: what its trials must show at its end, and their sizes for a release.
# A test shows a figure by printing a line `figure: NAME: TEXT`.

# Name, and what is measured; a name may be shown by several lines.
figure_names() {
    cat <<'END'
sequences|random operation sequences
queries|random queries
pairs|value pairs ordered as the model, per type
kills json-file|kill -9
kills sqlite|kill -9
power-cuts json-file|simulated power cuts
power-cuts sqlite|simulated power cuts
io-failures json-file|k-th I/O operation fails
io-failures sqlite|k-th I/O operation fails
malformed json-file-rows|malformed inputs
malformed json-file-journal|malformed inputs
malformed json-file-journal-forged|malformed inputs
malformed json-file-manifest|malformed inputs
malformed sqlite-database|malformed inputs
malformed sqlite-log|malformed inputs
malformed import-csv|malformed inputs
malformed import-json|malformed inputs
malformed import-jsonl|malformed inputs
malformed configuration|malformed inputs
malformed jdql|malformed inputs
malformed types|malformed inputs
transactions|concurrent transactions searched for cycles
planted-faults|planted faults
interrupts memory|threads interrupted at random
interrupts json-file|threads interrupted at random
interrupts sqlite|threads interrupted at random
locales|locales and zones
coverage|branches of values, codecs and evaluator
END
}

# Prints the argument for Maven that sets the seed of these sources; nothing if the arguments set one.
source_seed() {
    case " $*" in
        *" -Dstowage.seed="*) return ;;
    esac
    find . -name target -prune -o -type f -name '*.java' -print | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cat | cksum |
        sed 's/ .*//; s/^/-Dstowage.seed=/'
}

# Property, size for a release, and milliseconds that each takes on two cores of 2026.
release_table() {
    cat <<'END'
stowage.figures.sequences 1000000 14
stowage.figures.queries 10000000 0.1
stowage.figures.pairs 10000000 0.02
stowage.figures.transactions 5000000 0.3
stowage.crash.rounds 2000 600
stowage.power-cuts 200000 25
stowage.fault-scripts 50 9000
stowage.failing.transactions 20 20000
stowage.malformed 1000000 4
stowage.interrupts 1000 20
stowage.locales 6 10000
stowage.zones 4 10000
END
}

# Prints the sizes as arguments for Maven.
release_sizes() {
    release_table | awk '{ printf "-D%s=%s ", $1, $2 }'
}

# Says how long a release's trials take.
release_estimate() {
    release_table | awk '
        { seconds += $2 * $3 / 1000; printf "verify: -D%s=%s takes about %.0f minutes\n", $1, $2, $2 * $3 / 60000 }
        END { printf "verify: all of it takes about %.1f hours on two quiet cores, besides the build\n", seconds / 3600 }'
}

# Prints the coverage of what the build requires all branches of, if it was measured after the file $1 was made.
coverage_figure() {
    [ -n "$(find spi/target/site/jacoco -name jacoco.csv -newer "$1" 2>/dev/null)" ] || return 0
    awk -F, '
        $2 == "org.stowage.spi.value" || $2 == "org.stowage.spi.query" || $3 == "SchemaCode" { missed += $6; covered += $7 }
        END { printf "coverage: %d of %d\n", covered, missed + covered }' spi/target/site/jacoco/jacoco.csv
}

# Shows the figures among the lines of standard input, and fails if one is missing and $1 is 1.
show_figures() {
    { figure_names | sed 's/^/| /'; cat; } | awk -v required="$1" '
        /^\| / {
            split(substr($0, 3), parts, "|")
            names[++count] = parts[1]
            measures[parts[1]] = parts[2]
            next
        }
        {
            for (i = 1; i <= count; i++) {
                if (index($0, names[i] ": ") == 1) {
                    shown[names[i]] = shown[names[i]] "  " substr($0, length(names[i]) + 3) "\n"
                }
            }
        }
        END {
            for (i = 1; i <= count; i++) {
                if (shown[names[i]] != "" || required) {
                    title = measures[names[i]]
                    split(names[i], words, " ")
                    if (words[2] != "") title = title ", " words[2]
                    print title
                    if (shown[names[i]] != "") printf "%s", shown[names[i]]
                    else { print "  missing: no test has shown it"; missing = 1 }
                }
            }
            exit missing
        }'
}
