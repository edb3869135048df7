# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages from a folder of YAML files: `shapes` says what a file may hold, `checking` whether what it names exists,
`turning` makes a document of it, `writing` turns all of them into live pages, all or none.
"""

from collections import Counter

from friedensplatz.core.loading import Folder, Progress, Writer, loads_city
from friedensplatz.pages.loading.checking import check_pages
from friedensplatz.pages.loading.shapes import PageShape
from friedensplatz.pages.loading.writing import write_pages


@loads_city
def pages(folder: Folder) -> Writer:
    """Editorial pages with all their translations."""
    shapes = folder.read_all("pages", PageShape)
    folder.problems += check_pages(shapes, folder.known)

    def write(progress: Progress) -> Counter[str]:
        progress("pages")
        return write_pages(shapes, anew=folder.anew)

    return write
