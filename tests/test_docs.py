# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The documentation names everything there is, and nothing there is not."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.utils.module_loading import autodiscover_modules
from rules.permissions import permissions

from friedensplatz.core.jobs import all_jobs
from friedensplatz.notices.plug import announcers
from tests.machine import ROOT, files_named, project_files, short

DOCS = ROOT / "docs"
READERS = {"text", "number", "flag", "words", "kept_secret"}
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def headings(page):
    """What a page has a heading or a first table cell for: `name` at the start of a line."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return set(re.findall(r"^(?:#+ |\| )`([^`]+)`", text, re.MULTILINE))


def settings_read():
    """Names the house reads from the environment, in settings.py or elsewhere."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files_named(".py", under=ROOT / "friedensplatz")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    readers = [call for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) in READERS]
    names = [call.args[0].value for call in readers if isinstance(call.args[0], ast.Constant)]
    return {name for name in names if isinstance(name, str) and name.isupper()}


def own_commands():
    ours = {config.name for config in apps.get_app_configs() if config.name.startswith("friedensplatz.")}
    return {name for name, app in get_commands().items() if app in ours}


def own_permissions():
    autodiscover_modules("rules")
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("friedensplatz.")}
    return {name for name in permissions if name.split(".")[0] in ours}


def own_notices():
    autodiscover_modules("notices")
    return {f"{model._meta.label_lower}.{verb}" for model, verb in announcers}


def direct_dependencies():
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    return {re.split(r"[\[<>=!~;]", line)[0].strip() for line in lines if line and not line.startswith(("#", "-"))}


@pytest.mark.parametrize(
    ("page", "things"),
    [
        ("settings.md", settings_read),
        ("dependencies.md", direct_dependencies),
        ("reference/commands.md", own_commands),
        ("reference/jobs.md", lambda: set(all_jobs())),
        ("reference/notices.md", own_notices),
        ("reference/permissions.md", own_permissions),
    ],
)
def test_a_page_names_everything_there_is_and_nothing_else(page, things):
    assert headings(page) == things()


def test_links_between_pages_lead_somewhere():
    dead = []
    for page in files_named(".md"):
        targets = [target.split("#")[0] for target in LINK.findall(page.read_text(encoding="utf-8"))]
        local = [target for target in targets if target and "://" not in target and not target.startswith("mailto:")]
        dead += [f"{short(page)}: {target}" for target in local if not (page.parent / target).exists()]
    assert dead == []


def test_decisions_are_numbered_without_gaps():
    numbers = sorted(path.name[:4] for path in project_files() if path.parent == DOCS / "adr" and path.suffix == ".md")
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 100


def test_every_component_says_what_it_is():
    packages = [
        Path(config.path) / "__init__.py" for config in apps.get_app_configs() if "friedensplatz." in config.name
    ]
    assert [short(path) for path in packages if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []
