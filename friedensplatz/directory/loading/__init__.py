# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A city from a folder of YAML files: read everything, report every problem with file and place, then write all or none.

`directory.shapes` says what a file may hold, `reading` reads a folder, `writing` turns it into rows.
"""

from collections.abc import Mapping

from friedensplatz.core.loading import Folder, Progress, Writer, loads_city
from friedensplatz.directory.loading.checking import check_city, slugs_in
from friedensplatz.directory.loading.reading import read_city
from friedensplatz.directory.loading.writing import write_city
from friedensplatz.search.actions import load_words


@loads_city
def directory(folder: Folder) -> Writer:
    """Offices, organisations, subjects and places, the words of people and those of the search."""
    files = read_city(folder)
    folder.problems += check_city(files)
    folder.known |= slugs_in(files)

    def write(progress: Progress) -> Mapping[str, int]:
        counts = write_city(files, progress=progress)
        load_words(files.words.parts, files.words.fillers, files.words.synonyms)
        return counts

    return write
