"""Pictures as phones, scanners and programs write them, made for tests."""

import struct
from io import BytesIO

from PIL import Image

PLACE, PERSON = b"GPSLatitudeRef", b"Anna Example"
"""What no published file may hold."""


def gradient(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return a picture that is dark on the left and bright on the right."""
    return Image.linear_gradient("L").rotate(90).resize((width, height)).convert(mode)


def exif(orientation: int = 1) -> Image.Exif:
    """Return what a phone says of a photo: how it was held, by whom, and where."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x013B] = PERSON.decode()
    data.get_ifd(0x8825)[1] = "N"
    data.get_ifd(0x8825)[29] = PLACE.decode()
    return data


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """Return the file of a picture."""
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def photo(width: int = 4032, height: int = 3024, orientation: int = 1, form: str = "JPEG") -> bytes:
    """Return a photo with all that a phone writes into it."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + PERSON + b"</x:xmpmeta>"
    return saved(gradient(width, height), form, exif=exif(orientation), xmp=xmp, comment=PERSON)


def opened(content: bytes) -> Image.Image:
    """Return the picture of a file, with all its pixels read."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def wide_profile() -> bytes:
    """Return an ICC profile of Display P3's primaries, relative to D50, with a gamma of 2.2 (ICC.1:2001-04)."""
    primaries = {
        b"wtpt": (0.9642, 1.0, 0.8249),
        b"rXYZ": (0.5151, 0.2412, -0.0011),
        b"gXYZ": (0.2920, 0.6922, 0.0419),
        b"bXYZ": (0.1571, 0.0666, 0.7841),
    }
    fixed = {name: [round(it * 65536) for it in xyz] for name, xyz in primaries.items()}
    tags = {name: struct.pack(">4s4x3i", b"XYZ ", *xyz) for name, xyz in fixed.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), struct.pack(">4s4xIH2x", b"curv", 1, round(2.2 * 256)))
    tags[b"desc"] = struct.pack(">4s4xI5s79x", b"desc", 5, b"Wide")
    table, data = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        table += struct.pack(">4sII", name, 132 + 12 * len(tags) + len(data), len(content))
        data += content
    head = struct.pack(">I4xI4s4s4s12x4s", 128 + len(table + data), 0x02100000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    return head.ljust(68, b"\0") + struct.pack(">3i", 63190, 65536, 54061).ljust(60, b"\0") + table + data
