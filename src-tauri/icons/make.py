#!/usr/bin/env python3
"""Draws the program's icon, three stacked bars of moss on paper, in every size and container.

Run it after a change of the drawing: `python3 src-tauri/icons/make.py`. It needs nothing but Python.
"""
import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent
PAPER, LINE, MOSS = (252, 251, 246), (220, 217, 207), (42, 100, 62)
# On a field of 32: the sheet, its edge, and the three bars, as (left, top, right, bottom, radius, colour).
SHAPES = [
    (1.0, 1.0, 31.0, 31.0, 7.0, LINE),
    (1.5, 1.5, 30.5, 30.5, 6.5, PAPER),
    (7.0, 8.0, 14.0, 12.0, 1.2, MOSS),
    (7.0, 14.0, 20.0, 18.0, 1.2, MOSS),
    (7.0, 20.0, 25.0, 24.0, 1.2, MOSS),
]
FINE = 4  # samples per pixel and direction


def inside(x, y, left, top, right, bottom, radius):
    dx = max(left + radius - x, 0, x - (right - radius))
    dy = max(top + radius - y, 0, y - (bottom - radius))
    return left <= x <= right and top <= y <= bottom and dx * dx + dy * dy <= radius * radius


def draw(size):
    """RGBA rows of the icon at `size` pixels."""
    rows, scale = [], 32 / size
    for y in range(size):
        row = bytearray()
        for x in range(size):
            pixel = [0.0, 0.0, 0.0, 0.0]
            for left, top, right, bottom, radius, colour in SHAPES:
                # Far from an edge one sample is enough.
                cx, cy, far = (x + 0.5) * scale, (y + 0.5) * scale, scale
                outer = inside(cx, cy, left - far, top - far, right + far, bottom + far, radius)
                if not outer:
                    continue
                deep = left + far < cx < right - far and top + radius + far < cy < bottom - radius - far
                cover = 1.0 if deep else sum(
                    inside((x + (i + 0.5) / FINE) * scale, (y + (j + 0.5) / FINE) * scale, left, top, right, bottom, radius)
                    for i in range(FINE) for j in range(FINE)) / FINE**2
                rest = pixel[3] * (1 - cover)
                alpha = cover + rest
                if alpha:
                    for c in range(3):
                        pixel[c] = (colour[c] * cover + pixel[c] * rest) / alpha
                pixel[3] = alpha
            row += bytes((round(pixel[0]), round(pixel[1]), round(pixel[2]), round(pixel[3] * 255)))
        rows.append(bytes(row))
    return rows


def png(rows):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    size = len(rows)
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def bmp(rows):
    """The headerless picture of an .ico: BGRA from the bottom up, then an empty mask."""
    size = len(rows)
    head = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    body = b"".join(bytes(v for i in range(0, len(r), 4) for v in (r[i + 2], r[i + 1], r[i], r[i + 3])) for r in rows[::-1])
    return head + body + b"\0" * (size * ((size + 31) // 32 * 4))


def ico(pictures):
    offset, head, body = 6 + 16 * len(pictures), struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, data in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset + len(body))
        body += data
    return head + body


def icns(pictures):
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in pictures)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main():
    at = {size: draw(size) for size in (16, 24, 32, 48, 64, 128, 256, 512)}
    for name, size in {"32x32.png": 32, "128x128.png": 128, "128x128@2x.png": 256, "icon.png": 512}.items():
        (HERE / name).write_bytes(png(at[size]))
    small = [(size, bmp(at[size])) for size in (16, 24, 32, 48, 64)]
    (HERE / "icon.ico").write_bytes(ico([*small, (256, png(at[256]))]))
    kinds = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}
    (HERE / "icon.icns").write_bytes(icns([(kind, png(at[size])) for kind, size in kinds.items()]))


if __name__ == "__main__":
    main()
