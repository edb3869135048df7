# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the forms of all parts share: texts in several languages, rows, and a colleague's change in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import EASY, direction_of
from friedensplatz.directory.models import Source
from friedensplatz.directory.parts.content import Content, fingerprint

LANGUAGES: list[tuple[str, Any]] = [*settings.LANGUAGES, (EASY, _("Easy language"))]
SEPARATOR = "__"


@dataclass(frozen=True)
class Meanwhile:
    """A field in which what somebody typed differs from what a colleague saved meanwhile."""

    label: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class LanguageGroup:
    """The fields of one language; `filled` counts those in which something stands."""

    name: str
    fields: list[forms.BoundField]
    filled: int


class TextsForm(forms.Form):
    """A form whose `texts` (name → label, lines) have one field for each language."""

    texts: ClassVar[dict[str, tuple[Any, int]]] = {}
    required_texts: ClassVar[frozenset[str]] = frozenset()
    written_in: list[tuple[str, Any]] = LANGUAGES

    def __init__(self, data: Any = None, *, initial: Content | None = None, **kwargs: Any) -> None:
        super().__init__(data, initial=_flat(initial or {}), **kwargs)
        for code, language in self.written_in:
            for name, (label, lines) in self.texts.items():
                required = code == settings.LANGUAGE_CODE and name in self.required_texts
                self.fields[f"{name}{SEPARATOR}{code}"] = _text_field(f"{label} ({language})", code, lines, required)

    def own_fields(self) -> list[forms.BoundField]:
        """Fields of the city's first language, and those without a language."""
        first = f"{SEPARATOR}{settings.LANGUAGE_CODE}"
        spoken = [field for field in self if field.name.endswith(first)]
        return [*spoken, *(field for field in self if SEPARATOR not in field.name)]

    def other_languages(self) -> Iterator[LanguageGroup]:
        for code, language in self.written_in:
            fields = [field for field in self if field.name.endswith(f"{SEPARATOR}{code}")]
            if fields and code != settings.LANGUAGE_CODE:
                yield LanguageGroup(str(language), fields, sum(bool(field.value()) for field in fields))

    def answers(self) -> Content:
        """What was typed, in the shape of a part's content."""
        content: Content = {name: {} for name in self.texts}
        for name, value in self.cleaned_data.items():
            text, _sep, language = name.partition(SEPARATOR)
            if not language:
                content[name] = sorted(value) if isinstance(value, list) else value
            elif value:
                content[text][language] = value
        return content


class PartForm(TextsForm):
    """One part of an office or duty. `seen` tells which state of it somebody started from."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    row_form: ClassVar[type[TextsForm] | None] = None
    rows_label: ClassVar[Any] = ""
    rows_required: ClassVar[bool] = False

    def __init__(self, data: Any = None, *, content: Content) -> None:
        super().__init__(data, initial={**self.shown(content), "seen": fingerprint(content)})
        self.meanwhile: list[Meanwhile] = []
        self.rows = _rows(self.row_form, data, content, required=self.rows_required) if self.row_form else None

    def shown(self, content: Content) -> Content:
        """The content as the fields show it."""
        return content

    def is_valid(self) -> bool:
        return super().is_valid() and (self.rows is None or self.rows.is_valid())

    def content(self) -> Content:
        """What was typed, as content of the part."""
        content = self.answers()
        content.pop("seen")
        if self.rows is not None:
            kept = [row for row in self.rows if row.cleaned_data and not row.cleaned_data.get("DELETE")]
            content["rows"] = [_without_marks(row.answers()) for row in kept]
        return content

    def compare(self, content: Content) -> None:
        """Show what a colleague saved beside what was typed; saving again then means to replace it."""
        theirs = type(self)(content=content)
        data = cast(QueryDict, self.data).copy()
        data["seen"] = fingerprint(content)
        self.data = data
        pairs = [(field, theirs[field.name]) for field in self if field.name != "seen"]
        if self.rows is not None and theirs.rows is not None:
            pairs += [
                (field, other[field.name])
                for row, other in zip(self.rows, theirs.rows, strict=False)
                for field in row
                if field.name in other.fields
            ]
        self.meanwhile = [
            Meanwhile(str(mine.label), _shown(mine), _shown(other))
            for mine, other in pairs
            if _shown(mine) != _shown(other)
        ]


class DatedForm(TextsForm):
    """A row with years and a source."""

    since = forms.RegexField(
        r"^\d{4}(-\d\d(-\d\d)?)?$",
        label=_("Since"),
        required=False,
        help_text=_("For example 2018, 2018-03 or 2018-03-31."),
    )
    until = forms.RegexField(r"^\d{4}(-\d\d(-\d\d)?)?$", label=_("Until"), required=False)
    source = forms.ChoiceField(label=_("Source"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = source_choices()  # type: ignore[attr-defined]


def source_choices() -> list[tuple[str, str]]:
    return [("", "–"), *((source.slug, str(source)) for source in Source.objects.order_by("date", "slug"))]


def _flat(content: Content) -> dict[str, Any]:
    """`{"title": {"de": "x"}}` as `{"title__de": "x"}`."""
    flat: dict[str, Any] = {}
    for name, value in content.items():
        if isinstance(value, dict):
            flat |= {f"{name}{SEPARATOR}{language}": text for language, text in value.items()}
        else:
            flat[name] = value
    return flat


def _text_field(label: str, code: str, lines: int, required: bool) -> forms.Field:
    tag = "de" if code == EASY else code
    attributes = {"lang": tag, "dir": direction_of(tag)}
    widget = forms.Textarea({**attributes, "rows": lines}) if lines > 1 else forms.TextInput(attributes)
    return LinesField(label=label, required=required, widget=widget)


class LinesField(forms.CharField):
    """A text whose lines end as they are stored, not as a browser sends them."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)


def _rows(row_form: type[TextsForm], data: Any, content: Content, *, required: bool) -> Any:
    factory: Any = forms.formset_factory(
        row_form, extra=1, can_delete=True, can_delete_extra=False, min_num=int(required), validate_min=required
    )
    return factory(data, initial=content["rows"], prefix="rows")


def _without_marks(row: Content) -> Content:
    return {name: value for name, value in row.items() if name != "DELETE"}


def _shown(field: forms.BoundField) -> str:
    value = field.value()
    if isinstance(value, list | tuple):
        return ", ".join(sorted(map(str, value)))
    return "" if value in (None, False) else str(value).replace("\r\n", "\n").strip()
