# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person sees and decides in concerns of some kinds only: consents, the statutory day, who else helps."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from friedensplatz.concerns import access
from friedensplatz.concerns.consents import WORDINGS, consents_in_force, give_consent, purposes_of, withdraw_consent
from friedensplatz.concerns.counselling import pointers_for
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
    """Template variables of `_own.html`."""
    given = {consent.purpose: consent for consent in consents_in_force(concern)}
    return {
        "claim": concern.deadlines.filter(rule=Deadline.Rule.CLAIM).first(),
        "pointers": pointers_for(concern.particulars.get("field", "")),
        "petition": petition_so_far(concern) if concern.kind == Kind.PETITION else None,
        "became": became_of(concern),
        "publication": Publication.objects.filter(concern=concern).exclude(published_at=None).first(),
        "purposes": [Asked(p.value, str(p.label), given.get(p.value)) for p in purposes_of(concern)],
    }


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
