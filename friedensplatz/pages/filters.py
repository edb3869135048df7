# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the list of pages at the desk is narrowed down."""

from typing import Any

from django import forms
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.core.languages import pick
from friedensplatz.directory.models import Office
from friedensplatz.pages.forms import address_of
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.queries import pages_editable_by

STANDS: dict[str, tuple[Any, Q]] = {
    "written": (_("being written"), Q(newest_state__in=[Revision.State.DRAFT, Revision.State.REJECTED])),
    "review": (_("waits for a second person"), Q(newest_state=Revision.State.IN_REVIEW)),
    "approved": (_("approved, not published"), Q(newest_state=Revision.State.APPROVED) & ~Q(live=F("newest"))),
    "planned": (_("publication is planned"), ~Q(planned=None)),
    "live": (_("published"), ~Q(live=None)),
    "withdrawn": (_("withdrawn"), Q(live=None, planned=None) & ~Q(published_at=None)),
    "archived": (_("archived"), ~Q(archived_at=None)),
}


def pages_at_desk(user: User) -> QuerySet[Page]:
    """The pages a person looks after, with the key, number and state of their newest revision."""
    newest = Revision.objects.filter(page=OuterRef("pk")).order_by("-number")
    columns = {"newest": "pk", "newest_number": "number", "newest_state": "state", "newest_at": "created_at"}
    subqueries = {name: Subquery(newest.values(column)[:1]) for name, column in columns.items()}
    pages = pages_editable_by(user).annotate(**subqueries)
    return pages.select_related("office", "owner")


class PageFilter(forms.Form):
    """Unknown choices are as good as none."""

    words = forms.CharField(label=_("Words of the title"), required=False)
    stands = forms.ChoiceField(
        label=_("Where it stands"),
        required=False,
        choices=[("", _("All")), *((name, label) for name, (label, _condition) in STANDS.items())],
    )
    office = forms.ChoiceField(label=_("Office"), required=False)
    mine = forms.BooleanField(label=_("That I look over"), required=False)
    due = forms.BooleanField(label=_("Due to be looked over"), required=False)

    def __init__(self, data: Any, *, offices: QuerySet[Office]) -> None:
        super().__init__(data, use_required_attribute=False)
        own = sorted(((office.slug, pick(office.name).text) for office in offices), key=lambda one: one[1].casefold())
        self.fields["office"].choices = [("", _("All")), *own]  # type: ignore[attr-defined]
        self.full_clean()

    def narrowed(self, pages: QuerySet[Page], user: User) -> QuerySet[Page]:
        """Pages in the archive only when they are asked for."""
        asked = self.cleaned_data
        pages = pages if asked.get("stands") == "archived" else pages.filter(archived_at=None)
        conditions = {
            "words": Q(slug__contains=address_of(asked.get("words", ""))),
            "stands": STANDS[asked["stands"]][1] if asked.get("stands") else Q(),
            "office": Q(office__slug=asked.get("office")),
            "mine": Q(owner=user),
            "due": Q(review_by__lte=timezone.localdate()) & ~Q(live=None),
        }
        for name, condition in conditions.items():
            if asked.get(name):
                pages = pages.filter(condition)
        return pages
