# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading pages: those everybody reads, and those somebody looks after."""

import datetime as dt

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import Visitor, colleagues_in
from friedensplatz.core.languages import pick
from friedensplatz.directory.models import Office
from friedensplatz.directory.queries import offices_editable_by
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.plug import Card, union_of


def live_pages() -> QuerySet[Page]:
    """What everybody may read."""
    return Page.objects.exclude(live=None)


def pages_editable_by(user: Visitor) -> QuerySet[Page]:
    """Pages of the offices a person looks after; all for administrators."""
    if isinstance(user, User) and user.is_administrator:
        return Page.objects.all()
    return Page.objects.filter(office__in=offices_editable_by(user))


def pages_visible_to(user: Visitor) -> QuerySet[Page]:
    """Live pages, and all others to those who look after them."""
    return Page.objects.filter(Q(live__isnull=False) | Q(pk__in=pages_editable_by(user).values("pk")))


def pages_matching(
    *,
    topic: str = "",
    audience: str = "",
    district: str = "",
    goal: int | None = None,
    office: str = "",
    language: str = "",
    changed_since: dt.datetime | None = None,
) -> QuerySet[Page]:
    """Live pages, narrowed down by slugs and a goal's number, by a language they exist in, by their last change."""
    wanted = {
        "topics__slug": topic,
        "audiences__slug": audience,
        "districts__slug": district,
        "goals__number": goal,
        "office__slug": office,
        "title__has_key": language,
        "changed_at__gte": changed_since,
    }
    return live_pages().filter(**{name: value for name, value in wanted.items() if value})


def page_for_reading(slug: str) -> Page | None:
    """The live page at an address, with what it shows of others and with those above it."""
    pages = live_pages().select_related("live", "office", "source", "parent__parent__parent")
    texts = ("office__summary", "office__text", "parent__summary", "parent__parent__summary")
    return pages.defer(*texts, "parent__parent__parent__summary").filter(slug=slug).first()


def around(page: Page) -> dict[str, list[Card]]:
    """What stands around a page, by kind, in one query: its topics, audiences, districts and goals; live pages below it.

    By name; goals by number.
    """
    rows = {
        "topic": page.topics.all(),
        "audience": page.audiences.all(),
        "district": page.districts.all(),
        "goal": page.goals.all(),
        "page": live_pages().filter(parent=page),
    }
    found: dict[str, list[Card]] = {kind: [] for kind in rows}
    for card in sorted(union_of(rows), key=_place):
        found[card.kind].append(card)
    return found


def _place(card: Card) -> tuple[int, str]:
    return int(card.address) if card.kind == "goal" else 0, pick(card.name).text.casefold()


def pages_for_programs(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Pages with everything the API tells of them."""
    return pages.select_related("live", "office", "parent").prefetch_related(
        "topics", "audiences", "districts", "goals"
    )


def page_formerly_at(slug: str) -> Page | None:
    """The live page that had this slug."""
    return live_pages().filter(former_addresses__slug=slug).first()


def newest_revision(page: Page) -> Revision | None:
    """The revision somebody works on, or the live one when nobody does."""
    return page.revisions.first()


def pages_above(page: Page) -> list[Page]:
    """From the topmost page down to the one directly above. A ring in the data ends the way."""
    above: list[Page] = []
    while (page.parent is not None) and page.parent not in above:
        page = page.parent
        above.insert(0, page)
    return above


def pages_naming(thing: Model) -> QuerySet[Page]:
    """Pages, live or being written, that name a thing."""
    kind = ContentType.objects.get_for_model(thing)
    return Page.objects.filter(references__thing_type=kind, references__thing_id=thing.pk).distinct()


def editors_of(page: Page, *, but: User | None = None) -> list[User]:
    """Who looks after a page: editors of its office, else of the one above it, else administrators.

    `but` is somebody who does not count.
    """
    known = but.pk if but else 0
    office: Office | None = page.office
    while office:
        if office.team and (found := list(colleagues_in(office.team, Role.EDITOR).exclude(pk=known))):
            return found
        office = office.parent
    return list(User.objects.filter(is_active=True, is_administrator=True).exclude(pk=known))


def pages_to_publish(now: dt.datetime) -> QuerySet[Page]:
    return Page.objects.filter(publish_at__lte=now).exclude(planned=None).select_related("planned")


def pages_to_expire(now: dt.datetime) -> QuerySet[Page]:
    return live_pages().filter(expire_at__lte=now)


def pages_to_review(day: dt.date) -> QuerySet[Page]:
    """Live pages nobody has confirmed by the day they should have been."""
    return live_pages().filter(review_by__lte=day).select_related("office", "owner").order_by("review_by", "pk")
