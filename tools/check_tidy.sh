#!/usr/bin/env bash
# clang-tidy with the list of .clang-tidy over src/ and apps/ (tests aside), by the compile commands of build/dev.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# GCC's names of warnings are no mistake.
if ! run-clang-tidy-14 -quiet -extra-arg=-Wno-unknown-warning-option -j "$(nproc)" -p "$build" "$PWD/(src|apps)/.*(?<!_test)\.cc\$" >"$log" 2>&1; then
  sed -E 's/\x1b\[[0-9;]*m//g' "$log" | grep -vE '^(clang-tidy-14 |[0-9]+ warnings? |Suppressed |Use -header-filter)' |
    awk '!seen[$0]++ || !/: error: /' >&2
  exit 1
fi
