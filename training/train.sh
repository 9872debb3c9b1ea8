#!/bin/sh
# The whole training, repeatable from its seed: environment, training, export.
#   training/train.sh DATA OUT      DATA holds treebanks/, names/, attribution/ (training/README.md)
set -eu
data=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
[ -x "$out/venv/bin/python" ] || python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet -r "$here/requirements.txt"
"$out/venv/bin/python" "$here/train.py" "$data" "$out/run" --epochs 14
"$out/venv/bin/python" "$here/export.py" "$out/run" "$out/entente-syntax.safetensors"
