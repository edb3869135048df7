# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several; gives a list."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(FilesField, self).clean(one, initial) for one in data or [None]]


class ImportForm(forms.Form):
    tables = FilesField(
        label=gettext_lazy("Files"),
        widget=FilesInput({"accept": ".csv,.json"}),
        help_text=gettext_lazy("CSV files called like their tables, or one JSON file. Several are taken together."),
    )

    def clean_tables(self) -> list[Any]:
        files: list[Any] = self.cleaned_data["tables"]
        if sum(file.size for file in files) > settings.UPLOAD_LIMIT:
            limit = _("Together they are larger than %(limit)s. Split them, or use the command import.")
            raise forms.ValidationError(limit % {"limit": filesizeformat(settings.UPLOAD_LIMIT)})
        return files
