"""Print a text with WeasyPrint: `print_weasyprint.py FOLDER NAME` makes `NAME.pdf` of `NAME.html`."""

import sys
from pathlib import Path

from weasyprint import HTML

folder, name = Path(sys.argv[1]), sys.argv[2]
HTML(folder / f"{name}.html").write_pdf(folder / f"{name}.pdf", pdf_variant="pdf/ua-1")
