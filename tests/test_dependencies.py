# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the house stands on: pinned with hashes, few, explained, and under licences that go with EUPL-1.2."""

import re
from importlib.metadata import PackageNotFoundError, distribution

from tests.machine import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-redis.lock")
RUNTIME_LIMIT = 25
COMPATIBLE = re.compile(
    r"\b(?:MIT|BSD|0BSD|Apache|ISC|ISCL|HPND|PSF|Python Software Foundation|MPL|Mozilla Public License|LGPL|LGPLv3|W3C"
    r"|GNU Lesser General Public License|Unlicense|Zlib|CC0|EUPL|Public Domain)\b",
    re.IGNORECASE,
)


def direct():
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    names = [re.match(r"[\w.-]+", line) for line in lines if not line.startswith(("#", "-"))]
    return [name.group() for name in names if name]


def pinned(lock):
    """Name → how many hashes, in the order of the lock file."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return {line.split("==")[0].split("[")[0].strip(): line.count("--hash=sha256:") for line in lines}


def test_every_package_is_pinned_with_hashes():
    assert {name for lock in LOCKS for name, hashes in pinned(lock).items() if hashes == 0} == set()


def test_lock_files_name_no_address():
    for lock in LOCKS:
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert [line for line in text.splitlines() if "://" in line or "index-url" in line] == []


def test_direct_dependencies_are_few():
    assert len(direct()) <= RUNTIME_LIMIT


def test_direct_dependencies_are_pinned():
    known = {name.lower().replace("_", "-") for name in pinned("requirements.lock")}
    assert {name.lower() for name in direct()} - known == set()


def licence_of(name):
    """What a package says of its licence: in its metadata, else in the first lines of the licence file it ships."""
    package = distribution(name)
    about = package.metadata
    classifiers = [line for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    said = [about.get("License-Expression") or "", *classifiers, (about.get("License") or "")[:200]]
    files = [package.read_text(f"licenses/{name}") or "" for name in about.get_all("License-File", [])]
    return " ".join(filter(None, [*said, *(text[:200] for text in files)]))


def test_licences_go_with_ours():
    doubtful = {}
    for name in pinned("requirements-dev.lock"):
        try:
            licence = licence_of(name)
        except PackageNotFoundError:
            continue  # only for other platforms
        if not COMPATIBLE.search(licence):
            doubtful[name] = licence
    assert doubtful == {}
