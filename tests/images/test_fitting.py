"""Tests of images.fitting: what a picture's file becomes."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from studyguide.images.fitting import fit_picture, measure, printable
from studyguide.images.formats import PictureError
from tests.images.photos import PERSON, PLACE, exif, gradient, opened, photo, saved, wide_profile


def is_clean(content: bytes) -> bool:
    """Whether a file says nothing of who took it and where."""
    image = opened(content)
    told = {"exif", "xmp", "icc_profile", "comment", "photoshop", "XML:com.adobe.xmp"} & image.info.keys()
    return not told and not image.getexif() and PERSON not in content and PLACE not in content


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "MPO"])
@pytest.mark.parametrize("size", [(4032, 3024), (800, 600)])
def test_a_picture_says_nothing_of_who_took_it_and_where(form: str, size: tuple[int, int]) -> None:
    before = photo(*size, form=form)
    assert not is_clean(before)
    assert is_clean(fit_picture(before))


def test_a_photo_fits_a_screen_and_a_page() -> None:
    image = opened(fit_picture(photo()))
    assert (image.format, image.size) == ("JPEG", (1600, 1200))


def test_a_tall_picture_fits_in_height() -> None:
    assert opened(fit_picture(photo(3000, 4500))).size == (1333, 2000)


@pytest.mark.parametrize(("size", "fitted"), [((1000, 6000), (800, 4800)), ((400, 5000), (400, 5000))])
def test_a_high_strip_stays_wide_enough_to_be_read(size: tuple[int, int], fitted: tuple[int, int]) -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        assert opened(fit_picture(saved(gradient(*size), form))).size == fitted


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_photo_stands_as_it_was_held(orientation: int) -> None:
    """As browsers turn it, by EXIF: https://exif.org/Exif2-2.PDF, 4.6.4 A."""
    stored = Image.new("RGB", (400, 200), "white")
    stored.paste("red", (0, 0, 100, 50))  # the corner at the 0th row and the 0th column
    fitted = opened(fit_picture(saved(stored, "JPEG", exif=exif(orientation), quality=95, subsampling=0)))
    corners = {2: "right top", 3: "right bottom", 4: "left bottom", 5: "left top"}
    corners |= {6: "right top", 7: "right bottom", 8: "left bottom"}
    side, end = corners[orientation].split()
    assert fitted.size == ((200, 400) if orientation > 4 else (400, 200))
    red = fitted.getpixel((3 if side == "left" else fitted.width - 4, 3 if end == "top" else fitted.height - 4))
    assert isinstance(red, tuple)
    assert red[0] > 200
    assert red[1] < 60


def test_a_picture_that_browsers_do_not_turn_is_not_turned() -> None:
    """XMP has a field of the same name, which Pillow's own `exif_transpose` heeds."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", '<x:xmpmeta><rdf:Description tiff:Orientation="6"/></x:xmpmeta>')
    assert opened(fit_picture(saved(gradient(300, 200), "PNG", pnginfo=info))).size == (300, 200)


def test_colours_of_a_wide_space_become_those_of_srgb() -> None:
    """What Display P3 calls (234, 51, 35), sRGB calls (255, 0, 0): https://www.w3.org/TR/css-color-4/#predefined-display-p3"""
    fitted = opened(fit_picture(saved(Image.new("RGB", (300, 300), (234, 51, 35)), "PNG", icc_profile=wide_profile())))
    red, green, blue = fitted.getpixel((0, 0))  # type: ignore[misc]
    assert red >= 253
    assert green <= 12
    assert blue <= 12
    assert "icc_profile" not in fitted.info


def test_transparency_stays() -> None:
    clear = Image.new("RGBA", (3200, 100), (10, 200, 30, 0))
    clear.paste((200, 10, 30, 255), (0, 0, 1600, 100))
    fitted = opened(fit_picture(saved(clear, "PNG")))
    assert (fitted.format, fitted.mode, fitted.size) == ("PNG", "RGBA", (1600, 50))
    assert fitted.getpixel((10, 10)) == (200, 10, 30, 255)
    assert fitted.getpixel((1590, 10))[3] == 0  # type: ignore[index]


def test_one_transparent_colour_of_a_palette_stays() -> None:
    drawn = Image.new("P", (3200, 100), 1)
    drawn.putpalette([255, 255, 255, 20, 40, 60])
    drawn.paste(0, (0, 0, 1600, 100))
    fitted = opened(fit_picture(saved(drawn, "PNG", transparency=0))).convert("RGBA")
    assert fitted.getpixel((10, 10))[3] == 0  # type: ignore[index]
    assert fitted.getpixel((1590, 10)) == (20, 40, 60, 255)


def test_a_picture_that_is_fit_keeps_its_pixels() -> None:
    before = gradient(640, 480)
    png = saved(before, "PNG")
    assert opened(fit_picture(png)).tobytes() == before.tobytes()
    jpeg = saved(before, "JPEG", quality=70)
    assert opened(fit_picture(jpeg)).quantization == opened(jpeg).quantization  # type: ignore[attr-defined]


def test_sixteen_bits_of_grey_are_scaled() -> None:
    deep = Image.new("I;16", (300, 300), 0x8000)
    assert opened(fit_picture(saved(deep, "PNG"))).getpixel((0, 0)) in (127, 128)


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_an_animation_keeps_its_frames_and_their_time(form: str) -> None:
    frames = [Image.new("RGB", (300, 200), colour) for colour in ("red", "green", "blue")]
    options = {"comment": PERSON} if form == "GIF" else {"exif": exif(), "lossless": True}
    moving = saved(frames[0], form, save_all=True, append_images=frames[1:], duration=400, loop=0, **options)
    image = Image.open(BytesIO(fit_picture(moving)))
    assert PERSON not in fit_picture(moving)
    assert image.n_frames == 3  # type: ignore[attr-defined]
    assert image.info["loop"] == 0
    for number in range(3):
        image.seek(number)
        image.load()
        assert image.info["duration"] == 400
        assert image.convert("RGB").getpixel((9, 9)) == frames[number].getpixel((9, 9))


@pytest.mark.parametrize(("form", "made"), [("AVIF", "PNG"), ("BMP", "PNG"), ("ICO", "PNG")])
def test_what_cannot_be_printed_becomes_what_can(form: str, made: str) -> None:
    assert opened(fit_picture(saved(gradient(200, 200), form))).format == made


def test_a_photo_that_somebody_saved_as_png_becomes_a_jpeg() -> None:
    noise = Image.effect_noise((1600, 1200), 30).convert("RGB")
    assert opened(fit_picture(saved(noise, "PNG"))).format in ("PNG", "JPEG")
    soft = Image.merge("RGB", [Image.effect_noise((900, 900), 90).resize((1600, 1600)) for _ in range(3)])
    assert opened(fit_picture(saved(soft, "PNG"))).format == "JPEG"


def a_scene(mode: str = "RGB") -> Image.Image:
    """What no format holds without loss in few bytes."""
    return Image.merge("RGB", [Image.effect_noise((300, 200), 90).resize((900, 600)) for _ in range(3)]).convert(mode)


@pytest.mark.parametrize(("form", "options"), [("PNG", {}), ("WEBP", {"quality": 80}), ("WEBP", {"lossless": True})])
def test_a_photo_is_printed_as_jpeg(form: str, options: dict[str, object]) -> None:
    image = opened(printable(fit_picture(saved(a_scene(), form, **options))))
    assert (image.format, image.size) == ("JPEG", (900, 600))


def test_a_transparent_photo_is_printed_on_white() -> None:
    scene = a_scene("RGBA")
    scene.paste((0, 0, 0, 0), (0, 0, 100, 100))
    image = opened(printable(fit_picture(saved(scene, "WEBP", quality=80))))
    assert image.format == "JPEG"
    assert image.getpixel((40, 40)) == (255, 255, 255)


def test_a_drawing_and_a_jpeg_are_printed_as_they_are() -> None:
    drawing = Image.new("RGB", (1600, 1200), "white")
    for left in range(0, 1600, 40):
        drawing.paste("teal", (left, 600 - left // 4, left + 20, 1200))
    files = [saved(drawing, "PNG"), saved(drawing, "WEBP", lossless=True), saved(a_scene(), "JPEG"), b"<svg/>"]
    files.append(saved(a_scene(), "PNG")[:2000])  # damaged: Typst tells where it stands
    assert [printable(file) for file in files] == files


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (saved(Image.new("CMYK", (300, 300)), "JPEG"), "cmyk"),
        (saved(gradient(300, 300), "JPEG")[:900], "damaged"),
        (saved(gradient(300, 300), "PNG")[:300], "damaged"),
        (saved(gradient(300, 300), "GIF")[:-900], "damaged"),
        (b"\xff\xd8\xff\xe0nothing", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"GIF89a", "damaged"),
    ],
)
def test_what_cannot_be_made_fit(content: bytes, told: str) -> None:
    with pytest.raises(PictureError, match=f"^{told}$"):
        fit_picture(content)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_the_same_file_gives_the_same_bytes(form: str) -> None:
    content = photo(2000, 1500, 6, form)
    assert fit_picture(content) == fit_picture(content)


def test_what_is_behind_the_picture_is_gone() -> None:
    """Phones append a short film, and screenshots what was cut off."""
    for form in ("JPEG", "PNG", "GIF", "WEBP"):
        assert PERSON not in fit_picture(saved(gradient(300, 200), form) + b"\0" * 9 + PERSON)


def test_the_measures_are_those_of_the_upright_picture(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(photo(300, 200, 6))
    found = measure(tmp_path / "a.jpg")
    assert (found.width, found.height, found.is_icon) == (200, 300, False)
    (tmp_path / "b.png").write_bytes(saved(gradient(64, 64, "RGBA"), "PNG"))
    assert measure(tmp_path / "b.png").is_icon
