#!/usr/bin/env bash
# Fails on a C++ file that .clang-format would change; with --fix, changes it.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=(--dry-run -Werror)
if [ "${1:-}" = --fix ]; then mode=(-i); fi
find include src apps fuzz bench tests \( -name '*.cc' -o -name '*.h' \) -print0 |
  xargs -0 -r clang-format-14 --style=file "${mode[@]}"
