"""The e-book: the whole guide as an EPUB 3.3 publication (https://www.w3.org/TR/epub-33/)."""
