# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models

from friedensplatz.core.languages import TranslatedField, pick
from friedensplatz.directory.models.office import Office


class Person(models.Model):
    """A public office-holder or contact person."""

    name = models.CharField(max_length=200)
    title = models.CharField(max_length=60, blank=True)
    portrait = models.ForeignKey("assets.Asset", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    invented = models.BooleanField(default=False)

    def __str__(self) -> str:
        return " ".join(part for part in (self.title, self.name) if part)


class Post(models.Model):
    """A function in an office: head, commissioner, ombudsperson. It has years of its own when nobody is named for it."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="posts")
    title = TranslatedField()
    honorary = models.BooleanField(default=False)
    since = models.CharField(max_length=10, blank=True, help_text="YYYY, YYYY-MM or YYYY-MM-DD")
    until = models.CharField(max_length=10, blank=True)
    source = models.ForeignKey("directory.Source", null=True, blank=True, on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return pick(self.title).text


class Tenure(models.Model):
    """Who held a post from when to when."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="tenures")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tenures")
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    source = models.ForeignKey("directory.Source", null=True, blank=True, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"
