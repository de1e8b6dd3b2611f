#!/bin/sh
# Makes icons/png, app.ico, app.icns and the window's icons from the drawings. Needs rsvg-convert, ImageMagick, python3.
set -eu
cd "$(dirname "$0")"
window=../src/main/resources/cotejo/icons
mkdir -p png "$window"
for size in 16 24 32 48 64 128 256 512; do
  drawing=app.svg
  [ "$size" -gt 32 ] || drawing=app-small.svg
  rsvg-convert -w "$size" -h "$size" "$drawing" -o "png/$size.png"
  [ "$size" -gt 256 ] || cp "png/$size.png" "$window/$size.png"
done
convert png/16.png png/24.png png/32.png png/48.png png/64.png png/128.png png/256.png app.ico
# An icns file is a row of PNGs, each behind its type and its length.
python3 - <<'PY'
import struct
from pathlib import Path
kinds = [(b"icp4", 16), (b"icp5", 32), (b"icp6", 64), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512),
         (b"ic11", 32), (b"ic12", 64), (b"ic13", 256), (b"ic14", 512)]
body = b"".join(kind + struct.pack(">I", 8 + len(png)) + png
                for kind, png in ((kind, Path(f"png/{size}.png").read_bytes()) for kind, size in kinds))
Path("app.icns").write_bytes(b"icns" + struct.pack(">I", 8 + len(body)) + body)
PY
