#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own, on loopback, in a folder that goes with it:
#   tools/with_postgres.sh COMMAND...
# ENTENTE_TEST_POSTGRES names the database. The server does not run as root: there it runs as the package's user.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
if [ -z "$bin" ]; then
  echo "with_postgres: no PostgreSQL server is installed (tools/setup.sh --checks installs one)" >&2
  exit 1
fi
as_owner=()
[ "$(id -u)" -ne 0 ] || as_owner=(runuser -u postgres --)

folder=$(mktemp -d /tmp/entente-postgres.XXXXXX)
chmod 755 "$folder"
if [ "$(id -u)" -eq 0 ]; then chown postgres "$folder"; fi
stop() {
  (cd "$folder" && "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$folder"
}
trap stop EXIT

# A free port: the kernel gives one that nobody has.
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
start() {
  cd "$folder"
  # Sorted as a dictionary is: what depends on a server's language shows.
  "${as_owner[@]}" "$bin/initdb" -D "$folder/data" -U entente -A trust -E UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=en-US -N
  "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
    -o "-h 127.0.0.1 -p $port -k $folder -c fsync=off -c full_page_writes=off" start
  "${as_owner[@]}" "$bin/createdb" -h 127.0.0.1 -p "$port" -U entente entente
}
if ! (start) >"$folder/start" 2>&1; then
  cat "$folder/start" "$folder/log" >&2 2>/dev/null || true
  exit 1
fi
export ENTENTE_TEST_POSTGRES="postgresql://entente@127.0.0.1:$port/entente"
export ENTENTE_TEST_POSTGRES_DATA="$folder/data"
"$@"
