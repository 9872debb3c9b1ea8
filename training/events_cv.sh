#!/bin/sh
# Five-fold cross-validation of the branch that reads events: PLV's sentences and the corpus's development articles, each measured by a
# model that has not seen them. Leaves OUT/plv.jsonl and OUT/gold-K.json, for accuracy.py and calibrate.py.
#   training/events_cv.sh DATA ENTENTE MODEL OUT [EPOCHS [SHARE]]      PYTHON names the interpreter of the environment (training/requirements.txt)
set -eu
data=$1
entente=$2
model=$3
out=$4
epochs=${5:-5}
share=${6:-1}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
: > "$out/plv.jsonl"
for fold in 0 1 2 3 4; do
  file="$out/fold$fold.safetensors"
  [ -s "$file" ] || "${PYTHON:-python3}" "$here/events.py" "$data" "$entente" "$model" "$file" --fold "$fold" --epochs "$epochs" --share "$share"
  "$entente" eval plv --model "$file" --format jsonl "$file.left-out.tsv" >> "$out/plv.jsonl"
  "$entente" eval gold --model "$file" --format json "$file.left-out" > "$out/gold-$fold.json"
done
