# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading a city's folder: every file is checked before a row is written."""

from dataclasses import dataclass, field

from friedensplatz.core.loading import Folder
from friedensplatz.directory import shapes


@dataclass
class CityFiles:
    """What a folder says of the directory, checked file by file; `folder.problems` lists what does not hold."""

    folder: Folder
    city: shapes.CityShape | None = None
    sources: list[shapes.SourceShape] = field(default_factory=list)
    topics: list[shapes.TopicShape] = field(default_factory=list)
    audiences: list[shapes.AudienceShape] = field(default_factory=list)
    districts: list[shapes.DistrictShape] = field(default_factory=list)
    focus_areas: list[shapes.FocusAreaShape] = field(default_factory=list)
    offices: list[shapes.OfficeShape] = field(default_factory=list)
    organisations: list[shapes.OrganisationShape] = field(default_factory=list)
    outside: list[shapes.OutsideShape] = field(default_factory=list)
    phrasings: list[shapes.PhrasingsShape] = field(default_factory=list)
    words: shapes.WordsShape = field(default_factory=shapes.WordsShape)
    logins: list[shapes.LoginShape] = field(default_factory=list)
    square_svg: str = ""


def read_city(folder: Folder) -> CityFiles:
    """Read and check a city's folder."""
    files = CityFiles(folder)
    files.city = folder.read("city.yaml", shapes.CityShape)
    files.sources = folder.read("sources.yaml", list[shapes.SourceShape]) or []
    files.topics = folder.read("topics.yaml", list[shapes.TopicShape]) or []
    files.audiences = folder.read("audiences.yaml", list[shapes.AudienceShape]) or []
    places = folder.read("districts.yaml", shapes.PlacesShape) or shapes.PlacesShape()
    files.districts, files.focus_areas = places.districts, places.focus_areas
    files.offices = folder.read_all("offices", shapes.OfficeShape)
    for group in folder.read_all("organisations", list[shapes.OrganisationShape]):
        files.organisations += group
    files.outside = folder.read("outside.yaml", list[shapes.OutsideShape]) or []
    files.phrasings = folder.read_all("phrasings", shapes.PhrasingsShape)
    files.words = folder.read("words.yaml", shapes.WordsShape) or shapes.WordsShape()
    files.logins = folder.read("logins.yaml", list[shapes.LoginShape]) or []
    drawing = folder.path / "square.svg"
    files.square_svg = drawing.read_text(encoding="utf-8") if drawing.exists() else ""
    return files
