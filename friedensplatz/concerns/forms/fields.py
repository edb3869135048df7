# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fields that take what people really type and choose."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from friedensplatz.concerns.files import MOST_FILES, keep_upload
from friedensplatz.concerns.models import Attachment
from friedensplatz.concerns.words import tidy
from friedensplatz.core import forms as forms_core
from friedensplatz.core.uploads.refused import Refused
from friedensplatz.core.uploads.wording import sentence_of

LONGEST_TEXT = 50_000
TAKEN = _("We can take pictures (JPEG, PNG, WebP), PDF and plain text. This file is something else.")


class WordsField(forms.CharField):
    """A person's text: tidied before it is measured, so that no character of theirs is an error."""

    def __init__(self, *, rows: int = 8, max_length: int = LONGEST_TEXT, **kwargs: Any) -> None:
        super().__init__(
            max_length=max_length, strip=False, widget=forms.Textarea({"rows": rows, "dir": "auto"}), **kwargs
        )
        self.widget.attrs.pop("maxlength", None)  # The browser would cut a pasted letter without a word.
        self.error_messages["required"] = _("Please write a few words.")

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value) or "")


class LineField(forms.CharField):
    """One line of text, tidied."""

    def to_python(self, value: Any) -> str:
        return " ".join(tidy(super().to_python(value) or "").split())


class FilesField(forms_core.FilesField):
    """What a resident adds, which `kept_files` looks into."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            accept=".jpg,.jpeg,.png,.webp,.pdf,.txt",
            required=False,
            label=_("Pictures and documents"),
            help_text=_(
                "Up to five files of 20 MB: pictures (JPEG, PNG, WebP), PDF, plain text. We remove hidden details such "
                "as the place a photo was taken."
            ),
            **kwargs,
        )


def kept_files(form: forms.Form, *, already: int = 0) -> list[tuple[str, Attachment]]:
    """The name and unsaved row of each upload that is taken; the others become errors beside the field."""
    kept: list[tuple[str, Attachment]] = []
    for upload in form.cleaned_data["uploads"]:
        if already + len(kept) >= MOST_FILES:
            form.add_error(
                "uploads", ngettext_lazy("More than %d file.", "More than %d files.", MOST_FILES) % MOST_FILES
            )
            break
        try:
            kept.append((upload.name, keep_upload(upload)))
        except Refused as refused:
            form.add_error(
                "uploads", f"{upload.name}: {sentence_of(refused, limit=settings.UPLOAD_LIMIT, taken=TAKEN)}"
            )
    return kept
