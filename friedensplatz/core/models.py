# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models


class ContentVersion(models.Model):
    """One row whose number grows whenever something public changes; kept pages of older numbers are forgotten."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
