# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Link(models.Model):
    """A thread between any two things, with the word for what ties them."""

    class Relation(models.TextChoices):
        WORKS_WITH = "works_with", _("works with")
        PART_OF = "part_of", _("is part of")
        MEMBER_OF = "member_of", _("is a member of")
        TOOK_PART_IN = "took_part_in", _("took part in")
        RESPONSIBLE = "responsible", _("is looked after by")
        BECAME = "became", _("became")
        ANSWERS = "answers", _("answers")
        ABOUT = "about", _("is about")
        FUNDED_BY = "funded_by", _("is funded by")

    from_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    from_id = models.PositiveBigIntegerField()
    from_thing = GenericForeignKey("from_type", "from_id")
    relation = models.CharField(max_length=20, choices=Relation.choices)
    to_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    to_id = models.PositiveBigIntegerField()
    to_thing = GenericForeignKey("to_type", "to_id")
    note = models.CharField(max_length=300, blank=True)
    source = models.ForeignKey("directory.Source", null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["from_type", "from_id", "relation", "to_type", "to_id"], name="one_link_per_relation"
            )
        ]
        indexes = [models.Index(fields=["to_type", "to_id"])]

    def __str__(self) -> str:
        return f"{self.from_thing} {self.get_relation_display()} {self.to_thing}"
