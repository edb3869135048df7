# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the forms of all parts share: rows, and a colleague's change in between."""

from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.forms import Meanwhile, TextsForm, differing
from friedensplatz.directory.models import Source
from friedensplatz.directory.parts.content import Content, fingerprint
from friedensplatz.directory.parts.registry import PARTS

NOT_CONTENT = {"seen", "trial"}


class PartForm(TextsForm):
    """One part of a thing. `seen` tells which state of it somebody started from; what has no field stays as it is."""

    part: ClassVar[str]
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    row_form: ClassVar[type[TextsForm] | None] = None
    rows_label: ClassVar[Any] = ""
    rows_required: ClassVar[bool] = False

    def __init__(self, data: Any = None, *, content: Content) -> None:
        super().__init__(data, initial={**self.shown(content), "seen": fingerprint(content)})
        self.before = content
        self.meanwhile: list[Meanwhile] = []
        self.rows = _rows(self.row_form, data, content, required=self.rows_required) if self.row_form else None

    def choose(self, **choices: Any) -> None:
        """Say what can be chosen in some fields."""
        for name, values in choices.items():
            self.fields[name].choices = values  # type: ignore[attr-defined]

    def own_fields(self) -> list[forms.BoundField]:
        return [field for field in super().own_fields() if field.name != "trial"]

    def shown(self, content: Content) -> Content:
        """The content as the fields show it."""
        return content

    def is_valid(self) -> bool:
        return super().is_valid() and (self.rows is None or self.rows.is_valid())

    def content(self) -> Content:
        """What was typed, as content of the part."""
        content = self.before | self.answers()
        for name in NOT_CONTENT & content.keys():
            del content[name]
        if self.rows is not None:
            kept = [row for row in self.rows if row.cleaned_data and not row.cleaned_data.get("DELETE")]
            content["rows"] = [_without_marks(row.answers()) for row in kept]
        return PARTS[self.part].shaped(content)

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
        self.meanwhile = differing(pairs)


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


def _rows(row_form: type[TextsForm], data: Any, content: Content, *, required: bool) -> Any:
    factory: Any = forms.formset_factory(
        row_form, extra=1, can_delete=True, can_delete_extra=False, min_num=int(required), validate_min=required
    )
    return factory(data, initial=content["rows"], prefix="rows")


def _without_marks(row: Content) -> Content:
    return {name: value for name, value in row.items() if name != "DELETE"}
