#!/bin/sh
# Makes target/installer/linux/Cotejo from target/cotejo: a folder that runs on a machine without any Java.
# Run ./mvnw -q package -DskipTests first. Takes the JDK 25 or newer in JAVA_HOME, or the newest in /usr/lib/jvm.
set -eu

project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
app=$project/target/cotejo
out=$project/target/installer/linux
version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$project/pom.xml" | head -n 1)

[ -f "$app/lib/cotejo-$version.jar" ] || {
  echo "There is no $app/lib/cotejo-$version.jar yet: run ./mvnw -q package -DskipTests first." >&2
  exit 1
}

# A JDK has a release file that says its version, and jpackage.
jdk=
for candidate in "${JAVA_HOME-}" /usr/lib/jvm/* /opt/java/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*; do
  [ -x "$candidate/bin/jpackage" ] && [ -r "$candidate/release" ] || continue
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
  if [ "${major:-0}" -ge 25 ]; then
    jdk=$candidate
    break
  fi
done
[ -n "$jdk" ] || {
  echo "Found no JDK 25 or newer with jpackage: set JAVA_HOME to one." >&2
  exit 1
}

rm -rf "$out"
mkdir -p "$out/input"

# The runtime: what the program and its libraries use of the JDK. jdk.unsupported.desktop is for javafx.swing,
# jdk.localedata for Spanish numbers and dates, jdk.charsets and jdk.zipfs for files from elsewhere.
"$jdk/bin/jlink" \
  --add-modules java.base,java.desktop,java.logging,java.sql,java.xml,java.naming,java.management,jdk.unsupported,jdk.unsupported.desktop,jdk.localedata,jdk.zipfs,jdk.charsets \
  --include-locales=en,es --strip-debug --no-header-files --no-man-pages --compress=zip-6 \
  --generate-cds-archive \
  --output "$out/runtime"

cp -R "$app/lib/." "$out/input/"
cp "$app/LICENSE" "$app/NOTICE" "$out/input/"

# The same options as everywhere; jpackage wants each on its own.
set --
while IFS= read -r option; do
  case $option in
    '' | '#'*) ;;
    *) set -- "$@" --java-options "$option" ;;
  esac
done < "$app/lib/java.options"

"$jdk/bin/jpackage" --type app-image \
  --name Cotejo \
  --app-version "$version" \
  --vendor "Cotejo" \
  --description "Browse machine-learning experiments and runs side by side" \
  --icon "$project/icons/png/512.png" \
  --runtime-image "$out/runtime" \
  --input "$out/input" \
  --main-jar "cotejo-$version.jar" \
  --main-class cotejo.Cotejo \
  --java-options '--module-path=$APPDIR/fx' \
  "$@" \
  --dest "$out"

# jpackage puts every jar below its input on the class path; JavaFX is on the module path and only there.
config=$out/Cotejo/lib/app/Cotejo.cfg
grep -v '^app.classpath=$APPDIR/fx/' "$config" > "$config.new"
mv "$config.new" "$config"

# Heaps beyond 32 GB start a little slower without this archive, and everybody saves its 13 MB.
rm -f "$out"/Cotejo/lib/runtime/lib/server/classes_nocoops*.jsa

# A training run of the packaged program leaves its classes ready to use: starts are about half a second shorter. It is
# the tour of a machine without a display, which imports and draws every view. Only classes are kept: a profile of the
# training would have Java compile at every start what that start does not need. Where the cache does not fit, Java says
# nothing and starts as it would without.
training=$out/training
mkdir -p "$training"
if env -u DISPLAY -u WAYLAND_DISPLAY \
    JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$out/Cotejo/lib/app/cotejo.aot -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining" \
    "$out/Cotejo/bin/Cotejo" --workspace "$training/workspace" "$project/sample-data" \
    > "$training/log" 2>&1 \
  && [ -s "$out/Cotejo/lib/app/cotejo.aot" ]; then
  printf '%s\n' 'java-options=-XX:AOTCache=$APPDIR/cotejo.aot' 'java-options=-Xlog:aot=off' \
    'java-options=-Xlog:cds=off' >> "$config"
else
  echo "No cache for quicker starts was made:" >&2
  cat "$training/log" >&2 || true
fi

rm -rf "$out/runtime" "$out/input" "$training"
echo "$out/Cotejo"
