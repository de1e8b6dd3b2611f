#!/bin/sh
# Starts the folder that build.sh made as a machine without Java and without a display would, and elsewhere than it was
# made, and expects one import, one picture, Spanish numbers and its own runtime. Ends with 0, or with 1 and the step
# that failed.
set -u

project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
made=$project/target/installer/linux/Cotejo
app=$made.elsewhere
samples=$project/sample-data
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"; [ ! -e "$app" ] || mv "$app" "$made"' EXIT

# Everything that could lead to another Java or to a display is away.
cotejo() {
  env -i HOME="$work" PATH=/nonexistent LC_ALL=C.UTF-8 "$app/bin/Cotejo" "$@" 2> "$work/errors"
}

fail() {
  echo "smoke: $1" >&2
  [ ! -s "$work/errors" ] || cat "$work/errors" >&2
  [ ! -f "$work/out" ] || head -c 2000 "$work/out" >&2
  exit 1
}

# expect NAME VALUE: the JSON in $work/out has this member with this value, white space aside.
expect() {
  wanted=$(printf '"%s":%s' "$1" "$2" | tr -d ' ')
  tr -d ' \n\r\t' < "$work/out" | grep -qF -e "$wanted" || fail "expected \"$1\": $2"
}

[ -x "$made/bin/Cotejo" ] || fail "there is no $made: run installer/linux/build.sh first"
mv "$made" "$app" || fail "$made cannot be moved"

cotejo selftest --json > "$work/out" || fail "selftest ended with $?"
expect en '"1,234.5"'
expect es '"1.234,5"'
expect javaHome "\"$app/lib/runtime\""
echo "smoke: starts where it was moved to, on its own runtime, English and Spanish numbers are right"

# The sample whose expected.json says most about it is the first one that holds runs.
sample=
for expected in "$samples"/*/expected.json "$samples"/expected.json; do
  [ -r "$expected" ] && grep -q '"runs": *[1-9]' "$expected" && sample=${expected%/expected.json} && break
done
[ -n "$sample" ] || fail "no sample with an expected.json in $samples"
cotejo import "$sample" --workspace "$work/workspace" --json > "$work/out" || fail "import ended with $?"
for count in experiments runs params metricPoints; do
  value=$(sed -n "s/^ *\"$count\": *\([0-9]*\).*/\1/p" "$sample/expected.json" | head -n 1)
  [ -z "$value" ] || expect "$count" "$value"
done
expect problems '[]'
echo "smoke: imports ${sample##*/} with the counts of its expected.json"

cotejo render --list > "$work/out" || fail "render --list ended with $?"
view=$(head -n 1 "$work/out" | cut -d ' ' -f 1)
cotejo render "$view" --workspace "$work/workspace" --out "$work/view.png" --size 1200x800 > "$work/out" \
  || fail "render $view ended with $?"
[ "$(head -c 4 "$work/view.png" | tail -c 3)" = PNG ] || fail "render $view wrote no PNG"
echo "smoke: draws $view without a display"
