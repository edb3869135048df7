# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A city's folder of YAML files, and the plug by which a component loads its own part of it.

    @loads_city
    def statement(folder: Folder) -> Writer:
        shape = folder.read("accessibility.yaml", StatementShape)
        return lambda progress: write_statement(shape)

The function stands in `loading.py` (or a package of that name). It only reads: everything is checked before a row is
written, and nothing is written while `folder.problems` holds anything. Lower floors come first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import yaml
from django.apps import apps
from django.utils.module_loading import autodiscover_modules
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

S = TypeVar("S")
Progress = Callable[[str], None]
Writer = Callable[[Progress], Mapping[str, int]]
"""Writes what was read, in the caller's transaction; returns how many rows of each kind it has kept."""


class Shape(BaseModel):
    """What a file may hold; a key nobody knows is an error."""

    model_config = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class Problem:
    """Something a person has to mend: which file, where in it, and why."""

    file: str
    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.reason}" if self.place else f"{self.file}: {self.reason}"


@dataclass
class Folder:
    """A city's folder. Reading never raises for what a file holds: see `problems`.

    `known` has the slugs read so far by kind of thing, so that what higher floors name can be checked. `anew`: what
    people have changed since it was loaded is written over, too.
    """

    path: Path
    problems: list[Problem] = field(default_factory=list)
    known: dict[str, set[str]] = field(default_factory=dict)
    anew: bool = False

    def report(self, file: str, place: str, reason: str) -> None:
        self.problems.append(Problem(file, place, reason))

    def read(self, name: str, shape: type[S]) -> S | None:
        """A file in its shape; None when it is missing or wrong."""
        path = self.path / name
        if not path.exists():
            return None
        try:
            content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            self.report(name, "", f"not readable as YAML: {error}")
            return None
        return self._parsed(name, _bare(content, path.stem), shape)

    def read_all(self, folder: str, shape: type[S]) -> list[S]:
        """Every YAML file of a folder in its shape, by name; wrong ones are left out."""
        paths = sorted((self.path / folder).glob("*.yaml"))
        found = (self.read(f"{folder}/{path.name}", shape) for path in paths)
        return [one for one in found if one is not None]

    def _parsed(self, name: str, content: object, shape: type[S]) -> S | None:
        try:
            return TypeAdapter(shape).validate_python(content)
        except ValidationError as error:
            for detail in error.errors():
                self.report(name, " → ".join(str(part) for part in detail["loc"]), detail["msg"])
            return None


def _bare(content: object, stem: str) -> object:
    """The list of `topics: […]` in topics.yaml."""
    return content[stem] if isinstance(content, dict) and list(content) == [stem] else content


Loader = Callable[[Folder], Writer]
registry: dict[str, Loader] = {}


def loads_city(loader: Loader) -> Loader:
    """Declare a function of `loading.py` that reads a component's part of a city's folder."""
    registry[loader.__module__] = loader
    return loader


def writers_of(folder: Folder) -> list[Writer]:
    """What every component has read, in the order in which it can be written."""
    autodiscover_modules("loading")
    floors = [config.name for config in reversed(list(apps.get_app_configs()))]
    ordered = sorted(registry.items(), key=lambda item: floors.index(".".join(item[0].split(".")[:2])))
    return [loader(folder) for _module, loader in ordered]
