# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fields that take what people really type and choose."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from friedensplatz.concerns.files import MOST_FILES, keep_upload
from friedensplatz.concerns.models import Attachment
from friedensplatz.concerns.words import tidy
from friedensplatz.core.uploads.refused import Reason, Refused

LONGEST_TEXT = 50_000
SENTENCES = {
    Reason.EMPTY: _("This file is empty."),
    Reason.TOO_LARGE: _("This file is larger than 20 MB. Please send a smaller one."),
    Reason.UNKNOWN: _("We can take pictures (JPEG, PNG, WebP), PDF and plain text. This file is something else."),
    Reason.MISMATCH: _("The name of this file says one thing and its content another."),
    Reason.BROKEN: _("We cannot open this file. It seems to be damaged."),
    Reason.TOO_MANY_PIXELS: _("This picture has too many pixels. Please send a smaller one."),
    Reason.LOCKED: _("This PDF is protected with a password. Please send it without one."),
}


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


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """Several files at once; clean() gives the uploads, whose content `kept_files` looks at."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            widget=FilesInput({"accept": ".jpg,.jpeg,.png,.webp,.pdf,.txt"}),
            label=_("Pictures and documents"),
            help_text=_(
                "Up to five files of 20 MB: pictures (JPEG, PNG, WebP), PDF, plain text. We remove hidden details such "
                "as the place a photo was taken."
            ),
            **kwargs,
        )

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        return [upload for upload in (data if isinstance(data, list) else [data]) if upload]


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
            form.add_error("uploads", f"{upload.name}: {SENTENCES[refused.reason]}")
    return kept
