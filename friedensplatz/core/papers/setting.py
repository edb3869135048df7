# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from friedensplatz.core.papers.typesetting import SECONDS

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{d}"/></svg>'


def set_paper(template: Path, data_for: Callable[[Path], dict[str, Any]]) -> bytes:
    """The document a template makes of data, as PDF/UA-1, in a process of its own that ends for sure.

    `data_for` gets the folder in which the template will look for pictures.
    """
    with TemporaryDirectory(prefix="friedensplatz-paper-") as name:
        folder = Path(name)
        (folder / "paper.typ").write_bytes(template.read_bytes())
        (folder / "data.json").write_text(json.dumps(data_for(folder)), encoding="utf-8")
        program = [sys.executable, "-m", "friedensplatz.core.papers.typesetting", name]
        subprocess.run(program, check=True, timeout=2 * SECONDS, cwd=settings.ROOT)  # noqa: S603 (no shell, own words)
        return (folder / "paper.pdf").read_bytes()
