"""Run a module or a script, and write how much memory it took: `measured.py REPORT (-m MODULE | SCRIPT) ARGUMENT ...`.

The report is JSON: the peak of this process and that of the largest of its children, in bytes. A child's peak is never
below what this process had when it was started: that is how Unix counts.
"""

import json
import platform
import resource
import runpy
import sys
from pathlib import Path

report, *sys.argv = sys.argv[1:]
try:
    if sys.argv[0] == "-m":
        module, *arguments = sys.argv[1:]
        sys.argv = [module, *arguments]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    else:
        sys.path[0] = str(Path(sys.argv[0]).parent)
        runpy.run_path(sys.argv[0], run_name="__main__")
finally:
    unit = 1 if platform.system() == "Darwin" else 1024
    peaks = (resource.getrusage(whose).ru_maxrss * unit for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    Path(report).write_text(json.dumps(dict(zip(("own", "children"), peaks, strict=True))), encoding="utf-8")
