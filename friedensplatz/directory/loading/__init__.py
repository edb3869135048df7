# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A city from a folder of YAML files: read everything, report every problem with file and place, then write all or none.

`directory.shapes` says what a file may hold, `reading` reads a folder, `writing` turns it into rows.
"""

from collections.abc import Mapping

from friedensplatz.core.loaded import left_alone, note_loaded
from friedensplatz.core.loading import Folder, Progress, Writer, loads_city
from friedensplatz.directory.loading.checking import check_city, slugs_in
from friedensplatz.directory.loading.reading import read_city
from friedensplatz.directory.loading.writing import write_city
from friedensplatz.directory.shapes import WordsShape
from friedensplatz.search.actions import load_words

WORD = "word"


def _write_words(words: WordsShape, *, anew: bool) -> None:
    """The words of the search. One that was loaded before and is gone was taken away by somebody."""
    groups = {f"{one['language']} {one['words']}"[:120]: one for one in words.synonyms}
    named = {*words.parts, *words.fillers, *groups}
    alone = left_alone(WORD, {}, anew=anew)
    load_words(
        [word for word in words.parts if word not in alone],
        [word for word in words.fillers if word not in alone],
        [group for name, group in groups.items() if name not in alone],
    )
    note_loaded(WORD, {name: name for name in named}, named)


@loads_city
def directory(folder: Folder) -> Writer:
    """Offices, organisations, subjects and places, the words of people and those of the search."""
    files = read_city(folder)
    folder.problems += check_city(files)
    folder.known |= slugs_in(files)

    def write(progress: Progress) -> Mapping[str, int]:
        counts = write_city(files, progress=progress)
        _write_words(files.words, anew=folder.anew)
        return counts

    return write
