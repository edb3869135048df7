# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sets a prepared folder as PDF/UA-1. Runs as a program of its own, so that its time and memory have an end:

    python -m friedensplatz.core.papers.typesetting FOLDER

The folder holds `paper.typ`, `data.json` and pictures; `paper.pdf` is written into it. It knows nothing of the house.
"""

import json
import re
import resource
import sys
from pathlib import Path

import typst

FONTS = Path(__file__).parent / "fonts"
SECONDS = 20
MEMORY = 1024 * 2**20
TRIES = 4
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def set_folder(folder: Path) -> None:
    """Write the PDF; a letter that no font here has is replaced by a mark, as PDF/UA allows none that cannot be shown."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
    compiler = typst.Compiler(str(folder / "paper.typ"), root=str(folder), font_paths=fonts)
    for left in reversed(range(TRIES)):
        try:
            compiler.compile(output=str(folder / "paper.pdf"), pdf_standards="ua-1")
        except typst.TypstError as error:
            letters = missing_letters(error.diagnostic)
            if not letters or not left:
                raise
            _replace(folder / "data.json", letters)
        else:
            return


def missing_letters(diagnostic: str) -> set[str]:
    """The letters typst says it cannot show."""
    words = (ESCAPED.sub(lambda code: chr(int(code[1], 16)), word) for word in MISSING.findall(diagnostic))
    return {letter for word in words for letter in word if not letter.isascii() or not letter.isprintable()}


def _replace(file: Path, letters: set[str]) -> None:
    table = {ord(letter): UNKNOWN for letter in letters}
    text = json.dumps(json.loads(file.read_text(encoding="utf-8")), ensure_ascii=False)
    file.write_text(text.translate(table), encoding="utf-8")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    set_folder(Path(sys.argv[1]))
