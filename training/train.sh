#!/bin/sh
# The whole training, repeatable from its seeds: environment, two runs, export.
#   training/train.sh DATA OUT      DATA holds treebanks/, names/, attribution/ (training/README.md)
set -eu
data=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
[ -x "$out/venv/bin/python" ] || python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet -r "$here/requirements.txt"
run() { "$out/venv/bin/python" "$here/$@"; }
run train.py "$data" "$out/first" --epochs 9
run name_ewt.py "$data" "$out/first" "$out/ewt_names.json"
run train.py "$data" "$out/second" --epochs 6 --start "$out/first/weights.pt" --pseudo "$out/ewt_names.json" \
  --rate 1.3e-4 --head-rate 6e-4 --polnear 14000 --seed 8
run export.py "$out/second" "$out/entente-syntax.safetensors"
