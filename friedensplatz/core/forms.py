# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms in which a text is written in every language; forms two people fill in at once; several files at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import EASY, direction_of

Content = dict[str, Any]
LANGUAGES: list[tuple[str, Any]] = [*settings.LANGUAGES, (EASY, _("Easy language"))]
SEPARATOR = "__"


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


@dataclass(frozen=True)
class Meanwhile:
    """A field in which what somebody typed differs from what a colleague saved meanwhile."""

    label: str
    mine: str
    theirs: str


def differing(pairs: Iterable[tuple[forms.BoundField, forms.BoundField]]) -> list[Meanwhile]:
    """The fields, each as typed and as saved by a colleague, in which both say something else."""
    shown = ((str(mine.label), _shown(mine), _shown(theirs)) for mine, theirs in pairs)
    return [Meanwhile(*one) for one in shown if one[1] != one[2]]


def _shown(field: forms.BoundField) -> str:
    value = field.value()
    if isinstance(value, list | tuple):
        return ", ".join(sorted(map(str, value)))
    return "" if value in (None, False) else str(value).replace("\r\n", "\n").strip()


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """Several files at once; clean() gives the uploads, whose content nobody has looked at yet."""

    def __init__(self, *, accept: str, **kwargs: Any) -> None:
        super().__init__(widget=FilesInput({"accept": accept}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        uploads = [upload for upload in (data if isinstance(data, list) else [data]) if upload]
        if self.required and not uploads:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return uploads
