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

# The runtime: what the program and its libraries use of the JDK, and JavaFX. jdk.unsupported.desktop is for javafx.swing,
# jdk.localedata for Spanish numbers and dates, jdk.charsets and jdk.zipfs for files from elsewhere. JavaFX is linked in,
# since a module path would tie the cache of classes below to the place where the folder was made.
"$jdk/bin/jlink" \
  --module-path "$app/lib/fx" \
  --add-modules javafx.controls,javafx.swing,java.base,java.desktop,java.logging,java.sql,java.xml,java.naming,java.management,jdk.unsupported,jdk.unsupported.desktop,jdk.localedata,jdk.zipfs,jdk.charsets \
  --include-locales=en,es --strip-debug --no-header-files --no-man-pages --compress=zip-6 \
  --exclude-resources '**.so' \
  --generate-cds-archive \
  --output "$out/runtime"

# JavaFX looks for its libraries here before it unpacks them into the home of whoever starts it.
for jar in "$app"/lib/fx/*.jar; do
  (cd "$out/runtime/lib" && "$jdk/bin/jar" --extract --file "$jar" $("$jdk/bin/jar" --list --file "$jar" | grep '^[^/]*\.so$'))
done

# With their times: the cache is told by them that the jars are the ones it was made of.
cp -pR "$app/lib/." "$out/input/"
rm -rf "$out/input/fx" "$out/input/cotejo.aot"
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
  "$@" \
  --dest "$out"

config=$out/Cotejo/lib/app/Cotejo.cfg

# Heaps beyond 32 GB start a little slower without this archive, and everybody saves its 13 MB.
rm -f "$out"/Cotejo/lib/runtime/lib/server/classes_nocoops*.jsa

# A training run of the packaged program leaves its classes ready to use: starts take half of the time. Only classes are
# kept: a profile of the training would have Java compile at every start what that start does not need. Where the cache
# does not fit, Java says nothing and starts as it would without.
training=$out/training
cache=$out/Cotejo/lib/app/cotejo.aot
record="-XX:AOTCacheOutput=$cache -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"
mkdir -p "$training"

# With a window on a display of its own, which then draws every view: what a start on a display needs is in the cache.
# Fails where there is no Xvfb or no GTK.
train_in_window() {
  command -v Xvfb > /dev/null || return 1
  number=90
  while [ -e "/tmp/.X11-unix/X$number" ] || [ -e "/tmp/.X$number-lock" ]; do number=$((number + 1)); done
  Xvfb ":$number" -screen 0 1600x1000x24 > /dev/null 2>&1 &
  server=$!
  sleep 1
  DISPLAY=":$number" JAVA_TOOL_OPTIONS=$record "$out/Cotejo/bin/Cotejo" --workspace "$training/workspace" \
    "$project/sample-data" > "$training/log" 2>&1 &
  window=$!
  begun=$(date +%s)
  shown=
  while kill -0 "$window" 2> /dev/null && [ $(($(date +%s) - begun)) -lt 120 ]; do
    if "$out/Cotejo/bin/Cotejo" runs --workspace "$training/workspace" --json 2> /dev/null | grep -q '"run'; then
      shown=yes
      break
    fi
    sleep 1
  done
  if [ -n "$shown" ]; then
    "$out/Cotejo/bin/Cotejo" render --list | while read -r view _; do
      "$out/Cotejo/bin/Cotejo" render "$view" --workspace "$training/workspace" --out "$training/view.png" \
        > /dev/null 2>> "$training/log" || true
    done
    # What a person waits for at a click: the first promotion took twice as long as the others.
    "$out/Cotejo/bin/Cotejo" promote diabetes-progression 1 --to Staging --workspace "$training/workspace" \
      > /dev/null 2>> "$training/log" || true
  fi
  kill "$window" 2> /dev/null || true
  wait "$window" || true
  kill "$server"
  [ -n "$shown" ] && [ -s "$cache" ]
}

# Without: the tour of a machine that has no display, which imports and draws every view.
train_headless() {
  env -u DISPLAY -u WAYLAND_DISPLAY JAVA_TOOL_OPTIONS="$record" \
    "$out/Cotejo/bin/Cotejo" --workspace "$training/tour" "$project/sample-data" > "$training/log" 2>&1 \
    && [ -s "$cache" ]
}

if train_in_window || train_headless; then
  printf '%s\n' 'java-options=-XX:AOTCache=$APPDIR/cotejo.aot' 'java-options=-Xlog:aot=off' \
    'java-options=-Xlog:cds=off' >> "$config"
else
  echo "No cache for quicker starts was made:" >&2
  cat "$training/log" >&2 || true
fi

rm -rf "$out/runtime" "$out/input" "$training"
echo "$out/Cotejo"
