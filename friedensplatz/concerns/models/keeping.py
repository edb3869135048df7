# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models


class Keeping(models.Model):
    """That an account keeps a concern, without saying whose or which: docs/adr says why, `concerns/keeping.py` how.

    There is no foreign key and no date, so that nobody can join or guess what belongs together.
    """

    owner_key = models.CharField(max_length=64, db_index=True, help_text="keyed digest of the account")
    tie = models.CharField(max_length=64, unique=True, help_text="keyed digest of account and concern")
    sealed = models.BinaryField(help_text="which concern, sealed for its owner")

    def __str__(self) -> str:
        return f"keeping {self.pk}"
