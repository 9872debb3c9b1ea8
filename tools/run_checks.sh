#!/usr/bin/env bash
# Everything that must pass, cheapest first; says how long each step took. `make test` calls it after tools/setup.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

step() {
  local name=$1 start=$SECONDS
  shift
  printf '== %s\n' "$name"
  if ! "$@"; then
    printf '== %s FAILED after %d s\n' "$name" $((SECONDS - start)) >&2
    exit 1
  fi
  printf '== %s: %d s\n' "$name" $((SECONDS - start))
}
configure() { cmake --preset dev -Wno-dev --log-level=WARNING >/dev/null; }

step 'layers' tools/check_layers.py
step 'documents' tools/check_docs.py
step 'actors' tools/check_actors.py
step 'format' tools/check_format.sh
step 'configure' configure
step 'build' cmake --build --preset dev --parallel "$(nproc)"
step 'tests' ctest --preset dev
step 'clang-tidy' tools/check_tidy.py build/dev
printf 'all checks passed in %d s\n' "$SECONDS"
