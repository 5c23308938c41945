"""Alternative texts as they come through pandoc, which has the titles of an .odt's pictures in lower case."""

_SIGN = "alternative-text-"


def written_picture_text(text: str) -> str:
    """Return a text in digits, as the title of a picture."""
    return _SIGN + text.encode().hex()


def picture_text(title: str) -> str:
    """Return the text that a title stands for, or the title itself."""
    return bytes.fromhex(title.removeprefix(_SIGN)).decode() if title.startswith(_SIGN) else title
