# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pictures and files of a city's folder: `assets/assets.yaml` with the files beside it."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from django.core.files.base import File
from pydantic import Field

from friedensplatz.assets.actions import FACTS, add_asset, change_facts, replace_file
from friedensplatz.assets.captions import keep_captions, sentence_of_fault
from friedensplatz.assets.intake.captions import BadCaptions, read_captions
from friedensplatz.assets.intake.reading import read_facts
from friedensplatz.assets.licences import Licence
from friedensplatz.assets.models import Asset
from friedensplatz.core.loaded import left_alone, note_loaded
from friedensplatz.core.loading import Folder, Problem, Progress, Shape, Writer, loads_city
from friedensplatz.core.uploads.refused import Refused

KIND = "asset"
LIST = "assets/assets.yaml"
Share = Annotated[float, Field(ge=0, le=1)]


class AssetShape(Shape):
    slug: str = Field(pattern=r"^[a-z0-9-]+$", max_length=50)
    file: str
    title: dict[str, str]
    alt: dict[str, str] = {}
    decorative: bool = False
    silent: bool = False
    captions: dict[str, str] = {}
    creator: str
    licence: Licence
    licence_url: str = ""
    licence_until: dt.date | None = None
    source: str = ""
    focal: tuple[Share, Share] = (0.5, 0.5)

    def facts(self) -> dict[str, Any]:
        facts = self.model_dump(exclude={"slug", "file", "focal", "captions"})
        return facts | {"focal_x": self.focal[0], "focal_y": self.focal[1]}


@loads_city
def library(folder: Folder) -> Writer:
    """What a city's folder says of its pictures and files, each of which is looked into."""
    shapes = folder.read(LIST, list[AssetShape]) or []
    folder.problems += _problems(folder.path / "assets", shapes)
    folder.known["asset"] = {shape.slug for shape in shapes}

    def write(progress: Progress) -> Mapping[str, int]:
        progress("pictures and files")
        alone = left_alone(KIND, _contents(), anew=folder.anew)
        there = Asset.objects.in_bulk([shape.slug for shape in shapes], field_name="slug")
        written = [shape for shape in shapes if shape.slug not in alone]
        for shape in written:
            _write(folder.path / "assets", shape, there.get(shape.slug))
        note_loaded(KIND, _contents(), {shape.slug for shape in written})
        return {"assets": len(written)}

    return write


def _contents() -> dict[str, Any]:
    """All that a folder says of an asset, as it stands now, by slug."""
    columns = (*FACTS, "sha256", "captions")
    return {row["slug"]: row for row in Asset.objects.values("slug", *columns)}


def _problems(folder: Path, shapes: list[AssetShape]) -> Iterator[Problem]:
    for slug, count in Counter(shape.slug for shape in shapes).items():
        if count > 1:
            yield Problem(LIST, slug, f"asset defined {count} times")
    for shape in shapes:
        missing = [name for name in (shape.file, *shape.captions.values()) if not _is_beside(folder, name)]
        yield from (Problem(LIST, shape.slug, f"no file {name} beside the list") for name in missing)
        if not missing:
            yield from _problems_of_file(folder / shape.file, shape)
            yield from _problems_of_captions(folder, shape)


def _is_beside(folder: Path, name: str) -> bool:
    path = folder / name
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


def _problems_of_captions(folder: Path, shape: AssetShape) -> Iterator[Problem]:
    for name in shape.captions.values():
        try:
            read_captions((folder / name).read_bytes())
        except BadCaptions as bad:
            yield Problem(LIST, shape.slug, f"{name}: {sentence_of_fault(bad)}")
        except Refused as refused:
            yield Problem(LIST, shape.slug, f"{name} is not taken: {refused.reason}")


def _problems_of_file(path: Path, shape: AssetShape) -> Iterator[Problem]:
    try:
        with path.open("rb") as file:
            read_facts(path.name, file)
    except Refused as refused:
        yield Problem(LIST, shape.slug, f"{shape.file} is not taken: {refused.reason} {refused.found}".rstrip())
    twin = Asset.objects.filter(sha256=_digest(path)).exclude(slug=shape.slug).first()
    if twin:
        yield Problem(LIST, shape.slug, f"the library has {shape.file} already as {twin.slug}")


def _write(folder: Path, shape: AssetShape, asset: Asset | None) -> None:
    path, facts = folder / shape.file, shape.facts()
    with path.open("rb") as stream:
        file = File(stream, path.name)
        if asset is None:
            asset = add_asset(path.name, file, by=None, slug=shape.slug, **facts)
        elif _digest(path) != asset.sha256:
            replace_file(asset, path.name, file, by=None)
    if any(getattr(asset, name) != value for name, value in facts.items()):
        change_facts(asset, facts, seen=asset.version, by=None)
    for language, name in shape.captions.items():
        keep_captions(asset, language, (folder / name).read_bytes(), by=None)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
