# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person sees and decides in concerns of some kinds only: consents, the statutory day, who else helps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from friedensplatz.concerns import access
from friedensplatz.concerns.consents import WORDINGS, consents_in_force, give_consent, purposes_of, withdraw_consent
from friedensplatz.concerns.counselling import pointers_for
from friedensplatz.concerns.mediations import agreements_of
from friedensplatz.concerns.models import Concern, Consent, Deadline, Kind, Publication
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.petitions import petition_so_far
from friedensplatz.concerns.privacy import confidential
from friedensplatz.concerns.threads import became_of


@dataclass(frozen=True)
class Asked:
    """Something a person may agree to, with their consent where it is in force."""

    value: str
    label: str
    consent: Consent | None


def own_parts(concern: Concern) -> dict[str, Any]:
    """Template variables of `_own.html`; a concern of a kind without parts of its own costs no query while it runs."""
    parts = PARTS.get(concern.kind)
    return {
        "became": became_of(concern),
        **(parts(concern) if parts else {}),
    }


def _discrimination(concern: Concern) -> dict[str, Any]:
    return {
        "claim": concern.deadlines.filter(rule=Deadline.Rule.CLAIM).first(),
        "pointers": pointers_for(concern.particulars.get("field", "")),
        "purposes": _purposes(concern),
    }


def _petition(concern: Concern) -> dict[str, Any]:
    return {"petition": petition_so_far(concern), **_initiative(concern)}


def _initiative(concern: Concern) -> dict[str, Any]:
    publication = Publication.objects.filter(concern=concern).exclude(published_at=None).first()
    return {"publication": publication, "purposes": _purposes(concern)}


def _mediation(concern: Concern) -> dict[str, Any]:
    return {"agreements": agreements_of(concern, other_side=False), "side": "first"}


PARTS: dict[str, Callable[[Concern], dict[str, Any]]] = {
    Kind.DISCRIMINATION: _discrimination,
    Kind.PETITION: _petition,
    Kind.INITIATIVE: _initiative,
    Kind.MEDIATION: _mediation,
}


def _purposes(concern: Concern) -> list[Asked]:
    given = {consent.purpose: consent for consent in consents_in_force(concern)}
    return [Asked(p.value, str(p.label), given.get(p.value)) for p in purposes_of(concern)]


@confidential
def concern_consent(request: HttpRequest, purpose: str) -> HttpResponse:
    """Read what one agrees to, agree, or take it back knowing what that means."""
    concern = access.granted(request)
    if concern is None:
        return redirect("concern_status")
    if purpose not in purposes_of(concern):
        raise Http404
    publication = Publication.objects.filter(concern=concern).first()
    seen = publication.shown_at.isoformat() if publication else ""
    changed = request.method == "POST" and request.POST.get("seen", "") != seen
    if request.method == "POST" and not changed:
        try:
            (withdraw_consent if request.POST.get("deed") == "withdraw" else give_consent)(concern, purpose)
            return redirect("concern_status")
        except ChangedMeanwhile:
            changed = True
    context = {
        "purpose": Consent.Purpose(purpose).label,
        "consent": next((consent for consent in consents_in_force(concern) if consent.purpose == purpose), None),
        "wording": WORDINGS[purpose],
        "changed": changed,
        "publication": publication,
        "seen": seen,
    }
    return render(request, "concerns/concern_consent.html", context, status=409 if changed else 200)
