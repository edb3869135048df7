# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever brought a concern by mail has no receipt: the links in the city's mails open it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from friedensplatz.concerns import access
from friedensplatz.concerns.privacy import confidential


@confidential
def concern_by_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Opens with a press of a button, so that programs which follow links in mails open nothing."""
    concern = access.concern_of_link(token)
    if concern is None:
        return render(request, "concerns/concern_by_mail.html", {"is_over": True}, status=404)
    if request.method == "POST":
        response = redirect("concern_status")
        access.grant(response, concern)
        return response
    return render(request, "concerns/concern_by_mail.html", {"token": token})
