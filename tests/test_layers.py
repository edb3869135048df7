# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Imports run downward only: the floors of pyproject.toml, and what is private stays private."""

import ast
import os

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.machine import APP, ROOT, files_named, short

PRIVATE = {"views", "desk", "forms", "api", "jobs", "notices", "search", "tasks", "urls"}
SHARED = {"core"}  # its modules are there for everybody


@pytest.fixture
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.usefixtures("_at_the_root")
def test_imports_run_downward_only():
    environment = dict(os.environ)
    try:
        assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS
    finally:
        os.environ.clear()
        os.environ.update(environment)


def imported_modules(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("friedensplatz."):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_views_desks_forms_and_plugs_are_private_to_their_component():
    components = {path.parent.name for path in files_named(".py", under=APP) if path.name == "apps.py"}
    trespassing = []
    for path in files_named(".py", under=APP):
        home = path.relative_to(APP).parts[0]
        for module in imported_modules(path):
            _, component, *rest = module.split(".")
            if home in components and component in components - {home} - SHARED and rest and rest[0] in PRIVATE:
                trespassing.append(f"{short(path)} imports {module}")
    assert trespassing == []
