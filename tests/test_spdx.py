# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every file says whose it is and under which licence, in two lines on top."""

from tests.machine import ROOT, files_named, short

HOLDER = "SPDX-FileCopyrightText: 2026 Friedensplatz contributors"
LICENCE = "SPDX-License-Identifier: EUPL-1.2"


def test_every_python_file_names_holder_and_licence():
    python = [path for path in files_named(".py") if "migrations" not in path.parts and path.stat().st_size]
    missing = [short(path) for path in python if not starts_well(path, f"# {HOLDER}", f"# {LICENCE}")]
    assert missing == []


def starts_well(path, *expected):
    lines = path.read_text(encoding="utf-8").splitlines()
    start = 1 if lines and lines[0].startswith("#!") else 0
    return tuple(lines[start : start + 2]) == expected


def test_every_own_stylesheet_and_script_names_holder_and_licence():
    static = files_named(".css", ".js", under=ROOT / "friedensplatz" / "static")
    own = [path for path in static if "vendor" not in path.parts]
    heads = {short(path): path.read_text(encoding="utf-8")[:400] for path in own}
    assert [path for path, head in heads.items() if HOLDER not in head or LICENCE not in head] == []


def test_the_licence_is_the_whole_eupl():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text
    assert "Appendix" in text
