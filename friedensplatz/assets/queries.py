# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading the library."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Role, Team, User
from friedensplatz.accounts.queries import Visitor, team_ids
from friedensplatz.assets.captions import uncaptioned
from friedensplatz.assets.licences import Licence
from friedensplatz.assets.models import Asset
from friedensplatz.assets.uses import uses_of

SOON = dt.timedelta(days=30)
SHOWN_WITH_CREDIT = (Asset.Kind.IMAGE, Asset.Kind.VIDEO, Asset.Kind.AUDIO)


def asset_by_slug(slug: str) -> Asset | None:
    """The asset of this slug; None for none, also when there is no slug."""
    return Asset.objects.filter(slug=slug).first() if slug else None


def assets_by_slug(slugs: Iterable[str]) -> dict[str, Asset]:
    """Assets by slug, in one query; unknown slugs are left out."""
    return {asset.slug: asset for asset in Asset.objects.filter(slug__in=set(slugs))}


def with_renditions(ids: Iterable[int]) -> dict[int, Asset]:
    """Assets by key with all that templates show of them, in one query; none for no keys."""
    wanted = set(ids)
    return Asset.objects.in_bulk(wanted) if wanted else {}


def missing_facts(asset: Asset) -> list[str | Promise]:
    """Sentences on what keeps an asset from being published; empty = nothing does."""
    said_by = {
        _("Nobody is named as its creator."): not asset.creator,
        _("No licence is chosen."): not asset.licence,
        _("It is not said where it comes from."): not asset.source and asset.licence != Licence.OWN,
        _("It has no title."): not asset.title.get(settings.LANGUAGE_CODE),
        _("What is to be seen or heard is not told in words."): _lacks_words(asset),
        _("Its licence has ended."): asset.is_expired(),
        _("Its file could not be prepared."): asset.state == Asset.State.FAILED,
    }
    return [sentence for sentence, is_so in said_by.items() if is_so]


def _lacks_words(asset: Asset) -> bool:
    return asset.kind != Asset.Kind.DOCUMENT and not asset.decorative and not asset.alt.get(settings.LANGUAGE_CODE)


def incomplete() -> Q:
    """Assets that lack a fact, as `missing_facts` tells for one."""
    language = settings.LANGUAGE_CODE
    no_alt = Q(**{f"alt__{language}__isnull": True}) | Q(**{f"alt__{language}": ""})
    no_title = Q(**{f"title__{language}__isnull": True}) | Q(**{f"title__{language}": ""})
    unseen = ~Q(kind=Asset.Kind.DOCUMENT) & Q(decorative=False) & no_alt
    no_source = Q(source="") & ~Q(licence=Licence.OWN)
    return Q(creator="") | Q(licence="") | no_source | no_title | unseen | Q(state=Asset.State.FAILED)


def expired(day: dt.date) -> Q:
    return Q(licence_until__lt=day)


def expiring(until: dt.date) -> QuerySet[Asset]:
    """Assets whose licence ends by a day or has ended, the soonest first."""
    return Asset.objects.filter(licence_until__lte=until).select_related("team").order_by("licence_until", "slug")


STATES = {
    "incomplete": _("a fact is missing"),
    "ending": _("the licence ends within 30 days or has ended"),
    "uncaptioned": _("films without subtitles"),
    "untagged": _("PDFs without tags"),
    "unused": _("not used anywhere"),
}
CONDITIONS: dict[str, Callable[[], Q]] = {
    "incomplete": incomplete,
    "ending": lambda: Q(licence_until__lte=timezone.localdate() + SOON),
    "uncaptioned": uncaptioned,
    "untagged": lambda: Q(tagged=False),
    "unused": lambda: ~Q(pk__in={use.asset for use in uses_of(None)}),
}


def assets_matching(*, q: str = "", kind: str = "", state: str = "", team: Team | None = None) -> QuerySet[Asset]:
    """The library, narrowed down: all words of `q`, a kind, one of STATES, a team."""
    assets = Asset.objects.select_related("team")
    for word in q.casefold().split():
        assets = assets.filter(words__contains=word)
    if kind:
        assets = assets.filter(kind=kind)
    if team:
        assets = assets.filter(team=team)
    if state:
        assets = assets.filter(CONDITIONS[state]())
    return assets


def assets_changeable_by(user: Visitor) -> QuerySet[Asset]:
    """Assets a person looks after: those of their teams and those of nobody; all for administrators."""
    if isinstance(user, User) and user.is_administrator:
        return Asset.objects.all()
    teams = team_ids(user, Role.EDITOR)
    return Asset.objects.filter(Q(team__in=teams) | Q(team=None)) if teams else Asset.objects.none()


def teams_to_choose(user: User) -> QuerySet[Team]:
    """Teams in whose name a person may keep assets."""
    teams = Team.objects.order_by("name", "pk")
    return teams if user.is_administrator else teams.filter(pk__in=team_ids(user, Role.EDITOR))


def publicly_used() -> set[int]:
    """Keys of all assets that are shown to everybody somewhere."""
    return {use.asset for use in uses_of(None) if use.public}


def credited(day: dt.date) -> QuerySet[Asset]:
    """Pictures, films and recordings shown to everybody on a day, by slug."""
    used = Asset.objects.filter(pk__in=publicly_used(), kind__in=SHOWN_WITH_CREDIT)
    return used.exclude(incomplete()).exclude(expired(day))
