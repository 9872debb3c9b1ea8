#!/bin/sh
# Five-fold cross-validation of the branch: PLV's sentences and the development articles of the corpus and of other writers, each measured by a
# model that has not seen them. Leaves OUT/plv.jsonl, OUT/gold-K.json and OUT/others-K.json, for accuracy.py and calibrate.py.
#   training/events_cv.sh DATA ENTENTE MODEL OUT [OPTIONS OF events.py]   PYTHON names the interpreter of the environment (training/requirements.txt)
set -eu
data=$1
entente=$2
model=$3
out=$4
shift 4
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
: > "$out/plv.jsonl"
learn() { "${PYTHON:-python3}" "$here/events.py" "$data" "$entente" "$model" "$@"; }
[ -s "$out/data.xz" ] || learn "$out/data" --prepare "$out/data.xz"
for fold in 0 1 2 3 4; do
  file="$out/fold$fold.safetensors"
  [ -s "$file" ] || learn "$file" --prepared "$out/data.xz" --fold "$fold" "$@"
  "$entente" eval plv --model "$file" --format jsonl "$file.left-out.tsv" >> "$out/plv.jsonl"
  "$entente" eval gold --model "$file" --format json "$file.left-out" > "$out/gold-$fold.json"
  "$entente" eval gold --model "$file" --format json "$file.left-out-others" > "$out/others-$fold.json"
done
