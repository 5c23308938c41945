"""Make a raster picture fit for screen and print: its size, rotation and colours, and nothing of who took it and where.

The same file gives the same bytes.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image, ImageCms, JpegImagePlugin, __version__

from studyguide.images.formats import Measures, PictureError, is_raster
from studyguide.images.metadata import stripped_gif, stripped_png, stripped_webp

BOX = (1600, 2000)
"""The largest width and height in pixels: twice a page's text on a screen, and 240 to the inch in print."""
_LEAST_WIDTH = 800
"""The width that a high strip keeps, such as an infographic or a screenshot of a whole page."""
_MOST_PIXELS = 250_000_000
_JPEG_QUALITY, _WEBP_QUALITY = 82, 80
_HEAVY_PNG, _HEAVY_IN_PRINT = 1_000_000, 100_000
"""The length in bytes from which a PNG without transparency may be a photo, and JPEG the format for it."""
_OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": _JPEG_QUALITY, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": _WEBP_QUALITY, "method": 6},
}
_DAMAGED = (OSError, SyntaxError, ValueError, IndexError, EOFError)  # Pillow raises SyntaxError for a broken PNG
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings a picture upright, by the value of EXIF's `Orientation`."""
FITTING = f"{BOX} {_LEAST_WIDTH} {_JPEG_QUALITY} {_WEBP_QUALITY} {_HEAVY_PNG} {__version__}"
"""All that the result depends on besides the file, for caches."""

Image.MAX_IMAGE_PIXELS = None  # the warning of Pillow would be for its programmer: `_MOST_PIXELS` is told to the chair


def measure(path: Path) -> Measures:
    """Return the measures of the picture at `path`, of which this reads the header alone. Raises PictureError."""
    with _opened(path) as image:
        width, height = image.size[:: -1 if _orientation(image) > 4 else 1]
        is_icon = _is_transparent(image) or _is_animated(image) or image.format in ("GIF", "ICO")
    return Measures(width, height, is_icon)


def fit_picture(content: bytes) -> bytes:
    """Return a picture within `BOX`, upright, in sRGB and without metadata. Raises PictureError.

    A picture that needs none of it keeps its pixels; so does an animation. An AVIF, a BMP and an ICO become a JPEG or a
    PNG, which print needs.
    """
    image = _opened(BytesIO(content))
    try:
        if image.format == "GIF":
            return stripped_gif(content)
        image.draft(None, (max(BOX), max(BOX)))
        image.load()
        if image.format == "PNG" and (_is_animated(image) or _is_fit(image)):
            return _lighter(stripped_png(content), image)
        if image.format == "WEBP" and (_is_animated(image) or _is_fit(image)):
            return stripped_webp(content)
        return _encoded(image)
    except _DAMAGED as error:
        raise PictureError("damaged") from error


@lru_cache(maxsize=64)
def printable(content: bytes) -> bytes:
    """Return a fitted picture as it goes into a PDF: a photo as a JPEG, a drawing and what cannot be read as they are.

    Typst puts a JPEG into a PDF as it is, and the pixels of all other formats without loss, ten times as long for a
    photo. Where a photo is transparent it shows the white of the paper. The cache serves `mkdocs serve`.
    """
    try:
        image = _opened(BytesIO(content))
        if not is_raster(content) or image.format in ("JPEG", "MPO"):
            return content
        opaque = _on_white(image)
        png = content if image.format == "PNG" else _saved(opaque, "PNG", optimize=False, compress_level=1)
    except (PictureError, *_DAMAGED):
        return content
    return (len(png) > _HEAVY_IN_PRINT and _as_photo(opaque, len(png))) or content


def is_moving(content: bytes) -> bool:
    """Return whether a fitted picture is an animation."""
    if not is_raster(content):
        return False
    image = _opened(BytesIO(content))
    return _is_animated(image) or (image.format == "GIF" and getattr(image, "n_frames", 1) > 1)


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture, of an animation the first one, without transparency."""
    if not _is_transparent(image):
        return image.convert("L" if image.mode == "L" else "RGB")
    over = image.convert("RGBA")
    white = Image.new("RGBA", over.size, "white")
    return Image.alpha_composite(white, over).convert("RGB")


def _opened(file: Path | BytesIO) -> Image.Image:
    try:
        image = Image.open(file)
    except _DAMAGED as error:
        raise PictureError("damaged") from error
    if image.mode == "CMYK":
        raise PictureError("cmyk")
    if image.width * image.height > _MOST_PIXELS:
        raise PictureError("huge")
    return image


def _is_animated(image: Image.Image) -> bool:
    """Return whether a picture moves; the further pictures of a phone's JPEG are none of its frames."""
    return image.format in ("PNG", "WEBP") and getattr(image, "n_frames", 1) > 1


def _is_transparent(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info


def _orientation(image: Image.Image) -> int:
    """Return EXIF's `Orientation`. Not by `getexif`, which also takes that of XMP, by which no browser turns."""
    exif = Image.Exif()
    with suppress(*_DAMAGED):  # what cannot be read turns nothing
        exif.load(image.info.get("exif", b""))
    value = exif.get(ExifTags.Base.Orientation, 1)
    return value if value in _TURNS else 1


def _is_fit(image: Image.Image) -> bool:
    """Return whether a picture is upright, in sRGB, of 8 bits a channel and within the box."""
    return _scale(image) == 1 and _orientation(image) == 1 and not image.mode.startswith("I") and _is_srgb(image)


def _is_srgb(image: Image.Image) -> bool:
    profile = image.info.get("icc_profile")
    if not profile:
        return True
    try:
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile))).startswith("sRGB")
    except (ImageCms.PyCMSError, OSError):  # browsers, too, pass over a profile that nobody can read
        return True


def _lighter(png: bytes, image: Image.Image) -> bytes:
    """Return a PNG, or for a photo its JPEG, which browsers and Typst recognise by content."""
    if len(png) < _HEAVY_PNG or _is_transparent(image) or _is_animated(image):
        return png
    return _as_photo(image.convert("RGB"), len(png)) or png


def _as_photo(image: Image.Image, lossless: int) -> bytes | None:
    """Return a JPEG of less than a quarter of the length without loss, as only a photo gives; None for a drawing."""
    jpeg = _saved(image, "JPEG")
    return jpeg if 4 * len(jpeg) < lossless else None


def _encoded(image: Image.Image) -> bytes:
    """Return a still picture, whose pixels change, in its format or in one that every program reads."""
    if isinstance(image, JpegImagePlugin.JpegImageFile) and image.format == "JPEG" and _is_fit(image):
        return _saved(image, "JPEG", quality="keep")
    changed = _resized(_upright(_in_srgb(_plain(image)), _orientation(image)))
    if image.format in ("JPEG", "MPO"):
        return _saved(changed, "JPEG")
    if image.format == "WEBP":
        return _saved(changed, "WEBP")
    return _lighter(_saved(changed, "PNG"), changed)


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture of 8 bits a channel without a palette."""
    if image.mode.startswith("I"):  # Pillow would cut 16 bits off at 255, not scale them
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode in ("L", "LA", "RGB", "RGBA") and "transparency" not in image.info:
        return image
    return image.convert("RGBA" if _is_transparent(image) else "L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    """Convert the colours to sRGB, which a picture without a profile has."""
    if _is_srgb(image):
        return image
    profile = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        converted = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode=mode)
    except ImageCms.PyCMSError:  # the profile is for other channels
        return image
    assert converted is not None  # only if it were changed in place
    return converted


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def _resized(image: Image.Image) -> Image.Image:
    scale = _scale(image)
    if scale == 1:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _scale(image: Image.Image) -> float:
    """Return by how much a picture is made smaller to be within `BOX`, or if it is a strip, of `_LEAST_WIDTH`."""
    fit = min(BOX[0] / image.width, BOX[1] / image.height)
    return min(1, max(fit, _LEAST_WIDTH / image.width))


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    """Return the file of a picture, into which Pillow may put nothing that came with the old one."""
    image.info = {}
    file = BytesIO()
    image.save(file, form, **(_OPTIONS[form] | options))
    return file.getvalue()
