# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Nothing in the repository names the machine it was written on."""

import os
import re
from urllib.parse import urlsplit

from tests.machine import project_files, short

MACHINE = re.compile(r"(?<![\w./:~-])/(?:home|root|Users|work)/[a-z]|file:///[a-z]", re.IGNORECASE)
REGISTRY = re.compile(r"https?://(?:[\w.-]+\.)?(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com))", re.IGNORECASE)
INDEXES = (
    "PIP_INDEX_URL",
    "PIP_EXTRA_INDEX_URL",
    "UV_INDEX_URL",
    "UV_DEFAULT_INDEX",
    "UV_INDEX",
    "NPM_CONFIG_REGISTRY",
)
THIS_TEST = "tests/test_no_paths.py"


def texts():
    for path in project_files():
        try:
            yield short(path), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def registry_of_this_machine():
    hosts = {urlsplit(os.environ.get(name, "")).hostname for name in INDEXES}
    return {host for host in hosts if host and host not in {"localhost", "127.0.0.1"}}


def test_no_file_names_a_path_of_a_machine():
    found = [(path, match.group()) for path, text in texts() for match in MACHINE.finditer(text) if path != THIS_TEST]
    assert found == []


def test_no_file_names_a_registry():
    hosts = registry_of_this_machine()
    found = [path for path, text in texts() if REGISTRY.search(text) or any(host in text for host in hosts)]
    assert found == []
