# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import TranslatedField, pick
from friedensplatz.pages.content import Content, blank


class Page(models.Model):
    """A page of the city. What it says stands in its revisions; `live` is the one everybody reads.

    `title` and `summary` repeat those of the live revision (of the newest before the first is live), for lists.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("not yet published")
        PLANNED = "planned", _("publication is planned")
        LIVE = "live", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")
        ARCHIVED = "archived", _("archived")

    slug = models.SlugField(unique=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    title = TranslatedField()
    summary = TranslatedField()
    office = models.ForeignKey("directory.Office", on_delete=models.PROTECT, related_name="pages")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    topics = models.ManyToManyField("directory.Topic", blank=True, related_name="pages")
    audiences = models.ManyToManyField("directory.Audience", blank=True, related_name="pages")
    districts = models.ManyToManyField("directory.District", blank=True, related_name="pages")
    goals = models.ManyToManyField("directory.Goal", blank=True, related_name="pages")
    source = models.ForeignKey("directory.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    image = models.ForeignKey("assets.Asset", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    as_of = models.CharField(max_length=10, blank=True, help_text="YYYY, YYYY-MM or YYYY-MM-DD")
    pins = models.JSONField(default=list, blank=True, help_text="what belongs to it: references such as page/3")
    live = models.ForeignKey("Revision", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    planned = models.ForeignKey("Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    publish_at = models.DateTimeField(null=True, blank=True, help_text="when the planned revision goes live")
    expire_at = models.DateTimeField(null=True, blank=True, help_text="when the page is withdrawn by itself")
    published_at = models.DateTimeField(null=True, blank=True, help_text="for the first time")
    archived_at = models.DateTimeField(null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True, help_text="last day somebody said that all of it is true")
    review_by = models.DateField(null=True, blank=True, help_text="day by which somebody has to say so again")
    reminded_of = models.DateField(null=True, blank=True, help_text="the review day its owner was reminded of")
    changed_at = models.DateTimeField(default=timezone.now, help_text="of what everybody reads")

    class Meta:
        constraints = [
            models.CheckConstraint(name="page_planned_with_its_time", condition=Q(planned=None) | ~Q(publish_at=None))
        ]
        indexes = [models.Index(fields=["publish_at"]), models.Index(fields=["expire_at"])]

    def __str__(self) -> str:
        return pick(self.title).text or self.slug

    @property
    def state(self) -> "Page.State":
        if self.archived_at:
            return self.State.ARCHIVED
        if self.live_id:
            return self.State.LIVE
        if self.planned_id:
            return self.State.PLANNED
        return self.State.WITHDRAWN if self.published_at else self.State.DRAFT


class Revision(models.Model):
    """What a page said at one time. Its content never changes; its state tells what became of it."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("waits for a second person")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("sent back")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    content: "models.JSONField[Content, Content]" = models.JSONField(default=blank)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    note = models.CharField(max_length=300, blank=True, help_text=_("what was changed and why"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    comment = models.TextField(blank=True, help_text=_("what the reviewer says"))
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["page", "number"], name="revision_numbered_once")]

    def __str__(self) -> str:
        return f"{self.page_id} #{self.number}"


class FormerAddress(models.Model):
    """A slug a page had: it still leads there."""

    slug = models.SlugField(unique=True)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="former_addresses")
    until = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.slug


class Reference(models.Model):
    """A passage of a page names a thing. Derived from the live revision and the newest, for asking the other way."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="references")
    passage = models.CharField(max_length=80)
    thing_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    thing_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey("thing_type", "thing_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "passage", "thing_type", "thing_id"], name="one_reference_a_passage"
            )
        ]
        indexes = [models.Index(fields=["thing_type", "thing_id"])]

    def __str__(self) -> str:
        return f"{self.page_id} {self.passage}: {self.thing_type_id}/{self.thing_id}"


class WorkingCopy(models.Model):
    """What somebody is writing in one open window, kept every few seconds until it becomes a revision.

    Nobody else reads it. `seen_at` is the window's last sign of life, which tells others that somebody writes.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="copies")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token = models.CharField(max_length=22, help_text="of the window")
    language = models.CharField(max_length=12)
    based_on = models.PositiveIntegerField(help_text="number of the revision it was written from")
    content: "models.JSONField[Content, Content]" = models.JSONField(default=blank)
    changed_at = models.DateTimeField(null=True, blank=True, help_text="empty while nothing was written")
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "user", "token"], name="one_copy_a_window")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.user_id} {self.token}"
