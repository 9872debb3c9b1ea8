#!/usr/bin/env bash
# Installs from Debian 12 what a build needs; with --checks also what `make test` needs. Then writes the table of towns
# (tools/make_gazetteer.py) from what Debian ships of GeoNames. Says nothing when all is there.
set -euo pipefail

packages=(
  g++ make cmake ninja-build pkg-config python3
  libdnnl-dev libsimdjson-dev rapidjson-dev libgumbo-dev libcld2-dev libicu-dev libcli11-dev libtbb-dev libssl-dev
  libtomlplusplus-dev libsqlitecpp-dev libsqlite3-dev libpq-dev libzstd-dev libreadstat-dev
  libgtest-dev libgmock-dev libbenchmark-dev
  libgeonames0 libgeonames-common
)
if [ "${1:-}" = --checks ]; then
  packages+=(clang-14 libclang-rt-14-dev clang-format-14 clang-tidy-14 ccache git python3-yaml
    postgresql-15 python3-jsonschema python3-pandas python3-matplotlib r-base-core
    zsh fish man-db groff-base)
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing+=("$package")
done
make_gazetteer() {
  "$(dirname "$0")/make_gazetteer.py"
}
if [ "${#missing[@]}" -eq 0 ]; then
  make_gazetteer
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: these packages are missing, and only root or sudo can install them: ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
run_apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 "$@"
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { run_apt update && run_apt install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  cat "$log" >&2
  echo "setup: apt-get failed; its output stands above" >&2
  exit 1
fi
make_gazetteer
