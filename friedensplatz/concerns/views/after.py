# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""After the answer: what the person thinks of it, and whether the city keeps what it promises."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from friedensplatz.concerns.actions import reopen_concern
from friedensplatz.concerns.forms.after import OpinionForm
from friedensplatz.concerns.kept import promises_kept
from friedensplatz.concerns.moving import ChangedMeanwhile, NotPossible
from friedensplatz.concerns.opinions import concern_to_judge, say_opinion
from friedensplatz.concerns.privacy import confidential, posted
from friedensplatz.concerns.views.following import last_day_to_reopen
from friedensplatz.core.caching import public_page


@confidential
def concern_opinion(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once how it was; who says "not solved" in time takes the concern up again."""
    concern = concern_to_judge(token)
    if concern is None:
        return render(request, "concerns/concern_opinion.html", {"over": True}, status=410)
    form, last_day = OpinionForm(posted(request)), last_day_to_reopen(concern)
    if last_day is None:
        del form.fields["unsolved"]
    if not form.is_valid():
        return render(request, "concerns/concern_opinion.html", {"form": form, "concern": concern})
    said = form.cleaned_data
    say_opinion(concern, satisfied=said["satisfied"], reasons=said["reasons"], words=said["words"])
    if said.get("unsolved"):
        try:
            reopen_concern(concern, said["words"])
        except (ChangedMeanwhile, NotPossible):
            concern.refresh_from_db()
    return render(request, "concerns/concern_opinion.html", {"done": True, "reopened": concern.is_open})


@public_page(seconds=3600)
def promises(request: HttpRequest) -> HttpResponse:
    """What the city promises for each kind, and how often it kept it within a year."""
    return render(request, "concerns/promises.html", {"rows": promises_kept()})
