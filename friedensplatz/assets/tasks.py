# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What of the library waits for those who keep it."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from friedensplatz.accounts.models import User
from friedensplatz.assets.captions import uncaptioned
from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import SOON, assets_changeable_by, expiring, incomplete, missing_facts
from friedensplatz.core.attention import Task, needs_attention


@needs_attention(gettext_lazy("Licences that end"))
def licences(user: User) -> Iterator[Task]:
    """Pictures and files whose licence ends soon or has ended."""
    for asset in expiring(timezone.localdate() + SOON).filter(pk__in=_own(user)):
        yield Task(
            str(asset), _("May it be shown longer?"), f"{_page(asset)}#id_licence_until", due=asset.licence_until
        )


@needs_attention(gettext_lazy("Pictures and files that lack a fact"))
def facts(user: User) -> Iterator[Task]:
    """What cannot be published because something is not known of it."""
    for asset in Asset.objects.filter(incomplete(), pk__in=_own(user)).order_by("-created_at").iterator():
        yield Task(str(asset), " ".join(map(str, missing_facts(asset))), _page(asset))


@needs_attention(gettext_lazy("Films without subtitles"))
def captions(user: User) -> Iterator[Task]:
    """What people who do not hear cannot follow."""
    for asset in Asset.objects.filter(uncaptioned(), pk__in=_own(user)).order_by("-created_at").iterator():
        yield Task(str(asset), _("What is said in it has to be readable."), f"{_page(asset)}#captions")


def _own(user: User) -> QuerySet[Asset]:
    return assets_changeable_by(user).values("pk")  # type: ignore[return-value]


def _page(asset: Asset) -> str:
    return reverse("asset_edit", args=[asset.slug])
