# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils import timezone


class Draft(models.Model):
    """A concern that is still being written, readable only with the token that stands in the person's address bar.

    `key` is a digest of the token and `sealed` is encrypted with a key made from it: this row alone tells nothing.
    After sending `sealed` holds the receipt until the person has kept it, then nothing.
    """

    key = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
    touched_at = models.DateTimeField(default=timezone.now, db_index=True)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"draft {self.pk}"
