# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading a city's folder: every file is checked before a row is written."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from friedensplatz.directory.loading import shapes
from friedensplatz.directory.loading.problems import Problem

S = TypeVar("S")


@dataclass
class CityFiles:
    """All that a folder says, checked file by file; `problems` lists what does not hold."""

    folder: Path
    city: shapes.CityShape | None = None
    sources: list[shapes.SourceShape] = field(default_factory=list)
    topics: list[shapes.SubjectShape] = field(default_factory=list)
    audiences: list[shapes.SubjectShape] = field(default_factory=list)
    districts: list[shapes.DistrictShape] = field(default_factory=list)
    focus_areas: list[shapes.FocusAreaShape] = field(default_factory=list)
    offices: list[shapes.OfficeShape] = field(default_factory=list)
    organisations: list[shapes.OrganisationShape] = field(default_factory=list)
    outside: list[shapes.OutsideShape] = field(default_factory=list)
    phrasings: list[shapes.PhrasingsShape] = field(default_factory=list)
    words: shapes.WordsShape = field(default_factory=shapes.WordsShape)
    logins: list[shapes.LoginShape] = field(default_factory=list)
    square_svg: str = ""
    problems: list[Problem] = field(default_factory=list)

    def report(self, file: str, place: str, reason: str) -> None:
        self.problems.append(Problem(file, place, reason))


def read_city(folder: Path) -> CityFiles:
    """Read and check a city's folder. Never raises for what a file holds: see `problems`."""
    files = CityFiles(folder)
    files.city = _read(files, "city.yaml", shapes.CityShape)
    files.sources = _read(files, "sources.yaml", list[shapes.SourceShape]) or []
    files.topics = _read(files, "topics.yaml", list[shapes.SubjectShape]) or []
    files.audiences = _read(files, "audiences.yaml", list[shapes.SubjectShape]) or []
    places = _read(files, "districts.yaml", shapes.PlacesShape) or shapes.PlacesShape()
    files.districts, files.focus_areas = places.districts, places.focus_areas
    files.offices = _read_all(files, "offices", shapes.OfficeShape)
    for group in _read_all(files, "organisations", list[shapes.OrganisationShape]):
        files.organisations += group
    files.outside = _read(files, "outside.yaml", list[shapes.OutsideShape]) or []
    files.phrasings = _read_all(files, "phrasings", shapes.PhrasingsShape)
    files.words = _read(files, "words.yaml", shapes.WordsShape) or shapes.WordsShape()
    files.logins = _read(files, "logins.yaml", list[shapes.LoginShape]) or []
    drawing = folder / "square.svg"
    files.square_svg = drawing.read_text(encoding="utf-8") if drawing.exists() else ""
    return files


def _read(files: CityFiles, name: str, shape: type[S]) -> S | None:
    path = files.folder / name
    if not path.exists():
        return None
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        files.report(name, "", f"not readable as YAML: {error}")
        return None
    return _parse(files, name, _bare(content, path.stem), shape)


def _bare(content: object, stem: str) -> object:
    """The list of `topics: […]` in topics.yaml."""
    return content[stem] if isinstance(content, dict) and list(content) == [stem] else content


def _parse(files: CityFiles, name: str, content: object, shape: type[S]) -> S | None:
    try:
        return TypeAdapter(shape).validate_python(content)
    except ValidationError as error:
        for detail in error.errors():
            files.report(name, " → ".join(str(part) for part in detail["loc"]), detail["msg"])
        return None


def _read_all(files: CityFiles, folder: str, shape: type[S]) -> list[S]:
    paths = sorted((files.folder / folder).glob("*.yaml"))
    found = (_read(files, f"{folder}/{path.name}", shape) for path in paths)
    return [one for one in found if one is not None]
