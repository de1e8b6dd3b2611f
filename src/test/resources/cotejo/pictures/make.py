"""Makes the pictures of this folder and expected.txt with Pillow, whose pixels are what the tests expect."""
import struct
from pathlib import Path

import numpy as np
from PIL import Image

here = Path(__file__).parent
w, h = 40, 24
y, x = np.mgrid[0:h, 0:w]
rgb = np.stack([x * 255 // (w - 1), y * 255 // (h - 1), (x + y) * 255 // (w + h - 2)], -1).astype(np.uint8)
im = Image.fromarray(rgb)
rgba = Image.fromarray(np.dstack([rgb, (x * 255 // (w - 1)).astype(np.uint8)]))
gray = Image.fromarray((x * 255 // (w - 1)).astype(np.uint8))
g16 = Image.fromarray((x.astype(np.uint32) * 65535 // (w - 1)).astype(np.uint16))
rolled = [Image.fromarray(np.roll(rgb, k * 5, 1)) for k in range(3)]
lines = []


def save(name, image, tolerance=0, pages=None, **how):
    image.save(here / name, **how)
    expect(name, tolerance, pages)


def expect(name, tolerance, pages=None):
    made = Image.open(here / name)
    for page in range(getattr(made, "n_frames", 1) if pages is None else len(pages)):
        if pages is None:
            made.seek(page)
        shown = (made if pages is None else pages[page]).convert("RGBA")
        points = [(0, 0), (7, 3), (12, 11), (17, 12), (shown.width - 1, 5), (shown.width - 3, shown.height - 1)]
        lines.append(f"{name} {page} {shown.width}x{shown.height} {tolerance} " + " ".join(
            f"{a},{b}=%02x%02x%02x%02x" % shown.getpixel((a, b)) for a, b in points))


save("lossless.webp", im, lossless=True, exact=True)
save("lossless-alpha.webp", rgba, lossless=True, exact=True)
# The library takes the nearest colour where Pillow's takes one between: edges of colours differ.
save("lossy.webp", im, 8, quality=90)
save("lossy-alpha.webp", rgba, 8, quality=90)
# Sixteen blocks and a filter over their edges: what one block is taken from must not be filtered yet.
smooth = np.stack([128 + 100 * np.sin(np.mgrid[0:96, 0:128][1] / 23 + k) * np.cos(np.mgrid[0:96, 0:128][0] / 17)
                   for k in range(3)], -1)
save("blocks.webp", Image.fromarray(np.clip(smooth, 0, 255).astype(np.uint8)), 8, quality=30, method=6)
save("gray.webp", gray, lossless=True)
# A million pixels in few bytes, as masks are.
plain = Image.new("RGB", (1500, 1000), (7, 8, 9))
save("plain.webp", plain, lossless=True)
save("plain-lossy.webp", plain, 4, quality=10)
save("plain.tif", Image.new("1", (1500, 1000), 1), compression="group4")
rolled[0].save(here / "animated.webp", save_all=True, append_images=rolled[1:], duration=100, lossless=True)
expect("animated.webp", 0)
moving = []
for k in range(4):
    frame = Image.new("RGBA", (w, h), (255, 255, 255, 255))
    frame.paste((200, 30, 30, 255), (4 + 8 * k, 8, 12 + 8 * k, 16))
    moving.append(frame)
moving[0].save(here / "moving.webp", save_all=True, append_images=moving[1:], duration=100, lossless=True)
expect("moving.webp", 0)
clear = []
for k in range(3):
    frame = Image.new("RGBA", (w, h), (0, 0, 0, 0))
    frame.paste((30, 30, 200, 255), (4 + 10 * k, 8, 12 + 10 * k, 16))
    clear.append(frame)
clear[0].save(here / "cleared.webp", save_all=True, append_images=clear[1:], duration=100, lossless=True)
expect("cleared.webp", 0, clear)

for packing in "tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg":
    save(f"rgb-{packing}.tif", im, 3 if packing == "jpeg" else 0, compression=packing)
save("gray.tif", gray)
save("rgba.tif", rgba, compression="tiff_lzw")
save("big.tif", im, big_tiff=True)
save("cmyk.tif", im.convert("CMYK"), 1)
save("palette.tif", im.quantize(16))
save("bilevel.tif", gray.convert("1"), compression="group4")
save("lab.tif", im.convert("LAB"), 8)
im.save(here / "pages.tif", save_all=True, append_images=[gray, rolled[1].resize((30, 20))], compression="tiff_lzw")
expect("pages.tif", 0)
save("gray16.tif", g16, pages=[Image.fromarray((np.asarray(g16) >> 8).astype(np.uint8))], compression="tiff_lzw")
numbers = (x * 0.5 - 3).astype(np.float32)
stretched = Image.fromarray(np.round((numbers - numbers.min()) / np.ptp(numbers) * 255).astype(np.uint8))
save("float.tif", Image.fromarray(numbers), 1, pages=[stretched], compression="tiff_deflate")
save("int32.tif", Image.fromarray(x.astype(np.int32) * 1000), 1, pages=[stretched])

save("gray16.png", g16, pages=[Image.fromarray((np.asarray(g16) >> 8).astype(np.uint8))])
save("gray.png", gray)
save("rgba.png", rgba)
save("palette.png", im.quantize(16))


def interlaced(name, data):
    """Adam7 (PNG, section 8.2), which Pillow reads and does not write."""
    import zlib
    raw = b""
    for x0, y0, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
                           (0, 1, 1, 2)):
        for line in data[y0::dy, x0::dx]:
            raw += b"\0" + line.tobytes()
    out = b"\x89PNG\r\n\x1a\n"
    for kind, body in ((b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 1)), (b"IDAT", zlib.compress(raw)),
                       (b"IEND", b"")):
        out += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    (here / name).write_bytes(out)
    expect(name, 0)


interlaced("interlaced.png", rgb)
save("gray.jpg", gray, 1, quality=95)
save("progressive.jpg", im, 3, quality=95, progressive=True)
save("cmyk.jpg", im.convert("CMYK"), 3, quality=95)
save("palette.gif", im.quantize(64))
save("gray.bmp", gray)
save("rgb.bmp", im)
save("one.bmp", gray.convert("1"))
save("rgb.ico", im.convert("RGBA"), pages=[im.convert("RGBA").resize((24, 14), Image.LANCZOS)], sizes=[(24, 24)])
save("bmp.ico", im.convert("RGBA"), pages=[im.convert("RGBA").resize((24, 14), Image.LANCZOS)], sizes=[(24, 24)],
     bitmap_format="bmp")
(here / "expected.txt").write_text("\n".join(lines) + "\n")
