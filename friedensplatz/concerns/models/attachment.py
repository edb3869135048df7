# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.db.models import Q
from django.utils import timezone

from friedensplatz.concerns.models.draft import Draft
from friedensplatz.concerns.models.entry import Entry


class Attachment(models.Model):
    """A file: the original, sealed, and a cleaned copy for reading, sealed too.

    Until it is sent a file belongs to a draft, afterwards to an entry. `name` of an anonymous person's file is neutral.
    """

    class Type(models.TextChoices):
        JPEG = "jpg", "JPEG"
        PNG = "png", "PNG"
        WEBP = "webp", "WebP"
        PDF = "pdf", "PDF"
        TEXT = "txt", "Text"

    entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE, related_name="attachments")
    draft = models.ForeignKey(Draft, null=True, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=200)
    type = models.CharField(max_length=4, choices=Type.choices, help_text="by content")
    size = models.PositiveIntegerField(help_text="bytes of the original")
    sha256 = models.CharField(max_length=64, help_text="of the original")
    original = models.CharField(max_length=80, unique=True, help_text="where the sealed original lies")
    copy = models.CharField(max_length=80, unique=True, help_text="where the sealed copy lies")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="file_of_draft_or_entry",
                condition=Q(entry=None, draft__isnull=False) | Q(entry__isnull=False, draft=None),
            )
        ]

    def __str__(self) -> str:
        return self.name
