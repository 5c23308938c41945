"""Make a guide of a document without the check that ends `make import`: `import_document.py DOCUMENT FOLDER ANSWERS`.

The answers are JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from studyguide.authoring.documents.import_document import import_document
from studyguide.mkdocs import gc_tuning

_ENGINE = Path(__file__).parents[2]

if __name__ == "__main__":
    gc_tuning.raise_threshold()
    import_document(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]), _ENGINE)
